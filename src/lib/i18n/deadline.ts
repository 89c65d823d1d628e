/** Days as deadlines: a day ends at midnight in the time zone of the institution, wherever the reader is. */
import type { Day, Instant } from '../jury/terms.ts';
import * as m from './compiled/messages.js';
import { formatDueDay } from './format.ts';
import { timeZone } from './time-zone.ts';

/** The calendar day that it is then: `2027-03-31`. */
export const dayAt = (at: Instant): Day => new Date(at).toLocaleDateString('sv-SE', { timeZone: timeZone() });

export const isOver = (day: Day, now: Instant): boolean => dayAt(now) > day;

/** Wednesday 31 March 2027, end of the day (GMT+5). */
export function formatLastDay(day: Day): string {
  const parts = new Intl.DateTimeFormat('en-GB', { timeZone: timeZone(), timeZoneName: 'shortOffset' }).formatToParts(
    Date.parse(day),
  );
  const zone = parts.find((part) => part.type === 'timeZoneName')?.value ?? timeZone();
  return m.public_deadline({ date: formatDueDay(day), zone });
}
