import { expect, test } from 'vitest';
import { NO_SELECTION, type Selection } from '../../src/lib/jury/recruitment/selection.ts';
import { poolHash, RECORD_METHOD, targetsHash } from '../../src/lib/lottery/index.ts';
import { compositionRows } from '../../src/routes/juries/[jury]/chosen/composition.ts';

const targets = [
  { category: 'age', value: 'young', min: 1, max: 2 },
  { category: 'age', value: 'old', min: 1, max: 2 },
];
const pool = ['T1', 'T2', 'T3', 'T4'].map((id, index) => ({ id, values: { age: index < 3 ? 'young' : 'old' } }));
const drawn: Selection = {
  ...NO_SELECTION,
  targets,
  attitude: 'age',
  population: [
    { category: 'age', value: 'young', count: 750 },
    { category: 'age', value: 'old', count: 250 },
  ],
  pool: {
    size: 4,
    figures: [
      { category: 'age', value: 'young', count: 3 },
      { category: 'age', value: 'old', count: 1 },
    ],
  },
  frozen: {
    poolHash: poolHash(pool),
    targetsHash: targetsHash(targets),
    commitment: 'c0'.repeat(32),
    method: RECORD_METHOD,
    seats: 3,
    alternates: 9,
    at: 0,
  },
  draw: {
    seed: '4 1 6',
    panel: ['T1', 'T2', 'T4'],
    alternates: ['T3'],
    composition: [
      { category: 'age', value: 'young', count: 2 },
      { category: 'age', value: 'old', count: 1 },
    ],
    witnesses: [],
    by: 'member',
    at: 0,
  },
};

test('population, pool and jury stand beside each target', () => {
  expect(compositionRows(drawn)).toEqual([
    {
      category: 'age',
      values: [
        { value: 'young', min: 1, max: 2, population: 0.75, pool: { count: 3, share: 0.75 }, panel: { count: 2 } },
        { value: 'old', min: 1, max: 2, population: 0.25, pool: { count: 1, share: 0.25 }, panel: { count: 1 } },
      ],
    },
  ]);
});
