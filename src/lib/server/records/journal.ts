import type { SealedEntry } from '../../jury/journal.ts';
import type { Instant, JuryId } from '../../jury/terms.ts';
import { compose, type Database } from './database.ts';
import type { Tables } from './schema.ts';
import type { Statement } from './statement.ts';

const APPEND =
  'INSERT INTO journal (jury, seq, at, actor_kind, actor_id, command, body, prev, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)';

/** Registers a jury, before the first entry of its journal. */
export function openJournalStatements(jury: JuryId, now: Instant): Statement[] {
  return [compose.insertInto('jury').values({ id: jury, created_at: now }).compile()];
}

/** Appends entries; the schema refuses one that is not the next of its jury. */
export function appendStatements(entries: readonly SealedEntry[]): Statement[] {
  return entries.map((entry) => ({
    sql: APPEND,
    parameters: [
      entry.jury,
      entry.seq,
      entry.at,
      entry.actorKind,
      entry.actorId,
      entry.command,
      entry.body,
      entry.prev,
      entry.hash,
    ],
  }));
}

/** The entries after number `afterSeq`, in order, at most `limit` of them. */
export async function readJournal(
  { reader }: Database,
  jury: JuryId,
  afterSeq = 0,
  limit = Number.MAX_SAFE_INTEGER,
): Promise<SealedEntry[]> {
  const query = reader.selectFrom('journal').selectAll().where('jury', '=', jury).where('seq', '>', afterSeq);
  return (await query.orderBy('seq').limit(limit).execute()).map(entryOf);
}

/** Number and hash of the newest entry, or undefined when the journal is empty. */
export function headOf({ reader }: Database, jury: JuryId): Promise<{ seq: number; hash: string } | undefined> {
  const query = reader.selectFrom('journal').select(['seq', 'hash']).where('jury', '=', jury);
  return query.orderBy('seq', 'desc').limit(1).executeTakeFirst();
}

/** Every jury, the oldest first. */
export async function juryIds({ reader }: Database): Promise<JuryId[]> {
  const rows = await reader.selectFrom('jury').select('id').orderBy('created_at').orderBy('id').execute();
  return rows.map((row) => row.id);
}

function entryOf(row: Tables['journal']): SealedEntry {
  const { jury, seq, at, actor_kind, actor_id, command, body, prev, hash } = row;
  return {
    jury,
    seq,
    at,
    actorKind: actor_kind as SealedEntry['actorKind'],
    actorId: actor_id,
    command,
    body,
    prev,
    hash,
  };
}
