import { Command } from 'commander';
import { readConfig } from '../lib/server/config.ts';
import { openDatabase, type Database } from '../lib/server/records/database.ts';
import { juryIds } from '../lib/server/records/journal.ts';
import { verifyJournals } from '../lib/server/verify-journals.ts';
import { UsageError } from './complain.ts';

/** `alqa journal verify`. */
export function journalCommand(): Command {
  const journal = new Command('journal').description('the record of everything that happened in a jury');
  journal
    .command('verify')
    .description('recompute the hash chain of one jury, or of all')
    .argument('[jury]', 'the id of the jury')
    .action(async (jury?: string) => {
      const database = await openDatabase(readConfig().data);
      try {
        await verify(database, jury);
      } finally {
        await database.close();
      }
    });
  return journal;
}

async function verify(database: Database, jury?: string): Promise<void> {
  if (jury !== undefined && !(await juryIds(database)).includes(jury))
    throw new UsageError(`There is no jury "${jury}".`);
  const checks = await verifyJournals(database, jury);
  if (checks.length === 0) console.log('There are no juries yet.');
  for (const check of checks) {
    if (check.ok) console.log(`${check.jury}: ${check.length} entries, whole. Head ${check.head}`);
    else console.log(`${check.jury}: broken. Entry ${check.seq} ${check.why}.`);
  }
  if (checks.some((check) => !check.ok)) process.exitCode = 1;
}
