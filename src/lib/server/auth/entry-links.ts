import { ok, refuse, type Result } from '../../jury/result.ts';
import type { Config } from '../config.ts';
import { attempt } from '../records/attempt.ts';
import type { Database } from '../records/database.ts';
import { holderForAccount, type Holder } from '../records/holders.ts';
import {
  issueLinkStatements,
  liveLink,
  revokeLinksStatements,
  useLinkStatements,
  type LiveLink,
} from '../records/links.ts';
import type { LinkPurpose } from '../records/schema.ts';
import type { Statement } from '../records/statement.ts';
import { WriteError } from '../records/write-error.ts';
import type { Limits } from './limits.ts';
import type { BeginSession, SignedIn, Visitor } from './sign-in.ts';
import { randomToken, tokenHash } from './tokens.ts';

export interface IssuedLink {
  /** `https://alqa.example/enter/<token>`. Show it once, or send it; it cannot be read again. */
  readonly url: string;
  readonly token: string;
  readonly expiresAt: number;
}

export interface LinkOptions {
  /** `join` (the default) lasts 14 days, `staff-invitation` one hour. */
  readonly purpose?: LinkPurpose;
  readonly lifetimeMs?: number;
}

/** What may be told of a link to whoever holds it, before it is used. */
export interface PeekedLink extends Pick<LiveLink, 'kind' | 'jury' | 'purpose' | 'expiresAt'> {
  /** Whoever enters has an account and no password yet. */
  readonly needsPassword: boolean;
}

export interface EntryLinks {
  /** The link with the statements that make it valid, for whoever writes more in the same unit. Ends the holder's former link. */
  prepareLink(
    holder: Holder,
    options?: LinkOptions,
  ): { readonly link: IssuedLink; readonly statements: readonly Statement[] };
  issueLink(holder: Holder, options?: LinkOptions): Promise<Result<IssuedLink>>;
  revokeLinks(holder: Holder): Promise<Result<null>>;
  /** Looks at a link without using it up: whom it would let in. */
  peekLink(token: string): Promise<Result<PeekedLink>>;
  /** Uses the link up and signs its holder in. Refuses with `link-invalid` whether it is unknown, used, revoked or out of date. */
  enterByLink(token: string, visitor: Visitor): Promise<Result<SignedIn>>;
}

const LIFETIME: Record<LinkPurpose, number> = { join: 14 * 86_400_000, 'staff-invitation': 3_600_000 };

export function createEntryLinks(
  database: Database,
  { origin }: Config,
  limits: Limits,
  begin: BeginSession,
): EntryLinks {
  const prepareLink: EntryLinks['prepareLink'] = (
    holder,
    { purpose = 'join', lifetimeMs = LIFETIME[purpose] } = {},
  ) => {
    const token = randomToken();
    const createdAt = Date.now();
    const expiresAt = createdAt + lifetimeMs;
    const statements = issueLinkStatements({ tokenSha256: tokenHash(token), holder, purpose, createdAt, expiresAt });
    return { link: { url: `${origin}/enter/${token}`, token, expiresAt }, statements };
  };

  return {
    prepareLink,
    async issueLink(holder, options) {
      const { link, statements } = prepareLink(holder, options);
      const written = await attempt(database, statements);
      return written.ok ? ok(link) : written;
    },
    async revokeLinks(holder) {
      const written = await attempt(database, revokeLinksStatements(holder, Date.now()));
      return written.ok ? ok(null) : written;
    },
    async peekLink(token) {
      const link = await liveLink(database, tokenHash(token), Date.now());
      if (!link) return refuse('link-invalid');
      const { kind, jury, purpose, expiresAt, passwordHash } = link;
      return ok({ kind, jury, purpose, expiresAt, needsPassword: kind === 'account' && passwordHash === null });
    },
    async enterByLink(token, visitor) {
      const allowed = await limits.enterFrom(visitor.ip);
      if (!allowed.ok) return allowed;
      const now = Date.now();
      const link = await liveLink(database, tokenHash(token), now);
      if (!link) return refuse('link-invalid');
      try {
        return await begin(holderBehind(link), visitor, useLinkStatements(tokenHash(token), now));
      } catch (error) {
        // Another request has used the link between our look and our write.
        if (error instanceof WriteError && error.code === 'conflict') return refuse('link-invalid');
        throw error;
      }
    },
  };
}

function holderBehind({ kind, account, jury, ref }: LiveLink): Holder {
  if (kind === 'account' && account !== null) return holderForAccount(account);
  if (kind === 'account' || jury === null || ref === null)
    throw new Error('A holder without a person contradicts the schema.');
  return { kind, jury, ref };
}
