import { expect, test } from 'vitest';
import { median, percentile, table } from './figures.ts';

test('a percentile is a value that was measured', () => {
  const values = Array.from({ length: 100 }, (_, index) => 100 - index);
  expect(percentile(values, 0.99)).toBe(99);
  expect(percentile(values, 1)).toBe(100);
  expect(percentile([7], 0.01)).toBe(7);
  expect(median([3, 1, 2])).toBe(2);
});

test('a table stands in line', () => {
  expect(
    table([
      ['', 'one'],
      ['p99', '1'],
      ['p50', '10'],
    ]),
  ).toBe('      one\np99     1\np50    10');
});
