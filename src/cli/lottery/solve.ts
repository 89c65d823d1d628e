import { Command } from 'commander';
import {
  describeUnselectable,
  equalChanceList,
  err,
  fairnessOf,
  listHash,
  loadSolver,
  ok,
  solveLottery,
} from '../../lib/lottery/index.ts';
import type { EqualChanceList, Lottery, Result } from '../../lib/lottery/index.ts';
import { readSolving, withSolving } from './input.ts';
import type { SolveOptions, Solving } from './input.ts';
import { badFiles, infeasible, reporting } from './outcome.ts';
import type { Outcome } from './outcome.ts';
import { reportLines } from './report.ts';

export interface Solved {
  readonly lottery: Lottery;
  readonly list: EqualChanceList;
  /** By how much the list lowers the smallest chance. */
  readonly loss: number;
}

export const solveCommand = (): Command =>
  withSolving(new Command('solve'))
    .description("find the fairest lottery and show each person's chance")
    .option('--report', 'also people by chance, the chances of each value, and the greedy method beside it')
    .action(reporting(solve));

async function solve(options: SolveOptions & { readonly report?: true; readonly json?: true }): Promise<Outcome> {
  const input = await readSolving(options);
  if (!input.ok) return input.error;
  const started = performance.now();
  const solved = await solveInput(input.value);
  if (!solved.ok) return solved.error;
  const seconds = (performance.now() - started) / 1000;
  const { lottery, list, loss } = solved.value;
  const { objective, seats, people, panels, certificate } = lottery;
  const fairness = fairnessOf(people.map(({ probability }) => probability));
  const unselectable = lottery.unselectable.map((person) => ({
    id: person.id,
    reason: describeUnselectable(person.because),
  }));
  return {
    code: 0,
    lines: [
      `${objective}: ${String(people.length)} people for ${String(seats)} seats, in ${seconds.toFixed(2)} s.`,
      `Chances: smallest ${percent(fairness.min)}, largest ${percent(fairness.max)}, Gini ${fairness.gini.toFixed(3)}.`,
      certificate === null
        ? 'No proof: this method promises nothing; its chances are estimated from repeated draws.'
        : `Proof: none is better than ${certificate.bound.toPrecision(6)}; this one is within ${certificate.gap.toPrecision(2)} of it.`,
      `List of ${String(list.length)} panels, ${listHash(list)}; it lowers the smallest chance by ${percent(loss)}.`,
      ...unselectable.map(({ id, reason }) => `${id} cannot be drawn. ${reason}`),
      ...(options.report && !options.json ? await reportLines(lottery, input.value.request) : []),
    ],
    data: {
      seats,
      pool: people.length,
      objective,
      seconds,
      bound: certificate?.bound ?? null,
      gap: certificate?.gap ?? null,
      ...fairness,
      people,
      panels,
      list: { size: list.length, loss, sha256: listHash(list) },
      unselectable,
    },
  };
}

/** The lottery and its list, or why there is none. */
export async function solveInput({ request, panels: size }: Solving): Promise<Result<Solved, Outcome>> {
  const solver = await loadSolver();
  const lottery = solveLottery(request, solver);
  if (!lottery.ok) {
    if (lottery.error.code === 'malformed') return err(badFiles(lottery.error.problems));
    return err(infeasible(request, lottery.error.conflict, lottery.error.relaxations));
  }
  const { panels: list, loss } = equalChanceList(lottery.value, request, size);
  return ok({ lottery: lottery.value, list, loss });
}

const percent = (chance: number): string => `${(chance * 100).toFixed(2)}%`;
