/** What the journal says of one session: the part of the minutes that nobody writes. Ids and numbers only; the texts stay where they are. */
import type { Act } from '../deliberation/moderation/moderation.ts';
import { evolveAttendance } from '../deliberation/attendance/attendance.ts';
import type { Attendance, Mode, SessionAttendance } from '../deliberation/attendance/attendance.ts';
import { attendedBy } from '../deliberation/attendance/minutes-attended.ts';
import type { Entry } from '../journal.ts';
import { activeJurors, evolveSeats } from '../recruitment/seats.ts';
import type { Seats } from '../recruitment/seats.ts';
import { SLICE_OF } from '../slices.ts';
import type { JuryEvent, SliceEvents } from '../state.ts';
import type { Instant, SeatId } from '../terms.ts';
import { itemsOf } from './item-times.ts';
import type { ItemFacts } from './item-times.ts';

/** What one juror attended. For the facilitator, the organiser and that juror. */
export interface AttendedFacts {
  readonly seat: SeatId;
  readonly minutes: number;
  readonly mode: Mode | null;
}

export interface MinutesFacts {
  readonly session: string;
  readonly plannedAt: Instant;
  readonly openedAt: Instant;
  readonly closedAt: Instant;
  /** `expected`: those with a seat at the end. Nothing of it is known of sessions before attendance was taken: then `came` is null. */
  readonly attendance: {
    readonly expected: number;
    readonly came: number | null;
    readonly modes: Readonly<Partial<Record<Mode, number>>>;
  };
  readonly people: readonly AttendedFacts[];
  readonly items: readonly ItemFacts[];
  readonly floor: {
    readonly speeches: number;
    readonly clarifying: number;
    /** Of each turn, the shortest first: their order would tell those who were there whose it was. */
    readonly seconds: readonly number[];
    readonly messages: number;
    /** Of the messages: written down by a scribe and confirmed. */
    readonly scribed: number;
  };
  readonly questions: { readonly asked: number; readonly answered: readonly string[] };
  readonly soundings: readonly string[];
  /** Rounds of tables. */
  readonly tables: readonly string[];
  readonly decisions: { readonly opened: readonly string[]; readonly counted: readonly string[] };
  readonly moderation: Readonly<Partial<Record<Act, number>>>;
}

/** [D57] The facts of a closed session out of the whole journal; undefined while it is not closed. */
export function minutesFacts(entries: readonly Entry[], session: string): MinutesFacts | undefined {
  // [D100] What was planned is what stood when the session began.
  const plans = [...all(eventsOf(entries), 'session-planned'), ...all(eventsOf(entries), 'session-changed')];
  const planned = plans.findLast((event) => event.session === session);
  const opened = entries.find(({ event }) => event.type === 'session-opened' && event.session === session);
  const closed = entries.find(({ event }) => event.type === 'session-closed' && event.session === session);
  if (!planned || !opened || !closed) return undefined;
  const doors = entries.find(({ event }) => event.type === 'doors-opened' && event.session === session);
  const before = entries.filter(({ seq }) => seq <= closed.seq);
  const during = before.filter(({ seq }) => seq > opened.seq);
  const events = eventsOf(during);
  return {
    session,
    plannedAt: planned.startsAt,
    openedAt: opened.at,
    closedAt: closed.at,
    ...attendanceFacts(before, { session, from: (doors ?? opened).seq, begin: opened.at, end: closed.at }),
    items: itemsOf(planned.agenda, during, session, closed.at),
    floor: floorFacts(events),
    questions: {
      asked: all(events, 'question-asked').length,
      answered: [...new Set(all(events, 'question-answered').map(({ question }) => question))],
    },
    soundings: all(events, 'sounding-opened').map(({ sounding }) => sounding),
    tables: all(events, 'tables-opened').map(({ round }) => round),
    decisions: {
      opened: [...all(events, 'ballot-opened'), ...all(events, 'poll-opened')].map(({ ballot }) => ballot),
      counted: [...all(events, 'ballot-closed'), ...all(events, 'poll-closed')].map(({ ballot }) => ballot),
    },
    moderation: countOf(all(events, 'action-logged').map(({ act }) => act)),
  };
}

