import { isClock } from '../clock.ts';
import type { Asked, Rules } from '../context.ts';
import { activeJurors } from '../recruitment/seats.ts';
import { ok, refuse } from '../result.ts';
import type { Result } from '../result.ts';
import type { JuryEvent } from '../state.ts';
import type { SeatId } from '../terms.ts';
import type { FloorCommand } from './floor-commands.ts';
import { dropped, held, interruptedBy, madeWay, lineRules, mayTakeUpAgain } from './line-rules.ts';
import { pausedOf, queueOf, speakerOf } from './floor.ts';
import type { Turn, TurnKind } from './floor.ts';
import { orderUnder, placeOf } from './queue.ts';
import { heardIn } from './heard.ts';
import { isHere } from './here.ts';
import { liveSession } from './live-session.ts';
import { isRemoved } from './moderation/moderation.ts';
import { recordingPlays } from './showing-rules.ts';
import { isQuiet } from './signals.ts';
import { end, holdsFloor, isPaused, nextTurn, pause, resume, turnIn } from './turns.ts';

type FloorRules = Rules<Exclude<FloorCommand['type'], 'give-signal' | 'take-back-signal' | 'clear-signals'>>;

export const floorRules: FloorRules = {
  ...lineRules,

  'raise-hand': ({ session, kind = 'speech', note }, asked) => {
    const live = liveSession(asked, session);
    if (!live.ok) return live;
    const { actor } = asked;
    if (actor.kind !== 'seat') return refuse('not-allowed');
    return isHere(asked, session, actor.id)
      ? raise(asked, { session, seat: actor.id, kind, note })
      : refuse('not-present');
  },

  'raise-hand-for': ({ session, seat, kind = 'speech' }, asked) => {
    const live = liveSession(asked, session);
    if (!live.ok) return live;
    if (!isActive(asked, seat)) return refuse('unknown-seat');
    return isRemoved(asked.jury.moderation, session, seat)
      ? refuse('removed')
      : raise(asked, { session, seat, kind, inHall: true });
  },

  'lower-hand': ({ session, kind = 'speech' }, asked) => {
    const { actor } = asked;
    const turn = actor.kind === 'seat' && waitingTurn(asked, session, actor.id, kind);
    return turn ? ok([{ type: 'hand-lowered', turn: turn.id }]) : refuse('not-waiting');
  },

  'grant-floor': ({ session, turn: id }, asked) => {
    const turn = turnIn(asked, session, id);
    if (!turn.ok) return turn;
    if (turn.value.state !== 'waiting') return refuse('not-waiting');
    if (isPaused(asked, session)) return refuse('session-paused');
    if (recordingPlays(asked, session)) return refuse('floor-taken');
    // [D7] Whoever left the jury while waiting is not called up.
    if (!isActive(asked, turn.value.seat)) return refuse('seat-not-active');
    const { floor, signals } = asked.jury;
    const speaking = speakerOf(floor, session);
    const paused = pausedOf(floor, session);
    // [D13] A question interrupts the speech that it is about.
    const interrupts = turn.value.kind === 'clarifying-question' && speaking?.kind === 'speech';
    const before: readonly JuryEvent[] = interrupts
      ? pause(asked, speaking)
      : [
          ...(speaking ? end(asked, speaking) : []),
          ...(paused && turn.value.kind === 'speech' ? madeWay(asked, paused) : []),
        ];
    const granted: JuryEvent = {
      type: 'floor-granted',
      turn: id,
      at: asked.now,
      endsAt: asked.now + floor.limit * 1_000,
    };
    return ok([...before, ...(isQuiet(signals) ? [] : [{ type: 'signals-cleared', session } as const]), granted]);
  },

  'pause-turn': ({ session, turn: id }, asked) => {
    const turn = turnIn(asked, session, id);
    if (!turn.ok) return turn;
    if (turn.value.state !== 'speaking') return refuse('not-speaking');
    return isClock(asked.actor) ? held(asked, turn.value) : ok(pause(asked, turn.value));
  },

  'resume-turn': ({ session, turn: id }, asked) => {
    const turn = turnIn(asked, session, id);
    if (!turn.ok) return turn;
    if (turn.value.state !== 'paused') return refuse('not-speaking');
    if (isPaused(asked, session)) return refuse('session-paused');
    if (isClock(asked.actor) && !mayTakeUpAgain(asked, turn.value)) return refuse('not-due');
    const taken = speakerOf(asked.jury.floor, session) ?? recordingPlays(asked, session);
    return taken ? refuse('floor-taken') : ok([resume(asked, turn.value)]);
  },

  'extend-turn': ({ session, turn: id, seconds }, asked) => {
    const turn = turnIn(asked, session, id);
    if (!turn.ok) return turn;
    if (turn.value.state !== 'speaking') return refuse('not-speaking');
    const extra = (turn.value.extra ?? 0) + seconds;
    if (extra > asked.jury.floor.limit) return refuse('extended-enough');
    return ok([{ type: 'turn-extended', turn: id, seconds }]);
  },

  'end-turn': ({ session, turn: id }, asked) => {
    const { actor, jury } = asked;
    const turn = jury.floor.turns.find((one) => one.id === id && one.session === session);
    if (!turn || !holdsFloor(turn)) return refuse('unknown-turn');
    // [D8] A juror yields only their own turn.
    if (actor.kind === 'seat' && actor.id !== turn.seat) return refuse('not-allowed');
    const interrupted =
      turn.kind === 'clarifying-question' && !isPaused(asked, session)
        ? interruptedBy(jury.floor.turns, turn)
        : undefined;
    return ok([...end(asked, turn), ...(interrupted ? [resume(asked, interrupted)] : [])]);
  },

  'return-to-front': ({ session, turn: id }, asked) => {
    const turn = turnIn(asked, session, id);
    if (!turn.ok) return turn;
    if (isClock(asked.actor)) return dropped(asked, turn.value);
    const { seat, kind, note } = turn.value;
    const last = asked.jury.floor.turns.findLast((one) => one.session === session && one.state === 'done');
    if (!holdsFloor(turn.value) && last?.id !== id) return refuse('not-last-speaker');
    if (!isActive(asked, seat)) return refuse('seat-not-active');
    if (waitingTurn(asked, session, seat, kind)) return refuse('already-waiting');
    const ended = holdsFloor(turn.value) ? end(asked, turn.value, 'dropped') : [];
    const again = { turn: nextTurn(asked), session, seat, at: asked.now, kind, place: 0, ...(note ? { note } : {}) };
    return ok([...ended, { type: 'hand-raised', ...again }]);
  },

  'move-turn': ({ session, turn: id, ahead, reason }, asked) => {
    const live = liveSession(asked, session);
    if (!live.ok) return live;
    const queue = queueOf(asked.jury.floor, session).map((turn) => turn.id);
    if (!queue.includes(id) || !queue.includes(ahead) || id === ahead) return refuse('not-waiting');
    const others = queue.filter((turn) => turn !== id);
    const order = others.toSpliced(others.indexOf(ahead), 0, id);
    return ok([{ type: 'queue-reordered', session, order, reason: asked.seal(reason) }]);
  },

  'take-from-queue': ({ session, turn: id, reason }, asked) => {
    const turn = turnIn(asked, session, id);
    if (!turn.ok) return turn;
    if (turn.value.state !== 'waiting') return refuse('not-waiting');
    return ok([{ type: 'hand-lowered', turn: id, taken: asked.seal(reason) }]);
  },

  'set-queue': ({ session, mode, limit, newFirst, linesWatched }, asked) => {
    const live = liveSession(asked, session);
    if (!live.ok) return live;
    const { jury, now, seed } = asked;
    const waiting = queueOf(jury.floor, session);
    const round = mode === 'rounds' && jury.floor.mode !== 'rounds' ? unheard(asked, session) : [];
    const added = round.map((seat, index): Turn => {
      return { id: nextTurn(asked, index), session, seat, kind: 'speech', state: 'waiting', since: now };
    });
    const raised = added.map(({ id: turn, seat, kind }): JuryEvent => {
      return { type: 'hand-raised', turn, session, seat, at: now, kind };
    });
    const all = [...waiting, ...added];
    const settings = { mode, newFirst: newFirst ?? jury.floor.newFirst };
    const order = orderUnder(settings, jury.floor, all, heardIn(jury, session), seed);
    const kept = {
      ...(newFirst === undefined ? {} : { newFirst }),
      ...(linesWatched === undefined ? {} : { linesWatched }),
    };
    return ok([...raised, { type: 'queue-set', session, mode, limit, order, ...kept }]);
  },

  'close-queue': ({ session }, asked) => {
    const live = liveSession(asked, session);
    if (!live.ok) return live;
    return asked.jury.floor.closed ? refuse('queue-closed') : ok([{ type: 'queue-closed', session }]);
  },

  'open-queue': ({ session }, asked) => {
    const live = liveSession(asked, session);
    if (!live.ok) return live;
    return asked.jury.floor.closed ? ok([{ type: 'queue-opened', session }]) : refuse('queue-open');
  },
};

