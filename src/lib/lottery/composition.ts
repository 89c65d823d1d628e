import { categoriesOf, countByTarget } from './pool.ts';
import type { Person, Targets } from './pool.ts';

export interface CategoryComposition {
  readonly category: string;
  readonly values: readonly ValueCount[];
}

export interface ValueCount {
  readonly value: string;
  readonly count: number;
  /** Part of these people, 0 to 1; 0 where there are none. */
  readonly share: number;
  readonly min: number;
  readonly max: number;
}

/** How any set of people is made up, beside the targets: the pool, a panel, those who came. */
export function composition(people: readonly Person[], targets: Targets): CategoryComposition[] {
  const counts = countByTarget(people, targets);
  const shareOf = (count: number): number => (people.length === 0 ? 0 : count / people.length);
  return categoriesOf(targets).map((category) => ({
    category,
    values: targets.flatMap((target, index) => {
      const count = counts[index]!;
      const { value, min, max } = target;
      return target.category === category ? [{ value, count, share: shareOf(count), min, max }] : [];
    }),
  }));
}
