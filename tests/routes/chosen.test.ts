import { describe, expect, test } from 'vitest';
import { NO_SELECTION, type Selection } from '../../src/lib/jury/recruitment/selection.ts';
import { METHOD, commitmentOf, poolHash, targetsHash } from '../../src/lib/lottery/index.ts';
import { checkSelection } from '../../src/routes/juries/[jury]/chosen/check.ts';
import { compositionRows } from '../../src/routes/juries/[jury]/chosen/composition.ts';
import { lookUp } from '../../src/routes/juries/[jury]/chosen/lookup.ts';

const targets = [
  { category: 'age', value: 'young', min: 1, max: 2 },
  { category: 'age', value: 'old', min: 1, max: 2 },
];
const pool = ['T1', 'T2', 'T3', 'T4'].map((id, index) => ({ id, values: { age: index < 3 ? 'young' : 'old' } }));
// More alternates are asked for than the pool allows.
const commitment = commitmentOf({ pool, targets, seats: 3, alternates: 9 });
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
    commitment,
    method: METHOD,
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

describe('what the public record proves by itself', () => {
  test('an honest selection holds', () => {
    expect(checkSelection(drawn)).toEqual({ targets: true, commitment: true, composition: true });
  });

  test('changed targets show', () => {
    const changed = { ...drawn, targets: [{ ...targets[0]!, max: 3 }, targets[1]!] };
    expect(checkSelection(changed)).toMatchObject({ targets: false });
  });

  test('a changed pool, method or number of seats shows', () => {
    for (const change of [{ poolHash: 'c'.repeat(64) }, { method: 'other' }, { seats: 2 }]) {
      const selection = { ...drawn, frozen: { ...drawn.frozen!, ...change } };
      expect(checkSelection(selection)).toMatchObject({ commitment: false });
    }
  });

  test('a panel that misses a target shows', () => {
    const composition = [{ category: 'age', value: 'old', count: 0 }];
    expect(checkSelection({ ...drawn, draw: { ...drawn.draw!, composition } })).toMatchObject({ composition: false });
  });

  test('before the freeze there is nothing to check, before the draw no panel', () => {
    expect(checkSelection({ ...drawn, frozen: null })).toBeNull();
    expect(checkSelection({ ...drawn, draw: null })).toMatchObject({ commitment: true, composition: null });
  });
});

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

describe('looking up a ticket', () => {
  test.each([
    ['T1', { outcome: 'panel', ticket: 'T1' }],
    [' t4 ', { outcome: 'panel', ticket: 't4' }],
    ['T3', { outcome: 'reserve', ticket: 'T3', place: 1 }],
    ['T9', { outcome: 'not-drawn', ticket: 'T9' }],
    ['<b>', { outcome: 'malformed', ticket: '<b>' }],
    ['T'.repeat(65), { outcome: 'malformed', ticket: 'T'.repeat(65) }],
    ['', null],
    [null, null],
  ])('%s', (asked, found) => expect(lookUp(drawn.draw!, asked)).toEqual(found));
});
