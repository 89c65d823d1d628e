/** What a juror missed, and whether they have opened it; asked by the rules and by the pages alike. */
import type { Jury } from '../../state.ts';
import { seatOf } from '../../recruitment/seats.ts';
import type { Seat } from '../../recruitment/seats.ts';
import type { SeatId } from '../../terms.ts';
import type { Session } from '../sessions.ts';
import { attendanceOf } from './attendance.ts';

type Known = Pick<Jury, 'sessions' | 'attendance' | 'seats'>;

/**
 * [R23] Sessions that are over and to which this juror did not come, or which were held before their seat was theirs. Where no attendance
 * was taken, nobody who sat then has missed anything.
 */
export function missedBy({ sessions, attendance, seats }: Known, seat: SeatId): readonly Session[] {
  const before = seatOf(seats, seat)?.heldBefore ?? [];
  return sessions.filter(({ id, state }) => {
    if (state !== 'closed') return false;
    const { came } = attendanceOf(attendance, id);
    return before.includes(id) || (came.count > 0 && !came.seats.includes(seat));
  });
}

/** Of those, what they have not opened yet. */
export function unopenedBy(known: Known, seat: SeatId): readonly Session[] {
  const opened = seatOf(known.seats, seat)?.opened?.sessions ?? [];
  return missedBy(known, seat).filter(({ id }) => !opened.includes(id));
}

/** [R25] Whoever takes a seat after sessions were held acts once they have opened what they missed. */
export const mustCatchUp = ({ heldBefore = [], opened }: Pick<Seat, 'heldBefore' | 'opened'>): boolean =>
  heldBefore.length > 0 && opened === undefined;
