/**
 * Targets in proportion to the population. The exact share of a group is seats × its part of the population: 27% of 50
 * seats are 13.5, so 13 to 14. What is asked for can always be met in numbers: the minimums of a category never exceed
 * the seats, and its maximums never fall short of them.
 */
import type { Target, Targets } from '../pool.ts';
import { err, ok } from '../result.ts';
import type { Result } from '../result.ts';
import { apportion, EXACTNESS, exactShares } from './apportion.ts';
import { mergedInto, mergedPopulation } from './merge.ts';
import type { Merge } from './merge.ts';
import type { Population, PopulationCategory } from './population.ts';
import type { Problem } from './problem.ts';
import { shareProblems } from './shares.ts';

/** How far a target may lie from the exact share, on either side: so many seats, or such a part of all seats. */
export type Tolerance = { readonly seats: number } | { readonly share: number };

/**
 * What to do with a group whose exact share is less than one seat. Chance alone often leaves it out: of a random jury of
 * 24, a group of 10% is absent in 8 of 100 cases, one of 5% in 29, one of 2% in 62. `at-least-one` gives it a seat,
 * which the others make room for; `soft` lets it be absent; or it is merged into another group of its category.
 */
export type Decision = 'at-least-one' | 'soft' | { readonly mergeInto: string };

export interface SmallGroupDecision {
  readonly category: string;
  readonly value: string;
  readonly decision: Decision;
}

export interface SeatTerms {
  readonly seats: number;
  readonly tolerance: Tolerance;
  readonly decisions?: readonly SmallGroupDecision[];
}

export interface ProposedTarget {
  readonly category: string;
  readonly value: string;
  /** Part of the population, 0 to 1. */
  readonly share: number;
  /** Seats times share. */
  readonly exact: number;
  /** Whole seats by largest remainder, after room was made for small groups; a category's add up to the seats. */
  readonly proportional: number;
  readonly min: number;
  readonly max: number;
  /** The group may be absent by an explicit decision: to be told wherever the targets are published. */
  readonly isSoft: boolean;
}

export interface ProposedTargets {
  readonly proposed: readonly ProposedTarget[];
  /** The same as a lottery takes them. */
  readonly targets: Targets;
  /** For reading the pool, whose people still answer with the values that were merged. */
  readonly merges: readonly Merge[];
}

export interface SmallGroup {
  readonly category: string;
  readonly value: string;
  readonly exact: number;
  /** Largest remainder alone would hardly ever give it a seat. */
  readonly isBelowHalf: boolean;
}

/** The groups whose exact share is less than one seat: each needs a decision. */
export function smallGroups({ categories }: Population, seats: number): SmallGroup[] {
  return categories.flatMap(({ category, values }) => {
    const exact = exactShares(amountsOf(values), seats);
    return values.flatMap(({ value }, index) => {
      const share = exact[index]!;
      return share < 1 - EXACTNESS ? [{ category, value, exact: share, isBelowHalf: share < 0.5 - EXACTNESS }] : [];
    });
  });
}

/**
 * The targets for so many seats. Errors: shares that make no whole, decisions about values that are not there, merges in
 * a circle, more seats promised than there are, and every small group about which nothing was decided.
 */
export function targetsFromPopulation(population: Population, terms: SeatTerms): Result<ProposedTargets, Problem[]> {
  const { seats, decisions = [] } = terms;
  const wrong = [...shareProblems(population), ...decisionProblems(population, decisions)];
  if (wrong.length > 0) return err(wrong);
  const merges = mergesOf(decisions);
  const merged = mergedPopulation(population, merges);
  const decided = new Map(decisions.map(({ category, value, decision }) => [keyOf(category, value), decision]));
  const undecided = smallGroups(merged, seats).filter(({ category, value }) => !decided.has(keyOf(category, value)));
  if (undecided.length > 0) {
    return err(
      undecided.map(({ category, value, exact }) => ({
        file: 'population',
        column: category,
        value,
        code: 'small-group',
        params: { exact: Number(exact.toFixed(2)), seats },
      })),
    );
  }
  const proposals = merged.categories.map((category) => propose(category, terms, decided));
  const problems = proposals.flatMap((proposal) => (proposal.ok ? [] : [proposal.error]));
  if (problems.length > 0) return err(problems);
  const proposed = proposals.flatMap((proposal) => (proposal.ok ? proposal.value : []));
  const targets = proposed.map(({ category, value, min, max }): Target => ({ category, value, min, max }));
  return ok({ proposed, targets, merges });
}

