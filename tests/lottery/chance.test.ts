import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chanceFrom, sha256Hex, shuffle } from '../../src/lib/lottery/index.ts';
import { chiSquare } from './chi-square.ts';

const seedHash = (seed: string): string => sha256Hex(`${seed}\n${'ab'.repeat(32)}`);

describe('below', () => {
  // Recomputed outside this project from SHA-256 of '<hash>:0' and '<hash>:1', read as big-endian 32-bit words.
  test('gives the numbers that a hash tool gives', () => {
    const chance = chanceFrom(seedHash('4 1 6'));
    expect(Array.from({ length: 10 }, () => chance.below(2 ** 32))).toEqual([
      242292552, 76291551, 3243486820, 2688066847, 1906167845, 3877814656, 971589, 2071887277, 3137739270, 29901055,
    ]);
  });

  test('stays below n, for every n', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 1, max: 2 ** 32 }), (hash, n) => {
        const number = chanceFrom(hash).below(n);
        return Number.isInteger(number) && number >= 0 && number < n;
      }),
    );
  });

  test.each([0, -1, 1.5, 2 ** 32 + 1, Number.NaN])('refuses %d', (n) => {
    expect(() => chanceFrom('hash').below(n)).toThrow(RangeError);
  });

  // The 99.9% points of chi-square with n − 1 degrees of freedom. The seeds are fixed, so the outcome is too.
  test.each([
    [2, 10.83],
    [6, 20.52],
    [10, 27.88],
    [25, 51.18],
  ])('is even over %d numbers', (n, limit) => {
    const chance = chanceFrom(seedHash(`even ${String(n)}`));
    const counts = Array.from({ length: n }, () => 0);
    for (let draw = 0; draw < 20_000; draw += 1) counts[chance.below(n)]! += 1;
    expect(chiSquare(counts)).toBeLessThan(limit);
  });

  // 3·2³⁰ leaves a remainder of 2³⁰ words: without rejection the first third would come up half of the time.
  test('skips the words that would favour small numbers', () => {
    const chance = chanceFrom(seedHash('rejection'));
    const thirds = [0, 0, 0];
    for (let draw = 0; draw < 9_000; draw += 1) thirds[Math.floor(chance.below(3 * 2 ** 30) / 2 ** 30)]! += 1;
    expect(chiSquare(thirds)).toBeLessThan(13.82);
  });
});

describe('shuffle', () => {
  test('keeps everybody and leaves its argument alone', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.string(), (items, hash) => {
        const before = [...items];
        const shuffled = shuffle(items, chanceFrom(hash));
        expect(items).toEqual(before);
        expect([...shuffled].sort((a, b) => a - b)).toEqual([...items].sort((a, b) => a - b));
      }),
    );
  });

  test('gives each of the 24 orders of four the same chance', () => {
    const times = new Map<string, number>();
    for (let seed = 0; seed < 12_000; seed += 1) {
      const order = shuffle(['a', 'b', 'c', 'd'], chanceFrom(seedHash(String(seed)))).join('');
      times.set(order, (times.get(order) ?? 0) + 1);
    }
    expect(times.size).toBe(24);
    expect(chiSquare([...times.values()])).toBeLessThan(49.73);
  });
});
