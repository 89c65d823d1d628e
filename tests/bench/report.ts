/** The table at the end of a bench. */
import { median, percentile, table } from './figures.ts';
import type { Measured } from './load.ts';

export interface Run extends Measured {
  /** Microseconds of the server's processor time, in all its threads. */
  readonly cpu: number;
}

type Figure = readonly [name: string, of: (run: Run, seconds: number) => number, digits: number];

const FIGURES: readonly Figure[] = [
  ['acknowledged a second', ({ acknowledged }, seconds) => acknowledged / seconds, 1],
  ['acknowledged after, p50 ms', ({ acknowledgedAfter }) => percentile(acknowledgedAfter, 0.5), 1],
  ['acknowledged after, p99 ms', ({ acknowledgedAfter }) => percentile(acknowledgedAfter, 0.99), 1],
  ['everyone has it after, p50 ms', ({ everyoneAfter }) => percentile(everyoneAfter, 0.5), 1],
  ['everyone has it after, p99 ms', ({ everyoneAfter }) => percentile(everyoneAfter, 0.99), 1],
  ['server CPU a message, µs', ({ cpu, acknowledged }) => cpu / acknowledged, 0],
  ['deliveries that never came', ({ missing }) => missing, 0],
];

/** `runs` by kind and number of juries, `alqa 20`. Medians over the repetitions, and what Alqa needs of what the bare broadcast needs. */
export function reportOf(
  runs: ReadonlyMap<string, readonly Run[]>,
  sizes: readonly number[],
  jurors: number,
  seconds: number,
): string {
  const head = ['', ...sizes.flatMap((size) => [`${size} × ${jurors}: Alqa`, 'bare', 'ratio'])];
  const rows = FIGURES.map(([name, of, digits]) => {
    const cells = sizes.flatMap((size) => {
      const medianOf = (kind: string): number =>
        median((runs.get(`${kind} ${size}`) ?? []).map((run) => of(run, seconds)));
      const [ours, bare] = [medianOf('alqa'), medianOf('bare')];
      return [ours.toFixed(digits), bare.toFixed(digits), bare === 0 ? '–' : (ours / bare).toFixed(2)];
    });
    return [name, ...cells];
  });
  return table([head, ...rows]);
}
