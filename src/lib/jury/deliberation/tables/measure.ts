/** How well a programme of tables mixes people, by the two scores that GroupSelect reports (arXiv 2410.21451). */
import { groupShares, meetings } from './mixing.ts';
import type { Guest, Seating } from './mixing.ts';

/** Of all pairs of people, the part that sat at one table at least once. From 0 to 1. */
export function pairsMet(people: number, rounds: readonly Seating[]): number {
  return meetings(rounds).size / ((people * (people - 1)) / 2);
}

/** The part of all pairs that could meet at most, if nobody met twice. */
export function mostPairs(people: number, rounds: readonly Seating[]): number {
  const seated = rounds.flat().reduce((sum, table) => sum + (table.length * (table.length - 1)) / 2, 0);
  return Math.min(1, seated / ((people * (people - 1)) / 2));
}

/** How far a table is from the jury on average: the sum of |share at the table − share in the jury| over a category's groups. 0 is a mirror. */
export function imbalance(guests: readonly Guest[], rounds: readonly Seating[]): number {
  const groupsOf = new Map(guests.map((guest) => [guest.seat, guest.groups]));
  const deviations = rounds.flat().flatMap((table) =>
    [...groupShares(guests)].map(([category, groups]) =>
      [...groups].reduce((sum, [group, share]) => {
        const here = table.filter((seat) => groupsOf.get(seat)?.[category] === group).length;
        return sum + Math.abs(here / table.length - share);
      }, 0),
    ),
  );
  return deviations.reduce((sum, deviation) => sum + deviation, 0) / deviations.length;
}
