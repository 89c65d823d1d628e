import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chanceBands, oddsOf, spreadOf } from '../../src/lib/ui/charts/chances.ts';

const chance = fc.integer({ min: 0, max: 1000 }).map((thousandths) => thousandths / 1000);
const pool = fc.array(chance, { minLength: 1, maxLength: 200 });

describe('bands of chances', () => {
  it('are of one width, with a band for those who have no chance', () => {
    expect(chanceBands([0, 0, 0.02, 0.11, 0.2], 0.1)).toEqual([
      { from: 0, to: 0, people: 2, holdsEqual: false },
      { from: 0, to: 0.02, people: 1, holdsEqual: false },
      { from: 0.02, to: 0.04, people: 0, holdsEqual: false },
      { from: 0.04, to: 0.06, people: 0, holdsEqual: false },
      { from: 0.06, to: 0.08, people: 0, holdsEqual: false },
      { from: 0.08, to: 0.1, people: 0, holdsEqual: true },
      { from: 0.1, to: 0.12, people: 1, holdsEqual: false },
      { from: 0.12, to: 0.14, people: 0, holdsEqual: false },
      { from: 0.14, to: 0.16, people: 0, holdsEqual: false },
      { from: 0.16, to: 0.18, people: 0, holdsEqual: false },
      { from: 0.18, to: 0.2, people: 1, holdsEqual: false },
    ]);
  });

  it('count everybody once, where they belong, and mark the equal share once', () => {
    fc.assert(
      fc.property(pool, chance, (chances, equal) => {
        const bands = chanceBands(chances, equal);
        expect(bands.length).toBeLessThanOrEqual(11);
        expect(bands.reduce((sum, band) => sum + band.people, 0)).toBe(chances.length);
        expect(bands.filter((band) => band.holdsEqual)).toHaveLength(1);
        for (const { from, to, people } of bands) {
          const inside = (one: number) => (to === 0 ? one === 0 : one > from + 1e-9 && one < to + 1e-9);
          expect(people).toBe(chances.filter(inside).length);
        }
      }),
    );
  });

  it('take a chance that is off by the rounding of a sum for what it is', () => {
    const [first, second] = chanceBands([0.1 + 0.2, 0.3], 0.3).filter((band) => band.people > 0);
    expect(first).toMatchObject({ to: 0.3, people: 2 });
    expect(second).toBeUndefined();
  });
});

describe('odds', () => {
  it.each([
    [0.17, { part: 1, whole: 6, exact: false }],
    [0.25, { part: 1, whole: 4, exact: true }],
    [0.0017, { part: 1, whole: 588, exact: false }],
    [0.5, { part: 1, whole: 2, exact: true }],
    [0.43, { part: 3, whole: 7, exact: false }],
    [0.6, { part: 3, whole: 5, exact: true }],
    [0.97, { part: 32, whole: 33, exact: false }],
  ])('%d', (given, said) => expect(oddsOf(given)).toEqual(said));

  it('are within a tenth of the chance', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 0.999, noNaN: true }), (given) => {
        const { part, whole } = oddsOf(given);
        expect(Math.abs(part / whole - given)).toBeLessThanOrEqual(0.1 * Math.max(given, 0.5));
      }),
    );
  });
});

it('the spread leaves out those who have no chance', () => {
  expect(spreadOf([0, 0.4, 0.1])).toEqual({ min: 0.1, max: 0.4 });
  expect(spreadOf([0])).toEqual({ min: 0, max: 0 });
});
