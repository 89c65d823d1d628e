import * as v from 'valibot';
import { id, line, prose, whole, yes } from '../fields.ts';
import { DECLINE_REASONS } from './seats.ts';
import { DECISIONS, OBJECTIVES } from './selection.ts';

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

/** What was decided for a group whose share of the population comes to less than one seat. */
export const decision = v.object({
  category: line(),
  value: line(),
  decision: v.picklist(DECISIONS),
  into: v.optional(line()),
});

/** Left empty in a form. */
const nothing = v.pipe(
  v.literal(''),
  v.transform(() => undefined),
);

/** A draw names its seed, or the digits that the dice showed, one a die; and who saw it. */
const drawn = {
  seed: v.optional(prose(500)),
  dice: v.optional(v.pipe(v.string(), v.trim(), v.regex(/^\d{1,6}$/))),
  witnesses: v.pipe(v.array(line()), v.minLength(1), v.maxLength(5)),
};

export const recruitmentCommands = [
  v.object({
    type: v.literal('set-targets'),
    targets: v.pipe(v.array(target), v.minLength(1), v.maxLength(200)),
    attitude: line(),
    population: v.optional(v.pipe(v.array(populationFigure), v.maxLength(200)), []),
    source: v.optional(line(500)),
    sources: v.optional(v.pipe(v.array(v.object({ category: line(), text: line(500) })), v.maxLength(50))),
    objective: v.optional(v.picklist(OBJECTIVES)),
    oneAHousehold: v.optional(yes),
    decisions: v.optional(v.pipe(v.array(decision), v.maxLength(200))),
  }),
  v.object({ type: v.literal('load-pool') }),
  v.object({ type: v.literal('freeze-selection'), alternates: whole(0, 50) }),
  v.object({ type: v.literal('hand-out-tickets') }),
  v.object({ type: v.literal('rehearse-draw') }),
  v.object({ type: v.literal('draw-panel'), ...drawn }),
  v.object({ type: v.literal('freeze-replacement') }),
  v.object({ type: v.literal('draw-replacement'), ...drawn }),
  v.object({ type: v.literal('confirm-seat'), seat: id }),
  v.object({ type: v.literal('accept-seat') }),
  v.object({ type: v.literal('decline-seat'), why: v.optional(v.union([nothing, v.picklist(DECLINE_REASONS)])) }),
  v.object({ type: v.literal('lapse-call'), seat: id }),
  v.object({ type: v.literal('mark-rehearsed') }),
  v.object({
    type: v.literal('vacate-seat'),
    seat: id,
    reason: v.picklist(['declined', 'unreachable', 'ineligible', 'illness', 'left']),
  }),
  v.object({ type: v.literal('call-alternate'), vacant: id }),
] as const;

export type RecruitmentCommand = v.InferOutput<(typeof recruitmentCommands)[number]>;
