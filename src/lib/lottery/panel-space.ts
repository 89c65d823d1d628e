/** The panels of a pool as the whole points of a polytope: what feasibility and fairness reckon with instead of people. */
import { categoriesOf, valueIn } from './pool.ts';
import type { Pool, Targets } from './pool.ts';
import type { Programme, Row } from './solver.ts';

/**
 * A panel says how many people of each type sit. People with the same values are one type, since no target can tell them
 * apart; members of a shared household are types by household too, since at most one of them may sit.
 */
export interface PanelSpace {
  readonly seats: number;
  /** How many people each type has. */
  readonly sizes: readonly number[];
  /** The rows that each type counts towards, once each: its targets, one a category, then its household. */
  readonly rowsOf: readonly (readonly number[])[];
  /** What each row may count at least and at most: a row a target, in the order of the targets, then a row a household. */
  readonly lower: readonly number[];
  readonly upper: readonly number[];
}

/** A whole or fractional number of people of each type. */
export type Counts = ArrayLike<number>;

/** The space of a pool that is free of problems, and the type of each person (a place in `sizes`). */
export function panelSpace(pool: Pool, targets: Targets, seats: number): { space: PanelSpace; typeOf: number[] } {
  const rowOf = new Map(targets.map(({ category, value }, row) => [JSON.stringify([category, value]), row]));
  const categories = categoriesOf(targets);
  const shared = sharedHouseholds(pool, targets.length);
  const types = new Map<string, { index: number; size: number; rows: number[] }>();
  const typeOf = pool.map((person) => {
    const rows = categories.map((category) => {
      const row = rowOf.get(JSON.stringify([category, valueIn(person, category)]));
      if (row === undefined) throw new Error(`A person has no listed value of "${category}": check the pool first`);
      return row;
    });
    const household = shared.get(person.household ?? '');
    if (household !== undefined) rows.push(household);
    const key = rows.join();
    const type = types.get(key) ?? { index: types.size, size: 0, rows };
    type.size += 1;
    types.set(key, type);
    return type.index;
  });
  const all = [...types.values()];
  const space: PanelSpace = {
    seats,
    sizes: all.map(({ size }) => size),
    rowsOf: all.map(({ rows }) => rows),
    lower: [...targets.map(({ min }) => min), ...Array.from(shared, () => 0)],
    upper: [...targets.map(({ max }) => max), ...Array.from(shared, () => 1)],
  };
  return { space, typeOf };
}

/** A row for each household that has more than one person in the pool. */
function sharedHouseholds(pool: Pool, firstRow: number): Map<string, number> {
  const size = new Map<string, number>();
  for (const { household } of pool) if (household !== undefined) size.set(household, (size.get(household) ?? 0) + 1);
  const shared = [...size].filter(([, people]) => people > 1).map(([household]) => household);
  return new Map(shared.map((household, index) => [household, firstRow + index]));
}

/** How much of each row these people count. */
export function countRows({ rowsOf, lower }: PanelSpace, counts: Counts): Float64Array {
  const rows = new Float64Array(lower.length);
  rowsOf.forEach((ofType, type) => {
    const people = counts[type]!;
    if (people !== 0) for (const row of ofType) rows[row]! += people;
  });
  return rows;
}

/** The types that count towards each row. */
export function typesByRow({ rowsOf, lower }: PanelSpace): number[][] {
  const types: number[][] = lower.map(() => []);
  rowsOf.forEach((rows, type) => rows.forEach((row) => types[row]!.push(type)));
  return types;
}

/** The panels as a programme: a column a type, a row as in the space, and a last row for the seats. */
export function panelProgramme(space: PanelSpace): Programme & { readonly rows: Row[] } {
  const { sizes, lower, upper, seats } = space;
  const rows: Row[] = typesByRow(space).map((types, row) => ({
    lower: lower[row]!,
    upper: upper[row]!,
    terms: types.map((type) => [type, 1]),
  }));
  rows.push({ lower: seats, upper: seats, terms: sizes.map((_, type) => [type, 1]) });
  return { columns: sizes.map((size) => ({ lower: 0, upper: Math.min(size, seats) })), rows };
}

/** Whether so many people of each type are a panel: in whole numbers, whatever a solver said. */
export function isPanel(space: PanelSpace, counts: Counts): boolean {
  let seated = 0;
  for (const [type, size] of space.sizes.entries()) {
    const people = counts[type]!;
    if (!Number.isInteger(people) || people < 0 || people > size) return false;
    seated += people;
  }
  const rows = countRows(space, counts);
  return seated === space.seats && rows.every((count, row) => count >= space.lower[row]! && count <= space.upper[row]!);
}
