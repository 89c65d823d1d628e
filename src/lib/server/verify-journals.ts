import { verifyChain, type ChainCheck } from '../jury/journal.ts';
import type { JuryId } from '../jury/terms.ts';
import type { Database } from './records/database.ts';
import { juryIds, readJournal } from './records/journal.ts';

export type JournalCheck = ChainCheck & { readonly jury: JuryId };

/** Recomputes the hash chain of one jury, or of all. */
export async function verifyJournals(database: Database, only?: JuryId): Promise<JournalCheck[]> {
  const checks: JournalCheck[] = [];
  for (const jury of only === undefined ? await juryIds(database) : [only]) {
    checks.push({ jury, ...verifyChain(jury, await readJournal(database, jury)) });
  }
  return checks;
}
