/** The one file that knows Lucia. It checks, prolongs and ends sessions and shapes the cookie; the tokens and the tables are ours. */
import { Lucia, TimeSpan, type Adapter, type Cookie } from 'lucia';
import {
  endSessionsOfStatements,
  endSessionStatements,
  holderWith,
  prolongSessionStatements,
  sessionsOf,
  sessionWith,
  startSessionStatements,
  sweepSessionsStatements,
  type AuthSession,
  type SessionHolder,
} from '../records/auth-sessions.ts';
import type { Database } from '../records/database.ts';
import { WriteError } from '../records/write-error.ts';
import type { Config } from '../config.ts';
import { tokenHash } from './tokens.ts';

declare module 'lucia' {
  interface Register {
    Lucia: Lucia<Record<never, never>, SessionHolder>;
    DatabaseUserAttributes: SessionHolder;
  }
}

export type { Cookie };

/** `staff`: half a day. `guest`: a seat or a witness, whose device stays signed in for the jury. */
export type Stay = 'staff' | 'guest';

const MARK: Record<Stay, string> = { staff: 'a', guest: 's' };

/** The first letter of a token tells how long its session lasts; it is covered by the hash, so it cannot be exchanged. */
export const markedToken = (stay: Stay, token: string): string => MARK[stay] + token;

export interface Sessions {
  /** The token that a request brings, or null. */
  tokenIn(cookieHeader: string | null): string | null;
  /** The holder, and whether the cookie has to be sent again because its time was prolonged. */
  check(token: string): Promise<{ holder: SessionHolder; fresh: boolean } | null>;
  expiryOf(stay: Stay): number;
  cookie(token: string): Cookie;
  blankCookie(): Cookie;
}

/** `ended` hears the id of each session that is found to have run out. */
export function createSessions(database: Database, { https }: Config, ended: (id: string) => void): Sessions {
  const adapter = adapterOver(database, ended);
  const lasting = (span: TimeSpan) =>
    new Lucia(adapter, {
      sessionExpiresIn: span,
      // The __Host- prefix makes the browser refuse a cookie of this name that another site of the domain has planted.
      sessionCookie: {
        name: https ? '__Host-alqa' : 'alqa',
        attributes: { secure: https, sameSite: 'lax', path: '/' },
      },
      getUserAttributes: (holder) => holder,
    });
  const kept: Record<Stay, Lucia<Record<never, never>, SessionHolder>> = {
    staff: lasting(new TimeSpan(12, 'h')),
    guest: lasting(new TimeSpan(30, 'd')),
  };
  const span: Record<Stay, number> = { staff: 12 * 3_600_000, guest: 30 * 86_400_000 };
  const luciaFor = (token: string) => (token.startsWith(MARK.staff) ? kept.staff : kept.guest);

  return {
    tokenIn: (header) => kept.guest.readSessionCookie(header ?? ''),
    async check(token) {
      const { session, user } = await luciaFor(token).validateSession(tokenHash(token));
      return session && { holder: user, fresh: session.fresh };
    },
    expiryOf: (stay) => Date.now() + span[stay],
    cookie: (token) => luciaFor(token).createSessionCookie(token),
    blankCookie: () => kept.guest.createBlankSessionCookie(),
  };
}

function adapterOver(database: Database, ended: (id: string) => void): Adapter {
  const sessionOf = ({ id, holder, expires_at }: AuthSession) => {
    return { id, userId: holder, expiresAt: new Date(expires_at), attributes: {} };
  };
  const end = async (statements: ReturnType<typeof endSessionStatements>) => {
    const results = await database.write(statements);
    for (const { rows } of results) for (const row of rows as { id: string }[]) ended(row.id);
  };
  return {
    async getSessionAndUser(id) {
      const session = await sessionWith(database, id);
      if (!session) return [null, null];
      const holder = await holderWith(database, session.holder);
      return [sessionOf(session), holder ? { id: holder.id, attributes: holder } : null];
    },
    getUserSessions: async (holder) => (await sessionsOf(database, holder)).map(sessionOf),
    async setSession({ id, userId, expiresAt }) {
      const times = { created_at: Date.now(), expires_at: expiresAt.getTime() };
      await database.write(startSessionStatements({ id, holder: userId, ...times }));
    },
    updateSessionExpiration: (id, expiresAt) =>
      whenDiskAllows(async () => void (await database.write(prolongSessionStatements(id, expiresAt.getTime())))),
    async deleteSession(id) {
      ended(id);
      await whenDiskAllows(async () => void (await database.write(endSessionStatements(id))));
    },
    deleteUserSessions: (holder) => end(endSessionsOfStatements(holder)),
    deleteExpiredSessions: () => end(sweepSessionsStatements(Date.now())),
  };
}

/** While the disk is full people must still be able to read: what only tidies or prolongs a session then waits for the next request. */
async function whenDiskAllows(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof WriteError && (error.code === 'read-only' || error.code === 'busy'))) throw error;
  }
}
