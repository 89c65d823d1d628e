import { randomBytes } from 'node:crypto';
import type { Instant, JuryId, Locale } from '../../jury/terms.ts';
import type { Result } from '../../jury/result.ts';
import { attempt } from './attempt.ts';
import { compose, type Database } from './database.ts';
import type { Statement } from './statement.ts';

/** Somebody who asked to be written to when something changes on a jury's board. */
export interface Follower {
  readonly id: string;
  /** 256 random bits in the links of their letters. */
  readonly key: string;
  readonly jury: JuryId;
  readonly email: string;
  readonly locale: Locale;
  /** Null until the address has proved to be theirs. */
  readonly confirmedAt: Instant | null;
}

/** Keeps the wish until it is confirmed; one that stands already stays as it is, in the language asked for now. */
export function askToFollowStatements(jury: JuryId, email: string, locale: Locale, now: Instant): Statement[] {
  const row = { id: randomBytes(16).toString('hex'), key: randomBytes(32).toString('base64url'), jury, email, locale };
  const query = compose.insertInto('follower').values({ ...row, asked_at: now, confirmed_at: null });
  return [query.onConflict((same) => same.columns(['jury', 'email']).doUpdateSet({ locale, asked_at: now })).compile()];
}

/**
 * The letter that follows from the wish: to confirm it, or that it has been confirmed long since. At most one of each a day, whoever asks.
 * Follows `askToFollowStatements` in the same unit.
 */
export function followLetterStatements(jury: JuryId, email: string, day: string, now: Instant): Statement[] {
  const sql = `INSERT INTO mail (id, reason, recipient, jury, letter, state, created_at, next_at)
    SELECT lower(hex(randomblob(16))), jury || iif(confirmed_at IS NULL, '/follow/', '/following/') || ?, 'follower:' || id, jury,
      json_object('kind', iif(confirmed_at IS NULL, 'follow', 'following')), 'waiting', ?, ? FROM follower WHERE jury = ? AND email = ?
    ON CONFLICT (reason, recipient) DO NOTHING`;
  return [{ sql, parameters: [day, now, now, jury, email] }];
}

export function confirmFollowerStatements(key: string, now: Instant): Statement[] {
  const query = compose.updateTable('follower').set({ confirmed_at: now });
  return [query.where('key', '=', key).where('confirmed_at', 'is', null).compile()];
}

/** [P25] Erases whoever has the key, and what the log of writes still held of them. */
export async function leave(database: Database, key: string): Promise<Result<unknown>> {
  const written = await attempt(database, leaveStatements(key));
  if (written.ok) await database.checkpoint();
  return written;
}

/** Erases the address with all that was known of it. Afterwards call `checkpoint()`: until then the log of writes still has the old pages. */
export const leaveStatements = (key: string): Statement[] => erasing('key = ?', key);

/**
 * Erases an address from every jury that it follows, without its key: for whoever asks the institution for it. Afterwards call `checkpoint()`,
 * as after `leaveStatements`.
 */
export const eraseFollowerStatements = (email: string): Statement[] => erasing('email = ?', email);

/** Removes wishes that nobody has confirmed. */
export const sweepFollowersStatements = (askedBefore: Instant): Statement[] =>
  erasing('confirmed_at IS NULL AND asked_at < ?', askedBefore);

/** Followers, what mail servers said of them, and in a demonstration their letters, which bear the address. */
const erasing = (which: string, parameter: string | number): Statement[] =>
  [
    `UPDATE mail SET problem = NULL WHERE problem IS NOT NULL
      AND recipient IN (SELECT 'follower:' || id FROM follower WHERE ${which})`,
    `DELETE FROM mailbox WHERE role = 'follower'
      AND EXISTS (SELECT 1 FROM follower WHERE ${which} AND follower.jury = mailbox.jury AND follower.email = mailbox.address)`,
    `DELETE FROM follower WHERE ${which}`,
  ].map((sql) => ({ sql, parameters: [parameter] }));

/** The juries that an address follows or has asked to. */
export async function followedBy({ reader }: Database, email: string): Promise<JuryId[]> {
  const rows = await reader.selectFrom('follower').select('jury').where('email', '=', email).orderBy('jury').execute();
  return rows.map(({ jury }) => jury);
}

export async function followerBy(
  { reader }: Database,
  column: 'key' | 'id',
  value: string,
): Promise<Follower | undefined> {
  const row = await reader.selectFrom('follower').selectAll().where(column, '=', value).executeTakeFirst();
  if (!row) return undefined;
  const { id, key, jury, email, locale, confirmed_at: confirmedAt } = row;
  return { id, key, jury, email, locale, confirmedAt };
}

/** The keys of those whose wish waits to be confirmed. */
export async function unconfirmedKeys({ reader }: Database, jury: JuryId): Promise<string[]> {
  const query = reader.selectFrom('follower').select('key').where('jury', '=', jury);
  return (await query.where('confirmed_at', 'is', null).execute()).map(({ key }) => key);
}

/** How many follow a jury; whom, the organiser does not learn. */
export async function followersOf({ reader }: Database, jury: JuryId): Promise<number> {
  const query = reader.selectFrom('follower').select(({ fn }) => fn.countAll<number>().as('count'));
  const row = await query.where('jury', '=', jury).where('confirmed_at', 'is not', null).executeTakeFirstOrThrow();
  return row.count;
}
