/** Where letters go in a demonstration. */
import type { Instant, JuryId, Locale } from '../../jury/terms.ts';
import { compose, type Database } from './database.ts';
import type { Statement } from './statement.ts';

export interface Kept {
  readonly id: string;
  readonly jury: JuryId | null;
  /** As what it came to its reader: a role, or `follower`. */
  readonly role: string;
  readonly name: string;
  readonly address: string;
  /** The recipient's own. */
  readonly locale: Locale;
  readonly texts: Readonly<Record<Locale, { readonly subject: string; readonly text: string }>>;
  readonly at: Instant;
}

/** The same letter twice is one. */
export function keepLetterStatements({ texts, ...letter }: Kept): Statement[] {
  const query = compose.insertInto('mailbox').values({ ...letter, texts: JSON.stringify(texts) });
  return [query.onConflict((same) => same.column('id').doNothing()).compile()];
}

/** Newest first, at most 300. */
export async function keptLetters({ reader }: Database): Promise<Kept[]> {
  const rows = await reader.selectFrom('mailbox').selectAll().orderBy('at', 'desc').orderBy('id').limit(300).execute();
  return rows.map((row) => ({ ...row, texts: JSON.parse(row.texts) as Kept['texts'] }));
}
