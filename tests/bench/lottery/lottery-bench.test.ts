import { describe, expect, test } from 'vitest';
import { comparisonsOf, isNeverBelow, isTenfold } from './comparison.ts';
import { GENERATED_SEATS, generatePool } from './generate.ts';
import type { Measured } from './measure.ts';
import type { Figures } from './sources.ts';
import { STAGES, Stages } from './stages.ts';

describe('a generated pool', () => {
  const { pool, targets } = generatePool(1000);
  const shareOf = (category: string, value: string): number =>
    pool.filter(({ values }) => values[category] === value).length / pool.length;

  test('is the same for everybody and has everybody in it once', () => {
    expect(generatePool(1000).pool).toEqual(pool);
    expect(new Set(pool.map(({ id }) => id)).size).toBe(1000);
  });

  test('has more graduates and fewer people without work than the population', () => {
    expect(shareOf('education', 'university')).toBeGreaterThan(0.27 * 1.5);
    expect(shareOf('work', 'without')).toBeLessThan(0.14);
  });

  test('has targets in seven categories that leave room for the seats', () => {
    const categories = Map.groupBy(targets, ({ category }) => category);
    expect(categories.size).toBe(7);
    for (const ofCategory of categories.values()) {
      expect(ofCategory.reduce((sum, { min }) => sum + min, 0)).toBeLessThanOrEqual(GENERATED_SEATS);
      expect(ofCategory.reduce((sum, { max }) => sum + max, 0)).toBeGreaterThanOrEqual(GENERATED_SEATS);
    }
  });
});

describe('beside other programs', () => {
  const run: Measured = {
    people: 150,
    types: 122,
    seconds: 0.5,
    listSeconds: 0.1,
    stages: new Stages().seconds(),
    smallest: 1 / 11,
    smallestSelectable: 1 / 11,
    unselectable: 0,
    bound: 1 / 11,
    gap: 0,
    loss: 0,
    astray: 0,
    cpuSeconds: 0.6,
    peak: 150,
  };
  const compared = (reference: Figures['sortition-algorithms+HiGHS'], now?: number) =>
    comparisonsOf(
      [{ source: 'sf_fixture_22', objective: 'leximin', outcome: run }],
      { sf_fixture_22: { 'sortition-algorithms+HiGHS': reference, 'exploratory HiGHS-wasm in Node': {} } },
      new Map(now === undefined ? [] : [['sf_fixture_22', { seconds: now, min: 0.0908 }]]),
    )[0]!;

  test('ten times is ten times, and a program that did not finish took longer', () => {
    expect(isTenfold(compared({ leximin: { seconds: 5 } }))).toBe(true);
    expect(isTenfold(compared({ leximin: { seconds: 4.9 } }))).toBe(false);
    expect(isTenfold(compared({ maximin: { seconds: null } }))).toBe(true);
  });

  test('a figure of this very run goes before a published one', () => {
    expect(compared({ leximin: { seconds: 5 } }, 4).reference.seconds).toBe(4);
  });

  test('the optimum is the best that it reached by any objective, to five decimals', () => {
    expect(isNeverBelow(compared({ leximin: { min: 0.0908 }, maximin: { min: 0.09091 } }))).toBe(true);
    expect(isNeverBelow(compared({ leximin: { min: 0.0908 }, maximin: { min: 0.09092 } }))).toBe(false);
  });
});

test('the stages add up to the time that passed', () => {
  const began = performance.now();
  const stages = new Stages();
  stages.onProgress({ stage: 'bounds', done: 0 });
  while (performance.now() - began < 20);
  const seconds = stages.seconds();
  expect(seconds.bounds).toBeGreaterThan(0.015);
  expect(STAGES.reduce((sum, stage) => sum + seconds[stage], 0)).toBeCloseTo(seconds.feasibility + seconds.bounds, 9);
});
