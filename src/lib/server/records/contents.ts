import type { JuryId } from '../../jury/terms.ts';
import { compose, type Database } from './database.ts';
import type { Statement } from './statement.ts';

/** A text that the journal knows only by its salted hash. */
export interface SaltedText {
  readonly sha256: string;
  readonly salt: string;
  readonly text: string;
}

const KEEP = 'INSERT INTO content (jury, sha256, salt, text) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING';

export function keepContentStatements(jury: JuryId, texts: readonly SaltedText[]): Statement[] {
  return texts.map(({ sha256, salt, text }) => ({ sql: KEEP, parameters: [jury, sha256, salt, text] }));
}

/** Takes away the text and the salt without which it cannot be guessed; the row stays and says that something was here. */
export function eraseContentStatements(jury: JuryId, sha256: string): Statement[] {
  const query = compose.updateTable('content').set({ salt: null, text: null });
  return [query.where('jury', '=', jury).where('sha256', '=', sha256).compile()];
}

/** All texts of a jury that have not been erased, by their hash. */
export async function contentsOf({ reader }: Database, jury: JuryId): Promise<Map<string, string>> {
  const query = reader.selectFrom('content').select(['sha256', 'text']).where('jury', '=', jury);
  const rows = await query.where('text', 'is not', null).$narrowType<{ text: string }>().execute();
  return new Map(rows.map((row) => [row.sha256, row.text]));
}

/** One text with its salt, for whoever checks its hash; undefined when it was erased or never was. */
export async function readContent({ reader }: Database, jury: JuryId, sha256: string): Promise<SaltedText | undefined> {
  const query = reader.selectFrom('content').select(['sha256', 'salt', 'text']).where('jury', '=', jury);
  const row = await query.where('sha256', '=', sha256).executeTakeFirst();
  return row && row.salt !== null && row.text !== null ? { sha256, salt: row.salt, text: row.text } : undefined;
}
