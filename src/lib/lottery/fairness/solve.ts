/** The library's way in to fair lotteries: from people and targets to chances, panels and their proof. */
import seedrandom from 'seedrandom';
import { inCanonicalOrder, targetsInCanonicalOrder } from '../canonical.ts';
import { checkFeasibility, findConflict } from '../feasibility/feasibility.ts';
import type { Bound, Feasibility } from '../feasibility/feasibility.ts';
import type { Relaxation } from '../feasibility/relaxation.ts';
import type { Certificate, Lottery, LotteryTerms, Objective, Unselectable } from '../lottery.ts';
import { byCodeUnits } from '../pool.ts';
import type { Person } from '../pool.ts';
import { poolProblems, targetProblems } from '../reading/check-input.ts';
import type { Problem } from '../reading/problem.ts';
import { err, ok } from '../result.ts';
import type { Result } from '../result.ts';
import type { Solver } from '../solver.ts';
import { fairest } from './fairest.ts';
import type { Fairest } from './fairest.ts';
import { goldilocks } from './goldilocks.ts';
import { legacyPanels } from './legacy.ts';
import { leximin } from './leximin.ts';
import { averagesOf, chancesOf } from './lottery-by-type.ts';
import type { Means } from './mix.ts';
import { nash } from './nash.ts';
import { openSeats } from './open-seats.ts';
import type { OpenSeats } from './open-seats.ts';
import type { Outer } from './outer.ts';
import { goldilocksOf, leastOf, meanOf } from './certificate.ts';
import { seatPeople } from './seat-people.ts';

export interface LotteryRequest extends LotteryTerms {
  /** `leximin` when absent. */
  readonly objective?: Objective;
  /** Ids of those who sit already and stay, as in a replacement draw: they are on every panel. */
  readonly seated?: readonly string[];
  /** Ids of those who may not be drawn, such as members who left. */
  readonly excluded?: readonly string[];
  /** Seconds after which the best lottery found so far is given, with its gap. No limit when absent. */
  readonly timeLimit?: number;
  /** Milliseconds on any steady clock; only asked when there is a time limit. */
  readonly now?: () => number;
  readonly onProgress?: (progress: Progress) => void;
}

export interface Progress {
  readonly stage: 'bounds' | 'panels' | 'list';
  /** From 0 to 1; may stand still while something hard is proved. */
  readonly done: number;
  /** How often the bound was tightened, and by how much the worst-off person's chance still falls short of it. */
  readonly round?: number;
  readonly shortfall?: number;
}

export type SolveRefusal =
  | { readonly code: 'malformed'; readonly problems: readonly Problem[] }
  | {
      readonly code: 'infeasible';
      readonly conflict: readonly Bound[];
      readonly relaxations: readonly Relaxation[];
    };

/** Reasons are looked for one type of people at a time; beyond so many types only the fact is given. */
const EXPLAINED_TYPES = 300;

/**
 * The fairest lottery of the objective over all panels that meet every target, with its certificate. The same request
 * gives the same lottery on every machine, unless time runs out. Blocks until it is done: call it in a worker.
 * Nothing is relaxed by itself: where no panel exists, it says why and what would help.
 * @throws RangeError unless seats is a whole number from 1
 */
export function solveLottery(request: LotteryRequest, solver: Solver): Result<Lottery, SolveRefusal> {
  const { seats, objective = 'leximin', onProgress } = request;
  if (!Number.isSafeInteger(seats) || seats < 1) throw new RangeError(`${String(seats)} seats`);
  const pool = inCanonicalOrder(request.pool);
  const targets = targetsInCanonicalOrder(request.targets);
  const problems = [...targetProblems(targets), ...poolProblems(pool, targets)];
  if (problems.length > 0) return err({ code: 'malformed', problems });
  const open = openSeats({ ...request, pool, targets });
  const feasibility = checkFeasibility(open.targets, open.pool, open.seats, solver);
  if (!feasibility.feasible) {
    return err({ code: 'infeasible', ...ofAllSeats(feasibility, open) });
  }
  onProgress?.({ stage: 'bounds', done: 0 });
  const means = { solver, random: seedrandom('alqa'), isLate: deadline(request) };
  const found = objective === 'legacy' ? byLegacy(open, means) : byObjective(open, objective, means, onProgress);
  const { space, members, seated } = open;
  const reached = chancesOf(space, averagesOf(space, found.parts));
  const chances = new Map(seated.map((id) => [id, 1]));
  members.forEach((ids, type) => ids.forEach((id) => chances.set(id, Math.min(1, reached[type]!))));
  return ok({
    objective,
    seats,
    people: pool.map(({ id }) => ({ id, probability: chances.get(id) ?? 0 })),
    panels: seatPeople(found.parts, members).map(({ probability, members: ids }) => ({
      probability,
      members: [...seated, ...ids].sort(byCodeUnits),
    })),
    certificate: certificateOf(open, objective, found, reached),
    unselectable: unselectableIn(open, found.selectable, pool, solver),
  });
}

