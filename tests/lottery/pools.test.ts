import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  commitmentOf,
  drawPanel,
  loadSolver,
  readPool,
  readTargets,
  sensibleAlternates,
  verifyDraw,
} from '../../src/lib/lottery/index.ts';
import type { DrawTerms, Solver } from '../../src/lib/lottery/index.ts';
import { meetsEvery, membersOf } from './instances.ts';

// Published pools of real and test assemblies, under various licences: beside the project, not part of it.
const FOLDER = join(import.meta.dirname, '..', '..', '..', 'shared', 'data', 'pools');
const isThere = existsSync(FOLDER);
if (!isThere && process.env['ALQA_REQUIRE_DATA'] === '1') throw new Error(`The published pools are not in ${FOLDER}`);

let solver: Solver;
beforeAll(async () => {
  solver = await loadSolver();
});

function readTerms(categories: string, respondents: string, seats: number): DrawTerms {
  const targets = readTargets(readFileSync(join(FOLDER, categories)));
  if (!targets.ok) throw new Error(JSON.stringify(targets.error));
  const people = readPool(readFileSync(join(FOLDER, respondents)), targets.value);
  if (!people.ok) throw new Error(JSON.stringify(people.error.slice(0, 5)));
  return { pool: people.value.pool, targets: targets.value, seats, alternates: sensibleAlternates(seats) };
}

describe.skipIf(!isThere)('a published pool (skipped where the folder of pools is absent)', () => {
  test.each([
    ['example_small_20', 200, 20],
    ['sf_fixture_22', 150, 22],
    ['opendlp_docs_20', 100, 20],
    ['kleinstadt_20', 100, 20],
    ['example_large_200', 2000, 200],
  ])(
    '%s: a panel from %d people for %d seats, and its verification',
    async (name, size, seats) => {
      const terms = readTerms(join(name, 'categories.csv'), join(name, 'respondents.csv'), seats);
      expect(terms.pool).toHaveLength(size);
      const commitment = commitmentOf(terms);
      for (const seed of ['1', '2', '3']) {
        const drawn = await drawPanel({ ...terms, seed, commitment }, solver);
        if (!drawn.ok) throw new Error(drawn.error.code);
        const { panel, alternates } = drawn.value;
        expect(panel).toHaveLength(seats);
        expect(alternates).toHaveLength(terms.alternates);
        expect(meetsEvery(terms.targets, membersOf(panel, terms.pool))).toBe(true);
        expect((await verifyDraw(drawn.value, terms.pool, terms.targets, solver)).ok).toBe(true);
      }
    },
    60_000,
  );

  test.each([
    ['features.csv', 'candidates.csv', 'sf_fixture_22', 22],
    ['Categories_csv_example.csv', 'Respondents_csv_example.csv', 'opendlp_docs_20', 20],
  ])('%s and %s are read as they were published', (categories, respondents, name, seats) => {
    const published = readTerms(join('originals', categories), join('originals', respondents), seats);
    const tidied = readTerms(join(name, 'categories.csv'), join(name, 'respondents.csv'), seats);
    expect(published.pool).toEqual(tidied.pool);
    expect(published.targets).toMatchObject(tidied.targets);
  });
});
