/**
 * What a viewer may see: of the state, and of each event. The two agree, so that a snapshot equals the replay of the events
 * that the same viewer may see: `evolve(viewJury(jury), viewEvent(event))` is `viewJury(evolve(jury, event))` ([W1]).
 */
import { seesComplaint, viewComplaints } from './complaints/complaints.ts';
import { isTaskOf } from './deliberation/help/help.ts';
import type { HelpRequest } from './deliberation/help/help.ts';
import { withoutSecrets } from './deliberation/session-call.ts';
import type { Note } from './deliberation/tables/tables.ts';
import type { EvidenceEvent } from './evidence/evidence.ts';
import { viewEvidence, viewEvidenceEvent } from './evidence/view.ts';
import { roleOf } from './permissions.ts';
import { SLICE_OF } from './slices.ts';
import { seatSeen } from './recruitment/seats.ts';
import type { Jury, JuryEvent, Slice } from './state.ts';
import { unread, unreadEvent } from './response/observations.ts';
import type { Actor, Role, SeatId } from './terms.ts';
import { electorsSeen, onlyOwn, own, unnamed, withoutNote } from './viewer.ts';
import type { Viewer } from './viewer.ts';
import {
  seesCase,
  seesMuted,
  viewAction,
  viewAppeal,
  viewEditClosed,
  viewReported,
  viewReports,
} from './view-of-moderation.ts';
import {
  viewAttendance,
  viewAttended,
  viewContribution,
  viewMinutes,
  viewOfMinutes,
  viewFloor,
  viewRoom,
  viewSession,
  viewTurn,
} from './view-of-talk.ts';

import { viewRelease, viewSecondWord, viewVerdict } from './view-of-verdict.ts';

export type { Viewer } from './viewer.ts';

export type JuryView = { readonly id: string } & Partial<Omit<Jury, 'id'>>;

const inTheRoom: readonly Slice[] = [
  'charter',
  'selection',
  'seats',
  'evidence',
  'sessions',
  'attendance',
  'floor',
  'airtime',
  'tables',
  'soundings',
  'room',
  'moderation',
  'verdict',
  'response',
  'surveys',
  'minutes',
];
const nearTheRoom: readonly Slice[] = ['charter', 'selection', 'evidence', 'sessions', 'response'];
const outside: readonly Slice[] = ['charter', 'selection', 'response'];

/** RULES.md's second table: which slices a role sees at all. The public page is made from the published record instead. */
export const SLICES_SEEN: Readonly<Record<Role, readonly Slice[]>> = {
  organiser: [...inTheRoom, 'help'],
  facilitator: [...inTheRoom, 'signals', 'help'],
  oversight: [...inTheRoom, 'complaints'],
  juror: [...inTheRoom, 'signals', 'help', 'complaints'],
  alternate: inTheRoom,
  'returning-officer': ['charter', 'selection', 'seats', 'sessions', 'verdict', 'response'],
  witness: [...nearTheRoom, 'signals'],
  observer: [...nearTheRoom, 'soundings'],
  authority: outside,
  public: outside,
};

export function viewerOf(jury: Pick<Jury, 'charter' | 'seats' | 'evidence'>, actor: Actor): Viewer {
  const role = roleOf(jury, actor);
  return actor.kind === 'seat' && (role === 'juror' || role === 'alternate') ? { role, seat: actor.id } : { role };
}

const seesTickets = ({ role }: Viewer): boolean => role === 'organiser' || role === 'oversight';
const seesAirtime = ({ role }: Viewer): boolean => role === 'facilitator';
const seesSignals = ({ role }: Viewer): boolean => role === 'facilitator' || role === 'witness';
/** [W11] A request for help is for the juror and for those whose task it is. */
const seesRequest = ({ seat, topic }: Pick<HelpRequest, 'seat' | 'topic'>, viewer: Viewer): boolean =>
  isTaskOf(viewer.role, topic) || seat === viewer.seat;

/** [P27] Words that wait or were refused are for those who read the box. */
const seesBox = ({ role }: Viewer): boolean => role === 'facilitator' || role === 'oversight';

/** [W10] Words that wait for approval are for their author and the facilitator. */
const seesHeld = ({ seat }: { readonly seat: SeatId }, viewer: Viewer): boolean =>
  viewer.role === 'facilitator' || seat === viewer.seat;