function attendanceFacts(
  before: readonly Entry[],
  { session, from, begin, end }: { session: string; from: number; begin: Instant; end: Instant },
): Pick<MinutesFacts, 'attendance' | 'people'> {
  const seats = eventsOf(before).filter(isOfSeats).reduce<Seats>(evolveSeats, {});
  const since = before.filter(({ seq }) => seq > from);
  const taken = eventsOf(since).filter(isOfAttendance).reduce<Attendance>(evolveAttendance, {})[session];
  const attendance = taken && sinceItBegan(taken, begin);
  const expected = activeJurors(seats).map(({ id }) => id);
  if (!attendance) return { attendance: { expected: expected.length, came: null, modes: {} }, people: [] };
  const came = attendance.came.seats;
  const people = [...new Set([...expected, ...came])].map((seat) => {
    const { minutes, mode } = attendedBy(attendance, seat, end, true);
    return { seat, minutes, mode };
  });
  const modes = countOf(people.flatMap(({ mode }) => (mode === null ? [] : [mode])));
  return { attendance: { expected: expected.length, came: came.length, modes }, people };
}

/** [D116] Who came in early attended from when it began; who had left before did not attend. */
function sinceItBegan({ spells, ...taken }: SessionAttendance, begin: Instant): SessionAttendance {
  const counting = spells
    .filter(({ to }) => to === null || to > begin)
    .map((spell) => ({ ...spell, from: Math.max(spell.from, begin) }));
  const seats = [...new Set(counting.map(({ seat }) => seat))];
  return { ...taken, spells: counting, came: { count: seats.length, seats } };
}

function floorFacts(events: readonly JuryEvent[]): MinutesFacts['floor'] {
  const kinds = new Map(all(events, 'hand-raised').map(({ turn, kind = 'speech' }) => [turn, kind]));
  const granted = new Set(all(events, 'floor-granted').map(({ turn }) => turn));
  const heard = [...granted].map((turn) => kinds.get(turn) ?? 'speech');
  const messages = all(events, 'message-posted');
  return {
    speeches: heard.filter((kind) => kind === 'speech').length,
    clarifying: heard.filter((kind) => kind === 'clarifying-question').length,
    seconds: turnSeconds(events),
    messages: messages.length,
    scribed: messages.filter(({ scribed }) => scribed).length,
  };
}

/** Each turn's seconds, the parts before and after a pause taken together. Time is counted right after the turn is paused or ended. */
function turnSeconds(events: readonly JuryEvent[]): readonly number[] {
  const spoken = new Map<string, number>();
  events.forEach((event, index) => {
    const next = events[index + 1];
    if ((event.type !== 'turn-paused' && event.type !== 'turn-ended') || next?.type !== 'airtime-counted') return;
    spoken.set(event.turn, (spoken.get(event.turn) ?? 0) + next.seconds);
  });
  return [...spoken.values()].toSorted((a, b) => a - b);
}

const eventsOf = (entries: readonly Entry[]): readonly JuryEvent[] => entries.map(({ event }) => event);

type Of<T extends JuryEvent['type']> = Extract<JuryEvent, { readonly type: T }>;

const all = <T extends JuryEvent['type']>(events: readonly JuryEvent[], type: T): readonly Of<T>[] =>
  events.filter((event): event is Of<T> => event.type === type);

const countOf = <K extends string>(keys: readonly K[]): Partial<Record<K, number>> => {
  const counts: Partial<Record<K, number>> = {};
  for (const key of keys) counts[key] = (counts[key] ?? 0) + 1;
  return counts;
};

const isOfSeats = (event: JuryEvent): event is SliceEvents['seats'] => SLICE_OF[event.type] === 'seats';
const isOfAttendance = (event: JuryEvent): event is SliceEvents['attendance'] => SLICE_OF[event.type] === 'attendance';
