/** How long each has spoken. By person it is for the facilitator and oneself; nobody is ranked before others. */
import type { SeatId } from '../terms.ts';

export interface SessionAirtime {
  /** Seconds of all spoken turns. */
  readonly total: number;
  /** Seconds by seat, as far as the viewer may know. */
  readonly seats: Readonly<Record<SeatId, number>>;
}

/** By session. */
export type Airtime = Readonly<Record<string, SessionAirtime>>;

export interface AirtimeEvent {
  readonly type: 'airtime-counted';
  readonly session: string;
  /** Left out for those who may not know whose it is. */
  readonly seat?: SeatId;
  readonly seconds: number;
}

export const NO_AIRTIME: SessionAirtime = { total: 0, seats: {} };

export const airtimeOf = (airtime: Airtime, session: string): SessionAirtime => airtime[session] ?? NO_AIRTIME;

export function evolveAirtime(airtime: Airtime, { session, seat, seconds }: AirtimeEvent): Airtime {
  const { total, seats } = airtimeOf(airtime, session);
  const own = seat === undefined ? seats : { ...seats, [seat]: (seats[seat] ?? 0) + seconds };
  return { ...airtime, [session]: { total: total + seconds, seats: own } };
}

export type Share = 'quiet' | 'even' | 'much';

/** Everyone begins with a minute, so that the first sentence of a session is not "all the time". Seconds. */
const HEAD_START = 60;

/**
 * [D20] How a juror's share of the time compares with an equal one: `(own + 60) / (total + 60·n)` below half of 1/n is `quiet`,
 * above one and a half `much`. The head start is Frankly's talking odometer, the limits are those asked for in La Suite Meet.
 */
export function shareOf(own: number, total: number, jurors: number): Share {
  const share = ((own + HEAD_START) / (total + HEAD_START * jurors)) * jurors;
  if (share < 0.5) return 'quiet';
  return share > 1.5 ? 'much' : 'even';
}

/**
 * [D20] What is said to one juror alone: to the quiet once half of an item is over, to whoever speaks much while others wait. Nothing
 * to those who have a place in the queue.
 */
export function nudgeFor(
  share: Share,
  now: { halfOver: boolean; speaking: boolean; waiting: boolean; others: boolean },
) {
  if (share === 'much' && now.speaking && now.others) return 'long';
  if (share === 'quiet' && now.halfOver && !now.speaking && !now.waiting) return 'quiet';
  return null;
}
