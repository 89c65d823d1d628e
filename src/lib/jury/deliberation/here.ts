/** Who is here, as far as the server can know: by an open line, or by attendance that was taken. */
import { activeJurors } from '../recruitment/seats.ts';
import type { Jury } from '../state.ts';
import type { SeatId } from '../terms.ts';
import { attendanceOf, spellOf } from './attendance/attendance.ts';
import { isRemoved } from './moderation/moderation.ts';

type Present = ReadonlySet<SeatId>;

interface Here {
  readonly jury: Pick<Jury, 'attendance'>;
  readonly present: Present;
}

/** [D24] [D40] Those who are asked and waited for: jurors with an open line who take part in the session. */
export const onTheLine = (jury: Jury, session: string, present: Present): readonly SeatId[] =>
  seatsIn(jury, session).filter((seat) => present.has(seat));

/** [D113] [D118] Those whose answer is waited for: with an open line, or gone for so short that they are not checked out ([D56]). A restart of the server drops every line. */
export function awaited(jury: Jury, session: string, present: Present): readonly SeatId[] {
  const attended = attendanceOf(jury.attendance, session);
  return seatsIn(jury, session).filter((seat) => present.has(seat) || spellOf(attended, seat)?.mode === 'app');
}

/** [D107] Whoever takes part by app is here with an open line; in the hall, by telephone or assisted, for as long as they attend. */
export function hereIn(jury: Jury, session: string, present: Present): readonly SeatId[] {
  const attended = attendanceOf(jury.attendance, session);
  const withoutApp = (seat: SeatId): boolean => {
    const spell = spellOf(attended, seat);
    return spell !== undefined && spell.mode !== 'app';
  };
  return seatsIn(jury, session).filter((seat) => present.has(seat) || withoutApp(seat));
}

/**
 * [D140] Whether this juror may do what those do who are here: with an open line, or noted as attending, for a page without scripts has
 * no line. Whoever was removed is refused before.
 */
export const isHere = ({ jury, present }: Here, session: string, seat: SeatId): boolean =>
  present.has(seat) || spellOf(attendanceOf(jury.attendance, session), seat) !== undefined;

const seatsIn = ({ seats, moderation }: Jury, session: string): readonly SeatId[] =>
  activeJurors(seats)
    .map(({ id }) => id)
    .filter((seat) => !isRemoved(moderation, session, seat));
