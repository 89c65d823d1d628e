/** The small lottery by which free seats are filled: those who stay are fixed, everything else is as in the first. */
import { sha256Hex } from '../chance.ts';
import { equalChanceList } from '../fairness/list.ts';
import { solveLottery } from '../fairness/solve.ts';
import type { LotteryRequest, SolveRefusal } from '../fairness/solve.ts';
import type { Change } from '../feasibility/relaxation.ts';
import type { Lottery } from '../lottery.ts';
import { byCodeUnits, normalise } from '../pool.ts';
import { err, ok } from '../result.ts';
import type { Result } from '../result.ts';
import type { Solver } from '../solver.ts';
import { relaxed } from './check-panels.ts';
import { commitList } from './commit.ts';
import type { PanelDraw, RecordFiles } from './files.ts';
import type { PublishedRecord } from './read-record.ts';
import type { Link } from './succession.ts';

export interface Departure {
  /** Ids of those who leave: members, or alternates who will not come. None of them can be drawn again. */
  readonly leaving: readonly string[];
  /** Ids of those who surely stay, such as alternates who took a seat. Members named in neither list keep their seats. */
  readonly confirmed?: readonly string[];
  /** Length of the new reserve; as long as the one before if absent. */
  readonly alternates?: number;
}

export interface PreparedReplacement {
  /** The commitment: `drawFromList` makes the record of it. */
  readonly files: RecordFiles;
  readonly lottery: Lottery;
  /** By how much the list lowers the smallest chance. */
  readonly loss: number;
  /** The bounds that had to give way; empty when the targets are restored. */
  readonly deviations: readonly Change[];
}

export type ReplacementRefusal =
  | { readonly code: 'not-drawn' | 'nobody-leaves' }
  /** Named as leaving or confirmed, but neither drawn nor in reserve, or both leaving and confirmed. */
  | { readonly code: 'not-drawn-from' | 'leaving-and-confirmed'; readonly ids: readonly string[] }
  | { readonly code: 'no-free-seat'; readonly seated: number; readonly seats: number }
  | Extract<SolveRefusal, { code: 'infeasible' }>;

/**
 * Prepares the draw that fills the free seats of a verified record: pool, targets, objective and length of the list stay.
 * Where no panel with those who stay meets the targets, the relaxation of least weight is applied and stated: the first
 * that the solver suggests within the flex of the targets or, where none is enough, beyond it.
 */
export function prepareReplacement(
  { files, record }: Link,
  departure: Departure,
  solver: Solver,
  options: Pick<LotteryRequest, 'timeLimit' | 'now' | 'onProgress'> = {},
): Result<PreparedReplacement, ReplacementRefusal> {
  const { draw, commitment, pool, targets } = record;
  if (draw === null || files['draw.json'] === undefined) return err({ code: 'not-drawn' });
  const parties = partiesOf(record, draw, departure);
  if (!parties.ok) return parties;
  const { leaving, left, seated } = parties.value;
  const { seats, objective, size } = commitment;
  const request = { ...options, pool, targets, seats, objective, seated, excluded: [...leaving, ...left] };
  const nearest = solveNearest(request, solver);
  if (!nearest.ok) return nearest;
  const { lottery, deviations } = nearest.value;
  const taken = { ...request, targets: relaxed(targets, deviations) };
  const { panels, loss } = equalChanceList(lottery, taken, size);
  const replacement = { of: sha256Hex(files['draw.json']), leaving, left, seated, deviations };
  const alternates = departure.alternates ?? commitment.alternates;
  return ok({
    files: commitList({ pool, targets, seats, objective, list: panels, alternates, replacement }),
    lottery,
    loss,
    deviations,
  });
}

/** Who leaves, who left before and who keeps a seat, each in canonical order. */
function partiesOf(
  { commitment }: PublishedRecord,
  draw: PanelDraw,
  departure: Departure,
): Result<{ leaving: string[]; left: string[]; seated: string[] }, ReplacementRefusal> {
  const ordered = (ids: Iterable<string>): string[] => [...new Set([...ids].map(normalise))].sort(byCodeUnits);
  const leaving = ordered(departure.leaving);
  const confirmed = ordered(departure.confirmed ?? []);
  if (leaving.length === 0) return err({ code: 'nobody-leaves' });
  const drawn = new Set([...draw.panel, ...draw.alternates]);
  const strangers = [...leaving, ...confirmed].filter((id) => !drawn.has(id));
  if (strangers.length > 0) return err({ code: 'not-drawn-from', ids: strangers });
  const both = confirmed.filter((id) => leaving.includes(id));
  if (both.length > 0) return err({ code: 'leaving-and-confirmed', ids: both });
  const seated = ordered([...draw.panel.filter((id) => !leaving.includes(id)), ...confirmed]);
  const { seats, replacement } = commitment;
  if (seated.length >= seats) return err({ code: 'no-free-seat', seated: seated.length, seats });
  return ok({ leaving, left: ordered([...(replacement?.leaving ?? []), ...(replacement?.left ?? [])]), seated });
}

function solveNearest(
  request: LotteryRequest,
  solver: Solver,
): Result<{ lottery: Lottery; deviations: Change[] }, Extract<SolveRefusal, { code: 'infeasible' }>> {
  const attempt = (deviations: readonly Change[] | null) => {
    const targets = deviations === null ? request.targets : relaxed(request.targets, deviations);
    const solved = solveLottery({ ...request, targets }, solver);
    if (!solved.ok && solved.error.code === 'malformed') throw new Error('A verified record was found malformed');
    return solved as Result<Lottery, Extract<SolveRefusal, { code: 'infeasible' }>>;
  };
  const exact = attempt(null);
  if (exact.ok) return ok({ lottery: exact.value, deviations: [] });
  const beyond = exact.error.relaxations.length > 0 ? exact : attempt([]);
  if (beyond.ok) throw new Error('The solver contradicts itself about the same targets');
  const [least] = [...beyond.error.relaxations].sort((a, b) => a.weight - b.weight);
  if (least === undefined) return beyond;
  const nearest = attempt(least.changes);
  return nearest.ok ? ok({ lottery: nearest.value, deviations: [...least.changes] }) : nearest;
}
