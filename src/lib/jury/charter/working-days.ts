/** Deadlines in days and in working days, on calendar days alone: no time of day and no time zone. */
import type { Day } from '../terms.ts';
import { CHRISTMAS, HOLIDAYS, KURBAN_AIT } from './holidays.ts';

const A_DAY = 86_400_000;

export const addDays = (day: Day, count: number): Day =>
  new Date(Date.parse(day) + count * A_DAY).toISOString().slice(0, 10);

/** The same day `count` months later, or the last of that month where it has no such day. */
export function addMonths(day: Day, count: number): Day {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + count, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + count, Math.min(date, last))).toISOString().slice(0, 10);
}

const isWeekend = (day: Day): boolean => [0, 6].includes(new Date(day).getUTCDay());
const isHoliday = (day: Day): boolean => HOLIDAYS.includes(day.slice(5));
const isClosed = (day: Day): boolean =>
  isWeekend(day) || isHoliday(day) || day.slice(5) === CHRISTMAS || KURBAN_AIT.includes(day);

/** Holidays that fell on a weekend among the closed days just before this one. */
function fellOnWeekend(day: Day): number {
  let count = 0;
  for (let at = addDays(day, -1); isClosed(at); at = addDays(at, -1)) if (isHoliday(at) && isWeekend(at)) count += 1;
  return count;
}

/** Whether such a holiday has moved here: to the first open day after it, and of two in a row the second to the day after that. */
function isMovedHere(day: Day): boolean {
  if (fellOnWeekend(day) > 0) return true;
  const before = addDays(day, -1);
  return !isClosed(before) && fellOnWeekend(before) > 1;
}

/** Whether offices in Kazakhstan are open on this day, by a week of five days. */
export const isWorkingDay = (day: Day): boolean => !isClosed(day) && !isMovedHere(day);

/** The `count`-th working day after `day`, which itself is not counted. */
export function addWorkingDays(day: Day, count: number): Day {
  let at = day;
  for (let left = count; left > 0;) {
    at = addDays(at, 1);
    if (isWorkingDay(at)) left -= 1;
  }
  return at;
}

/**
 * Terms that can be promised. Forty and twenty working days are those in which a petition is answered in Kazakhstan (rules on petitions,
 * in force since April 2024); ninety days are Kendal's three months (2020).
 */
export const TERMS = ['working-days-20', 'working-days-40', 'days-90'] as const;
export type Term = (typeof TERMS)[number];

/** The last day of a term that runs from the day after `from`. */
export function endOfTerm(term: Term, from: Day): Day {
  switch (term) {
    case 'working-days-20':
      return addWorkingDays(from, 20);
    case 'working-days-40':
      return addWorkingDays(from, 40);
    case 'days-90':
      return addDays(from, 90);
  }
}
