import { canonicalJson, inCanonicalOrder, poolHash, targetsHash, targetsInCanonicalOrder } from '../canonical.ts';
import { chanceFrom, normaliseSeed, seedHash, sha256Hex, shuffle } from '../chance.ts';
import { poolProblems, targetProblems } from '../reading/check-input.ts';
import { alternatesIn, commitmentOf, METHOD } from './commitment.ts';
import type { DrawTerms } from './commitment.ts';
import { beginPanel } from './completion.ts';
import { checkFeasibility } from '../feasibility/feasibility.ts';
import type { Feasibility } from '../feasibility/feasibility.ts';
import { mergeByType } from '../person-types.ts';
import { byCodeUnits, countByTarget } from '../pool.ts';
import type { Person, Targets } from '../pool.ts';
import type { Problem } from '../reading/problem.ts';
import { err, ok } from '../result.ts';
import type { Result } from '../result.ts';
import type { WholeSolver } from '../solver.ts';

export interface DrawRequest extends DrawTerms {
  readonly seed: string;
  /** What was published before the seed existed: `commitmentOf` the other fields. */
  readonly commitment: string;
}

/** The public record of a draw: with the pool and the targets, all that is needed to repeat it. */
export interface Draw {
  readonly method: string;
  readonly poolHash: string;
  readonly targetsHash: string;
  readonly seats: number;
  readonly commitment: string;
  readonly seed: string;
  /** SHA-256 of the canonical JSON of all ids in shuffled order. */
  readonly orderHash: string;
  /** Ids in canonical order. */
  readonly panel: readonly string[];
  /** Ids in the order in which they are to be asked. */
  readonly alternates: readonly string[];
}

export type DrawRefusal =
  | { readonly code: 'malformed'; readonly problems: readonly Problem[] }
  | { readonly code: 'commitment-differs'; readonly expected: string; readonly found: string }
  | ({ readonly code: 'infeasible' } & Omit<Extract<Feasibility, { feasible: false }>, 'feasible'>);

/**
 * Draws a panel by the serial lottery: the people are shuffled, then taken in turn; each is seated if a panel that meets
 * every target still exists with them. The alternates are the first people of the same order who are not seated.
 * The same request gives the same record on every machine.
 * @throws RangeError unless seats is a whole number from 1 and alternates one from 0.
 */
export function drawPanel(request: DrawRequest, solver: WholeSolver): Promise<Result<Draw, DrawRefusal>> {
  // A promise already, so that longer-running methods can take over without touching a caller.
  return new Promise((resolve) => resolve(draw(request, solver)));
}

function draw(request: DrawRequest, solver: WholeSolver): Result<Draw, DrawRefusal> {
  const { seats, seed, commitment } = request;
  if (!Number.isSafeInteger(seats) || seats < 1) throw new RangeError(`${String(seats)} seats`);
  if (!Number.isSafeInteger(request.alternates) || request.alternates < 0) {
    throw new RangeError(`${String(request.alternates)} alternates`);
  }
  const pool = inCanonicalOrder(request.pool);
  const targets = targetsInCanonicalOrder(request.targets);
  const problems = [...targetProblems(targets), ...poolProblems(pool, targets)];
  if (problems.length > 0) return err({ code: 'malformed', problems });
  const expected = commitmentOf(request);
  if (commitment !== expected) return err({ code: 'commitment-differs', expected, found: commitment });

  const order = shuffle(pool, chanceFrom(seedHash(seed, commitment)));
  const seated = seatInTurn(order, targets, seats, solver);
  if (seated === null) {
    const reason = checkFeasibility(targets, pool, seats, solver);
    if (reason.feasible) throw new Error('The solver contradicts itself about the same programme');
    return err({ code: 'infeasible', conflict: reason.conflict, relaxations: reason.relaxations });
  }
  const idsWhere = (isSeated: boolean): string[] =>
    order.filter((_, turn) => seated.has(turn) === isSeated).map((person) => person.id);
  return ok({
    method: METHOD,
    poolHash: poolHash(pool),
    targetsHash: targetsHash(targets),
    seats,
    commitment,
    seed: normaliseSeed(seed),
    orderHash: sha256Hex(canonicalJson(order.map((person) => person.id))),
    panel: idsWhere(true).sort(byCodeUnits),
    alternates: idsWhere(false).slice(0, alternatesIn(request)),
  });
}

/** The turns at which somebody is seated, or null when no panel meets the targets. */
function seatInTurn(
  order: readonly Person[],
  targets: Targets,
  seats: number,
  solver: WholeSolver,
): Set<number> | null {
  const { types, typeOf } = mergeByType(order, targets);
  const panel = beginPanel(types, targets, seats, solver);
  if (panel === null) return null;
  const seated = new Set<number>();
  for (const [turn, type] of typeOf.entries()) {
    if (seated.size === seats) break;
    if (panel.admit(type)) seated.add(turn);
  }
  // Checked apart from all that was reckoned on the way: no mistake of a solver may become a panel.
  const counts = countByTarget(
    order.filter((_, turn) => seated.has(turn)),
    targets,
  );
  const met = targets.every(({ min, max }, target) => counts[target]! >= min && counts[target]! <= max);
  if (!met || seated.size !== seats) throw new Error('The panel misses its targets or its seats');
  return seated;
}
