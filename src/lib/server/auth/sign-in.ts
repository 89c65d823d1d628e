import { ok, type Result } from '../../jury/result.ts';
import { attempt } from '../records/attempt.ts';
import { endSessionStatements, holderWith, startSessionStatements } from '../records/auth-sessions.ts';
import type { Database } from '../records/database.ts';
import { holderId, keepHolderStatements, type Holder } from '../records/holders.ts';
import type { Statement } from '../records/statement.ts';
import { markedToken, type Cookie, type Sessions } from './lucia.ts';
import { principalOf, type Principal } from './principal.ts';
import { randomToken, tokenHash } from './tokens.ts';

/** Whoever stands at a door: where from, and the session token that the browser already has. */
export interface Visitor {
  readonly ip: string;
  readonly token: string | null;
}

export interface SignedIn {
  readonly principal: Principal;
  /** Names the session without opening it; sockets are filed under it. */
  readonly sessionHash: string;
  /** To be sent to the browser. */
  readonly cookie: Cookie;
}

export type BeginSession = (
  holder: Holder,
  visitor: Visitor,
  together?: readonly Statement[],
) => Promise<Result<SignedIn>>;

/**
 * Starts a session under a token nobody has seen before and ends the one this browser had, in one unit with the statements of `together`: a
 * token planted before sign-in is worth nothing after it.
 */
export function sessionStarter(database: Database, sessions: Sessions, ended: (id: string) => void): BeginSession {
  return async (holder, visitor, together = []) => {
    const stay = holder.kind === 'account' ? 'staff' : 'guest';
    const token = markedToken(stay, randomToken());
    const id = tokenHash(token);
    const previous = visitor.token === null ? null : tokenHash(visitor.token);
    const row = { id, holder: holderId(holder), created_at: Date.now(), expires_at: sessions.expiryOf(stay) };
    const written = await attempt(database, [
      ...keepHolderStatements(holder),
      ...together,
      ...(previous === null ? [] : endSessionStatements(previous)),
      ...startSessionStatements(row),
    ]);
    if (!written.ok) return written;
    if (previous !== null) ended(previous);
    const known = await holderWith(database, row.holder);
    if (!known) throw new Error('The holder of a session that was just started is unknown.');
    return ok({ principal: principalOf(known), sessionHash: id, cookie: sessions.cookie(token) });
  };
}
