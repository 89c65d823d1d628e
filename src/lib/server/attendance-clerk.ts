/** Takes attendance by who has a line open: checks in whoever comes, and checks out whoever stayed away. People of flesh in the hall are others' task. */
import { randomBytes } from 'node:crypto';
import type { Logger } from 'pino';
import { attendanceOf, spellOf } from '../jury/deliberation/attendance/attendance.ts';
import { isRemoved } from '../jury/deliberation/moderation/moderation.ts';
import { hasDoorsOpen } from '../jury/deliberation/sessions.ts';
import type { Session } from '../jury/deliberation/sessions.ts';
import type { Jury } from '../jury/jury.ts';
import { activeJurors } from '../jury/recruitment/seats.ts';
import type { JuryId, SeatId } from '../jury/terms.ts';
import type { Commands } from './commands.ts';
import type { Juries } from './juries.ts';
import type { Presence } from './presence.ts';

/** After a line has counted as broken, so long until its owner is checked out; a restart of the server takes less. Milliseconds. */
const PATIENCE = 60_000;

interface Surroundings {
  readonly juries: Pick<Juries, 'standing'>;
  readonly commands: Pick<Commands, 'run' | 'onAnnounced'>;
  readonly presence: Pick<Presence, 'of' | 'onChanged'>;
  readonly log: Logger;
  readonly patience?: number;
}

export interface AttendanceClerk {
  /** Waits until what was begun is written down, then takes no more attendance. */
  close(): Promise<void>;
}

export function createAttendanceClerk(surroundings: Surroundings): AttendanceClerk {
  const { juries, commands, presence, log, patience = PATIENCE } = surroundings;
  const leaving = new Map<JuryId, NodeJS.Timeout>();
  let underWay: Promise<unknown> = Promise.resolve();
  let closed = false;

  const give = async (jury: JuryId, session: string, seat: SeatId, type: 'check-in' | 'check-out'): Promise<void> => {
    const id = randomBytes(16).toString('hex');
    // Refused where the juror has said so themselves, or the session was closed, in the meantime.
    const done = await commands.run({ jury, actor: { kind: 'seat', id: seat }, id, command: { type, session } });
    if (!done.ok) log.debug({ jury, seat, code: done.error.code }, 'attendance stood already');
  };

  const look = async (
    id: JuryId,
    whom: (jury: Jury, session: string) => readonly SeatId[],
    type: 'check-in' | 'check-out',
  ) => {
    const standing = await juries.standing(id);
    const session = standing && meetingNow(standing.jury)?.id;
    if (!standing || session === undefined) return;
    await Promise.all(whom(standing.jury, session).map((seat) => give(id, session, seat, type)));
  };

  /** One look after the other; what goes wrong is a bug and is logged. */
  const begin = (work: () => Promise<void>): void => {
    if (closed) return;
    underWay = Promise.all([underWay, work()]).catch((error: unknown) =>
      log.error({ err: error }, 'attendance was not taken'),
    );
  };

  const arrivals = (id: JuryId): void =>
    begin(() => look(id, (jury, session) => cameByLine(jury, session, presence.of(id)), 'check-in'));
  const departures = (id: JuryId): void =>
    begin(() => look(id, (jury, session) => stayedAway(jury, session, presence.of(id)), 'check-out'));

  presence.onChanged((id) => {
    arrivals(id);
    if (leaving.has(id) || closed) return;
    const timer = setTimeout(() => {
      leaving.delete(id);
      departures(id);
    }, patience);
    timer.unref();
    leaving.set(id, timer);
  });
  const stop = commands.onAnnounced(({ jury, entries }) => {
    if (entries.some(({ event }) => event.type === 'session-opened' || event.type === 'doors-opened'))
      arrivals(jury.id);
  });

  return {
    async close() {
      closed = true;
      stop();
      leaving.forEach((timer) => clearTimeout(timer));
      await underWay;
    },
  };
}

/** [D116] The session that is held, or else the one whose doors are open. */
const meetingNow = ({ sessions }: Jury): Session | undefined =>
  sessions.find((one) => one.state === 'live') ?? sessions.find(hasDoorsOpen);

/** Confirmed jurors with an open line who are not checked in. */
function cameByLine({ seats, moderation, attendance }: Jury, session: string, present: ReadonlySet<SeatId>): SeatId[] {
  const taken = attendanceOf(attendance, session);
  return activeJurors(seats)
    .map(({ id }) => id)
    .filter((seat) => present.has(seat) && !spellOf(taken, seat) && !isRemoved(moderation, session, seat));
}

/** [D56] Only who takes part by app leaves with their line. */
function stayedAway({ attendance }: Jury, session: string, present: ReadonlySet<SeatId>): SeatId[] {
  return attendanceOf(attendance, session)
    .spells.filter(({ seat, mode, to }) => to === null && mode === 'app' && !present.has(seat))
    .map(({ seat }) => seat);
}
