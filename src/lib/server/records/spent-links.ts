import type { Instant } from '../../jury/terms.ts';
import type { Database } from './database.ts';

/** Why a link that once was good lets nobody in any more. */
export interface SpentLink {
  readonly why: 'used' | 'revoked' | 'expired';
  readonly expiresAt: Instant;
}

/** Undefined for a link that still works, that never was, or that was swept away some time after it expired. */
export async function spentLink(
  { reader }: Database,
  tokenSha256: string,
  now: Instant,
): Promise<SpentLink | undefined> {
  const query = reader.selectFrom('entry_link').select(['used_at', 'revoked_at', 'expires_at']);
  const row = await query.where('token_sha256', '=', tokenSha256).executeTakeFirst();
  if (!row) return undefined;
  const expiresAt = row.expires_at;
  if (row.used_at !== null) return { why: 'used', expiresAt };
  if (row.revoked_at !== null) return { why: 'revoked', expiresAt };
  return expiresAt <= now ? { why: 'expired', expiresAt } : undefined;
}
