/** Who may vote where the decision rule asks for presence; asked by the rules and by the pages alike. */
import type { Jury } from '../state.ts';
import { attendanceOf } from '../deliberation/attendance/attendance.ts';
import { activeJurors, seatOf } from '../recruitment/seats.ts';
import type { SeatId } from '../terms.ts';

export interface PresenceStanding {
  /** Sessions that count for this juror, and to how many of them they came. */
  readonly held: number;
  readonly attended: number;
  /** To how many they must have come. */
  readonly needed: number;
}

type Known = Pick<Jury, 'sessions' | 'attendance' | 'seats'>;

/**
 * [V105] Counted are the sessions that are over and in which attendance was taken, since the seat was this juror's. `percent` is 1 to 100;
 * what it comes to is rounded up, in whole numbers. Reckons alike from the whole state and from what the juror sees of it.
 */
export function presenceOf({ sessions, attendance, seats }: Known, seat: SeatId, percent: number): PresenceStanding {
  const before = seatOf(seats, seat)?.heldBefore ?? [];
  const counted = sessions
    .filter(({ id, state }) => state === 'closed' && !before.includes(id))
    .map(({ id }) => attendanceOf(attendance, id).came)
    .filter(({ count }) => count > 0);
  const held = counted.length;
  const attended = counted.filter(({ seats: came }) => came.includes(seat)).length;
  return { held, attended, needed: Math.floor((held * percent + 99) / 100) };
}

/** [V9] [V105] Who is entitled to vote in a ballot that opens now. */
export function entitled(jury: Known & Pick<Jury, 'charter'>): readonly SeatId[] {
  const percent = jury.charter.rule?.presence;
  const jurors = activeJurors(jury.seats).map(({ id }) => id);
  if (percent === undefined) return jurors;
  return jurors.filter((seat) => {
    const { attended, needed } = presenceOf(jury, seat, percent);
    return attended >= needed;
  });
}
