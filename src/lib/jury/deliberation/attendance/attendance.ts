/** Who attended which session, from when until when and how. By juror it is for the facilitator and the organiser; the others know numbers. */
import { NOBODY, counted, uncounted } from '../../terms.ts';
import type { Counted, Instant, SeatId } from '../../terms.ts';
import type { MODES } from './commands.ts';

export type Mode = (typeof MODES)[number];

/** From coming to leaving, in one way of taking part. */
export interface Spell {
  readonly seat: SeatId;
  readonly mode: Mode;
  readonly from: Instant;
  /** Null while it lasts. */
  readonly to: Instant | null;
}

export interface SessionAttendance {
  /** Jurors who were here at some time. */
  readonly came: Counted;
  readonly here: Counted;
  /** In order of coming, as far as the viewer may know. */
  readonly spells: readonly Spell[];
}

/** By session. */
export type Attendance = Readonly<Record<string, SessionAttendance>>;

export const NOBODY_CAME: SessionAttendance = { came: NOBODY, here: NOBODY, spells: [] };

export const attendanceOf = (attendance: Attendance, session: string): SessionAttendance =>
  attendance[session] ?? NOBODY_CAME;

interface Happened {
  readonly session: string;
  readonly at: Instant;
}

export type AttendanceEvent =
  /** `again`: was here earlier in this session. Seat and mode are left out for those who may not know. */
  | ({ readonly type: 'checked-in'; readonly seat?: SeatId; readonly mode?: Mode; readonly again: boolean } & Happened)
  | ({ readonly type: 'checked-out'; readonly seat?: SeatId } & Happened)
  | ({ readonly type: 'mode-changed'; readonly seat: SeatId; readonly mode: Mode } & Happened)
  /** The session is over: whoever is still here has stayed to the end. */
  | ({ readonly type: 'attendance-closed' } & Happened);

export function evolveAttendance(attendance: Attendance, event: AttendanceEvent): Attendance {
  const before = attendanceOf(attendance, event.session);
  return { ...attendance, [event.session]: evolveSession(before, event) };
}

function evolveSession({ came, here, spells }: SessionAttendance, event: AttendanceEvent): SessionAttendance {
  const { at } = event;
  switch (event.type) {
    case 'checked-in': {
      const { seat, mode, again } = event;
      return {
        came: again ? came : counted(came, seat),
        here: counted(here, seat),
        spells: seat === undefined || mode === undefined ? spells : [...spells, { seat, mode, from: at, to: null }],
      };
    }
    case 'checked-out':
      return { came, here: uncounted(here, event.seat), spells: ended(spells, at, event.seat) };
    case 'mode-changed': {
      const { seat, mode } = event;
      return { came, here, spells: [...ended(spells, at, seat), { seat, mode, from: at, to: null }] };
    }
    case 'attendance-closed':
      return { came, here: NOBODY, spells: spells.map((one) => (one.to === null ? { ...one, to: at } : one)) };
  }
}

const ended = (spells: readonly Spell[], at: Instant, seat: SeatId | undefined): readonly Spell[] =>
  spells.map((one) => (one.to === null && one.seat === seat ? { ...one, to: at } : one));

/** The spell that lasts. */
export const spellOf = ({ spells }: SessionAttendance, seat: SeatId): Spell | undefined =>
  spells.find((one) => one.seat === seat && one.to === null);
