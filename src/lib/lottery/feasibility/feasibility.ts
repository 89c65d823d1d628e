import { panelProgramme, panelSpace } from '../panel-space.ts';
import type { PanelSpace } from '../panel-space.ts';
import { categoriesOf, countByTarget } from '../pool.ts';
import type { Pool, Targets } from '../pool.ts';
import type { WholeSolver } from '../solver.ts';
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
export function checkFeasibility(targets: Targets, pool: Pool, seats: number, solver: WholeSolver): Feasibility {
  const { space } = panelSpace(pool, targets, seats);
  if (solver.solve(panelProgramme(space)) !== null) return { feasible: true };
  return {
    feasible: false,
    conflict: findConflict(targets, pool, space, solver),
    relaxations: leastRelaxations(targets, space, solver),
  };
}

/**
 * Bounds that cannot hold together (with at least one person of the type `seated`, where given), none of which can be spared.
 * Bounds are dropped for as long as what remains is impossible (the deletion filter of Chinneck, 1991): first whole
 * categories, so that the conflict names few of them, then single bounds.
 */
export function findConflict(
  targets: Targets,
  pool: Pool,
  space: PanelSpace,
  solver: WholeSolver,
  seated?: number,
): Bound[] {
  const counts = countByTarget(pool, targets);
  const all = targets.flatMap(({ category, value, min, max }, target) => [
    { target, category, value, bound: 'min' as const, limit: min, inPool: counts[target]! },
    { target, category, value, bound: 'max' as const, limit: max, inPool: counts[target]! },
  ]);
  const impossible = (bounds: typeof all): boolean => {
    const lower = space.lower.map((least, row) => (row < targets.length ? 0 : least));
    const upper = space.upper.map((most, row) => (row < targets.length ? Infinity : most));
    for (const { target, bound, limit } of bounds) (bound === 'min' ? lower : upper)[target] = limit;
    const programme = panelProgramme({ ...space, lower, upper });
    const columns = programme.columns.map((column, type) => (type === seated ? { ...column, lower: 1 } : column));
    return solver.solve({ ...programme, columns }) === null;
  };

  let kept = plainest(all, space, seated) ?? all;
  const dropIfSpared = (spared: (bound: (typeof all)[number]) => boolean): void => {
    const rest = kept.filter((bound) => !spared(bound));
    if (rest.length < kept.length && impossible(rest)) kept = rest;
  };
  for (const category of categoriesOf(targets).reverse()) dropIfSpared((bound) => bound.category === category);
  for (const candidate of all) dropIfSpared((bound) => bound === candidate);
  return kept.map(({ category, value, bound, limit, inPool }) => ({ category, value, bound, limit, inPool }));
}

/** A conflict of a single bound, the plainest there is: a group the pool cannot fill, or one that nobody may sit for. */
function plainest<B extends Bound & { readonly target: number }>(
  all: readonly B[],
  { rowsOf }: PanelSpace,
  seated: number | undefined,
): B[] | null {
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
