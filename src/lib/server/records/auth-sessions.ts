import type { Instant } from '../../jury/terms.ts';
import { compose, type Database } from './database.ts';
import type { Tables } from './schema.ts';
import type { Statement } from './statement.ts';

/** A signed-in browser; `id` is the SHA-256 of the token in its cookie. */
export type AuthSession = Tables['auth_session'];

/** The holder of a session with what is needed to know them again. */
export type SessionHolder = Tables['holder'] &
  Pick<Tables['account'], 'email' | 'name' | 'may_create' | 'password_hash' | 'disabled_at'>;

export function startSessionStatements(session: AuthSession): Statement[] {
  return [compose.insertInto('auth_session').values(session).compile()];
}

export function prolongSessionStatements(id: string, expiresAt: Instant): Statement[] {
  return [compose.updateTable('auth_session').set({ expires_at: expiresAt }).where('id', '=', id).compile()];
}

export function endSessionStatements(id: string): Statement[] {
  return [compose.deleteFrom('auth_session').where('id', '=', id).compile()];
}

/** Ends every session of the holder and returns the ids of those that ended. */
export function endSessionsOfStatements(holder: string): Statement[] {
  return [compose.deleteFrom('auth_session').where('holder', '=', holder).returning('id').compile()];
}

export function sweepSessionsStatements(now: Instant): Statement[] {
  return [compose.deleteFrom('auth_session').where('expires_at', '<=', now).returning('id').compile()];
}

export function sessionsOf({ reader }: Database, holder: string): Promise<AuthSession[]> {
  return reader.selectFrom('auth_session').selectAll().where('holder', '=', holder).execute();
}

export function sessionWith({ reader }: Database, id: string): Promise<AuthSession | undefined> {
  return reader.selectFrom('auth_session').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Undefined when there is none or when the account behind it has been disabled. */
export function holderWith({ reader }: Database, id: string): Promise<SessionHolder | undefined> {
  return reader
    .selectFrom('holder')
    .leftJoin('account', 'account.id', 'holder.account')
    .selectAll('holder')
    .select(['email', 'name', 'may_create', 'password_hash', 'disabled_at'])
    .where('holder.id', '=', id)
    .where('account.disabled_at', 'is', null)
    .$castTo<SessionHolder>()
    .executeTakeFirst();
}
