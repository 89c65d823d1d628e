/** The part of the record's schema that tells what became of a recommendation. */
import * as v from 'valibot';
import { MODERATION_RULES } from '../deliberation/moderation/policy.ts';
import { POSITIONS, PROGRESS } from '../response/commands.ts';
import { content, count, day, instant } from './shapes.ts';

export const responseSchema = {
  answers: v.pipe(
    v.array(
      v.object({
        recommendation: v.string(),
        position: v.picklist(POSITIONS),
        reasons: content,
        responsible: v.string(),
        until: v.optional(day),
        entered: v.pipe(
          v.optional(v.object({ source: v.string(), givenOn: day })),
          v.description('Where and when the authority gave it, when the organiser entered it.'),
        ),
        at: instant,
      }),
    ),
    v.description('Oldest first; the last one stands.'),
  ),
  acknowledgedAt: v.optional(instant),
  assignments: v.array(v.object({ responsible: v.string(), reason: v.optional(content), at: instant })),
  reports: v.array(
    v.object({
      progress: v.picklist(PROGRESS),
      text: content,
      percent: v.optional(count),
      step: v.optional(v.object({ text: v.string(), by: day })),
      correction: v.optional(v.literal(true)),
      at: instant,
    }),
  ),
  ratings: v.pipe(
    v.nullable(v.object({ addresses: count, partly: count, 'does-not': count })),
    v.description('What jurors say of the newest answer; null below five.'),
  ),
  observations: v.pipe(
    v.array(v.object({ id: v.string(), text: content, at: instant })),
    v.description('What the public observed of the implementation: neither the jurors’ nor the authority’s words.'),
  ),
  observationsRefused: v.pipe(
    v.partial(v.object(v.entriesFromList(MODERATION_RULES, count))),
    v.description('How many observations were not shown, by rule.'),
  ),
};
