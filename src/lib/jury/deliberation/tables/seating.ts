/** Who sits at which table, by the way the facilitator chose. */
import { shuffled } from '../../chance.ts';
import type { Asked } from '../../context.ts';
import { ok, refuse } from '../../result.ts';
import type { Result } from '../../result.ts';
import type { SeatId } from '../../terms.ts';
import type { SEATINGS } from './commands.ts';
import { tablesByInterest } from './interest.ts';
import { mixTables } from './mixing.ts';
import { seatPinned } from './pins.ts';
import { TABLE, sizesOf } from './sizes.ts';
import type { Round } from './tables.ts';

export interface Laid {
  readonly seats: readonly SeatId[];
  readonly topic?: string;
}

export interface Wish {
  readonly session: string;
  readonly seating: (typeof SEATINGS)[number];
  /** For `same`: which round; undefined for the last. */
  readonly as?: string | undefined;
  readonly people: readonly SeatId[];
  readonly tables: number;
}

type Laying = Result<readonly Laid[]>;

/** [D27] [D79] [D80] [D81] */
export function laidTables(asked: Asked, wish: Wish): Laying {
  const { people, tables } = wish;
  const { facts, jury, seed } = asked;
  const pins = pinsOf(asked, wish);
  switch (wish.seating) {
    case 'random':
      return pinned(dealt(shuffled(people, seed), tables), pins);
    case 'mixed': {
      const guests = people.map((seat) => ({ seat, groups: facts.groups?.[seat] ?? {} }));
      const before = jury.tables.rounds.map(seatsOf);
      const mixed = mixTables(guests, tables, before, seed, pins);
      return mixed ? ok(mixed.map((seats) => ({ seats }))) : refuse('pins-do-not-fit');
    }
    case 'interest': {
      const { topics } = jury.tables;
      if (topics?.session !== wish.session) return refuse('no-topics');
      return pinned(tablesByInterest(people, topics.offered, topics.chosen), pins);
    }
    case 'same':
      return again(asked, wish, pins);
    case 'manual':
      return byHand(people, tables, pins);
  }
}

const seatsOf = ({ tables }: Round): readonly (readonly SeatId[])[] => tables.map(({ seats }) => seats);

function dealt(people: readonly SeatId[], tables: number): readonly Laid[] {
  const deck = [...people];
  return sizesOf(people.length, tables).map((size) => ({ seats: deck.splice(0, size) }));
}

/** The pins of those who are here: at which table, counted from nought. */
function pinsOf({ jury }: Asked, { session, people }: Wish): ReadonlyMap<SeatId, number> {
  const { pins } = jury.tables;
  const here = pins?.session === session ? Object.entries(pins.tables) : [];
  return new Map(here.filter(([seat]) => people.includes(seat)).map(([seat, table]) => [seat, Number(table) - 1]));
}

function pinned(laid: readonly Laid[], pins: ReadonlyMap<SeatId, number>): Laying {
  const tables = laid.map(({ seats }) => [...seats]);
  if (!seatPinned(tables, pins)) return refuse('pins-do-not-fit');
  return ok(laid.map((table, index) => ({ ...table, seats: tables[index] ?? [] })));
}

/** [D80] Those who sat together before sit together again; who was not there sits where there is most room. */
function again({ jury }: Asked, { as, people }: Wish, pins: ReadonlyMap<SeatId, number>): Laying {
  const { rounds } = jury.tables;
  if (rounds.length === 0) return refuse('no-earlier-tables');
  const round = as === undefined ? rounds.at(-1) : rounds.find(({ id }) => id === as);
  if (!round) return refuse('unknown-tables');
  const known = seatsOf(round);
  const tables = known.map((table) => table.filter((seat) => people.includes(seat)));
  for (const seat of people.filter((one) => !known.flat().includes(one))) emptiest(tables).push(seat);
  const topics = round.tables.map(({ topic }) => (topic === undefined ? {} : { topic }));
  const laid = tables.map((seats, index) => ({ seats, ...topics[index] })).filter(({ seats }) => seats.length > 0);
  return pinned(laid, pins);
}

/** [D81] Everybody sits where the facilitator pinned them, the others where there is most room. */
function byHand(people: readonly SeatId[], count: number, pins: ReadonlyMap<SeatId, number>): Laying {
  const tables: SeatId[][] = Array.from({ length: count }, () => []);
  for (const seat of people) {
    const wanted = pins.get(seat);
    if (wanted !== undefined && !tables[wanted]) return refuse('pins-do-not-fit');
    if (wanted !== undefined) tables[wanted]?.push(seat);
  }
  for (const seat of people.filter((one) => !pins.has(one))) emptiest(tables).push(seat);
  const fit = tables.every(({ length }) => length <= TABLE.most && (count === 1 || length >= TABLE.least));
  return fit ? ok(tables.map((seats) => ({ seats }))) : refuse('pins-do-not-fit');
}

const emptiest = (tables: SeatId[][]): SeatId[] =>
  tables.reduce((least, table) => (table.length < least.length ? table : least));
