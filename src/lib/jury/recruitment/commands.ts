import * as v from 'valibot';
import { id, line, prose, whole } from '../fields.ts';

export const target = v.object({
  category: line(),
  value: line(),
  min: whole(0, 25),
  max: whole(0, 25),
  minFlex: v.optional(whole(0, 25)),
  maxFlex: v.optional(whole(0, 25)),
});

/** How many people of each group live in the place the jury speaks for, with where the figure comes from. */
export const populationFigure = v.object({ category: line(), value: line(), count: whole(0, 999_999_999) });

export const recruitmentCommands = [
  v.object({
    type: v.literal('set-targets'),
    targets: v.pipe(v.array(target), v.minLength(1), v.maxLength(200)),
    attitude: line(),
    population: v.optional(v.pipe(v.array(populationFigure), v.maxLength(200)), []),
    source: v.optional(line(500)),
  }),
  v.object({ type: v.literal('load-pool') }),
  v.object({ type: v.literal('freeze-selection'), alternates: whole(0, 50) }),
  v.object({
    type: v.literal('draw-panel'),
    seed: prose(500),
    witnesses: v.pipe(v.array(line()), v.minLength(1), v.maxLength(5)),
  }),
  v.object({ type: v.literal('confirm-seat'), seat: id }),
  v.object({
    type: v.literal('vacate-seat'),
    seat: id,
    reason: v.picklist(['declined', 'unreachable', 'ineligible', 'illness', 'left', 'excluded']),
  }),
  v.object({ type: v.literal('call-alternate'), vacant: id }),
] as const;

export type RecruitmentCommand = v.InferOutput<(typeof recruitmentCommands)[number]>;
