/** The jurors' own way of going on: enough are ready, and after a few seconds in which it can be stopped the next item begins. */
import { isClock } from '../clock.ts';
import type { Asked, Rules } from '../context.ts';
import { ok, refuse } from '../result.ts';
import type { Result } from '../result.ts';
import type { JuryEvent } from '../state.ts';
import type { SeatId } from '../terms.ts';
import { busyWith } from './busy.ts';
import { countdownDue, enoughFor, interrupts, readySince } from './going-on.ts';
import { isHere } from './here.ts';
import { liveSession } from './live-session.ts';
import { nextItem } from './sessions.ts';
import type { AgendaItem, Session } from './sessions.ts';

/** [D68] Milliseconds. */
export const COUNTDOWN = 8_000;
/** [D69] So many jurors stop a countdown. */
export const TO_STOP = 2;

export const countdownRules: Rules<'count-down' | 'cancel-countdown'> = {
  'count-down': ({ session: id, item }, asked) => {
    const session = liveSession(asked, id);
    if (!session.ok) return session;
    if (session.value.running?.item !== item) return refuse('agenda-moved-on');
    const started = countdownFor(session.value, asked, session.value.ready.seats);
    return started.length > 0 ? ok(started) : refuse('not-due');
  },

  'cancel-countdown': ({ session: id, item }, asked) => {
    const session = liveSession(asked, id);
    if (!session.ok) return session;
    const { actor } = asked;
    const { countdown } = session.value;
    if (countdown?.item !== item) return refuse('no-countdown');
    const cancelled: JuryEvent = { type: 'countdown-cancelled', session: id, stays: true };
    if (actor.kind !== 'seat') return ok([cancelled]);
    if (!isHere(asked, id, actor.id)) return refuse('not-present');
    if (countdown.opposed.seats.includes(actor.id)) return refuse('already-opposed');
    const opposed: JuryEvent = { type: 'countdown-opposed', session: id, seat: actor.id };
    return ok(countdown.opposed.count + 1 >= TO_STOP ? [opposed, cancelled] : [opposed]);
  },
};

/** [D68] What follows once these seats are ready: a countdown, or nothing. */
export function countdownFor(session: Session, asked: Asked, ready: readonly SeatId[]): readonly JuryEvent[] {
  const next = nextItem(session);
  const { jury, present, now } = asked;
  const due = countdownDue(jury, { ...session, ready: { count: ready.length, seats: ready } }, present);
  if (!next || !due || now < due.from) return [];
  const because = due.timeUp ? ({ timeUp: true } as const) : {};
  return [{ type: 'countdown-started', session: session.id, item: next.id, endsAt: now + COUNTDOWN, ...because }];
}

/** [D25] [D68] Whether the programme may go on without a facilitator's word: by the clock or a juror. */
export function mayGoOn(session: Session, item: AgendaItem, asked: Asked): Result<null> {
  const { countdown } = session;
  const { jury, present, now } = asked;
  if (countdown && now < countdown.endsAt) return refuse('countdown-runs');
  if (countdown ? item.id !== countdown.item : item.id !== nextItem(session)?.id) return refuse('agenda-moved-on');
  if (!countdown && isClock(asked.actor)) return refuse('no-countdown');
  if (!countdown && asked.facilitated) return refuse('facilitator-here');
  if (!countdown) {
    const since = readySince(jury, session, present);
    if (since === null) return refuse('not-enough-ready');
    if (now < since) return refuse('not-due');
  }
  if (interrupts(jury, session.id)) return refuse('room-busy', { what: busyWith(jury, session.id) ?? '' });
  return enoughFor(jury, session.id, item, present);
}
