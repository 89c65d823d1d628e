import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { numberFromSeed, numberFromTicket, ticketDigits, ticketOf } from '../../src/lib/lottery/index.ts';
import { evenRemainder } from '../../src/lib/lottery/record/number.ts';
import { chiSquare } from './chi-square.ts';

const HASH = 'ab'.repeat(32);
// The 99.9% point of chi-square with 999 degrees of freedom. The seeds are fixed, so the outcome is too.
const LIMIT_999 = 1142.8;

const sha256 = (text: string): bigint => BigInt(`0x${createHash('sha256').update(text).digest('hex')}`);

describe('the number of a seed', () => {
  // Recomputed outside this project: printf '4 1 6abab…ab' | sha256sum, and the remainder of what it prints.
  test('is what a hash tool and a pocket calculator give', () => {
    expect(numberFromSeed('4 1 6', HASH, 1000)).toBe(93);
    expect(numberFromSeed('Алқа', HASH, 7)).toBe(Number(sha256(`Алқа${HASH}`) % 7n));
  });

  test('is the same however the accents of the seed are composed', () => {
    expect(numberFromSeed('Й', HASH, 1000)).toBe(numberFromSeed('И\u0306', HASH, 1000));
  });

  test('depends on the list', () => {
    const other = 'cd'.repeat(32);
    const differs = Array.from({ length: 20 }, (_, seed) => String(seed)).filter(
      (seed) => numberFromSeed(seed, HASH, 1000) !== numberFromSeed(seed, other, 1000),
    );
    expect(differs.length).toBeGreaterThan(15);
  });

  test('is even over a million seeds', { timeout: 60_000 }, () => {
    const counts = Array.from({ length: 1000 }, () => 0);
    for (let seed = 0; seed < 1_000_000; seed += 1) counts[numberFromSeed(String(seed), HASH, 1000)]! += 1;
    expect(chiSquare(counts)).toBeLessThan(LIMIT_999);
  });
});

describe('the remainder', () => {
  test('meets every number equally often, and skips fewer values than the size: all sizes of a hash of 8 bits', () => {
    for (let size = 1; size <= 256; size += 1) {
      const counts = Array.from({ length: size }, () => 0);
      let skipped = 0;
      for (let value = 0n; value < 256n; value += 1n) {
        const number = evenRemainder(value, 8n, size);
        if (number === null) skipped += 1;
        else counts[number]! += 1;
      }
      expect(new Set(counts).size).toBe(1);
      expect(skipped).toBe(256 % size);
    }
  });
});

describe('a ticket', () => {
  test.each([
    [1, 1],
    [10, 1],
    [11, 2],
    [100, 2],
    [1000, 3],
    [1001, 4],
  ])('for a list of %d has %d digits', (size, digits) => expect(ticketDigits(size)).toBe(digits));

  test('and the number are one another', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), fc.nat(99_999), (size, some) => {
        const number = some % size;
        return numberFromTicket(ticketOf(number, size), size) === number;
      }),
    );
  });

  test.each(['42', '0042', '', ' 42', '4e1', '-42', '٠٤٢', '999 '])('%j is none of a thousand', (ticket) =>
    expect(numberFromTicket(ticket, 1000)).toBeNull(),
  );

  test('beyond the list is refused, so that each of the others is as likely: all throws of three dice for 600 panels', () => {
    const counts = Array.from({ length: 600 }, () => 0);
    let again = 0;
    for (let dice = 0; dice < 1000; dice += 1) {
      const number = numberFromTicket(String(dice).padStart(3, '0'), 600);
      if (number === null) again += 1;
      else counts[number]! += 1;
    }
    expect(new Set(counts)).toEqual(new Set([1]));
    expect(again).toBe(400);
  });

  test('is even over a million throws of three dice', () => {
    const counts = Array.from({ length: 1000 }, () => 0);
    // Park and Miller's generator: fixed, and none of the library's own.
    let state = 20_250_501;
    const die = (): string => {
      state = (state * 48_271) % 2_147_483_647;
      return String(Math.floor((state / 2_147_483_647) * 10));
    };
    for (let turn = 0; turn < 1_000_000; turn += 1) counts[numberFromTicket(die() + die() + die(), 1000)!]! += 1;
    expect(chiSquare(counts)).toBeLessThan(LIMIT_999);
  });
});
