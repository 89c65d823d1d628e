/** Reads the date and time that a form gives by the clock on the wall. */
import type { Instant } from '$lib/jury/terms.ts';

const FIELDS = {
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
  hourCycle: 'h23',
} as const;

/** What the clock on the wall shows at an instant, as if it were UTC. */
function wallClock(at: Instant, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en', { ...FIELDS, timeZone }).formatToParts(at);
  const part = (type: Intl.DateTimeFormatPartTypes): number => Number(parts.find((one) => one.type === type)?.value);
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'));
}

/** `2027-03-31T18:00` in the time zone as an instant; null where it is no date and time. */
export function instantOf(local: string, timeZone: string): Instant | null {
  const shown = Date.parse(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(local) ? `${local}Z` : '');
  if (Number.isNaN(shown)) return null;
  const guess = shown - (wallClock(shown, timeZone) - shown);
  // A second look, in case the zone's offset changes between the guess and the first look.
  return guess - (wallClock(guess, timeZone) - shown);
}

/** The other way round, for a field that holds what was said before. */
export const localOf = (at: Instant, timeZone: string): string =>
  new Date(wallClock(at, timeZone)).toISOString().slice(0, 16);
