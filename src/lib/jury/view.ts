/**
 * What a viewer may see: of the state, and of each event. The two agree, so that a snapshot equals the replay of the events
 * that the same viewer may see: `evolve(viewJury(jury), viewEvent(event))` is `viewJury(evolve(jury, event))` ([W1]).
 */
import { isTaskOf } from './deliberation/help/help.ts';
import type { HelpRequest } from './deliberation/help/help.ts';
import type { Act, Action } from './deliberation/moderation/moderation.ts';
import type { Note } from './deliberation/tables/tables.ts';
import type { Evidence } from './evidence/evidence.ts';
import type { Question } from './evidence/question.ts';
import { roleOf } from './permissions.ts';
import { SLICE_OF } from './state.ts';
import type { Jury, JuryEvent, Slice } from './state.ts';
import { NOBODY } from './terms.ts';
import type { Actor, Content, Counted, Role, SeatId } from './terms.ts';

export interface Viewer {
  readonly role: Role;
  /** The seat through which a juror or alternate looks. */
  readonly seat?: SeatId | undefined;
}

export type JuryView = { readonly id: string } & Partial<Omit<Jury, 'id'>>;

const inTheRoom: readonly Slice[] = [
  'charter',
  'selection',
  'seats',
  'evidence',
  'sessions',
  'floor',
  'airtime',
  'tables',
  'soundings',
  'room',
  'moderation',
  'verdict',
  'response',
  'surveys',
];
const nearTheRoom: readonly Slice[] = ['charter', 'selection', 'evidence', 'sessions', 'response'];
const outside: readonly Slice[] = ['charter', 'selection', 'response'];

/** RULES.md's second table: which slices a role sees at all. The public page is made from the published record instead. */
export const SLICES_SEEN: Readonly<Record<Role, readonly Slice[]>> = {
  organiser: [...inTheRoom, 'help'],
  facilitator: [...inTheRoom, 'signals', 'help'],
  oversight: inTheRoom,
  juror: [...inTheRoom, 'signals', 'help'],
  alternate: inTheRoom,
  'returning-officer': ['charter', 'selection', 'seats', 'sessions', 'verdict', 'response'],
  witness: [...nearTheRoom, 'signals'],
  observer: nearTheRoom,
  authority: outside,
  public: outside,
};

export function viewerOf(jury: Pick<Jury, 'charter' | 'seats' | 'evidence'>, actor: Actor): Viewer {
  const role = roleOf(jury, actor);
  return actor.kind === 'seat' && (role === 'juror' || role === 'alternate') ? { role, seat: actor.id } : { role };
}

const seesTickets = ({ role }: Viewer): boolean => role === 'organiser' || role === 'oversight';
/** [P18] Why a place that names somebody may stand: for the two who release. */
const seesNotes = seesTickets;
const seesAskers = ({ role }: Viewer): boolean => role === 'facilitator';
const seesAirtime = ({ role }: Viewer): boolean => role === 'facilitator';
const seesSignals = ({ role }: Viewer): boolean => role === 'facilitator' || role === 'witness';
const seesMuted = ({ role }: Viewer): boolean => role === 'facilitator' || role === 'oversight';

/** [W5] Whom an action concerns, and in which words; of an exclusion the organiser knows too, who has a part in it. */
const seesCase = (act: Act, viewer: Viewer): boolean =>
  seesMuted(viewer) || (viewer.role === 'organiser' && EXCLUDING.includes(act));
const EXCLUDING: readonly Act[] = ['propose-exclusion', 'drop-exclusion', 'exclude'];

function viewAction<A extends Pick<Action, 'act' | 'seat' | 'words' | 'by'>>(action: A, viewer: Viewer): A {
  if (seesCase(action.act, viewer)) return action;
  const { by: _by, ...unsigned } = action;
  if (action.seat !== undefined && action.seat === viewer.seat) return unsigned as A;
  const { seat: _seat, words: _words, ...unnamed } = unsigned;
  return unnamed as A;
}

function viewAppeal(action: Action, viewer: Viewer): Action {
  const { appeal } = action;
  if (!appeal || seesCase(action.act, viewer) || (action.seat !== undefined && action.seat === viewer.seat))
    return action;
  const { text: _text, ...silent } = appeal;
  return { ...action, appeal: silent };
}

