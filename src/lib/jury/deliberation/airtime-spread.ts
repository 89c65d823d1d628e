/** How the time of a session was spread among those who spoke, without saying who. */
import type { SessionAirtime } from './airtime.ts';

/** How many of those who spoke held which part of the time; names nobody. */
export interface Concentration {
  readonly people: number;
  readonly spoke: number;
  /** What the `people` held together. Percent, rounded. */
  readonly percent: number;
}

/** [D129] Of fewer speakers nothing is told, nor of a smaller group of them: either would tell how long a person spoke. */
const FEWEST_SPEAKERS = 5;
const SMALLEST_GROUP = 3;
const MOST_OF_IT = 0.6;

/**
 * [D129] The smallest group, of three at least, that held three fifths of the time of those who spoke ("6 of 20 held 60 %"). Null where fewer
 * than five spoke.
 */
export function concentration({ seats }: SessionAirtime): Concentration | null {
  const longestFirst = Object.values(seats)
    .filter((seconds) => seconds > 0)
    .toSorted((a, b) => b - a);
  if (longestFirst.length < FEWEST_SPEAKERS) return null;
  const total = longestFirst.reduce((sum, seconds) => sum + seconds, 0);
  let held = 0;
  let people = 0;
  for (const seconds of longestFirst) {
    if (people >= SMALLEST_GROUP && held >= MOST_OF_IT * total) break;
    held += seconds;
    people += 1;
  }
  return { people, spoke: longestFirst.length, percent: Math.round((100 * held) / total) };
}
