/** Dates, numbers and lists as the reader's language writes them. Instants are milliseconds since 1970; days `2027-03-31`. */
import type { Day, Instant, Translated } from '../jury/terms.ts';
import { getLocale } from './compiled/runtime.js';

const LANGUAGE_TAG = { en: 'en-GB', ru: 'ru-RU', kk: 'kk-KZ' } as const;

type DateStyle = Intl.DateTimeFormatOptions;
const DAY: DateStyle = { day: 'numeric', month: 'long', year: 'numeric' };
const TIME: DateStyle = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };

// Building a formatter costs a hundred times more than using it.
const formatters = new Map<string, Intl.DateTimeFormat>();

function dateFormat(options: DateStyle): Intl.DateTimeFormat {
  const key = getLocale() + JSON.stringify(options);
  const known = formatters.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(LANGUAGE_TAG[getLocale()], options);
  formatters.set(key, made);
  return made;
}

/** 31 March 2027. */
export const formatDay = (day: Day): string => dateFormat({ ...DAY, timeZone: 'UTC' }).format(Date.parse(day));

/** Wednesday 31 March 2027: a day by which something must be done. */
export const formatDueDay = (day: Day): string =>
  dateFormat({ ...DAY, weekday: 'long', timeZone: 'UTC' }).format(Date.parse(day));

/** 18:00, in the given time zone (`Asia/Almaty`). */
export const formatTime = (at: Instant, timeZone: string): string => dateFormat({ ...TIME, timeZone }).format(at);

/** 31 March 2027 at 18:00. */
export const formatMoment = (at: Instant, timeZone: string): string =>
  dateFormat({ ...DAY, ...TIME, timeZone }).format(at);

/** Wednesday 31 March 2027 at 18:00 GMT+5: a deadline, with its weekday and time zone. */
export const formatDeadline = (at: Instant, timeZone: string): string =>
  dateFormat({ ...DAY, ...TIME, weekday: 'long', timeZone, timeZoneName: 'shortOffset' }).format(at);

export const formatNumber = (value: number): string => value.toLocaleString(LANGUAGE_TAG[getLocale()]);

/** 0.634 → 63 %. */
export const formatShare = (share: number): string =>
  share.toLocaleString(LANGUAGE_TAG[getLocale()], { style: 'percent', maximumFractionDigits: 0 });

/** Bread, salt and tea. */
export const formatList = (items: readonly string[]): string =>
  new Intl.ListFormat(LANGUAGE_TAG[getLocale()], { type: 'conjunction' }).format(items);

/** The sentence in the reader's language. */
export const pick = (text: Translated): string => text[getLocale()];
