import Sqlite from 'better-sqlite3';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { committer } from '../../src/lib/server/records/commit.ts';
import { openForWriting, proveWritable } from '../../src/lib/server/records/connection.ts';
import { contentsOf, keepContentStatements } from '../../src/lib/server/records/contents.ts';
import { expecting, type Statement } from '../../src/lib/server/records/statement.ts';
import { scratchDatabase, scratchFolder } from './scratch.ts';

const sha = (n: number) => n.toString(16).padStart(64, '0');
const text = (n: number): Statement[] =>
  keepContentStatements('J1', [{ sha256: sha(n), salt: 's', text: `text ${n}` }]);
const broken: Statement = { sql: "INSERT INTO content VALUES ('J1', 'too short', 's', 't')", parameters: [] };

describe('group commit', () => {
  test('units that come together share few commits', async () => {
    const database = await scratchDatabase();
    const before = database.commits;
    await Promise.all(Array.from({ length: 200 }, (_, n) => database.write(text(n))));
    expect(database.commits - before).toBeLessThanOrEqual(2);
    expect((await contentsOf(database, 'J1')).size).toBe(200);
  });

  test('units that come while a commit is under way share the next one', async () => {
    const database = await scratchDatabase();
    const before = database.commits;
    const first = database.write(text(0));
    await new Promise(setImmediate);
    const later = Array.from({ length: 50 }, (_, n) => database.write(text(n + 1)));
    await Promise.all([first, ...later]);
    expect(database.commits - before).toBe(2);
  });

  test('a unit that breaks the law is refused whole and takes no other with it', async () => {
    const database = await scratchDatabase();
    const results = await Promise.allSettled([
      database.write(text(1)),
      database.write([...text(2), broken]),
      database.write(text(3)),
    ]);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(results[1]).toMatchObject({ reason: { code: 'constraint', constraint: 'SQLITE_CONSTRAINT_CHECK' } });
    expect([...(await contentsOf(database, 'J1')).keys()]).toEqual([sha(1), sha(3)]);
  });

  test('another number of changed rows than expected is a conflict and undoes the unit', async () => {
    const database = await scratchDatabase();
    const none: Statement = { sql: "UPDATE content SET text = 'x' WHERE sha256 = 'none'", parameters: [] };
    await expect(database.write([...text(1), expecting(1, none)])).rejects.toMatchObject({ code: 'conflict' });
    expect((await contentsOf(database, 'J1')).size).toBe(0);
  });

  test('what SQLite cannot keep is refused without harm to the others', async () => {
    const database = await scratchDatabase();
    const strange = database.write([{ sql: 'SELECT ?', parameters: [() => 1] }]);
    const sound = database.write(text(1));
    await expect(strange).rejects.toMatchObject({ code: 'failed' });
    await expect(sound).resolves.toMatchObject([{ changes: 1 }]);
  });

  test('a reader sees a unit as soon as it is acknowledged', async () => {
    const database = await scratchDatabase();
    for (let n = 0; n < 50; n += 1) {
      await database.write(text(n));
      expect((await contentsOf(database, 'J1')).get(sha(n))).toBe(`text ${n}`);
    }
  });

  test('closing writes what is waiting, and then nothing more', async () => {
    const folder = scratchFolder();
    const database = await scratchDatabase(folder);
    const waiting = Array.from({ length: 20 }, (_, n) => database.write(text(n)));
    const closed = database.close();
    await Promise.all(waiting);
    await closed;
    await expect(database.write(text(99))).rejects.toMatchObject({ code: 'closed' });
    const file = new Sqlite(join(folder, 'alqa.sqlite'), { readonly: true });
    expect(file.prepare('SELECT count(*) FROM content').pluck().get()).toBe(20);
    file.close();
  });
});

describe('durability', () => {
  test('a connection that would not wait for the disk is found out after its first write', () => {
    const connection = openForWriting(join(scratchFolder(), 'x.sqlite'));
    connection.exec('CREATE TABLE probe (id INTEGER PRIMARY KEY, filler BLOB) STRICT');
    proveWritable(connection);
    connection.pragma('synchronous = NORMAL');
    expect(() => proveWritable(connection)).toThrow('would not be durable');
    connection.close();
  });

  test('the connection keeps the promises it is opened with', () => {
    const connection = openForWriting(join(scratchFolder(), 'x.sqlite'));
    const pragma = (name: string) => connection.pragma(name, { simple: true });
    expect(['journal_mode', 'synchronous', 'foreign_keys', 'secure_delete', 'recursive_triggers'].map(pragma)).toEqual([
      'wal',
      2,
      1,
      1,
      1,
    ]);
    connection.close();
  });

  test('a full disk fails every unit of the batch and stores none', () => {
    const connection = openForWriting(join(scratchFolder(), 'x.sqlite'));
    connection.exec('CREATE TABLE t (x BLOB) STRICT');
    const commit = committer(connection);
    connection.pragma(`max_page_count = ${Number(connection.pragma('page_count', { simple: true })) + 2}`);
    const unit = (size: number): Statement[] => [{ sql: 'INSERT INTO t VALUES (zeroblob(?))', parameters: [size] }];
    expect(() => commit([unit(10), unit(100_000)])).toThrow(/full/);
    expect(connection.inTransaction).toBe(false);
    expect(connection.prepare('SELECT count(*) FROM t').pluck().get()).toBe(0);
    expect(commit([unit(10)])).toMatchObject([{ ok: true }]);
    connection.close();
  });
});
