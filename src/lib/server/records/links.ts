import type { Instant, JuryId } from '../../jury/terms.ts';
import { compose, type Database } from './database.ts';
import { holderId, keepHolderStatements, type Holder } from './holders.ts';
import type { HolderKind, LinkPurpose } from './schema.ts';
import { expecting, type Statement } from './statement.ts';

export interface EntryLink {
  /** SHA-256 of the token, in hexadecimal; the token itself is kept nowhere. */
  readonly tokenSha256: string;
  readonly holder: Holder;
  readonly purpose: LinkPurpose;
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
}

export interface LiveLink {
  readonly kind: HolderKind;
  readonly account: string | null;
  readonly jury: JuryId | null;
  readonly ref: string | null;
  readonly purpose: LinkPurpose;
  readonly expiresAt: Instant;
  /** Of the account, where the holder is one and has chosen a password. */
  readonly passwordHash: string | null;
}

/** Gives the holder a new link; the one that was still live ends. */
export function issueLinkStatements(link: EntryLink): Statement[] {
  const { tokenSha256, holder, purpose, createdAt, expiresAt } = link;
  const row = {
    token_sha256: tokenSha256,
    holder: holderId(holder),
    purpose,
    created_at: createdAt,
    expires_at: expiresAt,
  };
  return [
    ...keepHolderStatements(holder),
    ...revokeLinksStatements(holder, createdAt),
    compose
      .insertInto('entry_link')
      .values({ ...row, used_at: null, revoked_at: null })
      .compile(),
  ];
}

export function revokeLinksStatements(holder: Holder, now: Instant): Statement[] {
  const query = compose.updateTable('entry_link').set({ revoked_at: now }).where('holder', '=', holderId(holder));
  return [query.where('used_at', 'is', null).where('revoked_at', 'is', null).compile()];
}

/** Uses the link up. Of any number of attempts one succeeds; the others fail their unit with `conflict`. */
export function useLinkStatements(tokenSha256: string, now: Instant): Statement[] {
  const query = compose.updateTable('entry_link').set({ used_at: now }).where('token_sha256', '=', tokenSha256);
  const live = query.where('used_at', 'is', null).where('revoked_at', 'is', null).where('expires_at', '>', now);
  return [expecting(1, live.compile())];
}

export function liveLink({ reader }: Database, tokenSha256: string, now: Instant): Promise<LiveLink | undefined> {
  return reader
    .selectFrom('entry_link as link')
    .innerJoin('holder', 'holder.id', 'link.holder')
    .leftJoin('account', 'account.id', 'holder.account')
    .select([
      'holder.kind',
      'holder.account',
      'holder.jury',
      'holder.ref',
      'link.purpose',
      'link.expires_at as expiresAt',
      'account.password_hash as passwordHash',
    ])
    .where('link.token_sha256', '=', tokenSha256)
    .where('link.used_at', 'is', null)
    .where('link.revoked_at', 'is', null)
    .where('link.expires_at', '>', now)
    .where('account.disabled_at', 'is', null)
    .executeTakeFirst();
}

/** Removes links that nobody can use any more. */
export function sweepLinksStatements(now: Instant): Statement[] {
  return [compose.deleteFrom('entry_link').where('expires_at', '<=', now).compile()];
}
