/** The mixing of tables against chance, by the scores of GroupSelect, over whole programmes. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fractionsFrom, shuffled } from '../../src/lib/jury/chance.ts';
import { imbalance, mostPairs, pairsMet } from '../../src/lib/jury/deliberation/tables/measure.ts';
import { mixTables } from '../../src/lib/jury/deliberation/tables/mixing.ts';
import type { Guest, Seating } from '../../src/lib/jury/deliberation/tables/mixing.ts';
import { TABLE, fits, sizesOf, usualTables } from '../../src/lib/jury/deliberation/tables/sizes.ts';
import { numbered } from '../../src/lib/jury/terms.ts';

const GROUPS = {
  gender: ['women', 'men'],
  age: ['16–29', '30–44', '45–59', '60+'],
  attitude: ['for', 'against', 'undecided'],
  district: ['north', 'south', 'east', 'west'],
};

/** A jury whose groups are drawn by a seed, unevenly. */
function jury(people: number, seed: string): readonly Guest[] {
  const next = fractionsFrom(seed);
  return Array.from({ length: people }, (_, index) => ({
    seat: numbered('S', index + 1),
    groups: Object.fromEntries(
      Object.entries(GROUPS).map(([category, groups]) => [
        category,
        groups[Math.floor(next() ** 1.3 * groups.length)]!,
      ]),
    ),
  }));
}

const atRandom = (guests: readonly Guest[], tables: number, seed: string): Seating => {
  const deck = [
    ...shuffled(
      guests.map(({ seat }) => seat),
      seed,
    ),
  ];
  return sizesOf(guests.length, tables).map((size) => deck.splice(0, size));
};

type Mix = (guests: readonly Guest[], tables: number, before: readonly Seating[], seed: string) => Seating | null;

function programme(guests: readonly Guest[], rounds: number, seed: string, mix: Mix = mixTables): readonly Seating[] {
  const tables = usualTables(guests.length);
  return Array.from({ length: rounds }).reduce<readonly Seating[]>(
    (before, _, round) => [...before, mix(guests, tables, before, `${seed} ${round}`) ?? []],
    [],
  );
}

const random = (guests: readonly Guest[], tables: number, _before: unknown, seed: string): Seating =>
  atRandom(guests, tables, seed);

describe('tables', () => {
  test('of 4 to 7 fit every jury, and sizes differ by one at most', () => {
    for (let people = 8; people <= 25; people += 1) {
      const tables = usualTables(people);
      const sizes = sizesOf(people, tables);
      expect([people, fits(people, tables)]).toEqual([people, true]);
      expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(people);
      expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
      expect(Math.min(...sizes)).toBeGreaterThanOrEqual(TABLE.least);
      expect(Math.max(...sizes)).toBeLessThanOrEqual(TABLE.most);
    }
    expect([25, 24, 15, 7, 3].map(usualTables)).toEqual([4, 4, 3, 1, 1]);
    expect([fits(15, 4), fits(25, 3), fits(8, 1), fits(3, 1)]).toEqual([false, false, false, true]);
  });

  test('everyone sits at exactly one, and one seed gives one seating', () => {
    fc.assert(
      fc.property(fc.integer({ min: 8, max: 25 }), fc.string(), (people, seed) => {
        const guests = jury(people, seed);
        const seating = mixTables(guests, usualTables(people), [], seed) ?? [];
        expect(seating.flat().toSorted()).toEqual(guests.map(({ seat }) => seat));
        expect(seating.map(({ length }) => length)).toEqual(sizesOf(people, usualTables(people)));
        expect(mixTables(guests, usualTables(people), [], seed)).toEqual(seating);
      }),
      { seed: 20270308, numRuns: 20 },
    );
  });

  test('a group of which nothing is known is nobody’s hindrance', () => {
    const guests = jury(12, 'bare').map(({ seat }) => ({ seat, groups: {} }));
    expect((mixTables(guests, 2, [], 'x') ?? []).flat()).toHaveLength(12);
  });
});

describe('a programme of mixed tables', () => {
  const JURIES = [
    [15, 6],
    [20, 6],
    [24, 8],
    [25, 8],
  ] as const;
  const SEEDS = ['a', 'b', 'c'];
  const mean = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0) / numbers.length;

  test.each(JURIES)(
    'of %i people: nearly all meet, and every table is more like the jury than by chance',
    (people, rounds) => {
      const measured = SEEDS.map((seed) => {
        const guests = jury(people, seed);
        const [mixed, chance] = [programme(guests, rounds, seed), programme(guests, rounds, seed, random)];
        expect(pairsMet(people, mixed)).toBeGreaterThan(pairsMet(people, chance));
        return { met: pairsMet(people, mixed), less: imbalance(guests, mixed) / imbalance(guests, chance) };
      });
      expect(mean(measured.map(({ met }) => met))).toBeGreaterThan(0.93);
      expect(mean(measured.map(({ less }) => less))).toBeLessThan(0.75);
    },
  );

  test('wastes few meetings as long as there are strangers left', () => {
    const early = programme(jury(24, 'd'), 3, 'd');
    expect(pairsMet(24, early) / mostPairs(24, early)).toBeGreaterThan(0.84);
  });
});
