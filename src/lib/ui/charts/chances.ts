/** The figures behind the charts of chances. A chance is a probability, from 0 to 1. */

/** How many people have a chance above `from`, at most `to`; the band from 0 to 0 holds those who have none. */
export interface ChanceBand {
  readonly from: number;
  readonly to: number;
  readonly people: number;
  /** Whether the chance that everyone would have, were all alike, lies in this band. */
  readonly holdsEqual: boolean;
}

/** Widths that a reader can count in, in thousandths. */
const WIDTHS = [1, 2, 5, 10, 20, 50, 100];
const MOST_BANDS = 10;

/** Chances come out of sums of fractions: what differs by less than this is the same. */
const SAME = 1e-9;

/**
 * Bands of one width up to the largest chance, ten at most, with a band of its own for a chance of exactly nothing, where
 * anybody has that.
 * @param equal the chance that everyone would have if all were alike: seats divided by people.
 */
export function chanceBands(chances: readonly number[], equal: number): readonly ChanceBand[] {
  const largest = Math.max(equal, spreadOf(chances).max);
  const width = WIDTHS.find((thousandths) => (MOST_BANDS * thousandths) / 1000 >= largest - SAME)!;
  const placeOf = (chance: number): number => Math.max(0, Math.ceil((chance - SAME) / (width / 1000)) - 1);
  const bands = Array.from({ length: placeOf(largest) + 1 }, (_, place) => ({
    from: (place * width) / 1000,
    to: ((place + 1) * width) / 1000,
    people: 0,
    holdsEqual: placeOf(equal) === place,
  }));
  const none = chances.filter((chance) => chance === 0).length;
  for (const chance of chances) if (chance > 0) bands[placeOf(chance)]!.people += 1;
  return none > 0 ? [{ from: 0, to: 0, people: none, holdsEqual: false }, ...bands] : bands;
}

/** A chance as `part` in `whole`, near enough to be said aloud; `exact` when nothing was rounded. */
export interface Odds {
  readonly part: number;
  readonly whole: number;
  readonly exact: boolean;
}

/** The largest whole among the odds for middling chances: more is no longer a number one sees before one's eyes. */
const SPOKEN = 10;

/** Odds for a chance above 0 and below 1: one in so many for small chances, all but one in so many for large ones. */
export function oddsOf(chance: number): Odds {
  const said = (part: number, whole: number): Odds => ({
    part,
    whole,
    exact: Math.abs(part / whole - chance) < SAME,
  });
  if (chance <= 1 / 3) return said(1, Math.round(1 / chance));
  if (chance >= 2 / 3) {
    const whole = Math.round(1 / (1 - chance));
    return said(whole - 1, whole);
  }
  const fractions = Array.from({ length: SPOKEN - 1 }, (_, index) => said(Math.round(chance * (index + 2)), index + 2));
  return fractions.reduce((best, next) => (errorOf(next, chance) < errorOf(best, chance) - SAME ? next : best));
}

const errorOf = ({ part, whole }: Odds, chance: number): number => Math.abs(part / whole - chance);

/** The smallest and the largest chance among all who have any. */
export function spreadOf(chances: readonly number[]): { readonly min: number; readonly max: number } {
  const some = chances.filter((chance) => chance > 0).sort((a, b) => a - b);
  return { min: some[0] ?? 0, max: some.at(-1) ?? 0 };
}
