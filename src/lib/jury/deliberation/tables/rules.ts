import type { Asked, Rules } from '../../context.ts';
import { activeJurors } from '../../recruitment/seats.ts';
import { ok, refuse } from '../../result.ts';
import type { Result } from '../../result.ts';
import type { JuryEvent } from '../../state.ts';
import { hereIn } from '../here.ts';
import { liveSession } from '../live-session.ts';
import { isMuted } from '../moderation/muting.ts';
import type { TableCommand } from './commands.ts';
import { laidTables } from './seating.ts';
import { fits, usualTables } from './sizes.ts';
import { openRound, tableOf } from './tables.ts';
import type { Note, Round, Table } from './tables.ts';

const MINUTE = 60_000;
/** [D29] Between the call and the end of table talk. Milliseconds. */
const NOTICE = MINUTE;

export const tableRules: Rules<TableCommand['type']> = {
  'offer-topics': ({ session, topics }, asked) => {
    const live = liveSession(asked, session);
    if (!live.ok) return live;
    const offered = topics.map((title, index) => ({ id: `${index + 1}`, title }));
    return ok([{ type: 'topics-offered', session, offered }]);
  },

  'choose-topic': ({ session, topic }, { jury, ...asked }) => {
    const live = liveSession({ jury, ...asked }, session);
    if (!live.ok) return live;
    const { topics } = jury.tables;
    if (topics?.session !== session) return refuse('no-topics');
    if (!topics.offered.some(({ id }) => id === topic)) return refuse('unknown-topic');
    if (asked.actor.kind !== 'seat') return refuse('not-allowed');
    return ok([{ type: 'topic-chosen', session, seat: asked.actor.id, about: topic }]);
  },

  'pin-jurors': ({ session, pins }, asked) => {
    const live = liveSession(asked, session);
    if (!live.ok) return live;
    const active = new Set(activeJurors(asked.jury.seats).map(({ id }) => id));
    const wanted = pins.flatMap(({ seat, table }) => (table === undefined ? [] : [[seat, table] as const]));
    if (wanted.some(([seat]) => !active.has(seat))) return refuse('unknown-seat');
    return ok([{ type: 'jurors-pinned', session, tables: Object.fromEntries(wanted) }]);
  },

  'open-tables': ({ session, seating, as, tables, minutes }, asked) => {
    const live = liveSession(asked, session);
    if (!live.ok) return live;
    const { jury, now, present } = asked;
    if (openRound(jury.tables, session)) return refuse('tables-already-open');
    const people = hereIn(jury, session, present);
    const number = tables ?? usualTables(people.length);
    if (people.length === 0 || !fits(people.length, number)) return refuse('tables-do-not-fit');
    const seated = laidTables(asked, { session, seating, as, people, tables: number });
    if (!seated.ok) return seated;
    const laid = seated.value.map((table, index) => ({ id: `${index + 1}`, ...table }));
    const round = `G${jury.tables.rounds.length + 1}`;
    return ok([{ type: 'tables-opened', round, session, endsAt: now + minutes * MINUTE, tables: laid }]);
  },

  'extend-tables': ({ round: id, minutes }, asked) => {
    const round = roundInUse(asked, id);
    if (!round.ok) return round;
    if (round.value.state === 'recalled') return refuse('tables-over');
    const from = Math.max(round.value.endsAt, asked.now);
    return ok([{ type: 'tables-extended', round: id, endsAt: from + minutes * MINUTE }]);
  },

  'tell-tables': ({ round: id, text }, asked) => {
    const round = roundInUse(asked, id);
    return round.ok ? ok([{ type: 'tables-told', round: id, text: asked.seal(text) }]) : round;
  },

  'recall-tables': ({ round: id }, asked) => {
    const round = roundInUse(asked, id);
    if (!round.ok) return round;
    if (round.value.state === 'recalled') return refuse('tables-over');
    return ok([{ type: 'tables-recalled', round: id, endsAt: asked.now + NOTICE }]);
  },

  'close-tables': ({ round: id }, asked) => {
    const round = roundInUse(asked, id);
    return round.ok ? ok(closed(round.value)) : round;
  },

  'move-juror': ({ round: id, seat, table }, asked) => {
    const round = roundInUse(asked, id);
    if (!round.ok) return round;
    if (!activeJurors(asked.jury.seats).some((one) => one.id === seat)) return refuse('unknown-seat');
    if (!round.value.tables.some((one) => one.id === table)) return refuse('unknown-table');
    if (tableOf(round.value, seat)?.id === table) return refuse('at-table-already');
    return ok([{ type: 'juror-moved', round: id, seat, table }]);
  },

  'join-table': ({ round: id }, asked) => {
    const round = roundInUse(asked, id);
    if (!round.ok) return round;
    const { actor } = asked;
    if (actor.kind !== 'seat') return refuse('not-allowed');
    if (tableOf(round.value, actor.id)) return refuse('at-table-already');
    const table = smallest(round.value.tables).id;
    return ok([{ type: 'juror-moved', round: id, seat: actor.id, table }]);
  },

  'call-help': ({ round: id }, asked) => {
    const round = roundInUse(asked, id);
    if (!round.ok) return round;
    const { actor } = asked;
    const table = actor.kind === 'seat' ? tableOf(round.value, actor.id) : undefined;
    if (!table) return refuse('not-at-table');
    return table.needsHelp ? refuse('help-called-already') : ok([{ type: 'help-called', round: id, table: table.id }]);
  },

  'give-help': ({ round: id, table }, asked) => {
    const round = roundInUse(asked, id);
    if (!round.ok) return round;
    const helped = round.value.tables.some((one) => one.id === table && one.needsHelp);
    return helped ? ok([{ type: 'help-given', round: id, table }]) : refuse('unknown-table');
  },

  'file-note': ({ round: id, table: at, base, agreed, disagreed, questions }, asked) => {
    const table = tableInUse(asked, id, at);
    if (!table.ok) return table;
    const version = table.value.note?.version ?? 0;
    // [D31] Nobody overwrites what they have not read.
    if (base !== version) return refuse('note-changed');
    const { seal } = asked;
    const written = { agreed: seal(agreed), disagreed: seal(disagreed), questions: seal(questions) };
    const note: Note = { ...written, version: version + 1, to: table.value.seats };
    return ok([{ type: 'note-filed', round: id, table: at, note }]);
  },

  'name-reporter': ({ round: id, table: at, seat }, asked) => {
    const table = tableToReport(asked, id, at);
    if (!table.ok) return table;
    if (!table.value.seats.includes(seat)) return refuse('not-at-table');
    return ok([{ type: 'reporter-named', round: id, table: at, seat }]);
  },

  'post-at-table': ({ round, table: at, text }, asked) => {
    const table = tableInUse(asked, round, at);
    if (!table.ok) return table;
    const { actor, jury, now, seal } = asked;
    if (actor.kind === 'seat' && isMuted(jury, actor.id, now)) return refuse('muted');
    const { session } = jury.tables.rounds.find((one) => one.id === round) as Round;
    // [D51] As in the room: the words wait, and once let in they are for those who sat here when they were written.
    if (actor.kind === 'seat' && jury.moderation.held.includes(actor.id)) {
      const words = seal(text);
      const held = `H${words.sha256.slice(0, 16)}`;
      const place = { round, table: at, to: table.value.seats };
      return ok([{ type: 'message-held', held, session, seat: actor.id, at: now, table: place, text: words }]);
    }
    const by = actor.kind === 'seat' ? actor.id : 'facilitator';
    const message = `K${jury.tables.talk.length + 1}`;
    const said = { round, table: at, by, at: now, text: seal(text), to: table.value.seats } as const;
    return ok([{ type: 'table-message-posted', message, ...said }]);
  },
};

