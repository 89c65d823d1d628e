import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { fingerprint } from '../../src/lib/server/fingerprint.ts';
import { castStatements, shuffleStatements, tallyOf } from '../../src/lib/server/records/papers.ts';
import { readAll } from './read-all.ts';
import { scratchDatabase } from './scratch.ts';

const randomId = () => randomBytes(16).toString('hex');

test('after the close neither rows nor files tell in which order the papers were cast', async () => {
  const database = await scratchDatabase();
  const cast: { id: string; choice: string }[] = [];
  for (let n = 0; n < 25; n += 1) {
    const paper = { id: randomId(), choice: n < 20 ? 'for' : 'against' };
    cast.push(paper);
    await database.write(castStatements('J1', 'B1', paper.choice, paper.id));
  }
  await database.write(castStatements('J1', 'B2', 'for', randomId()));
  expect(cast.every(({ id }) => readAll(database.folder).includes(id))).toBe(true);

  const tally = await tallyOf(database, 'J1', 'B1');
  expect(tally).toEqual({ for: 20, against: 5 });
  await database.write(shuffleStatements('J1', 'B1', tally, randomId));
  await database.checkpoint();

  expect(await tallyOf(database, 'J1', 'B1')).toEqual(tally);
  expect(await tallyOf(database, 'J1', 'B2')).toEqual({ for: 1 });
  const disk = readAll(database.folder);
  expect(cast.filter(({ id }) => disk.includes(id))).toEqual([]);
});

test('a box that does not hold what was counted is left as it is', async () => {
  const database = await scratchDatabase();
  await database.write(castStatements('J1', 'B1', 'for', randomId()));
  const shuffle = database.write(shuffleStatements('J1', 'B1', { for: 2 }, randomId));
  await expect(shuffle).rejects.toMatchObject({ code: 'conflict' });
  expect(await tallyOf(database, 'J1', 'B1')).toEqual({ for: 1 });
});

test('a cast paper is never edited', async () => {
  const database = await scratchDatabase();
  await database.write(castStatements('J1', 'B1', 'for', randomId()));
  const edit = database.write([{ sql: "UPDATE paper SET choice = 'against'", parameters: [] }]);
  await expect(edit).rejects.toMatchObject({ code: 'constraint' });
});

test('the table has no place for a juror, a time or an order', async () => {
  const database = await scratchDatabase();
  const [{ rows } = { rows: [] }] = await database.write([
    { sql: "SELECT name FROM pragma_table_info('paper')", parameters: [] },
  ]);
  expect(rows).toEqual([{ name: 'id' }, { name: 'jury' }, { name: 'ballot' }, { name: 'choice' }]);
});

test('what is remembered of a command beside whoever gave it is the same whatever they chose or ranked', () => {
  const choice = (mark: string) => fingerprint({ type: 'cast-paper', ballot: 'B1', choice: mark });
  const ranking = (places: Record<string, number>) => fingerprint({ type: 'cast-ranking', ballot: 'B1', places });
  expect(choice('for')).toBe(choice('against'));
  expect(ranking({ a: 1, b: 2 })).toBe(ranking({ b: 1 }));
});
