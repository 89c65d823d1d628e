import * as v from 'valibot';
import { LIMITS, id, prose, whole } from '../../fields.ts';

export const SEATINGS = ['mixed', 'same', 'random'] as const;

const usual = v.pipe(
  v.literal(''),
  v.transform(() => undefined),
);
const noted = v.union([v.literal(''), prose(LIMITS.message)]);

export const tableCommands = [
  v.object({
    type: v.literal('open-tables'),
    session: id,
    seating: v.picklist(SEATINGS),
    /** Left out for the usual number. */
    tables: v.optional(v.union([usual, whole(1, 6)])),
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
  v.object({ type: v.literal('post-at-table'), round: id, table: id, text: prose(LIMITS.message) }),
] as const;

export type TableCommand = v.InferOutput<(typeof tableCommands)[number]>;
