/** What a command of the lottery has to say, to people and to programs. */
import type { Command } from 'commander';
import { describeConflict, describeProblem, describeRelaxation, seatProblems } from '../../lib/lottery/index.ts';
import type { Bound, LotteryTerms, Problem, Relaxation } from '../../lib/lottery/index.ts';

/** Exit code 0 done, 1 infeasible or not verified, 2 bad input; lines for people, data for `--json`. */
export interface Outcome {
  readonly code: 0 | 1 | 2;
  readonly lines: readonly string[];
  readonly data: object;
}

const SHOWN_PROBLEMS = 20;

/** Runs a command and reports its outcome, as JSON where `--json` was given. */
export const reporting =
  <Given extends unknown[]>(run: (...given: Given) => Promise<Outcome>) =>
  async (...given: [...Given, Command]): Promise<void> => {
    const command = given.pop() as Command;
    report(await run(...(given as unknown as Given)), command.opts<{ json?: true }>().json);
  };

function report({ code, lines, data }: Outcome, json = false): void {
  process.exitCode = code;
  if (json) process.stdout.write(`${JSON.stringify(data)}\n`);
  else (code === 2 ? process.stderr : process.stdout).write(`${lines.join('\n')}\n`);
}

export const badInput = (message: string): Outcome => ({ code: 2, lines: [message], data: { error: message } });

export function badFiles(problems: readonly Problem[]): Outcome {
  const lines = problems.slice(0, SHOWN_PROBLEMS).map(describeProblem);
  if (problems.length > SHOWN_PROBLEMS) lines.push(`… and ${String(problems.length - SHOWN_PROBLEMS)} more.`);
  return { code: 2, lines, data: { error: 'The files have problems.', problems: described(problems) } };
}

/** Why no panel exists, and what could give way: each suggestion is enough by itself. */
export function infeasible(
  { targets, pool, seats }: LotteryTerms,
  conflict: readonly Bound[],
  relaxations: readonly Relaxation[],
): Outcome {
  const problems = seatProblems(targets, pool, seats);
  const error = describeConflict(conflict, seats);
  const suggested = relaxations.map((relaxation) => ({
    ...relaxation,
    sentences: describeRelaxation(relaxation.changes),
  }));
  const suggestions = suggested.flatMap(({ sentences }, place) => [
    place === 0 ? 'The least change of the targets that makes a panel possible:' : 'Or instead:',
    ...sentences.map((sentence) => `  ${sentence}`),
  ]);
  if (suggestions.length === 0) suggestions.push('No change of the targets within their flex makes a panel possible.');
  return {
    code: 1,
    lines: [error, ...problems.map(describeProblem), ...suggestions],
    data: { feasible: false, error, conflict, relaxations: suggested, problems: described(problems) },
  };
}

const described = (problems: readonly Problem[]) =>
  problems.map((problem) => ({ ...problem, message: describeProblem(problem) }));
