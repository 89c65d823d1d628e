/** What a lottery over panels is: the chances it gives, the panels it may draw, and the proof that comes with it. */
import type { Bound } from './feasibility/feasibility.ts';
import type { Pool, Targets } from './pool.ts';

/**
 * What makes a lottery fair. `leximin` raises the smallest chance, then the next smallest, and so on; `maximin` the
 * smallest only; `nash` the product of all; `goldilocks` keeps the smallest and the largest near equality; `legacy` is
 * the greedy method still in use, a yardstick. Sources: Flanigan et al., Nature 596 (2021); Baharav and Flanigan (2024).
 */
export const OBJECTIVES = ['leximin', 'maximin', 'nash', 'goldilocks', 'legacy'] as const;
export type Objective = (typeof OBJECTIVES)[number];

/** What a lottery is made for. */
export interface LotteryTerms {
  readonly pool: Pool;
  readonly targets: Targets;
  readonly seats: number;
}

/** A panel and the probability, 0 to 1, with which the lottery draws it. */
export interface WeightedPanel {
  readonly probability: number;
  /** Ids in canonical order. */
  readonly members: readonly string[];
}

/**
 * How far the result is proved: no lottery is better than `bound` by what the objective measures over those who can be
 * selected (`leximin`, `maximin`: the smallest chance; `nash`: the geometric mean; `goldilocks`: the sum that it minimises), and
 * this one is within `gap` of it. For `leximin` nobody's chance is further than `gap` below the proved vector of chances.
 */
export interface Certificate {
  readonly bound: number;
  readonly gap: number;
}

/** Somebody whom no panel can have, with the bounds that together keep them out; empty where they were not looked for. */
export interface Unselectable {
  readonly id: string;
  readonly because: readonly Bound[];
}

/** M panels of which the draw takes one, each with the same chance. A panel may stand in it more than once. */
export type EqualChanceList = readonly (readonly string[])[];

export interface Lottery {
  readonly objective: Objective;
  readonly seats: number;
  /** Every person of the pool in canonical order, with the probability, 0 to 1, of being drawn. */
  readonly people: readonly { readonly id: string; readonly probability: number }[];
  /** Sums to one. */
  readonly panels: readonly WeightedPanel[];
  /** Null for `legacy`, which proves nothing. */
  readonly certificate: Certificate | null;
  readonly unselectable: readonly Unselectable[];
}
