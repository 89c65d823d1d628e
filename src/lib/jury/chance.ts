/** Chance that can be repeated: the same seed gives the same result, everywhere and for good. */
import { hexHash } from './journal.ts';

/** The names in an order that a seed decides: sorted by `sha256(seed, name)`, so that every order is as likely as any other. */
export function shuffled(names: readonly string[], seed: string): readonly string[] {
  const key = new Map(names.map((name) => [name, hexHash(`${seed}\n${name}`)]));
  return names.toSorted((a, b) => ((key.get(a) as string) < (key.get(b) as string) ? -1 : 1));
}