/** [W9] What is said and written at a table is for those who sat there, and for the facilitator. */
const sitsThere = ({ to }: { readonly to: readonly SeatId[] }, { role, seat }: Viewer): boolean =>
  role === 'facilitator' || (seat !== undefined && to.includes(seat));

const readable = (note: Note | null, viewer: Viewer): Note | null => (note && sitsThere(note, viewer) ? note : null);

/** [D87] [W47] Who has rehearsed, and who has caught up, concerns those who help with it, and each juror for themselves. */
const seesRehearsed = (seat: SeatId, { role, seat: own }: Viewer): boolean =>
  role === 'facilitator' || role === 'organiser' || seat === own;

const mapped = <T, K extends string>(record: Readonly<Record<K, T>>, change: (value: T) => T): Record<K, T> =>
  Object.fromEntries(Object.entries<T>(record).map(([key, value]) => [key, change(value)])) as Record<K, T>;

export function viewJury(jury: Jury, viewer: Viewer): JuryView {
  const seen = SLICES_SEEN[viewer.role];
  const slices = Object.fromEntries(seen.map((slice) => [slice, viewSlice[slice](jury as never, viewer)]));
  return { id: jury.id, ...slices };
}

const viewSlice: { readonly [S in Slice]: (jury: Jury, viewer: Viewer) => Jury[S] } = {
  charter: ({ charter }) => charter,
  selection: ({ selection }) => selection,
  sessions: ({ sessions }, viewer) => sessions.map((session) => viewSession(session, viewer)),
  response: ({ response }, viewer) => ({
    ...response,
    observations: seesBox(viewer) ? response.observations : unread(response.observations),
    ratings: response.ratings.map((one) => ({ ...one, raters: own(one.raters, viewer) })),
  }),
  surveys: ({ surveys }, viewer) => ({
    ...surveys,
    held: surveys.held.map((survey) => ({ ...survey, answered: own(survey.answered, viewer) })),
  }),
  floor: ({ floor }, viewer) => viewFloor(floor, viewer),
  soundings: ({ soundings }, viewer) =>
    soundings.map((sounding) => ({ ...sounding, answered: own(sounding.answered, viewer) })),
  tables: ({ tables }, viewer) => ({
    ...tables,
    rounds: tables.rounds.map((round) => ({
      ...round,
      tables: round.tables.map((table) => ({
        ...table,
        note: round.state === 'closed' ? table.note : readable(table.note, viewer),
      })),
    })),
    talk: tables.talk.filter((message) => sitsThere(message, viewer)),
  }),
  airtime: ({ airtime }, viewer) =>
    seesAirtime(viewer)
      ? airtime
      : mapped(airtime, ({ total, seats }) => ({
          total,
          seats: Object.fromEntries(Object.entries(seats).filter(([seat]) => seat === viewer.seat)),
        })),
  signals: ({ signals }, viewer) =>
    mapped(signals, (signal) => (seesSignals(viewer) ? own(signal, viewer) : onlyOwn(signal, viewer))),
  seats: ({ seats }, viewer) =>
    mapped(seats, (seat) => seatSeen(seat, seesTickets(viewer), seesRehearsed(seat.id, viewer))),
  evidence: ({ evidence }, viewer) => viewEvidence(evidence, viewer),
  attendance: ({ attendance }, viewer) => viewAttendance(attendance, viewer),
  minutes: ({ minutes }, viewer) => viewMinutes(minutes, viewer),
  room: ({ room }, viewer) => ({
    ...viewRoom(room, viewer),
    muted: room.muted.filter((seat) => seesMuted(viewer) || seat === viewer.seat),
    muteEnds: room.muteEnds.filter(({ seat }) => seesMuted(viewer) || seat === viewer.seat),
  }),
  moderation: ({ moderation: { log, held, removed, waiting, reports } }, viewer) => ({
    log: log.map((action) => viewAction(viewAppeal(action, viewer), viewer)),
    held: held.filter((seat) => seesMuted(viewer) || seat === viewer.seat),
    removed: removed.filter(({ seat }) => seesMuted(viewer) || seat === viewer.seat),
    waiting: waiting.filter((message) => seesHeld(message, viewer)),
    reports: viewReports(reports, viewer),
  }),
  complaints: ({ complaints }, viewer) => viewComplaints(complaints, viewer),
  help: ({ help }, viewer) => help.filter((request) => seesRequest(request, viewer)),
  verdict: ({ verdict }, viewer) => viewVerdict(verdict, viewer),
};

const isEvidence = (event: JuryEvent): event is EvidenceEvent => SLICE_OF[event.type] === 'evidence';

