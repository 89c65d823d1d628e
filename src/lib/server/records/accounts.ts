import type { Instant, Locale } from '../../jury/terms.ts';
import { compose, type Database } from './database.ts';
import type { Tables } from './schema.ts';
import type { Statement } from './statement.ts';

/** A member of staff. */
export interface Account {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly passwordHash: string | null;
  /** Whether they may found a jury. */
  readonly mayCreate: boolean;
  readonly locale: Locale;
  readonly createdAt: Instant;
  readonly disabledAt: Instant | null;
}

/** Fails the unit with `constraint` when the e-mail address is taken. */
export function createAccountStatements(account: Account): Statement[] {
  const { id, email, name, passwordHash, mayCreate, locale, createdAt, disabledAt } = account;
  const row = { id, email, name, locale, password_hash: passwordHash, may_create: Number(mayCreate) };
  return [
    compose
      .insertInto('account')
      .values({ ...row, created_at: createdAt, disabled_at: disabledAt })
      .compile(),
  ];
}

export function setPasswordStatements(account: string, passwordHash: string): Statement[] {
  return [compose.updateTable('account').set({ password_hash: passwordHash }).where('id', '=', account).compile()];
}

export function disableAccountStatements(account: string, now: Instant): Statement[] {
  return [compose.updateTable('account').set({ disabled_at: now }).where('id', '=', account).compile()];
}

/** Upper and lower case are the same address. */
export function accountByEmail(database: Database, email: string): Promise<Account | undefined> {
  return findAccount(database, 'email', email);
}

export function accountById(database: Database, id: string): Promise<Account | undefined> {
  return findAccount(database, 'id', id);
}

/** What the holders of these accounts are called, by id. */
export async function accountNames(
  { reader }: Database,
  ids: readonly string[],
): Promise<Readonly<Record<string, string>>> {
  const rows = await reader.selectFrom('account').select(['id', 'name']).where('id', 'in', ids).execute();
  return Object.fromEntries(rows.map(({ id, name }) => [id, name]));
}

async function findAccount({ reader }: Database, column: 'id' | 'email', value: string): Promise<Account | undefined> {
  const row = await reader.selectFrom('account').selectAll().where(column, '=', value).executeTakeFirst();
  return row && accountOf(row);
}

function accountOf(row: Tables['account']): Account {
  const { id, email, name, password_hash, may_create, locale, created_at, disabled_at } = row;
  return {
    id,
    email,
    name,
    locale,
    passwordHash: password_hash,
    mayCreate: may_create === 1,
    createdAt: created_at,
    disabledAt: disabled_at,
  };
}
