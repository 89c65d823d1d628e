/** The jurors' own way of going on: enough are ready, and after a few seconds in which it can be stopped the next item begins. */
import { isClock } from '../clock.ts';
import type { Asked, Rules } from '../context.ts';
import { activeJurors } from '../recruitment/seats.ts';
import { ok, refuse } from '../result.ts';
import type { Result } from '../result.ts';
import type { JuryEvent } from '../state.ts';
import type { SeatId } from '../terms.ts';
import { busyWith } from './busy.ts';
import { liveSession } from './live-session.ts';
import { readyNeeded } from './ready.ts';
import { nextItem } from './sessions.ts';
import type { Session } from './sessions.ts';

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
    const { actor, present } = asked;
    const { countdown } = session.value;
    if (countdown?.item !== item) return refuse('no-countdown');
    const cancelled: JuryEvent = { type: 'countdown-cancelled', session: id };
    if (actor.kind !== 'seat') return ok([cancelled]);
    if (!present.has(actor.id)) return refuse('not-present');
    if (countdown.opposed.seats.includes(actor.id)) return refuse('already-opposed');
    const opposed: JuryEvent = { type: 'countdown-opposed', session: id, seat: actor.id };
    return ok(countdown.opposed.count + 1 >= TO_STOP ? [opposed, cancelled] : [opposed]);
  },
};

/** [D68] What follows once these seats are ready: a countdown, or nothing. */
export function countdownFor(session: Session, asked: Asked, ready: readonly SeatId[]): readonly JuryEvent[] {
  const next = nextItem(session);
  if (!next || session.countdown || session.paused || !enough(asked, ready)) return [];
  return [{ type: 'countdown-started', session: session.id, item: next.id, endsAt: asked.now + COUNTDOWN }];
}

/** [D25] [D68] Whether the programme may go on without a facilitator's word: by the clock or a juror. */
export function mayGoOn(session: Session, item: string, asked: Asked): Result<null> {
  const { countdown } = session;
  if (countdown && asked.now < countdown.endsAt) return refuse('countdown-runs');
  if (countdown ? item !== countdown.item : item !== nextItem(session)?.id) return refuse('agenda-moved-on');
  if (!countdown && isClock(asked.actor)) return refuse('no-countdown');
  if (!countdown && asked.facilitated) return refuse('facilitator-here');
  if (!countdown && !enough(asked, session.ready.seats)) return refuse('not-enough-ready');
  const busy = busyWith(asked.jury, session.id);
  // A ballot lasts for days; of a sentence and a sounding one waits for the end.
  return busy && busy !== 'ballot' ? refuse('room-busy', { what: busy }) : ok(null);
}

function enough({ jury, present }: Asked, ready: readonly SeatId[]): boolean {
  const here = activeJurors(jury.seats).filter(({ id }) => present.has(id));
  return here.filter(({ id }) => ready.includes(id)).length >= readyNeeded(here.length);
}