/** [D22] Whoever speaks when everything is paused keeps the time they have left. */
export function pauseFloor(asked: Asked, session: string): readonly JuryEvent[] {
  const speaking = speakerOf(asked.jury.floor, session);
  return speaking ? pause(asked, speaking) : [];
}

/** [D9] What ends with the session: the turn, and the waiting. */
export function emptyFloor(asked: Asked, session: string): readonly JuryEvent[] {
  const { floor, signals } = asked.jury;
  const held = floor.turns.filter((turn) => turn.session === session && holdsFloor(turn));
  return [
    ...held.flatMap((turn) => end(asked, turn)),
    ...queueOf(floor, session).map(({ id }) => ({ type: 'hand-lowered', turn: id }) as const),
    // [D74] The next session begins with an open queue.
    ...(floor.closed ? [{ type: 'queue-opened', session } as const] : []),
    ...(isQuiet(signals) ? [] : [{ type: 'signals-cleared', session } as const]),
  ];
}

/** [D40] Whoever is removed from the session neither speaks nor waits. */
export function leaveFloor(asked: Asked, session: string, seat: SeatId): readonly JuryEvent[] {
  const { floor } = asked.jury;
  const held = floor.turns.filter((turn) => turn.session === session && turn.seat === seat && holdsFloor(turn));
  const waiting = queueOf(floor, session).filter((turn) => turn.seat === seat);
  return [
    ...held.flatMap((turn) => end(asked, turn)),
    ...waiting.map(({ id }) => ({ type: 'hand-lowered', turn: id }) as const),
  ];
}

