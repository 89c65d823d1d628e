/** The shape of approved minutes in `record.json`. */
import * as v from 'valibot';
import { MODES } from '../deliberation/attendance/commands.ts';
import { ACTS } from '../deliberation/moderation/moderation.ts';
import { SECTIONS } from '../minutes/commands.ts';

const instant = v.pipe(v.number(), v.integer(), v.description('Milliseconds since 1970, UTC.'));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const counts = <K extends string>(keys: readonly K[]) => v.partial(v.object(v.entriesFromList(keys, count)));

export const minutesSchema = v.pipe(
  v.array(
    v.object({
      session: v.string(),
      title: v.string(),
      version: count,
      approvedAt: instant,
      electors: v.pipe(count, v.description('Jurors who attended and might approve.')),
      backed: v.pipe(count, v.description('Approvals when they were enough.')),
      plannedAt: instant,
      openedAt: instant,
      closedAt: instant,
      attendance: v.object({
        expected: count,
        came: v.pipe(v.nullable(count), v.description('Null where no attendance was taken.')),
        modes: counts(MODES),
      }),
      items: v.array(
        v.object({
          item: v.string(),
          title: v.string(),
          planned: v.pipe(count, v.description('Minutes.')),
          actual: v.pipe(v.nullable(count), v.description('Minutes; null where the item was never taken up.')),
        }),
      ),
      reopened: v.pipe(
        v.optional(v.array(v.object({ item: v.string(), reason: v.string() }))),
        v.description('Items that were taken up again, and why; empty once erased.'),
      ),
      floor: v.object({
        speeches: count,
        clarifying: count,
        seconds: v.pipe(v.array(count), v.description('Of each turn, the shortest first.')),
        messages: count,
        scribed: count,
      }),
      questions: v.object({
        asked: count,
        answered: v.array(v.object({ id: v.string(), question: v.string(), answer: v.string() })),
      }),
      soundings: v.array(
        v.object({
          id: v.string(),
          kind: v.picklist(['temperature', 'statement']),
          text: v.string(),
          answered: count,
          counts: v.pipe(v.nullable(v.record(v.string(), count)), v.description('Null below five answers.')),
        }),
      ),
      tables: v.array(
        v.array(v.object({ table: v.string(), agreed: v.string(), disagreed: v.string(), questions: v.string() })),
      ),
      decisions: v.object({ opened: v.array(v.string()), counted: v.array(v.string()) }),
      moderation: counts(ACTS),
      additions: v.pipe(
        v.partial(v.object(v.entriesFromList(SECTIONS, v.string()))),
        v.description('What the facilitator added to the facts, by part.'),
      ),
      objections: v.pipe(v.array(v.string()), v.description('Remarks of jurors, printed in the minutes.')),
    }),
  ),
  v.description('Minutes that the jurors have approved.'),
);
