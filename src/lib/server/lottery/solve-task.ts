/** Computing a lottery: the fairest chances, the list of panels that gives them, and what an organiser wants to know of it. */
import { randomInt } from 'node:crypto';
import {
  chancesIn,
  equalChanceList,
  fairnessOf,
  loadSolver,
  prepareReplacement,
  readRecord,
  solveLottery,
} from '../../lottery/index.ts';
import type {
  Bound,
  Change,
  EqualChanceList,
  Lottery,
  Pool,
  Progress,
  Relaxation,
  SolveRefusal,
  Solver,
  Targets,
} from '../../lottery/index.ts';
import { chancesByValue } from '../../lottery/fairness/report.ts';
import type { ValueChances } from '../../lottery/fairness/report.ts';
import { canonicalList, inListOrder, listHash } from '../../lottery/record/list.ts';
import type { Chances, Figure, Objective } from '../../jury/recruitment/selection.ts';
import { figuresOf } from './figures.ts';
import { poolFrom, recordFilesFrom, withColumnsShuffled } from './pool-source.ts';
import type { PoolSource } from './pool-source.ts';

export interface SolveInput extends PoolSource {
  readonly targets: Targets;
  readonly seats: number;
  readonly objective: Objective;
  /** Null for a panel. Otherwise the record of which draw is followed, who keeps a seat and who leaves. */
  readonly replacement: {
    readonly before: string;
    readonly seated: readonly string[];
    readonly leaving: readonly string[];
  } | null;
  /** Seconds after which the best lottery found so far is taken, with its gap. */
  readonly seconds: number;
}

/** No panel meets the targets: why, and the least that would have to give way. */
export interface Unsolvable {
  readonly solved: false;
  readonly conflict: readonly Bound[];
  readonly relaxations: readonly Relaxation[];
}

/** What is kept of a lottery beside its list. Chances from 0 to 1, as the list gives them. */
export interface LotteryResult {
  readonly chances: Chances;
  /** Each chance that occurs, with how many people have it, from the smallest. */
  readonly spread: readonly (readonly [chance: number, people: number])[];
  readonly groups: readonly ValueChances[];
  /** Those whom no panel can have, by the targets that keep them out: how many, and some of them. */
  readonly unselectable: readonly { readonly because: readonly Bound[]; readonly people: number }[];
  /** Smallest and largest chance by the greedy method; null where it was not asked. */
  readonly legacy: { readonly min: number; readonly max: number } | null;
  readonly seconds: number;
  /** How far targets had to give way for those who keep a seat. */
  readonly deviations: readonly Change[];
}

export interface Solved {
  readonly solved: true;
  /** The text of `list.json`. */
  readonly list: string;
  readonly result: LotteryResult;
}

/** A rehearsal has one draw in it already, of people who do not exist. */
export interface Rehearsed extends Omit<Solved, 'list'> {
  readonly number: number;
  readonly composition: readonly Figure[];
}

export async function solve(input: SolveInput, report: (progress: Progress) => void): Promise<Solved | Unsolvable> {
  const solver = await loadSolver();
  const found = input.replacement
    ? replace(input, input.replacement, solver, report)
    : compute(poolFrom(input), input, solver, report);
  return found.solved ? { solved: true, list: canonicalList(found.list), result: found.result } : found;
}

export async function rehearse(
  input: SolveInput,
  report: (progress: Progress) => void,
): Promise<Rehearsed | Unsolvable> {
  const pool = withColumnsShuffled(poolFrom(input));
  const found = compute(pool, input, await loadSolver(), report);
  if (!found.solved) return found;
  const { result, list } = found;
  const number = randomInt(list.length);
  const panel = new Set(inListOrder(list)[number]);
  const people = pool.filter(({ id }) => panel.has(id));
  return { solved: true, result, number, composition: figuresOf(people, input.targets) };
}

interface Found {
  readonly solved: true;
  readonly list: EqualChanceList;
  readonly result: LotteryResult;
}

function compute(
  pool: Pool,
  { targets, seats, objective, seconds }: SolveInput,
  solver: Solver,
  report: (progress: Progress) => void,
): Found | Unsolvable {
  const began = performance.now();
  const now = () => performance.now();
  const request = { pool, targets, seats, objective, timeLimit: seconds, now, onProgress: report };
  const lottery = solveLottery(request, solver);
  if (!lottery.ok) return unsolvable(lottery.error);
  const { panels: list, loss } = equalChanceList(lottery.value, request);
  const legacy = byLegacy({ ...request, objective: 'legacy' }, lottery.value, solver);
  const made = { list, loss, legacy, deviations: [], seconds: (now() - began) / 1000 };
  return { solved: true, list, result: resultOf(pool, targets, lottery.value, made) };
}

