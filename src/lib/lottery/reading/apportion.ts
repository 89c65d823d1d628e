/**
 * Seats in proportion to shares, by largest remainder: each group first has the whole part of its exact share, and the
 * seats left over go to the largest remainders. Sources: Hamilton's method with the Hare quota; Balinski and Young, "Fair
 * Representation" (1982). Of equal remainders the larger group's comes first, then the one that is listed first.
 */

/** Exact shares are computed: one that should be whole may be off by this much. */
export const EXACTNESS = 1e-9;

/** `weights` from 0, in any unit; the seats of all add up to `seats`, where any weight is above 0. */
export function apportion(weights: readonly number[], seats: number): number[] {
  const exact = exactShares(weights, seats);
  const whole = exact.map((share) => Math.floor(share + EXACTNESS));
  const left = seats - whole.reduce((sum, count) => sum + count, 0);
  const byRemainder = exact
    .map((share, index) => ({ index, share, remainder: share - whole[index]! }))
    .sort((a, b) => apart(b.remainder, a.remainder) || apart(b.share, a.share) || a.index - b.index);
  byRemainder.slice(0, Math.max(0, left)).forEach(({ index }) => (whole[index]! += 1));
  return whole;
}

/** Seats times each part of the whole. */
export function exactShares(weights: readonly number[], seats: number): number[] {
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => (all === 0 ? 0 : (seats * weight) / all));
}

const apart = (a: number, b: number): number => (Math.abs(a - b) <= EXACTNESS ? 0 : a - b);
