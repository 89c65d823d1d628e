import type { Asked, Rules } from '../context.ts';
import { activeJurors, seatOf } from '../recruitment/seats.ts';
import { ok, refuse } from '../result.ts';
import type { Result } from '../result.ts';
import type { JuryEvent } from '../state.ts';
import type { DeliberationCommand } from './commands.ts';
import { speakerOf } from './room.ts';
import type { Message, Turn } from './room.ts';
import type { Session } from './sessions.ts';

export const deliberationRules: Rules<DeliberationCommand['type']> = {
  'plan-session': ({ title, startsAt, agenda }, { jury }) => {
    const items = agenda.map((item, index) => ({ id: `${index + 1}`, ...item }));
    return ok([{ type: 'session-planned', session: `D${jury.sessions.length + 1}`, title, startsAt, agenda: items }]);
  },

  'open-session': ({ session: id }, asked) => {
    const session = asked.jury.sessions.find((one) => one.id === id);
    if (!session) return refuse('unknown-session');
    if (session.state === 'closed') return refuse('session-over');
    if (asked.jury.sessions.some((one) => one.state === 'live')) return refuse('session-already-live');
    return ok([{ type: 'session-opened', session: id }]);
  },

  'start-item': ({ session: id, item, after }, asked) => {
    const session = liveSession(asked, id);
    if (!session.ok) return session;
    if (!session.value.agenda.some((one) => one.id === item)) return refuse('unknown-agenda-item');
    // [D4] Two facilitators who press "next" at once advance once.
    if ((session.value.running?.item ?? null) !== after || item === after) return refuse('agenda-moved-on');
    return ok([{ type: 'item-started', session: id, item, at: asked.now }]);
  },

  'close-session': ({ session: id }, asked) => {
    const session = liveSession(asked, id);
    if (!session.ok) return session;
    const unfinished = asked.jury.room.turns.filter(
      (turn) => turn.session === id && (turn.state === 'waiting' || turn.state === 'speaking'),
    );
    const ended: JuryEvent[] = unfinished.map((turn) =>
      turn.state === 'speaking'
        ? { type: 'turn-ended', turn: turn.id, at: asked.now }
        : { type: 'hand-lowered', turn: turn.id },
    );
    return ok([...ended, { type: 'session-closed', session: id }]);
  },

  'raise-hand': ({ session }, asked) => {
    const live = liveSession(asked, session);
    if (!live.ok) return live;
    const { actor, jury, present, now } = asked;
    if (actor.kind !== 'seat') return refuse('not-allowed');
    if (!present.has(actor.id)) return refuse('not-present');
    if (waitingTurn(asked, session)) return refuse('already-waiting');
    if (speakerOf(jury.room, session)?.seat === actor.id) return refuse('already-waiting');
    return ok([{ type: 'hand-raised', turn: `T${jury.room.turns.length + 1}`, session, seat: actor.id, at: now }]);
  },

  'lower-hand': ({ session }, asked) => {
    const turn = waitingTurn(asked, session);
    return turn ? ok([{ type: 'hand-lowered', turn: turn.id }]) : refuse('not-waiting');
  },

  'grant-floor': ({ session, turn: id }, asked) => {
    const live = liveSession(asked, session);
    if (!live.ok) return live;
    const turn = asked.jury.room.turns.find((one) => one.id === id && one.session === session);
    if (!turn) return refuse('unknown-turn');
    if (turn.state !== 'waiting') return refuse('not-waiting');
    // [D7] Whoever left the jury while waiting is not called up.
    if (!activeJurors(asked.jury.seats).some((seat) => seat.id === turn.seat)) return refuse('seat-not-active');
    const speaking = speakerOf(asked.jury.room, session);
    const ended: JuryEvent[] = speaking ? [{ type: 'turn-ended', turn: speaking.id, at: asked.now }] : [];
    return ok([...ended, { type: 'floor-granted', turn: id, at: asked.now }]);
  },

  'end-turn': ({ session, turn: id }, { jury, actor, now }) => {
    const turn = jury.room.turns.find((one) => one.id === id && one.session === session);
    if (!turn || turn.state !== 'speaking') return refuse('unknown-turn');
    // [D8] A juror yields only their own turn.
    if (actor.kind === 'seat' && actor.id !== turn.seat) return refuse('not-allowed');
    return ok([{ type: 'turn-ended', turn: id, at: now }]);
  },

  'post-message': ({ session, text, replyTo }, asked) => {
    const live = liveSession(asked, session);
    if (!live.ok) return live;
    const { actor, jury, now, seal } = asked;
    if (actor.kind === 'seat' && jury.room.muted.includes(actor.id)) return refuse('muted');
    if (replyTo !== undefined) {
      const answered = standingMessage(asked, replyTo);
      if (!answered.ok) return answered;
    }
    const by = actor.kind === 'seat' ? actor.id : 'facilitator';
    return ok([
      {
        type: 'message-posted',
        message: `M${jury.room.messages.length + 1}`,
        session,
        by,
        at: now,
        replyTo,
        text: seal(text),
      },
    ]);
  },

  'hide-message': ({ message, rule }, asked) => {
    const found = standingMessage(asked, message);
    return found.ok ? ok([{ type: 'message-hidden', message, rule, at: asked.now }]) : found;
  },

  'mute-juror': ({ seat, rule }, { jury }) => {
    if (seatOf(jury.seats, seat)?.role !== 'juror') return refuse('unknown-seat');
    return jury.room.muted.includes(seat) ? refuse('already-muted') : ok([{ type: 'juror-muted', seat, rule }]);
  },

  'unmute-juror': ({ seat }, { jury }) =>
    jury.room.muted.includes(seat) ? ok([{ type: 'juror-unmuted', seat }]) : refuse('not-muted'),
};

function liveSession({ jury }: Asked, id: string): Result<Session> {
  const session = jury.sessions.find((one) => one.id === id);
  if (!session) return refuse('unknown-session');
  return session.state === 'live' ? ok(session) : refuse('session-not-live');
}

function standingMessage({ jury }: Asked, id: string): Result<Message> {
  const message = jury.room.messages.find((one) => one.id === id);
  if (!message) return refuse('unknown-message');
  return message.hidden ? refuse('already-hidden') : ok(message);
}

/** [D6] A juror has at most one place in the queue. */
function waitingTurn({ jury, actor }: Asked, session: string): Turn | undefined {
  return jury.room.turns.find(
    (turn) => turn.session === session && turn.state === 'waiting' && actor.kind === 'seat' && turn.seat === actor.id,
  );
}
