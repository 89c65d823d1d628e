import { composition } from '../../lottery/index.ts';
import type { Pool, Targets } from '../../lottery/index.ts';
import type { Figure } from '../../jury/recruitment/selection.ts';

/** How many of these people are in each group of the targets. */
export const figuresOf = (people: Pool, targets: Targets): Figure[] =>
  composition(people, targets).flatMap(({ category, values }) =>
    values.map(({ value, count }) => ({ category, value, count })),
  );