const hasFloor = ({ jury }: Asked, session: string, seat: SeatId): boolean =>
  jury.floor.turns.some((turn) => turn.session === session && turn.seat === seat && holdsFloor(turn));

const isActive = ({ jury }: Asked, seat: SeatId): boolean => activeJurors(jury.seats).some(({ id }) => id === seat);

/** [D15] Jurors in the room who have no place in the queue yet. */
function unheard(asked: Asked, session: string): readonly SeatId[] {
  const { floor, seats } = asked.jury;
  const waiting = new Set(
    queueOf(floor, session)
      .filter(({ kind }) => kind === 'speech')
      .map(({ seat }) => seat),
  );
  return activeJurors(seats)
    .map(({ id }) => id)
    .filter((seat) => asked.present.has(seat) && !waiting.has(seat) && !hasFloor(asked, session, seat));
}

/** [D6] A juror has at most one place in the queue of each kind. */
const waitingTurn = ({ jury }: Asked, session: string, seat: SeatId, kind: TurnKind): Turn | undefined =>
  queueOf(jury.floor, session).find((turn) => turn.kind === kind && turn.seat === seat);

interface Raised {
  readonly session: string;
  readonly seat: SeatId;
  readonly kind: TurnKind;
  readonly inHall?: boolean;
  readonly note?: string | undefined;
}

function raise(asked: Asked, { session, seat, kind, inHall, note }: Raised): Result<readonly JuryEvent[]> {
  if (hasFloor(asked, session, seat) || waitingTurn(asked, session, seat, kind)) return refuse('already-waiting');
  const { floor } = asked.jury;
  // [D74] What cannot wait is still taken.
  if (floor.closed && kind === 'speech') return refuse('queue-closed');
  const place = placeOf({ kind, seat }, queueOf(floor, session), floor.mode, heardIn(asked.jury, session));
  const hand = { turn: nextTurn(asked), session, seat, at: asked.now, kind, place };
  const words = note === undefined ? {} : { note: asked.seal(note) };
  return ok([{ type: 'hand-raised', ...hand, ...(inHall ? { inHall } : {}), ...words }]);
}
