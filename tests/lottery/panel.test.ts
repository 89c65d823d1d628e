import { describe, expect, test } from 'vitest';
import { composition, sensibleAlternates, suggestReplacement } from '../../src/lib/lottery/index.ts';
import type { Person, Targets } from '../../src/lib/lottery/index.ts';

const person = (id: string, gender: string, age: string): Person => ({ id, values: { gender, age } });
const targets: Targets = [
  { category: 'gender', value: 'f', min: 2, max: 2 },
  { category: 'gender', value: 'm', min: 1, max: 2 },
  { category: 'age', value: 'young', min: 1, max: 1 },
  { category: 'age', value: 'old', min: 2, max: 3 },
];
const panelRemaining = [person('1', 'f', 'old'), person('2', 'm', 'old'), person('3', 'm', 'old')];

describe('a replacement', () => {
  test('is the first alternate who restores every target', () => {
    const alternates = [person('4', 'm', 'old'), person('5', 'f', 'young'), person('6', 'f', 'young')];
    const suggestion = suggestReplacement({ targets, seats: 4, panelRemaining, alternates });
    expect(suggestion).toEqual({ person: alternates[1], deviations: [] });
  });

  test('comes nearest where nobody restores them all, and says what is missed', () => {
    const alternates = [person('4', 'm', 'old'), person('5', 'f', 'old'), person('6', 'm', 'young')];
    const suggestion = suggestReplacement({ targets, seats: 4, panelRemaining, alternates });
    // With 5: no one young, four old. With 6: one woman, three men. Both are two people off; 5 was drawn earlier.
    expect(suggestion).toEqual({
      person: alternates[1],
      deviations: [
        { category: 'age', value: 'young', count: 0, min: 1, max: 1 },
        { category: 'age', value: 'old', count: 4, min: 2, max: 3 },
      ],
    });
  });

  test('is nobody without a free seat or without a reserve', () => {
    const alternates = [person('5', 'f', 'young')];
    expect(suggestReplacement({ targets, seats: 3, panelRemaining, alternates })).toBeNull();
    expect(suggestReplacement({ targets, seats: 4, panelRemaining, alternates: [] })).toBeNull();
  });
});

describe('a composition', () => {
  test('counts each value beside its target', () => {
    expect(composition(panelRemaining, targets)).toEqual([
      {
        category: 'gender',
        values: [
          { value: 'f', count: 1, share: 1 / 3, min: 2, max: 2 },
          { value: 'm', count: 2, share: 2 / 3, min: 1, max: 2 },
        ],
      },
      {
        category: 'age',
        values: [
          { value: 'young', count: 0, share: 0, min: 1, max: 1 },
          { value: 'old', count: 3, share: 1, min: 2, max: 3 },
        ],
      },
    ]);
  });

  test('of nobody is all zeros', () => {
    const shares = composition([], targets).flatMap(({ values }) => values.map(({ share }) => share));
    expect(shares).toEqual([0, 0, 0, 0]);
  });
});

describe('the number of alternates', () => {
  // The 95th percentiles that practitioners' guidance tabulates for 15, 20, 24 and 25 jurors.
  test.each([
    [0.05, [2, 3, 3, 3]],
    [0.1, [4, 4, 5, 5]],
    [0.15, [5, 6, 7, 7]],
    [0.2, [6, 7, 8, 8]],
  ])('suffices in 19 of 20 juries when %d drop out', (dropOut, expected) => {
    expect([15, 20, 24, 25].map((seats) => sensibleAlternates(seats, dropOut))).toEqual(expected);
  });

  test('is none when nobody drops out', () => {
    expect(sensibleAlternates(24, 0)).toBe(0);
  });
});
