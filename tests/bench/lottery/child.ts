/** Runs a measurement as a process of its own, within a limit. */
import { fork } from 'node:child_process';
import { join } from 'node:path';
import type { Measured, Task } from './measure.ts';

/** What was measured, or why not in words. */
export type Outcome = Measured | { readonly instead: string };

export const isMeasured = (outcome: Outcome): outcome is Measured => !('instead' in outcome);

/** How often a short measurement is repeated, and up to how many seconds it is short. */
const REPETITIONS = 3;
const SHORT = 3;

/**
 * The median by seconds of a few runs, or the only one where it is not short.
 * @param left how many milliseconds a run may take, asked before each
 */
export async function measured(task: Task, left: () => number): Promise<Outcome> {
  const runs: Measured[] = [];
  for (let repetition = 0; repetition < REPETITIONS; repetition += 1) {
    const run = await measuredOnce(task, left());
    if (!isMeasured(run)) return runs[0] ?? run;
    runs.push(run);
    if (run.seconds + run.listSeconds > SHORT) break;
  }
  return runs.toSorted((a, b) => a.seconds - b.seconds)[Math.floor((runs.length - 1) / 2)]!;
}

function measuredOnce(task: Task, limitMs: number): Promise<Outcome> {
  const child = fork(join(import.meta.dirname, 'measure.ts'), { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  return new Promise((resolve) => {
    const late = setTimeout(() => {
      child.kill('SIGKILL');
      resolve({ instead: `cut off after ${(limitMs / 1000).toFixed(0)} s` });
    }, limitMs);
    child.once('message', (run: Measured) => {
      clearTimeout(late);
      resolve(run);
    });
    child.once('exit', (code) => {
      clearTimeout(late);
      resolve({ instead: `ended with code ${String(code)}` });
    });
    child.send(task);
  });
}