/** [D29] Tables end with the item or the session for which they were opened. */
export function endTables({ jury }: Asked, session: string): readonly JuryEvent[] {
  const round = openRound(jury.tables, session);
  return round ? closed(round) : [];
}

const closed = ({ id, tables }: Round): readonly JuryEvent[] => [
  {
    type: 'tables-closed',
    round: id,
    notes: Object.fromEntries(tables.flatMap((table) => (table.note ? [[table.id, table.note]] : []))),
  },
];

const smallest = (tables: readonly Table[]): Table =>
  tables.reduce((least, table) => (table.seats.length < least.seats.length ? table : least));

function roundInUse(asked: Asked, id: string): Result<Round> {
  const round = asked.jury.tables.rounds.find((one) => one.id === id);
  if (!round) return refuse('unknown-tables');
  const live = liveSession(asked, round.session);
  if (!live.ok) return live;
  return round.state === 'closed' ? refuse('tables-over') : ok(round);
}

/** [D127] A juror's own table while people sit there; for the facilitator also one that is over, as long as the session lasts. */
function tableToReport(asked: Asked, round: string, id: string): Result<Table> {
  if (asked.actor.kind === 'seat') return tableInUse(asked, round, id);
  const found = asked.jury.tables.rounds.find((one) => one.id === round);
  if (!found) return refuse('unknown-tables');
  const live = liveSession(asked, found.session);
  if (!live.ok) return live;
  const table = found.tables.find((one) => one.id === id);
  return table ? ok(table) : refuse('unknown-table');
}

/** [D30] A table at which whoever acts may speak: a juror's own, the facilitator's every one, until the notice is over. */
export function tableInUse(asked: Asked, round: string, id: string): Result<Table> {
  const inUse = roundInUse(asked, round);
  if (!inUse.ok) return inUse;
  const { state, endsAt, tables } = inUse.value;
  const table = tables.find((one) => one.id === id);
  if (!table) return refuse('unknown-table');
  if (asked.actor.kind === 'seat' && !table.seats.includes(asked.actor.id)) return refuse('not-at-table');
  return state === 'recalled' && asked.now > endsAt ? refuse('tables-over') : ok(table);
}
