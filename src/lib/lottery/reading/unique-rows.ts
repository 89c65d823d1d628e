/** People whom their answers alone may identify once the pool is published. */
import { categoriesOf, valueIn } from '../pool.ts';
import type { Pool, Targets } from '../pool.ts';
import { plainTargets } from './crossed.ts';

export interface UniqueRows {
  /** So many people share their combination of values with nobody. */
  readonly count: number;
  /** How many fewer they would be without a category: the upper limit of what coarser bands of it can bring. */
  readonly without: readonly { readonly category: string; readonly fewer: number }[];
}

/** Counts the people who are alone with their combination of values; categories that save most come first. */
export function uniqueRows(pool: Pool, targets: Targets): UniqueRows {
  const categories = categoriesOf(plainTargets(targets));
  const rows = pool.map((person) => categories.map((category) => valueIn(person, category) ?? ''));
  const countWithout = (left: number | null): number => {
    const times = new Map<string, number>();
    for (const values of rows) {
      const key = JSON.stringify(left === null ? values : values.toSpliced(left, 1));
      times.set(key, (times.get(key) ?? 0) + 1);
    }
    return [...times.values()].filter((many) => many === 1).length;
  };
  const count = countWithout(null);
  const without = categories
    .map((category, index) => ({ category, fewer: count - countWithout(index) }))
    .sort((a, b) => b.fewer - a.fewer);
  return { count, without };
}