/** What stands in the way and what would help, with the limits of all seats and not only of those still open. */
function ofAllSeats(
  { conflict, relaxations }: Extract<Feasibility, { feasible: false }>,
  { targets, seatedCounts }: OpenSeats,
): Pick<Extract<SolveRefusal, { code: 'infeasible' }>, 'conflict' | 'relaxations'> {
  const seatedWith = ({ category, value }: Pick<Bound, 'category' | 'value'>): number =>
    seatedCounts[targets.findIndex((target) => target.category === category && target.value === value)]!;
  return {
    conflict: conflict.map((bound) => ({ ...bound, limit: bound.limit + seatedWith(bound) })),
    relaxations: relaxations.map(({ weight, changes }) => ({
      weight,
      changes: changes.map((change) => {
        const seated = seatedWith(change);
        return { ...change, from: change.from + seated, to: change.to + seated };
      }),
    })),
  };
}

function deadline({ timeLimit, now = () => performance.now() }: LotteryRequest): () => boolean {
  if (timeLimit === undefined) return () => false;
  const end = now() + timeLimit * 1000;
  return () => now() >= end;
}

function byObjective(
  { space }: OpenSeats,
  objective: Exclude<Objective, 'legacy'>,
  means: Means,
  onProgress: LotteryRequest['onProgress'],
): Fairest {
  const best: Record<typeof objective, (outer: Outer) => Float64Array> = {
    leximin: (outer) => leximin(outer, means.solver),
    // Many lotteries share the largest smallest chance; the leximin one is among them, and the one to prefer.
    maximin: (outer) => leximin(outer, means.solver),
    nash: (outer) => nash(outer, means.solver),
    goldilocks: (outer) => goldilocks(outer, means.solver),
  };
  // How many rounds there will be cannot be known; each halves what the bar has left.
  return fairest(space, best[objective], means, (round, shortfall) =>
    onProgress?.({ stage: 'panels', done: 1 - 2 ** -round, round, shortfall }),
  );
}

function byLegacy({ space }: OpenSeats, { random }: Means): Fairest {
  const parts = legacyPanels(space, random);
  const ideal = averagesOf(space, parts);
  return { parts, ideal, shortfall: 0, selectable: Array.from(ideal, (people) => people > 0) };
}

/** The bound that the outer side proves, and how far this lottery stays from it. */
function certificateOf(
  { space }: OpenSeats,
  objective: Objective,
  { ideal, selectable }: Fairest,
  reached: Float64Array,
): Certificate | null {
  const bounds = chancesOf(space, ideal);
  switch (objective) {
    case 'leximin': {
      // The whole vector of chances is proved, so the gap is the largest by which anybody's chance falls short.
      const gap = bounds.reduce((largest, bound, type) => Math.max(largest, bound - reached[type]!), 0);
      return { bound: leastOf(bounds, selectable), gap };
    }
    case 'maximin': {
      const bound = leastOf(bounds, selectable);
      return { bound, gap: Math.max(0, bound - leastOf(reached, selectable)) };
    }
    case 'nash': {
      const bound = meanOf(space, bounds, selectable);
      return { bound, gap: Math.max(0, bound - meanOf(space, reached, selectable)) };
    }
    case 'goldilocks': {
      const bound = goldilocksOf(space, bounds, selectable);
      return { bound, gap: Math.max(0, goldilocksOf(space, reached, selectable) - bound) };
    }
    case 'legacy':
      return null;
  }
}

function unselectableIn(
  { space, members, targets, pool }: OpenSeats,
  selectable: readonly boolean[],
  everybody: readonly Person[],
  solver: Solver,
): Unselectable[] {
  const types = selectable.flatMap((isSelectable, type) => (isSelectable ? [] : [type]));
  const because = new Map<string, readonly Bound[]>();
  const conflicts: Bound[][] = [];
  for (const type of types) {
    const bounds = types.length > EXPLAINED_TYPES ? [] : findConflict(targets, pool, space, solver, type, conflicts);
    if (!conflicts.some((known) => JSON.stringify(known) === JSON.stringify(bounds))) conflicts.push(bounds);
    for (const id of members[type]!) because.set(id, bounds);
  }
  return everybody.flatMap(({ id }) => {
    const bounds = because.get(id);
    return bounds === undefined ? [] : [{ id, because: bounds }];
  });
}
