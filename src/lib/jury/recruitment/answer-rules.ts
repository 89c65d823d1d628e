/** Whoever was drawn or called says from their own page whether they take the seat; a call that nobody answered is taken back. */
import type { Asked, Rules } from '../context.ts';
import { ok, refuse } from '../result.ts';
import type { Result } from '../result.ts';
import type { SeatId } from '../terms.ts';
import { hasLapsed } from './calls.ts';
import { seatOf } from './seats.ts';
import type { Seat } from './seats.ts';

export const answerRules: Rules<'confirm-seat' | 'accept-seat' | 'decline-seat' | 'lapse-call'> = {
  'confirm-seat': ({ seat }, asked) => confirmed(asked, seat),

  'accept-seat': (_command, asked) =>
    asked.actor.kind === 'seat' ? confirmed(asked, asked.actor.id) : refuse('not-allowed'),

  'decline-seat': ({ why }, asked) => {
    if (asked.actor.kind !== 'seat') return refuse('not-allowed');
    const seat = waiting(asked, asked.actor.id);
    if (!seat.ok) return seat;
    return ok([{ type: 'seat-vacated', seat: seat.value.id, reason: 'declined', ...(why ? { why } : {}) }]);
  },

  'lapse-call': ({ seat: id }, asked) => {
    const seat = waiting(asked, id);
    if (!seat.ok) return seat;
    if (!hasLapsed(seat.value, asked.now)) return refuse('call-stands');
    return ok([{ type: 'seat-vacated', seat: id, reason: 'expired' }]);
  },
};

function confirmed(asked: Asked, id: SeatId) {
  const seat = waiting(asked, id);
  if (!seat.ok) return seat;
  // [R20] Somebody else may have been promised the place by now.
  return hasLapsed(seat.value, asked.now) ? refuse('call-lapsed') : ok([{ type: 'seat-confirmed', seat: id }] as const);
}

/** A juror's seat whose person has yet to say whether they take it. */
function waiting({ jury }: Asked, id: SeatId): Result<Seat> {
  const seat = seatOf(jury.seats, id);
  if (!seat) return refuse('unknown-seat');
  return seat.state === 'drawn' && seat.role === 'juror' ? ok(seat) : refuse('seat-not-awaiting-answer');
}
