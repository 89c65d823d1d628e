/** What a lottery does to people's chances, in the figures that the field publishes. */
import { categoriesOf, valueIn } from '../pool.ts';
import type { Pool, Targets } from '../pool.ts';

export interface Fairness {
  readonly min: number;
  readonly max: number;
  /** 0 when all chances are equal, towards 1 the more unequal they are. */
  readonly gini: number;
  /** 0 as soon as one chance is 0. */
  readonly geometricMean: number;
}

/**
 * Smallest and largest chance, Gini coefficient and geometric mean, as in Flanigan et al., Nature 596 (2021), Table 1.
 * Gini: Σ (2i − n − 1) pᵢ ÷ (n Σ pᵢ) over the chances in rising order, i from 1.
 * @param chances probabilities from 0 to 1, at least one
 */
export function fairnessOf(chances: readonly number[]): Fairness {
  const rising = chances.toSorted((a, b) => a - b);
  const count = rising.length;
  const sum = rising.reduce((total, chance) => total + chance, 0);
  const weighted = rising.reduce((total, chance, index) => total + (2 * (index + 1) - count - 1) * chance, 0);
  const logs = rising.reduce((total, chance) => total + Math.log(chance), 0);
  return {
    min: rising[0]!,
    max: rising.at(-1)!,
    gini: sum === 0 ? 0 : weighted / (count * sum),
    geometricMean: Math.exp(logs / count),
  };
}

/** One bar: how many people have a chance from `from` to below `to` (the last bar: up to and with `to`). */
export interface Bar {
  readonly from: number;
  readonly to: number;
  readonly people: number;
}

/** People by chance, in equal bars from 0 to the largest chance. */
export function histogramOf(chances: readonly number[], bars = 20): Bar[] {
  const top = Math.max(...chances);
  const counts = Array.from({ length: bars }, () => 0);
  for (const chance of chances) counts[top === 0 ? 0 : Math.min(bars - 1, Math.floor((chance / top) * bars))]! += 1;
  return counts.map((people, bar) => ({ from: (bar * top) / bars, to: ((bar + 1) * top) / bars, people }));
}

/** The chances of those who share a value. */
export interface ValueChances {
  readonly category: string;
  readonly value: string;
  readonly people: number;
  readonly min: number;
  readonly mean: number;
  readonly max: number;
}

/** Smallest, mean and largest chance per value of each category; values that nobody has are left out. */
export function chancesByValue(pool: Pool, targets: Targets, chanceOf: ReadonlyMap<string, number>): ValueChances[] {
  return categoriesOf(targets).flatMap((category) =>
    targets
      .filter((target) => target.category === category)
      .flatMap(({ value }) => {
        const chances = pool
          .filter((person) => valueIn(person, category) === value)
          .map(({ id }) => chanceOf.get(id) ?? 0);
        if (chances.length === 0) return [];
        const mean = chances.reduce((sum, chance) => sum + chance, 0) / chances.length;
        return [
          { category, value, people: chances.length, min: Math.min(...chances), mean, max: Math.max(...chances) },
        ];
      }),
  );
}