/** The event as this viewer may see it; null where it concerns something they do not see at all. */
export function viewEvent(event: JuryEvent, viewer: Viewer): JuryEvent | null {
  // [V58] [D122] That somebody changed their paper or their answer is for nobody to see.
  if (event.type === 'paper-changed' || event.type === 'sounding-answer-changed') return null;
  if (!SLICES_SEEN[viewer.role].includes(SLICE_OF[event.type])) return null;
  if (isEvidence(event)) return viewEvidenceEvent(event, viewer);
  switch (event.type) {
    case 'seats-assigned':
      return seesTickets(viewer) ? event : { ...event, seats: event.seats.map(({ ticket: _ticket, ...seat }) => seat) };
    case 'ballot-opened':
    case 'poll-opened':
      return electorsSeen(event, viewer);
    case 'release-proposed':
      return viewRelease(event, viewer);
    case 'translation-agreed':
    case 'erratum-agreed':
      return viewSecondWord(event, viewer);
    case 'juror-rehearsed':
    case 'catch-up-opened':
      return seesRehearsed(event.seat, viewer) ? event : null;
    case 'seat-vacated':
      return seesTickets(viewer) ? event : { type: event.type, seat: event.seat };
    case 'member-dismissed':
      return seesTickets(viewer) ? event : { type: event.type, member: event.member };
    case 'juror-muted':
    case 'juror-unmuted':
      return seesMuted(viewer) || event.seat === viewer.seat ? event : null;
    case 'hand-raised':
      return viewTurn(event, viewer);
    case 'contribution-entered':
      return viewContribution(event, viewer);
    case 'checked-in':
    case 'checked-out':
    case 'mode-changed':
      return viewAttended(event, viewer);
    case 'minutes-noted':
    case 'minutes-sent':
    case 'minutes-backed':
    case 'minutes-unbacked':
    case 'minutes-objected':
      return viewOfMinutes(event, viewer);
    case 'action-logged':
      return viewAction(event, viewer);
    case 'appeal-made': {
      if (seesCase(event.act, viewer) || (event.seat !== undefined && event.seat === viewer.seat)) return event;
      const { seat: _seat, text: _text, ...silent } = event;
      return silent;
    }
    case 'edit-request-closed':
      return viewEditClosed(event, viewer);
    case 'help-requested':
    case 'request-read':
    case 'request-resolved':
      return seesRequest(event, viewer) ? event : null;
    case 'complaint-filed':
      return seesComplaint(event, viewer) ? event : null;
    case 'complaint-answered':
      if (!seesComplaint(event, viewer)) return null;
      return viewer.role === 'oversight' ? event : withoutNote(event);
    case 'message-held':
    case 'held-message-settled':
      return seesHeld(event, viewer) ? event : null;
    case 'message-reported':
    case 'message-left':
      return viewReported(event, viewer);
    case 'observation-sent':
    case 'observation-refused':
      return seesBox(viewer) ? event : unreadEvent(event);
    case 'table-message-posted':
    case 'table-message-edited':
      return sitsThere(event, viewer) ? event : null;
    case 'call-set':
      return { ...event, call: withoutSecrets(event.call) };
    case 'note-filed':
      return event.note === null || sitsThere(event.note, viewer) ? event : { ...event, note: null };
    case 'airtime-counted': {
      const { seat, ...unnamed } = event;
      return seesAirtime(viewer) || (seat !== undefined && seat === viewer.seat) ? event : unnamed;
    }
    case 'signal-given':
    case 'signal-taken-back': {
      const { seat, ...unnamed } = event;
      if (seat !== undefined && seat === viewer.seat) return event;
      return seesSignals(viewer) ? unnamed : null;
    }
    case 'sounding-answered':
    case 'survey-answered':
    case 'ready-marked':
    case 'ready-unmarked':
    case 'countdown-opposed':
    case 'extension-answered':
    case 'reaction-given':
    case 'reaction-taken-back':
    case 'suggestion-supported':
    case 'suggestion-unsupported':
    case 'suggestion-doubted':
    case 'suggestion-undoubted':
    case 'change-objected':
    case 'round-answered':
    case 'paper-cast':
    case 'answer-rated':
    case 'outcome-agreed':
    case 'minority-statement-written':
    case 'minority-statement-joined':
    case 'spokesperson-confirmed':
    case 'verdict-approved':
      return unnamed(event, viewer);
    default:
      return event;
  }
}