/** [R16] The chances of those who may be drawn for the empty seats; everybody else is left out of the figures. */
function replace(
  { seconds, ...input }: SolveInput,
  { before, seated, leaving }: NonNullable<SolveInput['replacement']>,
  solver: Solver,
  report: (progress: Progress) => void,
): Found | Unsolvable {
  const began = performance.now();
  const now = () => performance.now();
  const files = recordFilesFrom(input, before);
  const read = readRecord(files);
  if (!read.ok) throw new Error(`The record ${before} does not hold: ${JSON.stringify(read.error)}`);
  const options = { timeLimit: seconds, now, onProgress: report };
  const prepared = prepareReplacement({ files, record: read.value }, { leaving, confirmed: seated }, solver, options);
  if (!prepared.ok) {
    if (prepared.error.code !== 'infeasible') throw new Error(`No replacement: ${JSON.stringify(prepared.error)}`);
    return unsolvable(prepared.error);
  }
  const { lottery, loss, deviations, files: next } = prepared.value;
  const record = readRecord(next);
  if (!record.ok) throw new Error(`A record that was just made does not hold: ${JSON.stringify(record.error)}`);
  const { list, commitment, pool } = record.value;
  const gone = new Set([...seated, ...leaving, ...(commitment.replacement?.left ?? [])]);
  const drawnFrom = pool.filter(({ id }) => !gone.has(id));
  const made = { list, loss, legacy: null, deviations, seconds: (now() - began) / 1000 };
  return { solved: true, list, result: resultOf(drawnFrom, input.targets, lottery, made) };
}

function unsolvable(refusal: SolveRefusal): Unsolvable {
  if (refusal.code === 'malformed') throw new Error('A pool that was taken has problems');
  return { solved: false, conflict: refusal.conflict, relaxations: refusal.relaxations };
}

function byLegacy(
  request: Parameters<typeof solveLottery>[0],
  { unselectable }: Lottery,
  solver: Solver,
): LotteryResult['legacy'] {
  const greedy = solveLottery(request, solver);
  if (!greedy.ok) return null;
  const never = new Set(unselectable.map(({ id }) => id));
  const chances = greedy.value.people.filter(({ id }) => !never.has(id)).map(({ probability }) => probability);
  return rangeOf(chances);
}

interface Made extends Pick<LotteryResult, 'legacy' | 'deviations' | 'seconds'> {
  readonly list: EqualChanceList;
  readonly loss: number;
}

function resultOf(drawnFrom: Pool, targets: Targets, lottery: Lottery, made: Made): LotteryResult {
  const { list, loss, legacy, deviations, seconds } = made;
  const chances = chancesIn(list);
  const ids = new Set(drawnFrom.map(({ id }) => id));
  const unselectable = lottery.unselectable.filter(({ id }) => ids.has(id));
  const never = new Set(unselectable.map(({ id }) => id));
  const all = drawnFrom.map(({ id }) => chances.get(id) ?? 0);
  const fairness = fairnessOf(drawnFrom.filter(({ id }) => !never.has(id)).map(({ id }) => chances.get(id) ?? 0));
  return {
    chances: {
      panels: list.length,
      listHash: listHash(list),
      least: fairness.min,
      greatest: fairness.max,
      gini: fairness.gini,
      geometricMean: fairness.geometricMean,
      ...proofOf(lottery),
      loss,
      legacyLeast: legacy?.min ?? null,
      unselectable: never.size,
    },
    spread: spreadOf(all),
    groups: chancesByValue(drawnFrom, targets, chances),
    unselectable: reasonsOf(unselectable),
    legacy,
    seconds,
    deviations,
  };
}

/** The greedy method proves nothing; it is computed beside a lottery and never is one. */
function proofOf({ objective, certificate }: Lottery): Pick<Chances, 'objective' | 'bound' | 'gap'> {
  if (objective === 'legacy' || certificate === null) throw new Error('The yardstick was taken for a lottery');
  return { objective, bound: certificate.bound, gap: certificate.gap };
}

function spreadOf(chances: readonly number[]): LotteryResult['spread'] {
  const people = new Map<number, number>();
  for (const chance of chances) people.set(chance, (people.get(chance) ?? 0) + 1);
  return [...people].sort(([a], [b]) => a - b);
}

function rangeOf(chances: readonly number[]): { min: number; max: number } {
  return chances.reduce(
    ({ min, max }, chance) => ({ min: Math.min(min, chance), max: Math.max(max, chance) }),
    chances.length === 0 ? { min: 0, max: 0 } : { min: 1, max: 0 },
  );
}

function reasonsOf(unselectable: Lottery['unselectable']): LotteryResult['unselectable'] {
  const reasons = Map.groupBy(unselectable, ({ because }) => JSON.stringify(because));
  return [...reasons.values()].map((people) => ({ because: people[0]?.because ?? [], people: people.length }));
}
