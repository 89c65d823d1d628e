import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPool, smallGroups, targetsFromPopulation } from '../../src/lib/lottery/index.ts';
import type { Decision, Population, SeatTerms } from '../../src/lib/lottery/index.ts';
import { apportion } from '../../src/lib/lottery/reading/apportion.ts';

const EXACT = { seats: 0 } as const;

const population = (amounts: Record<string, number>, category = 'age'): Population => ({
  measure: 'count',
  categories: [{ category, values: Object.entries(amounts).map(([value, amount]) => ({ value, amount })) }],
});

function rangesOf(people: Population, terms: SeatTerms): Record<string, readonly [number, number]> {
  const made = targetsFromPopulation(people, terms);
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  return Object.fromEntries(made.value.targets.map(({ value, min, max }) => [value, [min, max]]));
}

describe('seats by largest remainder', () => {
  test.each([
    [[47000, 16000, 15900, 12000, 6000, 3100], 10, [5, 2, 1, 1, 1, 0]],
    [[1, 1, 1], 10, [4, 3, 3]],
    [[0.1, 0.2, 0.7], 10, [1, 2, 7]],
  ])('%j for %d seats', (weights, seats, expected) => {
    expect(apportion(weights, seats)).toEqual(expected);
  });
});

describe('targets from population', () => {
  test('are the whole numbers on both sides of the exact share: 27% of 50 seats are 13 to 14', () => {
    expect(rangesOf(population({ a: 27, b: 50, c: 23 }), { seats: 50, tolerance: EXACT })).toEqual({
      a: [13, 14],
      b: [25, 25],
      c: [11, 12],
    });
  });

  test.each<[string, SeatTerms['tolerance'], readonly [number, number]]>([
    ['one seat', { seats: 1 }, [12, 15]],
    ['a twentieth of the seats', { share: 0.05 }, [11, 16]],
  ])('are widened by %s', (_, tolerance, expected) => {
    expect(rangesOf(population({ a: 27, b: 50, c: 23 }), { seats: 50, tolerance })['a']).toEqual(expected);
  });

  test('wait for a decision about each group of less than a seat', () => {
    const people = population({ young: 3, middle: 2, old: 95 });
    expect(smallGroups(people, 24)).toEqual([
      { category: 'age', value: 'young', exact: 0.72, isBelowHalf: false },
      { category: 'age', value: 'middle', exact: 0.48, isBelowHalf: true },
    ]);
    expect(targetsFromPopulation(people, { seats: 24, tolerance: EXACT })).toEqual({
      ok: false,
      error: [
        { file: 'population', column: 'age', value: 'young', code: 'small-group', params: { exact: 0.72, seats: 24 } },
        { file: 'population', column: 'age', value: 'middle', code: 'small-group', params: { exact: 0.48, seats: 24 } },
      ],
    });
    const decide = (young: Decision, middle: Decision): SeatTerms => ({
      seats: 24,
      tolerance: EXACT,
      decisions: [
        { category: 'age', value: 'young', decision: young },
        { category: 'age', value: 'middle', decision: middle },
      ],
    });
    expect(rangesOf(people, decide('at-least-one', 'at-least-one'))).toEqual({
      young: [1, 1],
      middle: [1, 1],
      old: [22, 23],
    });
    expect(rangesOf(people, decide('soft', 'at-least-one'))).toEqual({ young: [0, 1], middle: [1, 1], old: [22, 23] });
    expect(rangesOf(people, decide({ mergeInto: 'middle' }, 'soft'))).toEqual({ middle: [1, 2], old: [22, 23] });
    const made = targetsFromPopulation(people, decide('soft', { mergeInto: 'old' }));
    expect(made.ok && made.value.proposed.map(({ value, isSoft }) => [value, isSoft])).toEqual([
      ['young', true],
      ['old', false],
    ]);
    expect(targetsFromPopulation(people, decide({ mergeInto: 'middle' }, { mergeInto: 'young' }))).toMatchObject({
      ok: false,
      error: [{ code: 'merged-in-a-circle' }, { code: 'merged-in-a-circle' }],
    });
    expect(targetsFromPopulation(people, decide({ mergeInto: 'none' }, 'soft'))).toMatchObject({
      ok: false,
      error: [{ code: 'unknown-value', value: 'none' }],
    });
  });

  test('cannot promise more seats than there are', () => {
    const people = population({ a: 1, b: 1, c: 1 });
    const decisions = ['a', 'b', 'c'].map((value) => ({ category: 'age', value, decision: 'at-least-one' as const }));
    expect(targetsFromPopulation(people, { seats: 2, tolerance: EXACT, decisions })).toMatchObject({
      ok: false,
      error: [{ code: 'sum-of-min-above-seats', params: { sum: 3, seats: 2 } }],
    });
  });

  test('merge the values of the pool and of crossed categories with them', () => {
    const people: Population = {
      measure: 'count',
      categories: [
        ...population({ '60-74': 48, '75+': 2, '16-59': 50 }).categories,
        ...population({ f: 50, m: 50 }, 'gender').categories,
        ...population(
          { 'f × 60-74': 24, 'f × 75+': 1, 'm × 60-74': 24, 'm × 75+': 1, 'f × 16-59': 25, 'm × 16-59': 25 },
          'gender × age',
        ).categories,
      ],
    };
    const decisions = [{ category: 'age', value: '75+', decision: { mergeInto: '60-74' } }];
    const made = targetsFromPopulation(people, { seats: 20, tolerance: EXACT, decisions });
    if (!made.ok) throw new Error(JSON.stringify(made.error));
    const { targets, merges } = made.value;
    expect(targets.map(({ value, min, max }) => [value, min, max])).toEqual([
      ['60-74', 10, 10],
      ['16-59', 10, 10],
      ['f', 10, 10],
      ['m', 10, 10],
      ['f × 60-74', 5, 5],
      ['m × 60-74', 5, 5],
      ['f × 16-59', 5, 5],
      ['m × 16-59', 5, 5],
    ]);
    const read = readPool('id,gender,age\n1,f,75+\n', targets, { merges });
    expect(read).toMatchObject({
      ok: true,
      value: { pool: [{ values: { age: '60-74', 'gender × age': 'f × 60-74' } }] },
    });
  });

  test('can always be met in numbers, whatever is decided', () => {
    const decisions = fc.array(fc.constantFrom<Decision>('at-least-one', 'soft'), { minLength: 8, maxLength: 8 });
    const tolerances = fc.oneof(fc.record({ seats: fc.nat(2) }), fc.record({ share: fc.constantFrom(0, 0.02, 0.1) }));
    const amounts = fc
      .array(fc.nat(1000), { minLength: 1, maxLength: 8 })
      .filter((all) => all.some((amount) => amount > 0));
    let made = 0;
    fc.assert(
      fc.property(amounts, fc.integer({ min: 1, max: 60 }), tolerances, decisions, (all, seats, tolerance, decided) => {
        const people = population(Object.fromEntries(all.map((amount, at) => [`v${String(at)}`, amount])));
        const read = targetsFromPopulation(people, {
          seats,
          tolerance,
          decisions: decided
            .slice(0, all.length)
            .map((decision, at) => ({ category: 'age', value: `v${String(at)}`, decision })),
        });
        if (!read.ok) {
          expect(read.error).toMatchObject([{ code: 'sum-of-min-above-seats' }]);
          return;
        }
        made += 1;
        const { proposed } = read.value;
        const sum = (of: (target: (typeof proposed)[number]) => number): number =>
          proposed.reduce((total, target) => total + of(target), 0);
        expect(sum(({ proportional }) => proportional)).toBe(seats);
        expect(sum(({ min }) => min)).toBeLessThanOrEqual(seats);
        expect(sum(({ max }) => max)).toBeGreaterThanOrEqual(seats);
        const isExact = 'seats' in tolerance ? tolerance.seats === 0 : tolerance.share === 0;
        for (const { min, max, proportional, exact, isSoft, value } of proposed) {
          expect(min).toBeLessThanOrEqual(proportional);
          expect(proportional).toBeLessThanOrEqual(max);
          // Whoever has a claim to a seat has one, with no tolerance, and so has whoever was promised one.
          if (exact >= 1 && isExact) expect(min).toBeGreaterThanOrEqual(1);
          const decision = decided[Number(value.slice(1))];
          if (exact < 1 - 1e-9) expect([min, isSoft]).toEqual(decision === 'soft' ? [0, true] : [1, false]);
        }
      }),
      { numRuns: 500 },
    );
    expect(made).toBeGreaterThan(100);
  });
});
