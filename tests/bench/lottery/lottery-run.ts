/** One lottery from its terms to its list, timed. The same code runs in Node and in a page. */
import { equalChanceList, loadSolver, solveLottery } from '../../../src/lib/lottery/index.ts';
import type { LotteryTerms, Objective } from '../../../src/lib/lottery/index.ts';
import { panelSpace } from '../../../src/lib/lottery/panel-space.ts';
import { Stages } from './stages.ts';
import type { Stage } from './stages.ts';

export interface LotteryRun {
  readonly people: number;
  readonly types: number;
  /** Of the clock, for the lottery and for its list. */
  readonly seconds: number;
  readonly listSeconds: number;
  readonly stages: Readonly<Record<Stage, number>>;
  /** Among all people, and among those who can be selected. */
  readonly smallest: number;
  readonly smallestSelectable: number;
  readonly unselectable: number;
  readonly bound: number | null;
  readonly gap: number | null;
  readonly loss: number;
  /** How many people stand on the list more than one time too often or too rarely. */
  readonly astray: number;
}

/** Counts this near to one away from a chance are one away: rounding of floating numbers. */
const ROUNDING = 1e-6;

/** @param wasmUrl where a page finds the solver */
export async function runLottery(terms: LotteryTerms, objective: Objective, wasmUrl?: string): Promise<LotteryRun> {
  const solver = await loadSolver(wasmUrl);
  const stages = new Stages();
  const began = performance.now();
  const solved = solveLottery({ ...terms, objective, onProgress: stages.onProgress }, stages.watch(solver));
  if (!solved.ok) throw new Error(`No lottery: ${JSON.stringify(solved.error)}`);
  const ended = performance.now();
  const byStage = stages.seconds();
  const { panels, loss } = equalChanceList(solved.value, terms);
  const listed = performance.now();
  const { people, certificate, unselectable } = solved.value;
  const none = new Set(unselectable.map(({ id }) => id));
  const least = (chances: readonly number[]): number => chances.reduce((a, b) => Math.min(a, b), 1);
  const times = new Map<string, number>();
  for (const id of panels.flat()) times.set(id, (times.get(id) ?? 0) + 1);
  return {
    people: people.length,
    types: panelSpace(terms.pool, terms.targets, terms.seats).space.sizes.length,
    seconds: (ended - began) / 1000,
    listSeconds: (listed - ended) / 1000,
    stages: byStage,
    smallest: least(people.map(({ probability }) => probability)),
    smallestSelectable: least(people.filter(({ id }) => !none.has(id)).map(({ probability }) => probability)),
    unselectable: unselectable.length,
    bound: certificate?.bound ?? null,
    gap: certificate?.gap ?? null,
    loss,
    astray: people.filter(
      ({ id, probability }) => Math.abs((times.get(id) ?? 0) - panels.length * probability) > 1 + ROUNDING,
    ).length,
  };
}
