/** One jury's state: a slice a stage, and which slice each event belongs to. */
import { evolveCharter, foundCharter } from './charter/charter.ts';
import type { Charter, CharterEvent } from './charter/charter.ts';
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
import { DRAFTING_EVENTS } from './verdict/drafting-events.ts';
import { NO_VERDICT, evolveVerdict } from './verdict/verdict.ts';
import type { Verdict, VerdictEvent } from './verdict/verdict.ts';

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
};

/** Every event type with its slice; a new event without a line here does not compile. */
export const SLICE_OF = {
  'jury-created': 'charter',
  'charter-revised': 'charter',
  'decision-rule-set': 'charter',
  'mandate-signed': 'charter',
  'member-appointed': 'charter',
  'member-dismissed': 'charter',
  'stage-reached': 'charter',
  'targets-set': 'selection',
  'pool-loaded': 'selection',
  'tickets-handed-out': 'selection',
  'draw-rehearsed': 'selection',
  'selection-frozen': 'selection',
  'panel-drawn': 'selection',
  'replacement-frozen': 'selection',
  'replacement-drawn': 'selection',
  'seats-assigned': 'seats',
  'reserve-released': 'seats',
  'seat-confirmed': 'seats',
  'juror-rehearsed': 'seats',
  'seat-vacated': 'seats',
  'alternate-called': 'seats',
  'exhibit-added': 'evidence',
  'exhibit-corrected': 'evidence',
  'exhibit-withdrawn': 'evidence',
  'exhibit-revised': 'evidence',
  'exhibit-marked': 'evidence',
  'marks-told': 'evidence',
  'witness-invited': 'evidence',
  'invitation-accepted': 'evidence',
  'invitation-refused': 'evidence',
  'witness-substituted': 'evidence',
  'witness-called': 'evidence',
  'call-signed': 'evidence',
  'call-answered': 'evidence',
  'witness-withdrawn': 'evidence',
  'interests-declared': 'evidence',
  'hearing-opened': 'evidence',
  'hearing-closed': 'evidence',
  'question-asked': 'evidence',
  'question-supported': 'evidence',
  'question-unsupported': 'evidence',
  'question-withdrawn': 'evidence',
  'question-resubmitted': 'evidence',
  'question-approved': 'evidence',
  'question-declined': 'evidence',
  'question-merged': 'evidence',
  'question-put': 'evidence',
  'question-deferred': 'evidence',
  'question-answered': 'evidence',
  'answer-judged': 'evidence',
  'position-set': 'evidence',
  'handout-day-set': 'evidence',
  'balance-rated': 'evidence',
  'balance-told': 'evidence',
  'public-question-sent': 'evidence',
  'public-question-admitted': 'evidence',
  'public-question-declined': 'evidence',
  'public-question-passed': 'evidence',
  'fact-check-requested': 'evidence',
  'fact-check-supported': 'evidence',
  'fact-check-taken': 'evidence',
  'fact-check-answered': 'evidence',
  'fact-check-declined': 'evidence',
  'session-planned': 'sessions',
  'session-opened': 'sessions',
  'item-started': 'sessions',
  'item-extended': 'sessions',
  'item-dropped': 'sessions',
  'ready-marked': 'sessions',
  'ready-unmarked': 'sessions',
  'session-paused': 'sessions',
  'session-resumed': 'sessions',
  'session-closed': 'sessions',
  'item-linked': 'sessions',
  'call-set': 'sessions',
  'countdown-started': 'sessions',
  'countdown-opposed': 'sessions',
  'countdown-cancelled': 'sessions',
  'checked-in': 'attendance',
  'checked-out': 'attendance',
  'mode-changed': 'attendance',
  'attendance-closed': 'attendance',
  'hand-raised': 'floor',
  'hand-lowered': 'floor',
  'floor-granted': 'floor',
  'turn-paused': 'floor',
  'turn-resumed': 'floor',
  'turn-extended': 'floor',
  'turn-ended': 'floor',
  'queue-set': 'floor',
  'queue-reordered': 'floor',
  'queue-closed': 'floor',
  'queue-opened': 'floor',
  'turn-skipped': 'floor',
  'turn-unskipped': 'floor',
  'airtime-counted': 'airtime',
  'signal-given': 'signals',
  'signal-taken-back': 'signals',
  'signals-cleared': 'signals',
  'topics-offered': 'tables',
  'topic-chosen': 'tables',
  'jurors-pinned': 'tables',
  'tables-opened': 'tables',
  'tables-extended': 'tables',
  'tables-told': 'tables',
  'tables-recalled': 'tables',
  'tables-closed': 'tables',
  'juror-moved': 'tables',
  'help-called': 'tables',
  'help-given': 'tables',
  'note-filed': 'tables',
  'table-message-posted': 'tables',
  'table-message-hidden': 'tables',
  'sounding-opened': 'soundings',
  'sounding-answered': 'soundings',
  'sounding-closed': 'soundings',
  'message-posted': 'room',
  'message-edited': 'room',
  'reaction-given': 'room',
  'reaction-taken-back': 'room',
  'contribution-entered': 'room',
  'contribution-settled': 'room',
  'message-hidden': 'room',
  'juror-muted': 'room',
  'juror-unmuted': 'room',
  'action-logged': 'moderation',
  'message-held': 'moderation',
  'held-message-settled': 'moderation',
  'appeal-made': 'moderation',
  'appeal-decided': 'moderation',
  'action-redacted': 'moderation',
  'help-requested': 'help',
  'request-read': 'help',
  'request-resolved': 'help',
  'recommendation-proposed': 'verdict',
  'recommendation-revised': 'verdict',
  'writing-group-joined': 'verdict',
  'writing-group-left': 'verdict',
  'writing-group-drawn': 'verdict',
  'recommendation-withdrawn': 'verdict',
  'recommendation-frozen': 'verdict',
  'recommendation-reopened': 'verdict',
  'suggestion-made': 'verdict',
  'suggestion-supported': 'verdict',
  'suggestion-unsupported': 'verdict',
  'suggestion-rebased': 'verdict',
  'suggestion-accepted': 'verdict',
  'suggestion-rejected': 'verdict',
  'suggestion-withdrawn': 'verdict',
  ...DRAFTING_EVENTS,
  'round-opened': 'verdict',
  'round-answered': 'verdict',
  'round-closed': 'verdict',
  'round-abandoned': 'verdict',
  'point-settled': 'verdict',
  'ballot-opened': 'verdict',
  'paper-cast': 'verdict',
  'ballot-closed': 'verdict',
  'ballot-paused': 'verdict',
  'ballot-resumed': 'verdict',
  'voters-reminded': 'verdict',
  'ballot-voided': 'verdict',
  'ballot-certified': 'verdict',
  'ballot-reopened': 'verdict',
  'poll-written': 'verdict',
  'poll-withdrawn': 'verdict',
  'poll-opened': 'verdict',
  'poll-closed': 'verdict',
  'minority-statement-written': 'verdict',
  'minority-statement-joined': 'verdict',
  'verdict-approved': 'verdict',
  'release-proposed': 'verdict',
  'release-agreed': 'verdict',
  'release-withdrawn': 'verdict',
  'verdict-published': 'verdict',
  'recommendation-answered': 'response',
  'recommendation-assigned': 'response',
  'progress-reported': 'response',
  'answer-rated': 'response',
  'observation-sent': 'response',
  'observation-shown': 'response',
  'observation-refused': 'response',
  'survey-opened': 'surveys',
  'survey-answered': 'surveys',
  'survey-closed': 'surveys',
  'minutes-noted': 'minutes',
  'minutes-sent': 'minutes',
  'minutes-backed': 'minutes',
  'minutes-unbacked': 'minutes',
  'minutes-objected': 'minutes',
  'objection-withdrawn': 'minutes',
  'objection-printed': 'minutes',
  'minutes-approved': 'minutes',
} as const satisfies { readonly [T in EventType]: SliceOf<T> };

type SliceOf<T extends EventType> = { [S in Slice]: T extends SliceEvents[S]['type'] ? S : never }[Slice];

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
  };
}

/** Folds one event into the state. Works alike on the full state and on what a viewer may see of it. */
export function evolve<J extends Partial<Jury>>(jury: J, event: JuryEvent): J {
  const slice = SLICE_OF[event.type];
  const evolveSlice = evolvers[slice] as (current: unknown, event: JuryEvent) => unknown;
  return { ...jury, [slice]: evolveSlice(jury[slice], event) };
}
