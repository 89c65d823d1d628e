import * as v from 'valibot';
import { day, id, line, prose, whole, yes } from '../fields.ts';
import { LIMITS } from '../limits.ts';

export const POSITIONS = ['accepted', 'accepted-in-part', 'already-happening', 'rejected', 'needs-more-time'] as const;
export const PROGRESS = ['in-development', 'adopted', 'implemented', 'dropped'] as const;
export const RATINGS = ['addresses', 'partly', 'does-not'] as const;

/** Left empty in a form. */
const nothing = v.pipe(
  v.literal(''),
  v.transform(() => undefined),
);

export const responseCommands = [
  v.object({
    type: v.literal('answer-recommendation'),
    recommendation: id,
    position: v.picklist(POSITIONS),
    reasons: prose(LIMITS.paragraph),
    responsible: line(),
    until: v.optional(v.union([nothing, day])),
  }),
  v.object({ type: v.literal('acknowledge-recommendation'), recommendation: id }),
  v.object({
    type: v.literal('assign-recommendation'),
    recommendation: id,
    responsible: line(),
    because: v.optional(v.union([nothing, prose(1_000)])),
  }),
  v.object({
    type: v.literal('report-progress'),
    recommendation: id,
    progress: v.picklist(PROGRESS),
    text: prose(LIMITS.paragraph),
    correction: v.optional(yes, false),
  }),
  v.object({
    type: v.literal('rate-answer'),
    recommendation: id,
    answer: whole(1, 1_000),
    rating: v.picklist(RATINGS),
  }),
] as const;

export type ResponseCommand = v.InferOutput<(typeof responseCommands)[number]>;
