/** How many juries a server holds: climbs a ladder of sizes, both servers in turns, then looks closer between the last that held and the first that did not. */
import { percentile } from './figures.ts';
import type { Measured } from './load.ts';

/** A jury is held while 99 of 100 acts are acknowledged, and have reached everyone, in less. Milliseconds from when they were due. */
export const LONGEST_P99 = 100;

/** Everything arrived, once and in order, and in time. */
export function isHeld({ sent, acknowledged, missing, disorder, acknowledgedAfter, everyoneAfter }: Measured): boolean {
  if (acknowledged < sent || missing > 0 || disorder > 0) return false;
  return percentile(acknowledgedAfter, 0.99) < LONGEST_P99 && percentile(everyoneAfter, 0.99) < LONGEST_P99;
}

export interface Climb<K extends string> {
  readonly kinds: readonly K[];
  /** Ascending. */
  readonly sizes: readonly number[];
  /** Another program's burst of work can only make a run worse, so a size is held when one of so many runs held. */
  readonly attempts: number;
  /** How often the gap is halved at the end. */
  readonly halvings: number;
  /** Measures once. Resolves with whether the size was held. */
  readonly run: (kind: K, size: number) => Promise<boolean>;
}

/** By kind, the largest size that was held (0 for none), and the smallest that was not; null where every size was held. */
export type Held<K extends string> = Record<K, { held: number; failed: number | null }>;

export async function climb<K extends string>({ kinds, sizes, attempts, halvings, run }: Climb<K>): Promise<Held<K>> {
  const held = Object.fromEntries(kinds.map((kind) => [kind, { held: 0, failed: null }])) as Held<K>;

  async function tryEach(sizeOf: (kind: K) => number | undefined): Promise<void> {
    const open = new Map(kinds.flatMap((kind) => (sizeOf(kind) === undefined ? [] : [[kind, sizeOf(kind) as number]])));
    for (let attempt = 1; attempt <= attempts; attempt += 1)
      for (const [kind, size] of [...open])
        if (await run(kind, size)) {
          held[kind].held = size;
          open.delete(kind);
        }
    for (const [kind, size] of open) held[kind].failed = size;
  }

  for (const size of sizes) await tryEach((kind) => (held[kind].failed === null ? size : undefined));
  for (let halving = 0; halving < halvings; halving += 1)
    await tryEach((kind) => {
      const { held: below, failed: above } = held[kind];
      const middle = Math.round((below + (above ?? below)) / 2);
      return middle > below && middle < (above ?? 0) ? middle : undefined;
    });
  return held;
}
