/** [D79] Tables by what people want to talk about. */
import type { SeatId } from '../../terms.ts';
import { TABLE, fits, sizesOf, usualTables } from './sizes.ts';
import type { Topic } from './tables.ts';

export interface Interested {
  readonly seats: SeatId[];
  readonly topic?: string;
}

/**
 * A topic that at least four chose has a table, or as many as its people need. Whoever chose nothing, or what too few chose, sits where
 * there is most room; where there is none, at a table without a topic. Equal wishes keep the order of `people`.
 */
export function tablesByInterest(
  people: readonly SeatId[],
  offered: readonly Topic[],
  chosen: Readonly<Record<SeatId, string>>,
): readonly Interested[] {
  const wishing = offered.map(({ id, title }) => ({ title, seats: people.filter((seat) => chosen[seat] === id) }));
  const held = wishing.filter(({ seats }) => seats.length >= TABLE.least);
  const tables: Interested[] = held.flatMap(({ title, seats }) =>
    split(seats).map((part) => ({ seats: part, topic: title })),
  );
  const rest = people.filter((seat) => !tables.some(({ seats }) => seats.includes(seat)));
  if (tables.length === 0) return split(rest).map((seats) => ({ seats }));

  const room = tables.reduce((sum, { seats }) => sum + TABLE.most - seats.length, 0);
  if (rest.length > room) {
    // One that needs company takes it from the fullest tables, from those who came last.
    const apart = rest.splice(0, rest.length);
    while (apart.length < TABLE.least) apart.push(fullest(tables).seats.pop() as SeatId);
    return [...tables, ...split(apart).map((seats) => ({ seats }))];
  }
  for (const seat of rest) emptiest(tables).seats.push(seat);
  return tables;
}

/** As few tables as hold so many people, each of 4 to 7 where the number allows it. */
function split(seats: readonly SeatId[]): SeatId[][] {
  if (seats.length === 0) return [];
  const fewest = Math.ceil(seats.length / TABLE.most);
  const deck = [...seats];
  const tables = fits(seats.length, fewest) ? fewest : usualTables(seats.length);
  return sizesOf(seats.length, tables).map((size) => deck.splice(0, size));
}

const fullest = (tables: readonly Interested[]): Interested =>
  tables.reduce((most, table) => (table.seats.length > most.seats.length ? table : most));

const emptiest = (tables: readonly Interested[]): Interested =>
  tables.reduce((least, table) => (table.seats.length < least.seats.length ? table : least));
