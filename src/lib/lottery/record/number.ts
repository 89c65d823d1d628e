/** Which place of the list a seed or a throw of dice means. */
import { normaliseSeed, sha256Hex } from '../chance.ts';

const HASH_BITS = 256n;

/**
 * Where a seed points in a list of `size` panels: a whole number from 0 to size − 1, each equally likely.
 *
 * v is SHA-256 of the seed (Unicode NFC, UTF-8) with the list's hash (lower-case hex) written after it, read as one
 * big-endian whole number of 256 bits. The number is v mod size, unless v lies in the last, incomplete run of `size`
 * values: then `:1` is written after the text and it is hashed again, then `:2` in place of `:1`, and so on.
 */
export function numberFromSeed(seed: string, listHash: string, size: number): number {
  const text = normaliseSeed(seed) + listHash;
  for (let attempt = 0; ; attempt += 1) {
    const hash = sha256Hex(attempt === 0 ? text : `${text}:${String(attempt)}`);
    const number = evenRemainder(BigInt(`0x${hash}`), HASH_BITS, size);
    if (number !== null) return number;
  }
}

/**
 * `value` mod `size`, or null where the value lies in the last, incomplete run of `size` values, which would favour the
 * small remainders. `value` is whole, from 0 to 2^bits − 1; `size` from 1 to 2^bits.
 */
export function evenRemainder(value: bigint, bits: bigint, size: number): number | null {
  const divisor = BigInt(size);
  const fair = ((1n << bits) / divisor) * divisor;
  return value < fair ? Number(value % divisor) : null;
}

/** How many digits a ticket has: as many as the last number of the list, `000` to `999` for a thousand panels. */
export const ticketDigits = (size: number): number => String(size - 1).length;

/** What a number looks like on dice: `042` for 42 of a thousand. */
export const ticketOf = (number: number, size: number): string => String(number).padStart(ticketDigits(size), '0');

/**
 * The number that dice showed, or null where the ticket has not exactly the digits of this list or lies beyond its end.
 * Beyond the end, all dice are thrown again: taking the remainder would favour the small numbers.
 */
export function numberFromTicket(ticket: string, size: number): number | null {
  if (!/^[0-9]+$/.test(ticket) || ticket.length !== ticketDigits(size)) return null;
  const number = Number(ticket);
  return number < size ? number : null;
}
