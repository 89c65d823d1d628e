/** One jury's state: a slice a stage, and which slice each event belongs to. */
import { evolveCharter, foundCharter } from './charter/charter.ts';
import type { Charter, CharterEvent } from './charter/charter.ts';
import { evolveComplaints } from './complaints/complaints.ts';
import type { ComplaintEvent, Complaints } from './complaints/complaints.ts';
import { evolveAirtime } from './deliberation/airtime.ts';
import type { Airtime, AirtimeEvent } from './deliberation/airtime.ts';
import { evolveAttendance, type Attendance, type AttendanceEvent } from './deliberation/attendance/attendance.ts';
import { OPEN_FLOOR, evolveFloor } from './deliberation/floor.ts';
import type { Floor, FloorEvent } from './deliberation/floor.ts';
import { evolveHelp } from './deliberation/help/help.ts';
import type { Help, HelpEvent } from './deliberation/help/help.ts';
import { NO_MODERATION, evolveModeration } from './deliberation/moderation/moderation.ts';
import type { Moderation, ModerationEvent } from './deliberation/moderation/moderation.ts';
import { EMPTY_ROOM, evolveRoom } from './deliberation/room.ts';
import type { Room, RoomEvent } from './deliberation/room.ts';
import { evolveSessions } from './deliberation/sessions.ts';
import type { Sessions, SessionsEvent } from './deliberation/sessions.ts';
import { NO_SIGNALS, evolveSignals } from './deliberation/signals.ts';
import type { Signals, SignalsEvent } from './deliberation/signals.ts';
import { evolveSoundings } from './deliberation/soundings/soundings.ts';
import type { Soundings, SoundingsEvent } from './deliberation/soundings/soundings.ts';
import { NO_TABLES, evolveTables } from './deliberation/tables/tables.ts';
import type { Tables, TablesEvent } from './deliberation/tables/tables.ts';
import { NO_EVIDENCE, evolveEvidence } from './evidence/evidence.ts';
import type { Evidence, EvidenceEvent } from './evidence/evidence.ts';
import { evolveMinutes, type Minutes, type MinutesEvent } from './minutes/minutes.ts';
import { evolveSeats } from './recruitment/seats.ts';
import type { Seats, SeatsEvent } from './recruitment/seats.ts';
import { NO_SELECTION, evolveSelection } from './recruitment/selection.ts';
import type { Selection, SelectionEvent } from './recruitment/selection.ts';
import { NO_RESPONSE, evolveResponse } from './response/response.ts';
import type { Response, ResponseEvent } from './response/response.ts';
import { NO_SURVEYS, evolveSurveys } from './surveys/surveys.ts';
import type { Surveys, SurveysEvent } from './surveys/surveys.ts';
import type { JuryId } from './terms.ts';
import { NO_VERDICT, evolveVerdict } from './verdict/verdict.ts';
import type { Verdict, VerdictEvent } from './verdict/verdict.ts';
import { SLICE_OF } from './slices.ts';

export interface Jury {
  readonly id: JuryId;
  readonly charter: Charter;
  readonly selection: Selection;
  readonly seats: Seats;
  readonly evidence: Evidence;
  readonly sessions: Sessions;
  readonly attendance: Attendance;
  readonly floor: Floor;
  readonly airtime: Airtime;
  readonly signals: Signals;
  readonly tables: Tables;
  readonly soundings: Soundings;
  readonly room: Room;
  readonly moderation: Moderation;
  readonly help: Help;
  readonly verdict: Verdict;
  readonly response: Response;
  readonly surveys: Surveys;
  readonly minutes: Minutes;
  readonly complaints: Complaints;
}

export type Slice = Exclude<keyof Jury, 'id'>;

export interface SliceEvents {
  charter: CharterEvent;
  selection: SelectionEvent;
  seats: SeatsEvent;
  evidence: EvidenceEvent;
  sessions: SessionsEvent;
  attendance: AttendanceEvent;
  floor: FloorEvent;
  airtime: AirtimeEvent;
  signals: SignalsEvent;
  tables: TablesEvent;
  soundings: SoundingsEvent;
  room: RoomEvent;
  moderation: ModerationEvent;
  help: HelpEvent;
  verdict: VerdictEvent;
  response: ResponseEvent;
  surveys: SurveysEvent;
  minutes: MinutesEvent;
  complaints: ComplaintEvent;
}

export type JuryEvent = SliceEvents[Slice];
export type EventType = JuryEvent['type'];

const evolvers: { readonly [S in Slice]: (slice: Jury[S], event: SliceEvents[S]) => Jury[S] } = {
  charter: evolveCharter,
  selection: evolveSelection,
  seats: evolveSeats,
  evidence: evolveEvidence,
  sessions: evolveSessions,
  attendance: evolveAttendance,
  floor: evolveFloor,
  airtime: evolveAirtime,
  signals: evolveSignals,
  tables: evolveTables,
  soundings: evolveSoundings,
  room: evolveRoom,
  moderation: evolveModeration,
  help: evolveHelp,
  verdict: evolveVerdict,
  response: evolveResponse,
  surveys: evolveSurveys,
  minutes: evolveMinutes,
  complaints: evolveComplaints,
};

/** The state before anything but the founding has happened. */
export function foundJury(id: JuryId, event: Extract<CharterEvent, { type: 'jury-created' }>): Jury {
  return {
    id,
    charter: foundCharter(event),
    selection: NO_SELECTION,
    seats: {},
    evidence: NO_EVIDENCE,
    sessions: [],
    attendance: {},
    floor: OPEN_FLOOR,
    airtime: {},
    signals: NO_SIGNALS,
    tables: NO_TABLES,
    soundings: [],
    room: EMPTY_ROOM,
    moderation: NO_MODERATION,
    help: [],
    verdict: NO_VERDICT,
    response: NO_RESPONSE,
    surveys: NO_SURVEYS,
    minutes: {},
    complaints: [],
  };
}

/** Folds one event into the state. Works alike on the full state and on what a viewer may see of it. */
export function evolve<J extends Partial<Jury>>(jury: J, event: JuryEvent): J {
  const slice = SLICE_OF[event.type];
  const evolveSlice = evolvers[slice] as (current: unknown, event: JuryEvent) => unknown;
  return { ...jury, [slice]: evolveSlice(jury[slice], event) };
}
