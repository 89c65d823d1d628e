import * as v from 'valibot';
import {
  day,
  id,
  line,
  optionalDay,
  optionalLine,
  optionalProse,
  optionalWhole,
  prose,
  webAddress,
  whole,
  yes,
} from '../fields.ts';
import { LIMITS } from '../limits.ts';

export const POSITIONS = ['accepted', 'accepted-in-part', 'already-happening', 'rejected', 'needs-more-time'] as const;
export const PROGRESS = ['in-development', 'adopted', 'changed', 'implemented', 'dropped'] as const;
export const RATINGS = ['addresses', 'partly', 'does-not'] as const;

const answer = {
  recommendation: id,
  position: v.picklist(POSITIONS),
  reasons: prose(LIMITS.paragraph),
  responsible: line(),
  until: optionalDay,
};

export const responseCommands = [
  v.object({ type: v.literal('answer-recommendation'), ...answer }),
  v.object({ type: v.literal('enter-answer'), ...answer, source: webAddress, givenOn: day }),
  v.object({ type: v.literal('acknowledge-recommendation'), recommendation: id }),
  v.object({
    type: v.literal('assign-recommendation'),
    recommendation: id,
    responsible: line(),
    because: optionalProse(1_000),
  }),
  v.object({
    type: v.literal('report-progress'),
    recommendation: id,
    progress: v.picklist(PROGRESS),
    text: prose(LIMITS.paragraph),
    percent: optionalWhole(0, 100),
    step: optionalLine(),
    stepBy: optionalDay,
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
