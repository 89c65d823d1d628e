import { expect, test } from 'vitest';
import { contentsOf, keepContentStatements } from '../../src/lib/server/records/contents.ts';
import { scratchDatabase } from './scratch.ts';

const large = (n: number) =>
  keepContentStatements('J1', [{ sha256: String(n).padStart(64, '0'), salt: 's', text: 'x'.repeat(200_000) }]);

test('a full disk: nothing is acknowledged, reading goes on, and writing resumes by itself', async () => {
  const database = await scratchDatabase();
  const heard: boolean[] = [];
  database.onReadOnly((readOnly) => heard.push(readOnly));
  await database.write(large(1));
  // The connection that writes may not grow the file any more; a fresh one, which the writer opens to try again, may.
  await database.write([{ sql: 'PRAGMA max_page_count = 1', parameters: [] }]);

  await expect(database.write(large(2))).rejects.toMatchObject({ code: 'read-only' });
  expect(database.readOnly).toBe(true);
  await expect(database.write(large(3))).rejects.toMatchObject({ code: 'read-only' });
  expect((await contentsOf(database, 'J1')).size).toBe(1);

  await expect.poll(() => database.readOnly, { timeout: 5000 }).toBe(false);
  expect(heard).toEqual([true, false]);
  await database.write(large(4));
  expect((await contentsOf(database, 'J1')).size).toBe(2);
});
