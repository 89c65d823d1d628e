import { expect, test } from 'vitest';
import { NO_SELECTION } from '../../src/lib/jury/recruitment/selection.ts';
import type { Chances, Selection } from '../../src/lib/jury/recruitment/selection.ts';
import { commitmentHash, listHash } from '../../src/lib/lottery/index.ts';
import type { RecordFiles } from '../../src/lib/lottery/index.ts';
import {
  chancesOnList,
  frozenDraws,
  publishedRecords,
  unselectableOf,
} from '../../src/lib/server/published-lottery.ts';
import { keepLotteryStatements } from '../../src/lib/server/records/lotteries.ts';
import { keepRecordFilesStatements } from '../../src/lib/server/records/record-files.ts';
import { checkRecords } from '../../src/routes/verify/check-records.ts';
import { SEATS, committed, drawn, list, pool, replacing } from '../lottery/records.ts';
import { scratchDatabase } from './scratch.ts';

const record = drawn({ seed: '2 7 1' });
const open = replacing(record);

const figures = { least: 0.1, greatest: 0.5, gini: 0.1, geometricMean: 0.3, bound: 0.1, gap: 0, loss: 0 };
const chances: Chances = {
  ...{ objective: 'leximin', panels: list.length, listHash: listHash(list), legacyLeast: null, unselectable: 1 },
  ...figures,
};
const frozen: Selection = {
  ...NO_SELECTION,
  pool: { size: pool.length, figures: [] },
  frozen: {
    ...{ poolHash: '', targetsHash: '', commitment: commitmentHash(committed), method: 'alqa-list-1' },
    ...{ seats: SEATS, alternates: 3, at: 0, chances },
  },
};
const outcome = { seed: '2 7 1', number: 7, witnesses: [], by: 'member', at: 0 };
const vacant: Selection = {
  ...frozen,
  draw: { ...outcome, panel: [], alternates: [], composition: [] },
  replacement: {
    ...{ id: 'X1', leaving: [], departures: { withdrew: 1, removed: 0 }, commitment: commitmentHash(open) },
    ...{ listHash: '', panels: 1, deviations: [], at: 0 },
  },
};

async function databaseWith(files: Readonly<Record<string, RecordFiles>>) {
  const database = await scratchDatabase();
  for (const [draw, texts] of Object.entries(files)) await database.write(keepRecordFilesStatements('J1', draw, texts));
  return database;
}

test('nothing of a lottery is public before its freeze, whatever lies in the database', async () => {
  const database = await databaseWith({ panel: record });
  expect(frozenDraws(NO_SELECTION)).toEqual([]);
  expect(await publishedRecords(database, 'J1', NO_SELECTION)).toEqual([]);
  expect(await chancesOnList(database, 'J1', NO_SELECTION)).toEqual([]);
  expect(await unselectableOf(database, 'J1', NO_SELECTION)).toEqual([]);
});

test('the records of the panel and of its replacements are public in order, and hold under what was published', async () => {
  const database = await databaseWith({ X1: open, panel: record });
  const draws = frozenDraws(vacant);
  expect(draws.map(({ id, drawn: held }) => [id, held])).toEqual([
    ['panel', true],
    ['X1', false],
  ]);
  const records = await publishedRecords(database, 'J1', vacant);
  const published = draws.map(({ commitment }) => commitment);
  expect(await checkRecords({ records, published }, () => undefined)).toMatchObject({ finding: null });
});

test('everybody in the pool has a chance as counted on the list, and all together fill the seats', async () => {
  const database = await databaseWith({ panel: committed });
  const all = await chancesOnList(database, 'J1', { ...frozen, pool: { size: pool.length + 2, figures: [] } });
  expect(all).toHaveLength(pool.length + 2);
  expect(all.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(SEATS, 9);
  expect(all.filter((chance) => chance === 0).length).toBeGreaterThanOrEqual(2);
});

test('why some cannot be drawn is told from the very lottery that was frozen', async () => {
  const database = await databaseWith({ panel: committed });
  const because = [{ category: 'age', value: 'old', bound: 'max', limit: 0, inPool: 6 }] as const;
  const result = { chances, spread: [], groups: [], legacy: null, seconds: 1, deviations: [] };
  const kept = { objective: 'leximin', terms: 'a'.repeat(64), list: '', madeAt: 0 };
  const unselectable = [{ because, people: 1 }];
  await database.write(keepLotteryStatements('J1', { ...kept, purpose: 'panel', result: { ...result, unselectable } }));
  expect(await unselectableOf(database, 'J1', frozen)).toEqual(unselectable);
  const other = { ...frozen, frozen: { ...frozen.frozen!, chances: { ...chances, listHash: 'f'.repeat(64) } } };
  expect(await unselectableOf(database, 'J1', other)).toEqual([]);
});
