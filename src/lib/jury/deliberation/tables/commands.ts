import * as v from 'valibot';
import { id, line, prose, whole } from '../../fields.ts';
import { LIMITS } from '../../limits.ts';

export const SEATINGS = ['mixed', 'interest', 'same', 'random', 'manual'] as const;

/** An empty field. */
const left = v.pipe(
  v.literal(''),
  v.transform(() => undefined),
);
const topics = v.pipe(v.array(line()), v.minLength(2), v.maxLength(6));
/** One topic a line. */
const topicLines = v.pipe(
  v.string(),
  v.transform((text) => text.split('\n').filter((topic) => topic.trim() !== '')),
  topics,
);
/** A juror whose table is left empty sits where there is room. */
const pin = v.object({
  seat: id,
  table: v.optional(v.union([left, v.pipe(v.string(), v.regex(/^[1-6]$/))])),
});
const noted = v.union([v.literal(''), prose(LIMITS.message)]);

export const tableCommands = [
  v.object({ type: v.literal('offer-topics'), session: id, topics: v.union([topicLines, topics]) }),
  v.object({ type: v.literal('choose-topic'), session: id, topic: id }),
  v.object({ type: v.literal('pin-jurors'), session: id, pins: v.optional(v.pipe(v.array(pin), v.maxLength(30)), []) }),
  v.object({
    type: v.literal('open-tables'),
    session: id,
    seating: v.picklist(SEATINGS),
    /** For `same`: the round that is sat again; left out for the last one. */
    as: v.optional(v.union([left, id])),
    /** Left out for the usual number. */
    tables: v.optional(v.union([left, whole(1, 6)])),
    minutes: whole(1, 180),
  }),
  v.object({ type: v.literal('extend-tables'), round: id, minutes: whole(1, 60) }),
  v.object({ type: v.literal('tell-tables'), round: id, text: prose(LIMITS.message) }),
  v.object({ type: v.literal('recall-tables'), round: id }),
  v.object({ type: v.literal('close-tables'), round: id }),
  v.object({ type: v.literal('move-juror'), round: id, seat: id, table: id }),
  v.object({ type: v.literal('join-table'), round: id }),
  v.object({ type: v.literal('call-help'), round: id }),
  v.object({ type: v.literal('give-help'), round: id, table: id }),
  v.object({
    type: v.literal('file-note'),
    round: id,
    table: id,
    base: whole(0, 10_000),
    agreed: noted,
    disagreed: noted,
    questions: noted,
  }),
  v.object({ type: v.literal('name-reporter'), round: id, table: id, seat: id }),
  v.object({ type: v.literal('post-at-table'), round: id, table: id, text: prose(LIMITS.message) }),
] as const;

export type TableCommand = v.InferOutput<(typeof tableCommands)[number]>;
