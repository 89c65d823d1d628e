import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  chancesIn,
  checkFeasibility,
  equalChanceList,
  fairnessOf,
  loadSolver,
  readPool,
  readTargets,
  solveLottery,
} from '../../src/lib/lottery/index.ts';
import type { LotteryTerms, Solver } from '../../src/lib/lottery/index.ts';
import { meetsEvery, membersOf } from './instances.ts';

// Published pools of real and test assemblies, under various licences: beside the project, not part of it.
const FOLDER = join(import.meta.dirname, '..', '..', '..', 'shared', 'data', 'pools');
const isThere = existsSync(FOLDER);
if (!isThere && process.env['ALQA_REQUIRE_DATA'] === '1') throw new Error(`The published pools are not in ${FOLDER}`);

let solver: Solver;
beforeAll(async () => {
  solver = await loadSolver();
});

function readTerms(categories: string, respondents: string, seats: number): LotteryTerms {
  const targets = readTargets(readFileSync(join(FOLDER, categories)));
  if (!targets.ok) throw new Error(JSON.stringify(targets.error));
  const people = readPool(readFileSync(join(FOLDER, respondents)), targets.value);
  if (!people.ok) throw new Error(JSON.stringify(people.error.slice(0, 5)));
  return { pool: people.value.pool, targets: targets.value, seats };
}

interface Figures {
  readonly min: number;
  readonly max: number;
  readonly gini: number;
  readonly geo: number;
}

/** What `sortition-algorithms` reached; its leximin stops within 3·10⁻⁴ of the optimum. */
function figuresOf(name: string, objective: string): Figures | undefined {
  const all = JSON.parse(readFileSync(join(FOLDER, 'figures.json'), 'utf8')) as Record<
    string,
    Record<string, Record<string, Figures>>
  >;
  const figures = all[name]?.['sortition-algorithms+HiGHS']?.[objective];
  return figures?.min === undefined ? undefined : figures;
}

describe.skipIf(!isThere)('a published pool (skipped where the folder of pools is absent)', () => {
  const POOLS = [
    ['example_small_20', 20, 0],
    ['sf_fixture_22', 22, 0],
    ['opendlp_docs_20', 20, 29],
    ['kleinstadt_20', 20, 0],
    ['leximin_medium_37', 37, 0],
    ['example_large_200', 200, 0],
  ] as const;

  test.each(POOLS)(
    '%s: leximin for %d seats is proved, never below the reference, and %d people cannot be drawn',
    (name, seats, unselectable) => {
      const terms = readTerms(join(name, 'categories.csv'), join(name, 'respondents.csv'), seats);
      const lottery = solveLottery(terms, solver);
      if (!lottery.ok) throw new Error(lottery.error.code);
      const { people, panels, certificate } = lottery.value;
      expect(certificate!.gap).toBeLessThan(1e-8);
      expect(lottery.value.unselectable).toHaveLength(unselectable);
      for (const { members } of panels) {
        expect(members).toHaveLength(seats);
        expect(meetsEvery(terms.targets, membersOf(members, terms.pool))).toBe(true);
      }
      const { min, gini, geometricMean } = fairnessOf(people.map(({ probability }) => probability));
      const reference = figuresOf(name, 'leximin');
      if (reference === undefined) return;
      expect(min).toBeGreaterThan(reference.min - 1e-9);
      expect(min).toBeLessThan(reference.min + 5e-4);
      expect(gini).toBeCloseTo(reference.gini, 2);
      expect(geometricMean).toBeCloseTo(reference.geo, 3);

      const { panels: list, loss } = equalChanceList(lottery.value, terms);
      expect(loss).toBeLessThan(0.001);
      const chances = chancesIn(list);
      for (const { id, probability } of people)
        expect(Math.abs((chances.get(id) ?? 0) - probability)).toBeLessThan(0.001 + 1e-9);
    },
    120_000,
  );

  test.each(POOLS)(
    '%s: nash is never below the reference',
    (name, seats) => {
      const terms = readTerms(join(name, 'categories.csv'), join(name, 'respondents.csv'), seats);
      const lottery = solveLottery({ ...terms, objective: 'nash' }, solver);
      if (!lottery.ok) throw new Error(lottery.error.code);
      const { geometricMean, gini } = fairnessOf(lottery.value.people.map(({ probability }) => probability));
      const reference = figuresOf(name, 'nash');
      if (reference === undefined) return;
      expect(geometricMean).toBeGreaterThan(reference.geo - 1e-4);
      expect(gini).toBeCloseTo(reference.gini, 2);
    },
    120_000,
  );

  test('sf_fixture_22: the greedy method gives the least likely person little more than half as much', () => {
    const terms = readTerms('sf_fixture_22/categories.csv', 'sf_fixture_22/respondents.csv', 22);
    const legacy = solveLottery({ ...terms, objective: 'legacy' }, solver);
    if (!legacy.ok) throw new Error(legacy.error.code);
    expect(legacy.value.certificate).toBeNull();
    const { min } = fairnessOf(legacy.value.people.map(({ probability }) => probability));
    // 2,000 draws estimate a chance of 5% to within about one percentage point.
    expect(Math.abs(min - figuresOf('sf_fixture_22', 'legacy')!.min)).toBeLessThan(0.015);
  }, 60_000);

  test.each([
    ['features.csv', 'candidates.csv', 'sf_fixture_22', 22],
    ['Categories_csv_example.csv', 'Respondents_csv_example.csv', 'opendlp_docs_20', 20],
  ])('%s and %s are read as they were published', (categories, respondents, name, seats) => {
    const published = readTerms(join('originals', categories), join('originals', respondents), seats);
    const tidied = readTerms(join(name, 'categories.csv'), join(name, 'respondents.csv'), seats);
    expect(published.pool).toEqual(tidied.pool);
    expect(published.targets).toMatchObject(tidied.targets);
    expect(checkFeasibility(published.targets, published.pool, seats, solver)).toEqual({ feasible: true });
  });
});
