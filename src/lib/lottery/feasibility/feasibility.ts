import { panelProgramme, panelSpace } from '../panel-space.ts';
import type { PanelSpace } from '../panel-space.ts';
import { countByTarget } from '../pool.ts';
import type { Pool, Targets } from '../pool.ts';
import type { Solver, WholeSolver } from '../solver.ts';
import { leastRelaxations } from './relaxation.ts';
import type { Relaxation } from './relaxation.ts';

/** One side of a target, with what the pool has to offer for it. */
export interface Bound {
  readonly category: string;
  readonly value: string;
  readonly bound: 'min' | 'max';
  readonly limit: number;
  readonly inPool: number;
}

export type Feasibility =
  | { readonly feasible: true }
  | {
      readonly feasible: false;
      /** Cannot hold together, but can as soon as any one of them is dropped. Empty: the pool is smaller than the seats. */
      readonly conflict: readonly Bound[];
      /** The least weighted changes of targets that make a panel exist, lightest first; empty when none within the flex does. */
      readonly relaxations: readonly Relaxation[];
    };

/**
 * Whether some panel of this many seats meets every target, and the household rule where people have households. The targets
 * and the pool must be free of problems.
 */
export function checkFeasibility(
  targets: Targets,
  pool: Pool,
  seats: number,
  solver: WholeSolver & Partial<Solver>,
): Feasibility {
  const { space } = panelSpace(pool, targets, seats);
  if (solver.solve(panelProgramme(space)) !== null) return { feasible: true };
  return {
    feasible: false,
    conflict: findConflict(targets, pool, space, solver),
    relaxations: leastRelaxations(targets, space, solver),
  };
}

/** A bound with the place of its target. */
type PlacedBound = Bound & { readonly target: number };

/** Whether these bounds alone, with the household rule and the seats, leave no panel. */
type Impossible = (bounds: readonly PlacedBound[]) => boolean;

/**
 * Bounds that cannot hold together (with at least one person of the type `seated`, where given), none of which can be spared.
 * Where fractions of people could not meet them either, which is quick to see, most bounds are dropped by that; what is left
 * is then held against whole people. For a seated type the quick answer is enough: there may be hundreds of types to explain.
 * @param earlier conflicts found for other seated types, which may hold for this one too
 */
export function findConflict(
  targets: Targets,
  pool: Pool,
  space: PanelSpace,
  solver: WholeSolver & Partial<Solver>,
  seated?: number,
  earlier: readonly (readonly Bound[])[] = [],
): Bound[] {
  const counts = countByTarget(pool, targets);
  const all = targets.flatMap(({ category, value, min, max }, target): PlacedBound[] => [
    { target, category, value, bound: 'min', limit: min, inPool: counts[target]! },
    { target, category, value, bound: 'max', limit: max, inPool: counts[target]! },
  ]);
  const byFractions = solver.open && fractionalTest(space, targets.length, solver as Solver, seated);
  const asEarlier = earlier
    .map((bounds) => all.filter((one) => bounds.some((other) => isSame(one, other))))
    .find((bounds) => byFractions?.impossible(bounds));
  let kept = plainest(all, space, seated) ?? asEarlier ?? all;
  const isPlain = byFractions?.impossible(kept) === true;
  if (isPlain) kept = spared(kept, byFractions.impossible);
  byFractions?.close();
  if (!isPlain || seated === undefined) kept = spared(kept, wholeTest(space, targets.length, solver, seated));
  return kept.map(({ category, value, bound, limit, inPool }) => ({ category, value, bound, limit, inPool }));
}

const isSame = (one: Bound, other: Bound): boolean =>
  one.category === other.category && one.value === other.value && one.bound === other.bound;

/**
 * Drops bounds for as long as what remains is impossible (the deletion filter of Chinneck, 1991): first whole categories, so
 * that the conflict names few of them, then single bounds.
 */
function spared(bounds: readonly PlacedBound[], impossible: Impossible): PlacedBound[] {
  let kept = [...bounds];
  const dropIfSpared = (isSpared: (bound: PlacedBound) => boolean): void => {
    const rest = kept.filter((bound) => !isSpared(bound));
    if (rest.length < kept.length && impossible(rest)) kept = rest;
  };
  const categories = new Set(bounds.map(({ category }) => category));
  for (const category of [...categories].reverse()) dropIfSpared((bound) => bound.category === category);
  for (const candidate of bounds) dropIfSpared((bound) => bound === candidate);
  return kept;
}

/** The sides of the rows that remain when only these bounds hold: those of the targets, and all of the households. */
function sidesOf({ lower, upper }: PanelSpace, targets: number, bounds: readonly PlacedBound[]) {
  const sides = {
    lower: lower.map((least, row) => (row < targets ? 0 : least)),
    upper: upper.map((most, row) => (row < targets ? Infinity : most)),
  };
  for (const { target, bound, limit } of bounds) sides[bound === 'min' ? 'lower' : 'upper'][target] = limit;
  return sides;
}

function wholeTest(space: PanelSpace, targets: number, solver: WholeSolver, seated: number | undefined): Impossible {
  return (bounds) => {
    const programme = panelProgramme({ ...space, ...sidesOf(space, targets, bounds) });
    const columns = programme.columns.map((column, type) => (type === seated ? { ...column, lower: 1 } : column));
    return solver.solve({ ...programme, columns }) === null;
  };
}

/** The same question about fractions of people: a "yes" holds for whole people too. */
function fractionalTest(space: PanelSpace, targets: number, solver: Solver, seated: number | undefined) {
  const programme = panelProgramme(space);
  const columns = programme.columns.map((column, type) => (type === seated ? { ...column, lower: 1 } : column));
  const open = solver.open({ ...programme, columns });
  const impossible: Impossible = (bounds) => {
    const { lower, upper } = sidesOf(space, targets, bounds);
    lower.forEach((least, row) => open.setSides(row, least, upper[row]!));
    return open.solve() === null;
  };
  return { impossible, close: () => open.close() };
}

/** A conflict of a single bound, the plainest there is: a group the pool cannot fill, or one that nobody may sit for. */
function plainest(
  all: readonly PlacedBound[],
  { rowsOf }: PanelSpace,
  seated: number | undefined,
): PlacedBound[] | null {
  const found = all.find(({ target, bound, limit, inPool }) =>
    bound === 'min' ? limit > inPool : limit === 0 && seated !== undefined && rowsOf[seated]!.includes(target),
  );
  return found === undefined ? null : [found];
}

const inWords = ({ category, value, bound, limit, inPool }: Bound): string =>
  `${bound === 'min' ? 'at least' : 'at most'} ${String(limit)} with ${category} = ${value} (the pool has ${String(inPool)})`;

/** The conflict as an English sentence. */
export function describeConflict(conflict: readonly Bound[], seats: number): string {
  const asked = conflict.map(inWords);
  if (asked.length === 0) return `The pool has fewer people than the ${String(seats)} seats.`;
  if (asked.length === 1) return `No panel of ${String(seats)} can have ${asked[0]!}.`;
  return `No panel of ${String(seats)} can meet these targets together: ${asked.join('; ')}.`;
}

/** Why somebody can sit on no panel, as an English sentence. */
export function describeUnselectable(because: readonly Bound[]): string {
  if (because.length === 0) return 'No panel that meets every target has room for this person.';
  return `No panel with this person can meet: ${because.map(inWords).join('; ')}.`;
}
