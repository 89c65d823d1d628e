/** Calls of alternates and how long they last; asked by the rules and by the pages alike. */
import type { Instant } from '../terms.ts';
import { vacated } from './seats.ts';
import type { Seat, Seats } from './seats.ts';

/** [R20] Two days to answer. Milliseconds. */
export const CALL_LASTS = 48 * 3_600_000;

/** Until when this alternate may answer; null where nobody waits for an answer, or the call is older than this rule. */
export const callEnds = ({ role, state, calledAt }: Seat): Instant | null =>
  role === 'juror' && state === 'drawn' && calledAt !== undefined ? calledAt + CALL_LASTS : null;

/** [R20] No timer ends a call: it has lapsed when the server's time is past its end. */
export function hasLapsed(seat: Seat, now: Instant): boolean {
  const ends = callEnds(seat);
  return ends !== null && now > ends;
}

export const lapsedCalls = (seats: Seats, now: Instant): readonly Seat[] =>
  Object.values(seats).filter((seat) => hasLapsed(seat, now));

/** [R21] The seats as they are once every call that lapsed is taken back. */
export const withoutLapsed = (seats: Seats, now: Instant): Seats =>
  lapsedCalls(seats, now).reduce((all, { id }) => vacated(all, { seat: id, reason: 'expired' }), seats);
