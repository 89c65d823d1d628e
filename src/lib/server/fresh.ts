/** Ids and salts that nobody can guess: 128 random bits as 32 hexadecimal digits, fetched many at a time, for each fetching costs as much as many. */
import { randomFillSync } from 'node:crypto';

const BYTES = 16;
const store = Buffer.alloc(256 * BYTES);
let next = store.length;

export function freshHex(): string {
  if (next === store.length) {
    randomFillSync(store);
    next = 0;
  }
  const end = next + BYTES;
  const hex = store.toString('hex', next, end);
  // What was given out does not lie about: a salt guards a text.
  store.fill(0, next, end);
  next = end;
  return hex;
}
