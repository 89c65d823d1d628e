/**
 * Who sits with whom: tables that are as mixed as the jury, and over a whole programme as few people as possible who meet twice.
 *
 * Local search as in GroupSelect's DREAM (Barrett, Verpoort, Gal: "A New Heuristic Algorithm for Balanced Deliberation Groups", arXiv
 * 2410.21451): people are dealt to the tables at random, then two of different tables change places as long as that makes things
 * better; the best of several deals stands. Unlike there both aims are one sum, so that a search ends where no exchange helps.
 * One seed gives one seating, everywhere and for good.
 */
import { fractionsFrom } from '../../chance.ts';
import type { SeatId } from '../../terms.ts';
import { seatPinned } from './pins.ts';
import { sizesOf } from './sizes.ts';

export interface Guest {
  readonly seat: SeatId;
  /** Their group in each category, such as `gender: women`; categories in which somebody is unknown count for nobody else. */
  readonly groups: Readonly<Record<string, string>>;
}

/** Tables of one round, each with its seats. */
export type Seating = readonly (readonly SeatId[])[];

const DEALS = 16;
/** What one person too many of a group at a table weighs against a pair that meets a second time; measured in the tests. */
const BALANCE = 0.5;

/**
 * Deals the guests to `tables` tables. `before` are the rounds that were held already; `pins` says who stays at which table, counted from
 * nought, whatever that does to the mixture. Null when the pins do not fit the tables.
 */
export function mixTables(
  guests: readonly Guest[],
  tables: number,
  before: readonly Seating[],
  seed: string,
  pins: ReadonlyMap<SeatId, number> = new Map(),
): Seating | null {
  const fixed = new Map(
    guests.flatMap(({ seat }, guest) => {
      const table = pins.get(seat);
      return table === undefined ? [] : [[guest, table] as const];
    }),
  );
  const next = fractionsFrom(seed);
  const cost = costOf(guests, before);
  const deals = Array.from({ length: DEALS }, () => dealt(guests.length, tables, next));
  if (!deals.every((deal) => seatPinned(deal, fixed))) return null;
  for (const deal of deals) improved(deal, cost, fixed);
  const sums = deals.map((deal) => deal.reduce((sum, table) => sum + cost(table), 0));
  const best = deals[sums.indexOf(Math.min(...sums))] ?? [];
  return best.map((table) => table.map((guest) => (guests[guest] as Guest).seat).toSorted());
}

/** Guests by their number in the list: the search looks at millions of tables. */
type Table = number[];

function dealt(people: number, tables: number, next: () => number): Table[] {
  const deck = [...Array(people).keys()];
  for (let last = people - 1; last > 0; last -= 1) exchange(deck, last, deck, Math.floor(next() * (last + 1)));
  return sizesOf(people, tables).map((size) => deck.splice(0, size));
}

type Cost = (table: Table) => number;

/** Exchanges two people of different tables wherever that lowers the cost, until no exchange does. */
function improved(tables: Table[], cost: Cost, fixed: ReadonlyMap<number, number>): Table[] {
  const costs = tables.map(cost);
  for (let found = true; found;) {
    found = false;
    for (const [one, other] of pairsOf([...tables.keys()])) {
      const [here, there] = [tables[one] as Table, tables[other] as Table];
      for (const a of here.keys()) {
        if (fixed.has(here[a] as number)) continue;
        for (const b of there.keys()) {
          if (fixed.has(there[b] as number) || fixed.has(here[a] as number)) continue;
          exchange(here, a, there, b);
          const now = [cost(here), cost(there)] as const;
          if (now[0] + now[1] < (costs[one] as number) + (costs[other] as number) - 1e-9) {
            [costs[one], costs[other]] = now;
            found = true;
          } else exchange(here, a, there, b);
        }
      }
    }
  }
  return tables;
}

function exchange(here: Table, a: number, there: Table, b: number): void {
  [here[a], there[b]] = [there[b] as number, here[a] as number];
}

/**
 * What is wrong with a table. Each pair costs twice the number of rounds it sat together: as much as one more meeting adds to the sum of
 * squares, so that meetings spread evenly. Each group costs the square of how far it is from its share.
 */
function costOf(guests: readonly Guest[], before: readonly Seating[]): Cost {
  const known = meetings(before);
  const met = guests.map(({ seat }) => guests.map((other) => known.get(pairOf(seat, other.seat)) ?? 0));
  const groups = [...groupShares(guests)].flatMap(([category, shares]) =>
    [...shares].map(([group, share]) => ({ share, in: guests.map((guest) => guest.groups[category] === group) })),
  );
  return (table) => {
    let sum = 0;
    for (const one of table) for (const other of table) sum += one === other ? 0 : (met[one]?.[other] ?? 0);
    for (const group of groups) {
      let here = 0;
      for (const one of table) if (group.in[one]) here += 1;
      sum += BALANCE * (here - group.share * table.length) ** 2;
    }
    return sum;
  };
}

export const pairOf = (one: SeatId, other: SeatId): string => (one < other ? `${one} ${other}` : `${other} ${one}`);

export function pairsOf<T>(people: readonly T[]): (readonly [T, T])[] {
  return people.flatMap((one, index) => people.slice(index + 1).map((other) => [one, other] as const));
}

/** How often each pair sat at one table. */
export function meetings(rounds: readonly Seating[]): ReadonlyMap<string, number> {
  const met = new Map<string, number>();
  for (const table of rounds.flat())
    for (const [one, other] of pairsOf(table)) met.set(pairOf(one, other), (met.get(pairOf(one, other)) ?? 0) + 1);
  return met;
}

/** Category to group to the part of all guests that it is. */
export function groupShares(guests: readonly Guest[]): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const categories = [...new Set(guests.flatMap((guest) => Object.keys(guest.groups)))];
  return new Map(
    categories.map((category) => {
      const groups = guests.map((guest) => guest.groups[category]).filter((group) => group !== undefined);
      const share = (group: string): number => groups.filter((one) => one === group).length / guests.length;
      return [category, new Map([...new Set(groups)].map((group) => [group, share(group)]))];
    }),
  );
}
