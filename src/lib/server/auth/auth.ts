/** The seam of authentication: who is at the door, how they come in, how they leave. */
import { ok, type Result } from '../../jury/result.ts';
import type { Config } from '../config.ts';
import { attempt } from '../records/attempt.ts';
import { endSessionsOfStatements, endSessionStatements, sweepSessionsStatements } from '../records/auth-sessions.ts';
import type { Database } from '../records/database.ts';
import { holderId, type Holder } from '../records/holders.ts';
import { sweepLinksStatements } from '../records/links.ts';
import type { Unit } from '../records/statement.ts';
import { createEntryLinks, type EntryLinks } from './entry-links.ts';
import { createLimits, type Limits } from './limits.ts';
import { createSessions, type Cookie } from './lucia.ts';
import { createPasswords } from './passwords.ts';
import { principalOf, type Principal } from './principal.ts';
import { sessionStarter } from './sign-in.ts';
import { createStaff, type Staff } from './staff.ts';
import { tokenHash } from './tokens.ts';

export { holderForAccount, holderForSeat, holderForWitness, type Holder } from '../records/holders.ts';
export { holderOf, type Principal } from './principal.ts';
export type { Cookie, Limits };
export type { SignedIn, Visitor } from './sign-in.ts';

/** What a request's cookie proves. */
export interface Authentication {
  readonly principal: Principal | null;
  /** The SHA-256 under which the session is stored; null when nobody is signed in. */
  readonly sessionHash: string | null;
  /** The token that the browser brought, valid or not. */
  readonly token: string | null;
  /** Present when the browser has to be sent a cookie: its time was prolonged, or the one it has is worthless. */
  readonly cookie?: Cookie;
}

export interface Auth extends EntryLinks, Staff {
  readonly limits: Limits;
  authenticate(cookieHeader: string | null): Promise<Authentication>;
  /** Under what a session with these cookies would be stored, whether or not there is one; empty when they name none. */
  sessionIn(cookieHeader: string | null): string;
  /** Ends the session of this token; returns the cookie that makes the browser forget it. */
  signOut(token: string | null): Promise<Cookie>;
  /** Ends every session of the holder, on whatever device. */
  signOutEverywhere(holder: Holder): Promise<Result<null>>;
  /** Hears the hash of each session that ends. Returns the way to stop listening. */
  onSessionEnded(listener: (sessionHash: string) => void): () => void;
  close(): void;
}

const SWEEP_EVERY_MS = 60_000;

export function createAuth(database: Database, config: Config): Auth {
  const listeners = new Set<(sessionHash: string) => void>();
  const ended = (sessionHash: string) => {
    for (const listener of listeners) listener(sessionHash);
  };
  const limits = createLimits(config);
  const sessions = createSessions(database, config, ended);
  const begin = sessionStarter(database, sessions, ended);

  /** Writes what returns the ids of the sessions that it ends, and tells of them. */
  const endThose = async (unit: Unit): Promise<Result<null>> => {
    const written = await attempt(database, unit);
    if (!written.ok) return written;
    for (const { rows } of written.value) for (const row of rows as { id: string }[]) ended(row.id);
    return ok(null);
  };
  const sweep = () => endThose([...sweepSessionsStatements(Date.now()), ...sweepLinksStatements(Date.now())]);
  const sweeping = setInterval(() => void sweep(), SWEEP_EVERY_MS).unref();

  return {
    limits,
    ...createStaff({ database, limits, passwords: createPasswords(), begin, endThose }),
    ...createEntryLinks(database, config, limits, begin),

    sessionIn(cookieHeader) {
      const token = sessions.tokenIn(cookieHeader);
      return token === null ? '' : tokenHash(token);
    },

    async authenticate(cookieHeader) {
      const token = sessions.tokenIn(cookieHeader);
      if (token === null) return { principal: null, sessionHash: null, token };
      const session = await sessions.check(token);
      if (!session) return { principal: null, sessionHash: null, token, cookie: sessions.blankCookie() };
      const known = { principal: principalOf(session.holder), sessionHash: tokenHash(token), token };
      return session.fresh ? { ...known, cookie: sessions.cookie(token) } : known;
    },

    async signOut(token) {
      if (token !== null) {
        await database.write(endSessionStatements(tokenHash(token)));
        ended(tokenHash(token));
      }
      return sessions.blankCookie();
    },

    signOutEverywhere: (holder) => endThose(endSessionsOfStatements(holderId(holder))),

    onSessionEnded(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },

    close: () => clearInterval(sweeping),
  };
}
