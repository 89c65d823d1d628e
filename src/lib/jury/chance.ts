/** Chance that can be repeated: the same seed gives the same result, everywhere and for good. */
import { hexHash } from './journal.ts';

/** The names in an order that a seed decides: sorted by `sha256(seed, name)`, so that every order is as likely as any other. */
export function shuffled(names: readonly string[], seed: string): readonly string[] {
  const key = new Map(names.map((name) => [name, hexHash(`${seed}\n${name}`)]));
  return names.toSorted((a, b) => ((key.get(a) as string) < (key.get(b) as string) ? -1 : 1));
}

/** A stream of fractions from 0 up to, not including, 1: mulberry32 (T. Ettinger) begun with the seed's hash. Not for secrets. */
export function fractionsFrom(seed: string): () => number {
  let state = Number.parseInt(hexHash(seed).slice(0, 8), 16);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
