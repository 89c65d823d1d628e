import type { Asked } from '../context.ts';
import { ok, refuse } from '../result.ts';
import type { Result } from '../result.ts';
import type { Session } from './sessions.ts';

/** [D3] What happens in the room happens while its session is live. */
export function liveSession({ jury }: Asked, id: string): Result<Session> {
  const session = jury.sessions.find((one) => one.id === id);
  if (!session) return refuse('unknown-session');
  return session.state === 'live' ? ok(session) : refuse('session-not-live');
}
