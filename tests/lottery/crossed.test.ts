import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  checkFeasibility,
  crossingsIn,
  loadSolver,
  plainTargets,
  readPool,
  readTargets,
  seatProblems,
} from '../../src/lib/lottery/index.ts';
import type { Targets } from '../../src/lib/lottery/index.ts';

const SINGLE = 'category,name,min,max\nGender,female,1,2\nGender,male,1,2\nage,16-29,0,2\nage,30+,1,3\n';

function targetsFrom(csv: string): Targets {
  const read = readTargets(csv);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
}

describe('a crossed category', () => {
  test.each([
    ['Gender × age', 'female × 16-29'],
    ['gender x age', 'female x 16-29'],
    ['Gender * Age', 'Female*16–29'],
    ['Gender & age', 'female & 16-29'],
    ['Gender х age', 'female х 16-29'],
  ])('is recognised as %s: %s', (category, value) => {
    const targets = targetsFrom(`${SINGLE}${category},${value},1,1\n`);
    expect(targets.slice(4)).toEqual([
      { category: 'Gender × age', value: 'female × 16-29', min: 1, max: 1 },
      { category: 'Gender × age', value: 'female × 30+', min: 0, max: 5 },
      { category: 'Gender × age', value: 'male × 16-29', min: 0, max: 5 },
      { category: 'Gender × age', value: 'male × 30+', min: 0, max: 5 },
    ]);
    expect(crossingsIn(targets)).toEqual([{ category: 'Gender × age', a: 'Gender', b: 'age' }]);
    expect(plainTargets(targets)).toEqual(targets.slice(0, 4));
  });

  test('is an ordinary one where its sides are no categories', () => {
    const targets = targetsFrom('category,name,min,max\nbooks & papers,x & y,0,1\nsize,4 x 4,0,1\n');
    expect(crossingsIn(targets)).toEqual([]);
    expect(targets.map(({ category }) => category)).toEqual(['books & papers', 'size']);
  });

  test('says what is not among its combinations, and what was meant', () => {
    expect(readTargets(`${SINGLE}gender × age,femal × 16-29,0,1\ngender × age,none × 30+,0,1\n`)).toMatchObject({
      ok: false,
      error: [
        { row: 6, code: 'unknown-value', value: 'femal × 16-29', suggestion: 'female × 16-29' },
        { row: 7, code: 'unknown-value', value: 'none × 30+' },
      ],
    });
    const twice = readTargets(`${SINGLE}gender × age,female × 30+,0,1\nGender x age,female x 30+,0,1\n`);
    expect(twice).toMatchObject({ ok: false, error: [{ row: 7, code: 'duplicate-value' }] });
  });

  test('needs no column among the respondents', () => {
    const targets = targetsFrom(`${SINGLE}Gender × age,female × 16-29,1,1\n`);
    const read = readPool('id,Gender,age\n1,female,30+\n2,male,16-29\n', targets);
    expect(read.ok && read.value.pool.map(({ values }) => values['Gender × age'])).toEqual([
      'female × 30+',
      'male × 16-29',
    ]);
    expect(read.ok && read.value.columns).toEqual({ Gender: 'Gender', age: 'age' });
    expect(readPool('id,Gender,age\n1,Female,\n', targets)).toMatchObject({
      ok: false,
      error: [
        { column: 'Gender', suggestion: 'female' },
        { column: 'age', code: 'missing-value' },
      ],
    });
  });

  test('leaves the combinations unbound that it does not list', async () => {
    const solver = await loadSolver();
    const bounds = fc.array(fc.tuple(fc.nat(3), fc.nat(3)), { minLength: 4, maxLength: 4 });
    const people = fc.array(fc.tuple(fc.constantFrom('female', 'male'), fc.constantFrom('16-29', '30+')), {
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(bounds, people, fc.integer({ min: 1, max: 4 }), (ranges, answers, seats) => {
        const rows = ['Gender,female', 'Gender,male', 'age,16-29', 'age,30+'].map((row, at) => {
          const [min, slack] = ranges[at]!;
          return `${row},${String(min)},${String(min + slack)}`;
        });
        const single = targetsFrom(['category,name,min,max', ...rows].join('\n'));
        // A combination that is bound to what it could be at most anyway changes nothing either.
        const both = targetsFrom(['category,name,min,max', ...rows, 'gender x age,male x 30+,0,99'].join('\n'));
        const respondents = ['id,Gender,age', ...answers.map((cells, at) => `${String(at)},${cells.join()}`)].join(
          '\n',
        );
        const [alone, crossed] = [readPool(respondents, single), readPool(respondents, both)];
        if (!alone.ok || !crossed.ok) throw new Error('The pool is sound');
        const isFeasible = checkFeasibility(single, alone.value.pool, seats, solver).feasible;
        expect(checkFeasibility(both, crossed.value.pool, seats, solver).feasible).toBe(isFeasible);
        expect(seatProblems(both, crossed.value.pool, seats)).toEqual(seatProblems(single, alone.value.pool, seats));
      }),
      { numRuns: 60 },
    );
  });
});
