import { expect, test } from 'vitest';
import { uniqueRows } from '../../src/lib/lottery/index.ts';
import type { Pool, Targets } from '../../src/lib/lottery/index.ts';

const bound = { min: 0, max: 9 };
const targets: Targets = [
  { category: 'gender', value: 'f', ...bound },
  { category: 'age', value: '16-29', ...bound },
  { category: 'gender × age', value: 'f × 16-29', ...bound },
];

test('people who are alone with their answers are counted, and what coarser bands would bring', () => {
  const pool: Pool = [
    ['f', '16-29'],
    ['f', '16-29'],
    ['m', '16-29'],
    ['m', '30+'],
    ['f', '75+'],
  ].map(([gender = '', age = ''], at) => ({
    id: String(at),
    values: { gender, age, 'gender × age': `${gender} × ${age}` },
  }));
  expect(uniqueRows(pool, targets)).toEqual({
    count: 3,
    without: [
      { category: 'age', fewer: 3 },
      { category: 'gender', fewer: 1 },
    ],
  });
  expect(uniqueRows([], targets).count).toBe(0);
});
