import fc from 'fast-check';
import { expect, test } from 'vitest';
import { withColumnsShuffled } from '../../../src/lib/server/lottery/pool-source.ts';

const pools = fc
  .array(fc.record({ gender: fc.constantFrom('f', 'm'), age: fc.constantFrom('18', '30', '60') }), { minLength: 1 })
  .map((rows) => rows.map((values, row) => ({ id: `T${row}`, values, household: `H${row >> 1}` })));

const sorted = (texts: readonly (string | undefined)[]): string => JSON.stringify(texts.toSorted());

test('[R15] a rehearsal has as many people of every group and household, none of them with an id of the pool', () => {
  fc.assert(
    fc.property(pools, (pool) => {
      const shuffled = withColumnsShuffled(pool);
      for (const category of ['gender', 'age'] as const) {
        const column = (people: typeof shuffled) => sorted(people.map(({ values }) => values[category]));
        expect(column(shuffled)).toBe(column(pool));
      }
      expect(sorted(shuffled.map(({ household }) => household))).toBe(sorted(pool.map(({ household }) => household)));
      expect(shuffled.filter(({ id }) => pool.some((person) => person.id === id))).toEqual([]);
    }),
  );
});

test('[R15] each column is shuffled by itself: a combination that only one person had falls apart', () => {
  const pool = Array.from({ length: 4 }, (_, row) => ({
    id: `T${row}`,
    values: { a: row === 0 ? 'rare' : 'usual', b: row === 0 ? 'rare' : 'usual' },
  }));
  const both = Array.from({ length: 400 }, () =>
    withColumnsShuffled(pool).some(({ values }) => values['a'] === 'rare' && values['b'] === 'rare'),
  ).filter(Boolean).length;
  // One in four by chance; far off only if the columns moved together.
  expect(both).toBeGreaterThan(40);
  expect(both).toBeLessThan(200);
});
