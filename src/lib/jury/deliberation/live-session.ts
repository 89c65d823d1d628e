import type { Asked } from '../context.ts';
import { ok, refuse } from '../result.ts';
import type { Result } from '../result.ts';
import { isRemoved } from './moderation/moderation.ts';
import { hasDoorsOpen } from './sessions.ts';
import type { Session } from './sessions.ts';

/** [D3] What happens in the room happens while its session is live. */
export function liveSession({ jury, actor }: Asked, id: string): Result<Session> {
  const session = jury.sessions.find((one) => one.id === id);
  if (!session) return refuse('unknown-session');
  if (session.state !== 'live') return refuse('session-not-live');
  // [D40] Whoever was removed has no part in this session.
  return actor.kind === 'seat' && isRemoved(jury.moderation, id, actor.id) ? refuse('removed') : ok(session);
}

/** [D116] People come and go from when the doors are open. */
export function sessionToAttend(asked: Asked, id: string): Result<Session> {
  const session = asked.jury.sessions.find((one) => one.id === id);
  return session && hasDoorsOpen(session) ? ok(session) : liveSession(asked, id);
}