/** [W11] A request for help is for the juror and for those whose task it is. */
const seesRequest = ({ seat, topic }: Pick<HelpRequest, 'seat' | 'topic'>, viewer: Viewer): boolean =>
  isTaskOf(viewer.role, topic) || seat === viewer.seat;

/** [W10] Words that wait for approval are for their author and the facilitator. */
const seesHeld = ({ seat }: { readonly seat: SeatId }, viewer: Viewer): boolean =>
  viewer.role === 'facilitator' || seat === viewer.seat;

/** [W2] Of a counted set everyone may know the size, and each juror whether they are in it. */
const own = (set: Counted, viewer: Viewer): Counted => ({
  count: set.count,
  seats: viewer.seat !== undefined && set.seats.includes(viewer.seat) ? [viewer.seat] : NOBODY.seats,
});

/** [W9] What is said and written at a table is for those who sat there, and for the facilitator. */
const sitsThere = ({ to }: { readonly to: readonly SeatId[] }, { role, seat }: Viewer): boolean =>
  role === 'facilitator' || (seat !== undefined && to.includes(seat));

const readable = (note: Note | null, viewer: Viewer): Note | null => (note && sitsThere(note, viewer) ? note : null);

const withoutNote = <T extends { readonly note?: Content }>({ note: _note, ...rest }: T) => rest;

/** [W8] Nothing but whether the viewer is in it. */
const onlyOwn = (set: Counted, viewer: Viewer): Counted => {
  const { seats } = own(set, viewer);
  return { count: seats.length, seats };
};

