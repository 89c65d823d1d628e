import type { Asked, Rules } from '../../context.ts';
import { activeJurors, seatOf } from '../../recruitment/seats.ts';
import { ok, refuse } from '../../result.ts';
import type { Result } from '../../result.ts';
import type { JuryEvent } from '../../state.ts';
import type { SeatId } from '../../terms.ts';
import { sessionToAttend } from '../live-session.ts';
import { attendanceOf, spellOf } from './attendance.ts';
import type { Mode } from './attendance.ts';
import { missedBy, mustCatchUp, unopenedBy } from './catch-up.ts';
import type { AttendanceCommand } from './commands.ts';

export const attendanceRules: Rules<AttendanceCommand['type']> = {
  'check-in': ({ session, mode }, asked) => {
    const live = sessionToAttend(asked, session);
    if (!live.ok) return live;
    const { actor } = asked;
    return actor.kind === 'seat' ? come(asked, session, actor.id, mode) : refuse('not-allowed');
  },

  'check-out': ({ session }, asked) => {
    const live = sessionToAttend(asked, session);
    if (!live.ok) return live;
    const { actor } = asked;
    return actor.kind === 'seat' ? leave(asked, session, actor.id) : refuse('not-allowed');
  },

  'open-catch-up': (_command, { jury, actor, now }) => {
    if (actor.kind !== 'seat') return refuse('not-allowed');
    const seat = seatOf(jury.seats, actor.id);
    if (!seat) return refuse('unknown-seat');
    if (!mustCatchUp(seat) && unopenedBy(jury, seat.id).length === 0) return refuse('nothing-missed');
    const sessions = missedBy(jury, seat.id).map(({ id }) => id);
    return ok([{ type: 'catch-up-opened', seat: seat.id, at: now, sessions }]);
  },

  'check-in-for': ({ session, seat, mode }, asked) => {
    const live = sessionToAttend(asked, session);
    if (!live.ok) return live;
    if (!activeJurors(asked.jury.seats).some(({ id }) => id === seat)) return refuse('unknown-seat');
    return come(asked, session, seat, mode);
  },

  'check-out-for': ({ session, seat }, asked) => {
    const live = sessionToAttend(asked, session);
    return live.ok ? leave(asked, session, seat) : live;
  },
};

/** [D54] Whoever comes back takes part as before, unless they say otherwise. */
function come({ jury, now }: Asked, session: string, seat: SeatId, mode?: Mode): Result<readonly JuryEvent[]> {
  const attendance = attendanceOf(jury.attendance, session);
  const present = spellOf(attendance, seat);
  if (present) {
    if (mode === undefined || mode === present.mode) return refuse('already-here');
    return ok([{ type: 'mode-changed', session, seat, mode, at: now }]);
  }
  const earlier = attendance.spells.findLast((one) => one.seat === seat);
  const how = mode ?? earlier?.mode ?? 'app';
  return ok([{ type: 'checked-in', session, seat, mode: how, at: now, again: earlier !== undefined }]);
}

function leave({ jury, now }: Asked, session: string, seat: SeatId): Result<readonly JuryEvent[]> {
  if (!spellOf(attendanceOf(jury.attendance, session), seat)) return refuse('not-here');
  return ok([{ type: 'checked-out', session, seat, at: now }]);
}

/** [D56] Whoever is still here stayed to the end. */
export function closeAttendance({ jury, now }: Asked, session: string): readonly JuryEvent[] {
  return attendanceOf(jury.attendance, session).here.count > 0 ? [{ type: 'attendance-closed', session, at: now }] : [];
}
