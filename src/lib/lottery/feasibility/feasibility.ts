import { categoriesOf, countByTarget } from '../pool.ts';
import type { Pool, Targets } from '../pool.ts';
import { mergeByType, panelProgramme } from '../person-types.ts';
import type { PersonType } from '../person-types.ts';
import { leastRelaxation } from './relaxation.ts';
import type { Change } from './relaxation.ts';
import type { Solver } from '../solver.ts';

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
      /** The least weighted change that makes a panel exist; null when nothing within the flex does. */
      readonly relaxation: readonly Change[] | null;
    };

/** Whether some panel of this many seats meets every target. The targets and the pool must be free of problems. */
export function checkFeasibility(targets: Targets, pool: Pool, seats: number, solver: Solver): Feasibility {
  const { types } = mergeByType(pool, targets);
  if (solver.solve(panelProgramme(types, rowBounds(targets), seats)) !== null) return { feasible: true };
  return {
    feasible: false,
    conflict: findConflict(targets, pool, types, seats, solver),
    relaxation: leastRelaxation(targets, types, seats, solver),
  };
}

const rowBounds = (targets: Targets): { lower: number; upper: number }[] =>
  targets.map(({ min, max }) => ({ lower: min, upper: max }));

/**
 * Drops bounds for as long as what remains is impossible (deletion filter): first whole categories, so that the conflict
 * names few of them, then single bounds. Every bound left was tried alone, hence none can be spared.
 */
function findConflict(
  targets: Targets,
  pool: Pool,
  types: readonly PersonType[],
  seats: number,
  solver: Solver,
): Bound[] {
  const counts = countByTarget(pool, targets);
  const all = targets.flatMap(({ category, value, min, max }, target) => [
    { target, category, value, bound: 'min' as const, limit: min, inPool: counts[target]! },
    { target, category, value, bound: 'max' as const, limit: max, inPool: counts[target]! },
  ]);
  const impossible = (bounds: typeof all): boolean => {
    const rows = targets.map(() => ({}) as { lower?: number; upper?: number });
    for (const { target, bound, limit } of bounds) rows[target]![bound === 'min' ? 'lower' : 'upper'] = limit;
    return solver.solve(panelProgramme(types, rows, seats)) === null;
  };

  // A group that the pool cannot fill is the plainest conflict there is.
  const unfillable = all.find(({ bound, limit, inPool }) => bound === 'min' && limit > inPool);
  let kept = unfillable === undefined ? all : [unfillable];
  const dropIfSpared = (spared: (bound: (typeof all)[number]) => boolean): void => {
    const rest = kept.filter((bound) => !spared(bound));
    if (rest.length < kept.length && impossible(rest)) kept = rest;
  };
  for (const category of categoriesOf(targets).reverse()) dropIfSpared((bound) => bound.category === category);
  for (const candidate of all) dropIfSpared((bound) => bound === candidate);
  return kept.map(({ category, value, bound, limit, inPool }) => ({ category, value, bound, limit, inPool }));
}

/** The conflict as an English sentence. */
export function describeConflict(conflict: readonly Bound[], seats: number): string {
  const asked = conflict.map(({ category, value, bound, limit, inPool }) => {
    const side = bound === 'min' ? 'at least' : 'at most';
    return `${side} ${String(limit)} with ${category} = ${value} (the pool has ${String(inPool)})`;
  });
  if (asked.length === 0) return `The pool has fewer people than the ${String(seats)} seats.`;
  if (asked.length === 1) return `No panel of ${String(seats)} can have ${asked[0]!}.`;
  return `No panel of ${String(seats)} can meet these targets together: ${asked.join('; ')}.`;
}
