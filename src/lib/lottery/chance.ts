import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** A source of uniform whole numbers that anyone can follow with a hash tool. */
export interface Chance {
  /** A whole number from 0 to n − 1, each equally likely. `n` is whole, from 1 to 2³². */
  below(n: number): number;
}

const WORDS = 2 ** 32;

export const sha256Hex = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)));

/** The seed as it is hashed and published: well-formed Unicode NFC, blanks and all. */
export const normaliseSeed = (seed: string): string => seed.toWellFormed().normalize('NFC');

/**
 * The numbers of one seed. Block i is SHA-256 of `<hash>:<i>` (i in decimal, from 0) and is read as eight big-endian
 * 32-bit words. `below(n)` takes the next word w and gives w mod n; words in the last, incomplete run of n are
 * skipped, so that no remainder is favoured.
 */
export function chanceFrom(hash: string): Chance {
  let block = 0;
  let words: number[] = [];
  const nextWord = (): number => {
    if (words.length === 0) {
      const view = new DataView(sha256(utf8ToBytes(`${hash}:${String(block)}`)).buffer);
      words = Array.from({ length: 8 }, (_, word) => view.getUint32(word * 4));
      block += 1;
    }
    return words.shift()!;
  };
  return {
    below(n) {
      if (!Number.isInteger(n) || n < 1 || n > WORDS) throw new RangeError(`below(${String(n)}): not from 1 to 2^32`);
      const fair = WORDS - (WORDS % n);
      for (;;) {
        const word = nextWord();
        if (word < fair) return word % n;
      }
    },
  };
}

/** Every order equally likely (Fisher–Yates, from the last place to the second). Leaves its argument as it is. */
export function shuffle<T>(items: readonly T[], chance: Chance): T[] {
  const order = [...items];
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = chance.below(last + 1);
    [order[last], order[other]] = [order[other]!, order[last]!];
  }
  return order;
}
