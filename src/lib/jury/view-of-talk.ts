/** What a viewer may see of a session, of messages, of who attended and of the minutes: [W12] to [W14], state and events alike. */
import type { Attendance, AttendanceEvent } from './deliberation/attendance/attendance.ts';
import type { Extension } from './deliberation/extension.ts';
import type { Floor } from './deliberation/floor.ts';
import type { Contribution, Message, Room } from './deliberation/room.ts';
import { withoutSecrets } from './deliberation/session-call.ts';
import type { Session } from './deliberation/sessions.ts';
import type { MinutesFacts } from './minutes/facts.ts';
import type { Minutes, MinutesEvent, MinutesVersion, Objection } from './minutes/minutes.ts';
import { own } from './viewer.ts';
import type { Content, Role, SeatId } from './terms.ts';
import type { Viewer } from './view.ts';

const STAFF_IN_THE_ROOM: readonly Role[] = ['facilitator', 'organiser', 'oversight'];

/** [W12] Who wrote something down is for the staff in the room: they may not confirm it themselves. */
export function viewContribution<C extends Pick<Contribution, 'scribe'>>(contribution: C, { role }: Viewer): C {
  if (STAFF_IN_THE_ROOM.includes(role)) return contribution;
  const { scribe: _scribe, ...unsigned } = contribution;
  return unsigned as C;
}

/** [W42] What a turn will be about is for the facilitator and whoever raised the hand. */
export function viewTurn<T extends { readonly seat: SeatId; readonly note?: Content }>(turn: T, viewer: Viewer): T {
  if (!turn.note || viewer.role === 'facilitator' || turn.seat === viewer.seat) return turn;
  const { note: _note, ...silent } = turn;
  return silent as T;
}

export const viewFloor = (floor: Floor, viewer: Viewer): Floor => ({
  ...floor,
  turns: floor.turns.map((turn) => viewTurn(turn, viewer)),
});

/** [W2] Of reactions everyone knows the number, and each juror their own. */
function viewMessage(message: Message, viewer: Viewer): Message {
  if (!message.reactions) return message;
  const reactions = Object.entries(message.reactions).map(([reaction, set]) => [reaction, own(set, viewer)]);
  return { ...message, reactions: Object.fromEntries(reactions) as Message['reactions'] & object };
}

export const viewRoom = (room: Room, viewer: Viewer): Room => ({
  ...room,
  messages: room.messages.map((message) => viewMessage(message, viewer)),
  unconfirmed: room.unconfirmed.map((one) => viewContribution(one, viewer)),
});

const seesAttendance = ({ role }: Viewer): boolean => role === 'facilitator' || role === 'organiser';

/** [W13] */
export function viewAttendance(attendance: Attendance, viewer: Viewer): Attendance {
  if (seesAttendance(viewer)) return attendance;
  return Object.fromEntries(
    Object.entries(attendance).map(([session, { came, here, spells }]) => [
      session,
      { came: own(came, viewer), here: own(here, viewer), spells: spells.filter(({ seat }) => seat === viewer.seat) },
    ]),
  );
}

export function viewAttended(event: AttendanceEvent, viewer: Viewer): AttendanceEvent | null {
  if (event.type === 'attendance-closed' || seesAttendance(viewer)) return event;
  if (event.seat !== undefined && event.seat === viewer.seat) return event;
  if (event.type === 'mode-changed') return null;
  if (event.type === 'checked-out') {
    const { seat: _seat, ...unnamed } = event;
    return unnamed;
  }
  const { seat: _seat, mode: _mode, ...unnamed } = event;
  return unnamed;
}

const seesDraft = ({ role }: Viewer): boolean => role === 'facilitator';

/** [W14] Whoever does not see the draft does not see that there is one. */
export function viewMinutes(minutes: Minutes, viewer: Viewer): Minutes {
  const seen = Object.entries(minutes).filter(([, { versions }]) => seesDraft(viewer) || versions.length > 0);
  return Object.fromEntries(
    seen.map(([session, { draft, versions, approvedAt }]) => [
      session,
      {
        draft: seesDraft(viewer) ? draft : {},
        versions: versions.map((version) => viewVersion(version, viewer)),
        approvedAt,
      },
    ]),
  );
}

const viewVersion = (version: MinutesVersion, viewer: Viewer): MinutesVersion => ({
  ...version,
  facts: viewFacts(version.facts, viewer),
  electors: own(version.electors, viewer),
  backed: own(version.backed, viewer),
  objections: version.objections.map((one) => viewObjection(one, viewer)),
});

const viewFacts = (facts: MinutesFacts, viewer: Viewer): MinutesFacts =>
  seesAttendance(viewer) ? facts : { ...facts, people: facts.people.filter(({ seat }) => seat === viewer.seat) };

function viewObjection<O extends Pick<Objection, 'seat'>>(
  objection: O,
  { seat }: { readonly seat?: SeatId | undefined },
): O {
  if (objection.seat !== undefined && objection.seat === seat) return objection;
  const { seat: _seat, ...unnamed } = objection;
  return unnamed as O;
}

export function viewOfMinutes(event: MinutesEvent, viewer: Viewer): MinutesEvent | null {
  switch (event.type) {
    case 'minutes-noted':
      return seesDraft(viewer) ? event : null;
    case 'minutes-sent':
      return { ...event, facts: viewFacts(event.facts, viewer), electors: own(event.electors, viewer) };
    case 'minutes-objected':
    case 'minutes-backed':
    case 'minutes-unbacked':
      return viewObjection(event, viewer);
    default:
      return event;
  }
}

/** [W2] */
const viewExtension = ({ yes, no, ...asked }: Extension, viewer: Viewer): Extension => ({
  ...asked,
  yes: own(yes, viewer),
  no: own(no, viewer),
});

/** [W2] Who is ready or against, and who wants more time, by number; the address of the call only to whoever asks to join it. */
export const viewSession = ({ countdown, call, extension, ...session }: Session, viewer: Viewer): Session => ({
  ...session,
  ...(extension ? { extension: viewExtension(extension, viewer) } : {}),
  ready: own(session.ready, viewer),
  countdown: countdown && { ...countdown, opposed: own(countdown.opposed, viewer) },
  call: withoutSecrets(call),
});