function propose(
  { category, values }: PopulationCategory,
  { seats, tolerance }: SeatTerms,
  decided: ReadonlyMap<string, Decision>,
): Result<ProposedTarget[], Problem> {
  const amounts = amountsOf(values);
  const exact = exactShares(amounts, seats);
  const decisionOn = values.map(({ value }, index) =>
    exact[index]! < 1 - EXACTNESS ? decided.get(keyOf(category, value)) : undefined,
  );
  const held = heldSeats(amounts, seats, (index) => decisionOn[index] === 'at-least-one');
  const sum = held.filter(Boolean).length;
  if (sum > seats) {
    return err({ file: 'population', column: category, code: 'sum-of-min-above-seats', params: { sum, seats } });
  }
  const others = amounts.map((amount, index) => (held[index] ? 0 : amount));
  const remaining = exactShares(others, seats - sum);
  const proportional = apportion(others, seats - sum).map((count, index) => (held[index] ? 1 : count));
  const width = 'seats' in tolerance ? tolerance.seats : tolerance.share * seats;
  const parts = exactShares(amounts, 1);
  return ok(
    values.map(({ value }, index) => {
      const lowest = Math.max(0, Math.floor((held[index] ? 1 : remaining[index]!) - width + EXACTNESS));
      const highest = Math.ceil(exact[index]! + width - EXACTNESS);
      const decision = decisionOn[index];
      return {
        category,
        value,
        share: parts[index]!,
        exact: exact[index]!,
        proportional: proportional[index]!,
        min: decision === 'at-least-one' ? 1 : decision === 'soft' ? 0 : lowest,
        max: Math.min(seats, Math.max(highest, proportional[index]!)),
        isSoft: decision === 'soft',
      };
    }),
  );
}

/**
 * Which groups hold one seat before the rest is shared out: those that were promised one, and those that have a claim to
 * one and would lose it by making room for the promised.
 */
function heldSeats(amounts: readonly number[], seats: number, isPromised: (index: number) => boolean): boolean[] {
  const exact = exactShares(amounts, seats);
  let held = amounts.map((_, index) => isPromised(index));
  for (;;) {
    const count = held.filter(Boolean).length;
    const before = held;
    const remaining = exactShares(
      amounts.map((amount, index) => (before[index] ? 0 : amount)),
      Math.max(0, seats - count),
    );
    held = before.map(
      (isHeld, index) => isHeld || (exact[index]! >= 1 - EXACTNESS && remaining[index]! < 1 - EXACTNESS),
    );
    if (held.filter(Boolean).length === count) return held;
  }
}

function decisionProblems({ categories }: Population, decisions: readonly SmallGroupDecision[]): Problem[] {
  const known = new Set(
    categories.flatMap(({ category, values }) => values.map(({ value }) => keyOf(category, value))),
  );
  const merges = mergesOf(decisions);
  return decisions.flatMap(({ category, value, decision }): Problem[] => {
    const named = typeof decision === 'string' ? [value] : [value, decision.mergeInto];
    const absent = named.filter((name) => !known.has(keyOf(category, name)));
    const place = { file: 'population', column: category } as const;
    if (absent.length > 0) return absent.map((name) => ({ ...place, value: name, code: 'unknown-value' }));
    return mergedInto(merges, category, value) === null ? [{ ...place, value, code: 'merged-in-a-circle' }] : [];
  });
}

const mergesOf = (decisions: readonly SmallGroupDecision[]): Merge[] =>
  decisions.flatMap(({ category, value, decision }) =>
    typeof decision === 'string' ? [] : [{ category, value, into: decision.mergeInto }],
  );

const amountsOf = (values: PopulationCategory['values']): number[] => values.map(({ amount }) => amount);

const keyOf = (category: string, value: string): string => JSON.stringify([category, value]);
