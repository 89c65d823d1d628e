/** Tables: small groups for a while, their talk, and the note that each of them brings back. */
import type { Content, Instant, SeatId } from '../../terms.ts';
import type { ModerationRule } from '../moderation/policy.ts';
import type { EarlierWords, Speaker } from '../room.ts';
import { hiddenWords, otherWords } from '../talk/words.ts';

export interface Note {
  readonly agreed: Content;
  readonly disagreed: Content;
  readonly questions: Content;
  /** 1 for the first; whoever writes says which one they have read. */
  readonly version: number;
  /** Who sat there when it was written. */
  readonly to: readonly SeatId[];
}

export interface Table {
  readonly id: string;
  readonly seats: readonly SeatId[];
  /** What they chose to talk about; only of tables by interest. */
  readonly topic?: string;
  readonly needsHelp: boolean;
  /** Who tells the others what the table brings back. */
  readonly reporter?: SeatId | undefined;
  /** Null for those who may not read it, until the tables are closed. */
  readonly note: Note | null;
}

export interface Round {
  readonly id: string;
  readonly session: string;
  readonly state: 'open' | 'recalled' | 'closed';
  /** When the time is up; once recalled, when it is over. */
  readonly endsAt: Instant;
  readonly tables: readonly Table[];
  /** The last word of the facilitator to all tables. */
  readonly told: Content | null;
}

export interface TableMessage {
  readonly id: string;
  readonly round: string;
  readonly table: string;
  readonly by: Speaker;
  readonly at: Instant;
  readonly text: Content | null;
  readonly hidden?: { readonly rule: ModerationRule; readonly at: Instant };
  /** Who sat there when it was said: nobody else reads it, also not whoever sits down later. */
  readonly to: readonly SeatId[];
  /** When the words were last changed. */
  readonly edited?: Instant;
  /** Oldest first. */
  readonly earlier?: readonly EarlierWords[];
}

export interface Topic {
  readonly id: string;
  readonly title: string;
}

/** What the jurors of one session may choose to talk about, and what each has chosen. */
export interface Topics {
  readonly session: string;
  readonly offered: readonly Topic[];
  readonly chosen: Readonly<Record<SeatId, string>>;
}

/** Who sits at a certain table of one session, however the others are seated. */
export interface Pins {
  readonly session: string;
  readonly tables: Readonly<Record<SeatId, string>>;
}

export interface Tables {
  readonly rounds: readonly Round[];
  readonly talk: readonly TableMessage[];
  readonly topics: Topics | null;
  readonly pins: Pins | null;
}

export const NO_TABLES: Tables = { rounds: [], talk: [], topics: null, pins: null };

export type TablesEvent =
  | {
      readonly type: 'tables-opened';
      readonly round: string;
      readonly session: string;
      readonly endsAt: Instant;
      readonly tables: readonly Pick<Table, 'id' | 'seats' | 'topic'>[];
    }
  | { readonly type: 'topics-offered'; readonly session: string; readonly offered: readonly Topic[] }
  | { readonly type: 'topic-chosen'; readonly session: string; readonly seat: SeatId; readonly about: string }
  | { readonly type: 'jurors-pinned'; readonly session: string; readonly tables: Pins['tables'] }
  | { readonly type: 'tables-extended'; readonly round: string; readonly endsAt: Instant }
  | { readonly type: 'tables-told'; readonly round: string; readonly text: Content }
  | { readonly type: 'tables-recalled'; readonly round: string; readonly endsAt: Instant }
  | { readonly type: 'tables-closed'; readonly round: string; readonly notes: Readonly<Record<string, Note>> }
  | { readonly type: 'juror-moved'; readonly round: string; readonly seat: SeatId; readonly table: string }
  | { readonly type: 'help-called'; readonly round: string; readonly table: string }
  | { readonly type: 'help-given'; readonly round: string; readonly table: string }
  | { readonly type: 'reporter-named'; readonly round: string; readonly table: string; readonly seat: SeatId }
  | { readonly type: 'note-filed'; readonly round: string; readonly table: string; readonly note: Note | null }
  | ({
      readonly type: 'table-message-posted';
      readonly message: string;
      readonly text: Content;
    } & Omit<TableMessage, 'id' | 'hidden' | 'text' | 'edited' | 'earlier'>)
  | {
      readonly type: 'table-message-edited';
      readonly message: string;
      readonly at: Instant;
      readonly text: Content;
      /** Who may read it: as the message was said to them. */
      readonly to: readonly SeatId[];
    }
  | {
      readonly type: 'table-message-hidden';
      readonly message: string;
      readonly rule: ModerationRule;
      readonly at: Instant;
    };

