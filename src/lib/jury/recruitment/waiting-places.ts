/** Places that are empty and wait for somebody to act. */
import { hasReached } from '../stages.ts';
import type { Jury } from '../state.ts';
import type { SeatId } from '../terms.ts';
import { callEnds } from './calls.ts';
import { seatOf, vacancies } from './seats.ts';

/**
 * [R27] Whether a juror's place waits for the organiser to call somebody to it: it is empty, or a call to it is open, and nobody knows
 * here whether that has lapsed; a letter asks that of the clock before it is written.
 */
export function placeWaits({ charter, seats }: Pick<Jury, 'charter' | 'seats'>, id: SeatId): boolean {
  // [R12] Nobody enters any more.
  if (hasReached(charter.stage, 'drafting')) return false;
  const seat = seatOf(seats, id);
  return seat !== undefined && (callEnds(seat) !== null || vacancies(seats).some((one) => one.id === id));
}
