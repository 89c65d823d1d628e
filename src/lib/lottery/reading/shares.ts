/** What shares of a population add up to. */
import type { Population } from './population.ts';
import type { Problem } from './problem.ts';

/** Sums of fractions that were computed, not typed, are off by this much. */
const ROUNDING = 1e-9;

/**
 * Categories whose shares do not make a whole: 100, or 1 where they are fractions. Each share may have been rounded by
 * half of its last decimal, so 33, 33 and 33 make a whole, and 33.3, 33.3 and 30.3 do not. People must be more than none.
 */
export function shareProblems({ measure, categories }: Population): Problem[] {
  return categories.flatMap(({ category, values }): Problem[] => {
    const sum = values.reduce((total, { amount }) => total + amount, 0);
    const decimals = Math.max(...values.map(({ amount }) => /\.(\d+)$/.exec(String(amount))?.[1]?.length ?? 0));
    const expected = sum < 10 ? 1 : 100;
    // Whole numbers of a fraction are 0 and 1, which nobody rounds to.
    const slack = expected === 1 && decimals === 0 ? 0 : values.length * 0.5 * 10 ** -decimals;
    const isWhole = measure === 'count' ? sum > 0 : Math.abs(sum - expected) <= slack + ROUNDING;
    const told = Number(sum.toFixed(6));
    return isWhole
      ? []
      : [{ file: 'population', column: category, code: 'shares-do-not-add-up', params: { sum: told, expected } }];
  });
}
