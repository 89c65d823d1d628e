/** Writes texts into the database of a folder for as long as it lives, and prints the hash of each when it is acknowledged. */
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { keepContentStatements } from '../../src/lib/server/records/contents.ts';
import { openDatabase } from '../../src/lib/server/records/database.ts';
import { juryIds, openJournalStatements } from '../../src/lib/server/records/journal.ts';

const [, , folder = ''] = process.argv;
const database = await openDatabase(folder);
if ((await juryIds(database)).length === 0) await database.write(openJournalStatements('J1', 1));

/** Waits until the line is with the reader: a full pipe takes no more for a while. */
async function print(line: string): Promise<void> {
  if (!process.stdout.write(line)) await once(process.stdout, 'drain');
}

await Promise.all(
  Array.from({ length: 20 }, async () => {
    for (;;) {
      const sha256 = randomBytes(32).toString('hex');
      await database.write(keepContentStatements('J1', [{ sha256, salt: 's', text: 'text' }]));
      await print(`${sha256}\n`);
    }
  }),
);
