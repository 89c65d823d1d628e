/** The tables at the end of a bench. */
import type { Held } from './capacity.ts';
import type { Kind } from './crowd.ts';
import { median, percentile, table } from './figures.ts';
import type { Measured } from './load.ts';
import type { Stormed } from './storm.ts';

export interface Run extends Measured {
  readonly kind: Kind;
  readonly juries: number;
  readonly seconds: number;
  /** Microseconds of the server's processor time: in all its threads, and in that of the event loop. */
  readonly cpu: number;
  readonly loop: number;
}

type Figure = readonly [name: string, of: (run: Run) => number, digits: number];

const FIGURES: readonly Figure[] = [
  ['acts a second', ({ acknowledged, seconds }) => acknowledged / seconds, 0],
  ['deliveries a second', ({ deliveries, seconds }) => deliveries / seconds, 0],
  ['acknowledged after, p50 ms', ({ acknowledgedAfter }) => percentile(acknowledgedAfter, 0.5), 1],
  ['acknowledged after, p99 ms', ({ acknowledgedAfter }) => percentile(acknowledgedAfter, 0.99), 1],
  ['everyone has it after, p99 ms', ({ everyoneAfter }) => percentile(everyoneAfter, 0.99), 1],
  ['server CPU an act, µs', ({ cpu, acknowledged }) => cpu / acknowledged, 0],
  ['of that on the event loop, µs', ({ loop, acknowledged }) => loop / acknowledged, 0],
  ['server CPU a delivery, µs', ({ cpu, deliveries }) => cpu / deliveries, 1],
  ['of that on the event loop, µs', ({ loop, deliveries }) => loop / deliveries, 1],
  ['missing, doubled or out of order', ({ missing, disorder }) => missing + disorder, 0],
  ['the generator itself late, p99 ms', ({ lateBy }) => percentile(lateBy, 0.99), 1],
];

const ratioOf = (ours: number, bare: number): string => (bare === 0 ? '–' : (ours / bare).toFixed(2));

const ofSize = (runs: readonly Run[], kind: Kind, size: number): readonly Run[] =>
  runs.filter((run) => run.kind === kind && run.juries === size);

/** Sizes at which both servers were measured, ascending. */
function sizesOfBoth(runs: readonly Run[]): readonly number[] {
  const sizes = [...new Set(runs.map(({ juries }) => juries))].sort((one, other) => one - other);
  return sizes.filter((size) => ofSize(runs, 'alqa', size).length > 0 && ofSize(runs, 'bare', size).length > 0);
}

/** Both servers at each size that both were measured at: medians of the runs. */
export function runsTable(runs: readonly Run[]): string {
  const both = sizesOfBoth(runs);
  const of = (kind: Kind, size: number): readonly Run[] => ofSize(runs, kind, size);
  const head = ['juries', ...both.flatMap((size) => [`${size}: Alqa`, 'bare', 'ratio'])];
  const rows = FIGURES.map(([name, figure, digits]) => [
    name,
    ...both.flatMap((size) => {
      const [ours, bare] = [median(of('alqa', size).map(figure)), median(of('bare', size).map(figure))] as const;
      return [ours.toFixed(digits), bare.toFixed(digits), ratioOf(ours, bare)];
    }),
  ]);
  return table([head, ...rows]);
}

export function heldLines(held: Held<Kind>, largest: number): string {
  const said = ({ held: most, failed }: Held<Kind>[Kind]): string =>
    failed === null ? `at least ${most} (no more were seated)` : `${most} (not ${failed})`;
  const share = held.alqa.held / held.bare.held;
  const open = held.alqa.held === largest || held.bare.held === largest;
  return [
    `juries held with p99 < 100 ms: Alqa ${said(held.alqa)}, bare Socket.IO ${said(held.bare)}`,
    held.bare.held === 0
      ? 'The bare server held not even the smallest number: the machine was too busy for a comparison.'
      : `ratio ${share.toFixed(2)}; the aim is 0.80${open ? ' (at least one of the two was not brought to its limit)' : ''}`,
  ].join('\n');
}

/** What the processor alone would allow: juries that fill one event loop, reckoned from the largest size at which both were measured. */
export function loopLines(runs: readonly Run[], every: number): string {
  const size = sizesOfBoth(runs).at(-1) ?? 0;
  const carried = (kind: Kind): number =>
    median(ofSize(runs, kind, size).map(({ juries, seconds, loop }) => (juries * seconds * 1e6) / loop));
  const [ours, bare] = [carried('alqa'), carried('bare')];
  return `juries that would fill one event loop, by its processor time with ${size} (an act a juror every ${every} s): Alqa ${ours.toFixed(0)}, bare ${bare.toFixed(0)}, ratio ${ratioOf(ours, bare)}`;
}

/** `storms`: by what is told of them. */
export function stormTable(storms: readonly (readonly [name: string, Stormed])[]): string {
  const head = ['', 'up to date, p50 ms', 'p99 ms', 'all together, ms', 'bytes a client, p50', 'largest', 'behind'];
  const rows = storms.map(([name, { upToDateAfter, altogether, bytes, behind }]) => [
    name,
    percentile(upToDateAfter, 0.5).toFixed(1),
    percentile(upToDateAfter, 0.99).toFixed(1),
    altogether.toFixed(0),
    percentile(bytes, 0.5).toFixed(0),
    percentile(bytes, 1).toFixed(0),
    String(behind),
  ]);
  return table([head, ...rows]);
}
