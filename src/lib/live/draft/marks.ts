/** [V46] Whose a change is. Yjs numbers whoever writes; here the number says the seat, so that nobody writes as somebody else. */
import type { SeatId } from '../../jury/terms.ts';

/** Each seat has so many numbers, one for every time a page is opened. */
const NUMBERS = 2 ** 24;
/** Alternates that were called keep their letter. */
const ALTERNATES_FROM = 100_000;

/** The mark of a seat; of nobody's (the server's own) it is 0. */
export function markOf(seat: SeatId | null): number {
  const [, letter, number] = /^([SA])(\d{1,5})$/.exec(seat ?? '') ?? [];
  if (seat !== null && number === undefined) throw new Error(`A seat of an unknown form: ${seat}`);
  return Number(number ?? 0) + (letter === 'A' ? ALTERNATES_FROM : 0);
}

/** A number under which this seat writes until the page is closed. `fraction` is from 0 up to, not including, 1. */
export const writerNumber = (seat: SeatId | null, fraction: number): number =>
  markOf(seat) * NUMBERS + Math.floor(fraction * NUMBERS);

export const isNumberOf = (seat: SeatId | null, number: number): boolean =>
  Math.floor(number / NUMBERS) === markOf(seat);
