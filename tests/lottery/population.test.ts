import { describe, expect, test } from 'vitest';
import { readPopulation } from '../../src/lib/lottery/index.ts';
import type { Targets } from '../../src/lib/lottery/index.ts';
import { workbook } from './workbook-files.ts';

describe('a population file', () => {
  test('gives counts with the source of each category', () => {
    const csv = [
      'Feature;Value;Population;Source;note',
      'gender;female;"1 200";Census 2021;x',
      'gender;male;1,100;Census 2021;',
      'attitude;for;40;Poll of May;',
      'attitude;against;60;Poll of June;',
    ].join('\n');
    expect(readPopulation(csv)).toEqual({
      ok: true,
      value: {
        measure: 'count',
        categories: [
          {
            category: 'gender',
            values: [
              { value: 'female', amount: 1200 },
              { value: 'male', amount: 1100 },
            ],
            source: 'Census 2021',
          },
          {
            category: 'attitude',
            values: [
              { value: 'for', amount: 40 },
              { value: 'against', amount: 60 },
            ],
            source: 'Poll of May; Poll of June',
          },
        ],
      },
    });
  });

  test.each([
    ['percentages', 'category,name,%\na,x,33.3\na,y,66.7 %'],
    ['decimal commas', 'category;name;percent\na;x;33,3\na;y;66,7'],
    ['fractions', 'category,name,share\na,x,0.333\na,y,0.667'],
    ['whole numbers that were rounded', 'category,name,share\na,x,33\na,y,33\na,z,33'],
  ])('may have %s', (_, csv) => {
    expect(readPopulation(csv)).toMatchObject({ ok: true, value: { measure: 'share' } });
  });

  test('may be a workbook, whose percentages are fractions', () => {
    const share = (value: number): { xml: string } => ({ xml: `<c><v>${String(value)}</v></c>` });
    const file = workbook([
      ['category', 'name', 'share'],
      ['a', 'x', share(0.1 + 0.2)],
      ['a', 'y', share(0.7)],
    ]);
    expect(readPopulation(file)).toMatchObject({
      ok: true,
      value: { categories: [{ values: [{ amount: 0.3 }, { amount: 0.7 }] }] },
    });
  });

  test.each([
    ['33.3,33.3,30.3', 96.9, 100],
    ['50,49', 99, null],
    ['50,40', 90, 100],
    ['0.5,0.4', 0.9, null],
    ['0.50,0.42', 0.92, 1],
    ['0.41,0.5', 0.91, 1],
  ])('with shares of %s has them told when they make no whole', (shares, sum, expected) => {
    const rows = shares.split(',').map((share, at) => `a,v${String(at)},${share}`);
    const read = readPopulation(['category,name,share', ...rows].join('\n'));
    const told = { file: 'population', column: 'a', code: 'shares-do-not-add-up', params: { sum, expected } };
    expect(read.ok ? null : read.error).toEqual(expected === null ? null : [told]);
  });

  test('has all its problems told at once', () => {
    const targets: Targets = [{ category: 'age', value: '16-29', min: 0, max: 1 }];
    const csv = 'category,name,count\nage,16–29,12\nage,16-29,many\nage,16-29,\nage,=A1,5\n';
    const read = readPopulation(csv, { targets });
    expect(read.ok ? [] : read.error.map(({ code, row, suggestion }) => [code, row, suggestion])).toEqual([
      ['unknown-value', 2, '16-29'],
      ['not-a-whole-number', 3, undefined],
      ['missing-value', 4, undefined],
      ['duplicate-value', 4, undefined],
      ['formula', 5, undefined],
      ['unknown-value', 5, undefined],
    ]);
    expect(readPopulation('category,name\na,x\n')).toMatchObject({
      ok: false,
      error: [{ code: 'missing-column', column: 'count' }],
    });
  });
});
