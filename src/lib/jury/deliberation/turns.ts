/** What happens to one turn, whoever or whatever brings it about. */
import type { Asked } from '../context.ts';
import { ok, refuse } from '../result.ts';
import type { Result } from '../result.ts';
import type { JuryEvent } from '../state.ts';
import type { Instant } from '../terms.ts';
import type { EndReason, Turn } from './floor.ts';
import { liveSession } from './live-session.ts';

export const holdsFloor = ({ state }: Turn): boolean => state === 'speaking' || state === 'paused';

export const isPaused = ({ jury }: Asked, session: string): boolean =>
  jury.sessions.some((one) => one.id === session && one.paused !== null);

/** The number of the next turn, or of one further on that the same command adds. */
export const nextTurn = ({ jury }: Asked, further = 0): string => `T${jury.floor.turns.length + 1 + further}`;

/** A turn of a live session. */
export function turnIn(asked: Asked, session: string, id: string): Result<Turn> {
  const live = liveSession(asked, session);
  if (!live.ok) return live;
  const turn = asked.jury.floor.turns.find((one) => one.id === id && one.session === session);
  return turn ? ok(turn) : refuse('unknown-turn');
}

/** `returnBy`: the line is gone, and may come back until then. */
export function pause(asked: Asked, turn: Turn, returnBy?: Instant): readonly JuryEvent[] {
  const left = (turn.endsAt ?? asked.now) - asked.now;
  const until = returnBy === undefined ? {} : { returnBy };
  return [{ type: 'turn-paused', turn: turn.id, left, ...until }, ...counted(asked, turn)];
}

export function resume({ now }: Asked, { id, left = 0 }: Turn): JuryEvent {
  return { type: 'turn-resumed', turn: id, at: now, endsAt: now + left };
}

export function end(asked: Asked, turn: Turn, reason: EndReason = endedBy(asked, turn)): readonly JuryEvent[] {
  return [{ type: 'turn-ended', turn: turn.id, at: asked.now, reason }, ...counted(asked, turn)];
}

/** [D121] Who or what ended it. */
function endedBy({ actor, now }: Asked, { seat, state, endsAt = now, left = 0 }: Turn): EndReason {
  if (actor.kind === 'seat' && actor.id === seat) return 'yielded';
  const over = state === 'paused' ? left <= 0 : now >= endsAt;
  return over ? 'timed-out' : 'stopped';
}

/** [D20] Time is counted as it was spoken: pauses are not. */
function counted({ now }: Asked, { session, seat, state, since }: Turn): readonly JuryEvent[] {
  if (state !== 'speaking' || since === null) return [];
  return [{ type: 'airtime-counted', session, seat, seconds: Math.round((now - since) / 1_000) }];
}