/** [E15] Before the hearing nobody knows how many support a question. */
const hasBegun = ({ witnesses }: Evidence, { witness }: Question): boolean =>
  witnesses.some((one) => one.id === witness && one.hearing !== 'planned');

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
  sessions: ({ sessions }, viewer) => sessions.map((session) => ({ ...session, ready: own(session.ready, viewer) })),
  response: ({ response }, viewer) => ({
    ...response,
    ratings: response.ratings.map((one) => ({ ...one, raters: own(one.raters, viewer) })),
  }),
  surveys: ({ surveys }, viewer) => ({
    ...surveys,
    held: surveys.held.map((survey) => ({ ...survey, answered: own(survey.answered, viewer) })),
  }),
  floor: ({ floor }) => floor,
  soundings: ({ soundings }, viewer) =>
    soundings.map((sounding) => ({ ...sounding, answered: own(sounding.answered, viewer) })),
  tables: ({ tables }, viewer) => ({
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
    seesTickets(viewer)
      ? seats
      : Object.fromEntries(
          Object.entries(seats).map(([id, { ticket: _ticket, reason, ...seat }]) => [
            id,
            // Everyone knows when a reserve is released; of all other reasons only the organiser and oversight.
            reason === 'released' ? { ...seat, reason } : seat,
          ]),
        ),
  evidence: ({ evidence }, viewer) => ({
    ...evidence,
    calls: evidence.calls.map((one) => ({ ...one, signed: own(one.signed, viewer) })),
    questions: evidence.questions.map(({ asker, ...question }) => ({
      ...question,
      ...(asker !== undefined && (seesAskers(viewer) || asker === viewer.seat) ? { asker } : {}),
      support: hasBegun(evidence, question) ? own(question.support, viewer) : onlyOwn(question.support, viewer),
    })),
  }),
  room: ({ room }, viewer) =>
    seesMuted(viewer) ? room : { ...room, muted: room.muted.filter((seat) => seat === viewer.seat) },
  moderation: ({ moderation: { log, held, removed, waiting } }, viewer) => ({
    log: log.map((action) => viewAction(viewAppeal(action, viewer), viewer)),
    held: held.filter((seat) => seesMuted(viewer) || seat === viewer.seat),
    removed: removed.filter(({ seat }) => seesMuted(viewer) || seat === viewer.seat),
    waiting: waiting.filter((message) => seesHeld(message, viewer)),
  }),
  help: ({ help }, viewer) => help.filter((request) => seesRequest(request, viewer)),
  verdict: ({ verdict }, viewer) => ({
    ...verdict,
    suggestions: verdict.suggestions.map((one) => ({ ...one, support: own(one.support, viewer) })),
    rounds: verdict.rounds.map((round) => ({ ...round, answered: own(round.answered, viewer) })),
    ballots: verdict.ballots.map((ballot) => ({ ...ballot, cast: own(ballot.cast, viewer) })),
    pollBallots: verdict.pollBallots.map((ballot) => ({ ...ballot, cast: own(ballot.cast, viewer) })),
    statements: verdict.statements.map((statement) => ({ ...statement, joined: own(statement.joined, viewer) })),
    spokespersons: verdict.spokespersons.map((one) => ({ ...one, confirmed: own(one.confirmed, viewer) })),
    approvals: own(verdict.approvals, viewer),
    release: verdict.release && (seesNotes(viewer) ? verdict.release : withoutNote(verdict.release)),
  }),
};

/** The event as this viewer may see it; null where it concerns something they do not see at all. */
export function viewEvent(event: JuryEvent, viewer: Viewer): JuryEvent | null {
  // [V58] That somebody changed their paper is for nobody to see.
  if (event.type === 'paper-changed' || !SLICES_SEEN[viewer.role].includes(SLICE_OF[event.type])) return null;
  switch (event.type) {
    case 'seats-assigned':
      return seesTickets(viewer) ? event : { ...event, seats: event.seats.map(({ ticket: _ticket, ...seat }) => seat) };
    case 'release-proposed':
      return seesNotes(viewer) ? event : withoutNote(event);
    case 'seat-vacated':
      return seesTickets(viewer) ? event : { type: event.type, seat: event.seat };
    case 'member-dismissed':
      return seesTickets(viewer) ? event : { type: event.type, member: event.member };
    case 'question-asked': {
      const { asker, ...anonymous } = event;
      return seesAskers(viewer) || (asker !== undefined && asker === viewer.seat) ? event : anonymous;
    }
    case 'juror-muted':
    case 'juror-unmuted':
      return seesMuted(viewer) || event.seat === viewer.seat ? event : null;
    case 'action-logged':
      return viewAction(event, viewer);
    case 'appeal-made': {
      if (seesCase(event.act, viewer) || (event.seat !== undefined && event.seat === viewer.seat)) return event;
      const { seat: _seat, text: _text, ...silent } = event;
      return silent;
    }
    case 'help-requested':
    case 'request-read':
    case 'request-resolved':
      return seesRequest(event, viewer) ? event : null;
    case 'message-held':
    case 'held-message-settled':
      return seesHeld(event, viewer) ? event : null;
    case 'table-message-posted':
      return sitsThere(event, viewer) ? event : null;
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
    case 'question-supported':
    case 'question-unsupported': {
      const { seat, ...uncounted } = event;
      if (seat !== undefined && seat === viewer.seat) return event;
      return event.told ? uncounted : null;
    }
    case 'question-merged':
      return { ...event, support: event.told ? own(event.support, viewer) : onlyOwn(event.support, viewer) };
    case 'witness-called':
    case 'call-signed':
    case 'sounding-answered':
    case 'survey-answered':
    case 'ready-marked':
    case 'ready-unmarked':
    case 'suggestion-supported':
    case 'suggestion-unsupported':
    case 'round-answered':
    case 'paper-cast':
    case 'answer-rated':
    case 'minority-statement-written':
    case 'minority-statement-joined':
    case 'spokesperson-confirmed':
    case 'verdict-approved': {
      const { seat, ...uncounted } = event;
      return seat !== undefined && seat === viewer.seat ? event : uncounted;
    }
    default:
      return event;
  }
}

/** Events after which somebody sees other slices than before and must take a fresh snapshot. */
export function changesViewer(event: JuryEvent): boolean {
  return [
    'member-appointed',
    'member-dismissed',
    'seats-assigned',
    'reserve-released',
    'seat-vacated',
    'alternate-called',
    'witness-invited',
    'witness-withdrawn',
    'invitation-refused',
  ].includes(event.type);
}
