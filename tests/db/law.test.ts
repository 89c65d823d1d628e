import Sqlite from 'better-sqlite3';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { genesis, sealEntry, type SealedEntry } from '../../src/lib/jury/journal.ts';
import { appendStatements, headOf, readJournal } from '../../src/lib/server/records/journal.ts';
import { verifyJournals } from '../../src/lib/server/verify-journals.ts';
import { scratchDatabase, scratchFolder } from '../server/scratch.ts';

type Event = Parameters<typeof sealEntry>[0]['event'];

/** A chain of `length` entries; what they say does not matter here. */
function chain(length: number): SealedEntry[] {
  const sealed: SealedEntry[] = [];
  for (let seq = 1; seq <= length; seq += 1) {
    const event = { type: 'noted', seq } as unknown as Event;
    const entry = { jury: 'J1', seq, at: seq, actor: { kind: 'public' }, command: 'c', event } as const;
    sealed.push(sealEntry(entry, sealed.at(-1)?.hash ?? genesis('J1')));
  }
  return sealed;
}

describe('the journal', () => {
  test('keeps entries as they were given and reads on from a number', async () => {
    const database = await scratchDatabase();
    const entries = chain(5);
    await database.write(appendStatements(entries));
    expect(await readJournal(database, 'J1')).toEqual(entries);
    expect(await readJournal(database, 'J1', 2, 2)).toEqual(entries.slice(2, 4));
    expect(await headOf(database, 'J1')).toEqual({ seq: 5, hash: entries[4]?.hash });
  });

  test.each([
    ['leaves a number out', (entries: SealedEntry[]) => [entries[0], entries[2]]],
    ['gives a number twice', (entries: SealedEntry[]) => [entries[0], entries[1], entries[1]]],
    ['does not follow', (entries: SealedEntry[]) => [entries[0], { ...entries[1], prev: 'f'.repeat(64) }]],
  ])('refuses an entry that %s', async (_case, spoil) => {
    const database = await scratchDatabase();
    await expect(database.write(appendStatements(spoil(chain(3)) as SealedEntry[]))).rejects.toMatchObject({
      code: 'constraint',
    });
    expect(await readJournal(database, 'J1')).toEqual([]);
  });

  test.each([
    "UPDATE journal SET body = '{}'",
    'DELETE FROM journal',
    'DELETE FROM journal WHERE seq = 3',
    `INSERT OR REPLACE INTO journal SELECT jury, seq, at, actor_kind, actor_id, command, '{}', prev, hash FROM journal WHERE seq = 2`,
  ])('is never edited: %s', async (sql) => {
    const database = await scratchDatabase();
    await database.write(appendStatements(chain(3)));
    await expect(database.write([{ sql, parameters: [] }])).rejects.toMatchObject({ code: 'constraint' });
    expect(await readJournal(database, 'J1')).toEqual(chain(3));
  });

  test('an edit behind the back of the schema is found and named', async () => {
    const folder = scratchFolder();
    const database = await scratchDatabase(folder);
    await database.write(appendStatements(chain(3)));
    expect(await verifyJournals(database)).toMatchObject([{ jury: 'J1', ok: true, length: 3 }]);
    const intruder = new Sqlite(join(folder, 'alqa.sqlite'));
    intruder.exec(`DROP TRIGGER journal_is_not_edited; UPDATE journal SET body = '{"type":"other"}' WHERE seq = 2`);
    intruder.close();
    expect(await verifyJournals(database, 'J1')).toMatchObject([{ jury: 'J1', ok: false, seq: 2 }]);
  });
});

test('the reader cannot write', async () => {
  const database = await scratchDatabase();
  await expect(database.reader.deleteFrom('jury').execute()).rejects.toThrow(/readonly/);
});
