import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createAuth, type Auth } from '../../src/lib/server/auth/auth.ts';
import { readConfig, type Config } from '../../src/lib/server/config.ts';
import { openDatabase, type Database } from '../../src/lib/server/records/database.ts';
import { openJournalStatements } from '../../src/lib/server/records/journal.ts';

/** A folder that is gone after the test. */
export function scratchFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'alqa-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A real database in a folder of its own, with one jury, `J1`. */
export async function scratchDatabase(folder = scratchFolder()): Promise<Database> {
  const database = await openDatabase(folder);
  onTestFinished(() => database.close());
  await database.write(openJournalStatements('J1', 1));
  return database;
}

export async function scratchAuth(
  settings: Record<string, string> = {},
): Promise<{ auth: Auth; database: Database; config: Config }> {
  const folder = scratchFolder();
  const config = readConfig({ ALQA_DATA: folder, ...settings });
  const database = await scratchDatabase(folder);
  const auth = createAuth(database, config);
  onTestFinished(() => auth.close());
  return { auth, database, config };
}