export function evolveTables(tables: Tables, event: TablesEvent): Tables {
  switch (event.type) {
    case 'tables-opened': {
      const { round: id, session, endsAt } = event;
      const laid = event.tables.map((table) => ({ ...table, needsHelp: false, note: null }));
      return {
        ...tables,
        rounds: [...tables.rounds, { id, session, state: 'open', endsAt, tables: laid, told: null }],
      };
    }
    case 'topics-offered':
      return { ...tables, topics: { session: event.session, offered: event.offered, chosen: {} } };
    case 'topic-chosen': {
      const { topics } = tables;
      if (!topics) return tables;
      return { ...tables, topics: { ...topics, chosen: { ...topics.chosen, [event.seat]: event.about } } };
    }
    case 'jurors-pinned':
      return { ...tables, pins: { session: event.session, tables: event.tables } };
    case 'table-message-posted': {
      const { type: _type, message: id, ...posted } = event;
      return { ...tables, talk: [...tables.talk, { id, ...posted }] };
    }
    case 'table-message-edited':
      return said(tables, event.message, (one) => otherWords(one, event.text, event.at));
    case 'table-message-hidden':
      return said(tables, event.message, (one) => hiddenWords(one, { rule: event.rule, at: event.at }));
    default:
      return {
        ...tables,
        rounds: tables.rounds.map((round) => (round.id === event.round ? evolveRound(round, event) : round)),
      };
  }
}

const said = (tables: Tables, id: string, how: (message: TableMessage) => TableMessage): Tables => ({
  ...tables,
  talk: tables.talk.map((one) => (one.id === id ? how(one) : one)),
});

type RoundEvent = Exclude<
  TablesEvent,
  { type: 'tables-opened' | 'topics-offered' | 'topic-chosen' | 'jurors-pinned' | `table-message-${string}` }
>;

function evolveRound(round: Round, event: RoundEvent): Round {
  const table = (id: string, change: Partial<Table>): Round => ({
    ...round,
    tables: round.tables.map((one) => (one.id === id ? { ...one, ...change } : one)),
  });
  switch (event.type) {
    case 'tables-extended':
      return { ...round, endsAt: event.endsAt };
    case 'tables-told':
      return { ...round, told: event.text };
    case 'tables-recalled':
      return { ...round, state: 'recalled', endsAt: event.endsAt };
    case 'tables-closed':
      return {
        ...round,
        state: 'closed',
        tables: round.tables.map((one) => ({ ...one, needsHelp: false, note: event.notes[one.id] ?? null })),
      };
    case 'juror-moved':
      return {
        ...round,
        tables: round.tables.map((one) => {
          const others = one.seats.filter((seat) => seat !== event.seat);
          // [D128] Whoever reports for a table sits there.
          const { reporter, ...table } = one;
          const reports = reporter === undefined || reporter === event.seat ? {} : { reporter };
          return { ...table, ...reports, seats: one.id === event.table ? [...others, event.seat] : others };
        }),
      };
    case 'help-called':
      return table(event.table, { needsHelp: true });
    case 'help-given':
      return table(event.table, { needsHelp: false });
    case 'reporter-named':
      return table(event.table, { reporter: event.seat });
    case 'note-filed':
      return table(event.table, { note: event.note });
  }
}

/** The round that is under way in a session. */
export const openRound = ({ rounds }: Tables, session: string): Round | undefined =>
  rounds.find((round) => round.session === session && round.state !== 'closed');

export const tableOf = ({ tables }: Round, seat: SeatId): Table | undefined =>
  tables.find((table) => table.seats.includes(seat));

/** [D82] The note that a citation names: `G1-2` is what table 2 of round G1 brought back; undefined while the tables are open. */
export function noteCalled({ rounds }: Tables, id: string): { round: Round; table: Table; note: Note } | undefined {
  const [roundId, tableId] = id.split('-');
  const round = rounds.find((one) => one.id === roundId && one.state === 'closed');
  const table = round?.tables.find((one) => one.id === tableId);
  return round && table?.note ? { round, table, note: table.note } : undefined;
}

/** Every note that can be cited. */
export const filedNotes = ({ rounds }: Tables): readonly { readonly id: string; readonly note: Note }[] =>
  rounds
    .filter(({ state }) => state === 'closed')
    .flatMap(({ id, tables }) =>
      tables.flatMap(({ id: table, note }) => (note ? [{ id: `${id}-${table}`, note }] : [])),
    );

/** A note in one piece, its parts in their order. Empty where it was erased. */
export const wordsOf = ({ agreed, disagreed, questions }: Note): string =>
  [agreed, disagreed, questions].flatMap(({ text }) => (text ? [text] : [])).join('\n\n');
