/** The field's program on the same pools in the same minutes, where a Python with it is at hand. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { LotteryTerms } from '../../../src/lib/lottery/index.ts';
import type { Figure } from './sources.ts';

const SCRIPT = join(import.meta.dirname, 'reference.py');

export const isReferenceThere = (): boolean =>
  spawnSync('python3', [SCRIPT], { stdio: ['ignore', 'ignore', 'ignore'] }).status === 0;

/** Its leximin. Null seconds and a note where it gave no lottery within the limit. */
export function referenceRun(terms: LotteryTerms, limitMs: number): Figure {
  const input = JSON.stringify({
    seats: terms.seats,
    targets: terms.targets.map(({ category, value, min, max }) => ({
      feature: category,
      value,
      min: String(min),
      max: String(max),
    })),
    people: terms.pool.map(({ id, values }) => ({ id, ...values })),
  });
  const ran = spawnSync('python3', [SCRIPT], { input, encoding: 'utf8', timeout: limitMs, killSignal: 'SIGKILL' });
  if (ran.signal !== null) return { seconds: null, note: `cut off after ${(limitMs / 1000).toFixed(0)} s` };
  if (ran.status !== 0) return { seconds: null, note: ran.stderr.trim().split('\n').at(-1) ?? 'failed' };
  return JSON.parse(ran.stdout.trim().split('\n').at(-1)!) as Figure;
}
