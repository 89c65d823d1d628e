import { categoriesOf, valueIn } from './pool.ts';
import type { Pool, Targets } from './pool.ts';
import type { Programme, Row } from './solver.ts';

/** People who share every value. The targets cannot tell them apart, so one whole number stands for them all. */
export interface PersonType {
  readonly size: number;
  /** Which targets each of them counts towards, as places in the list of targets: one a category. */
  readonly hits: readonly number[];
}

/** The types of a pool, and the type of each person (a place in `types`). The pool must be free of problems. */
export function mergeByType(pool: Pool, targets: Targets): { types: PersonType[]; typeOf: number[] } {
  const placeOf = new Map(targets.map(({ category, value }, place) => [JSON.stringify([category, value]), place]));
  const categories = categoriesOf(targets);
  const types = new Map<string, { size: number; hits: number[]; index: number }>();
  const typeOf = pool.map((person) => {
    const hits = categories.map((category) => {
      const place = placeOf.get(JSON.stringify([category, valueIn(person, category)]));
      if (place === undefined) throw new Error(`A person has no listed value of "${category}": check the pool first`);
      return place;
    });
    const key = hits.join();
    const type = types.get(key) ?? { size: 0, hits, index: types.size };
    types.set(key, { ...type, size: type.size + 1 });
    return type.index;
  });
  return { types: [...types.values()].map(({ size, hits }) => ({ size, hits })), typeOf };
}

/** One term a type that counts towards the target. */
export function termsOf(types: readonly PersonType[], target: number): Row['terms'] {
  return types.flatMap(({ hits }, type): [number, number][] => (hits.includes(target) ? [[type, 1]] : []));
}

/** The panels as a programme: a column says how many of a type sit, a row holds each target, the last row the seats. */
export function panelProgramme(
  types: readonly PersonType[],
  bounds: readonly Pick<Row, 'lower' | 'upper'>[],
  seats: number,
  seated: readonly number[] = types.map(() => 0),
): Programme {
  const rows: Row[] = bounds.map((bound, target) => ({ ...bound, terms: termsOf(types, target) }));
  rows.push({ lower: seats, upper: seats, terms: types.map((_, type) => [type, 1]) });
  return { columns: types.map(({ size }, type) => ({ lower: seated[type]!, upper: size })), rows };
}
