/** Dates, numbers and lists as the reader's language writes them. Instants are milliseconds since 1970; days `2027-03-31`. */
import type { Day, Instant, Translated } from '../jury/terms.ts';
import { getLocale } from './compiled/runtime.js';
import { kazakhDay, kazakhList, kazakhWeekday } from './kazakh-dates.ts';

/** Whose rules are followed. Numbers in Kazakh are written as in Russian; its dates have a file of their own. */
const TAG = { en: 'en-GB', ru: 'ru-RU', kk: 'ru-RU' } as const;

// Building a formatter costs a hundred times more than using it.
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(tag: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = tag + JSON.stringify(options);
  const known = formatters.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(tag, options);
  formatters.set(key, made);
  return made;
}

interface Shape {
  readonly weekday?: boolean;
  readonly time?: boolean;
  readonly zone?: boolean;
}

function sayDate(at: Instant, timeZone: string, { weekday = false, time = false, zone = false }: Shape): string {
  const options: Intl.DateTimeFormatOptions = {
    timeZone,
    day: 'numeric',
    month: getLocale() === 'kk' ? 'numeric' : 'long',
    year: 'numeric',
    ...(weekday && { weekday: 'long' }),
    ...(time && { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
    ...(zone && { timeZoneName: 'shortOffset' }),
  };
  if (getLocale() !== 'kk') return formatter(TAG[getLocale()], options).format(at);
  const parts = Object.fromEntries(
    formatter('en-GB', options)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
  const date = [Number(parts.year), Number(parts.month), Number(parts.day)] as const;
  const pieces = [kazakhDay(...date)];
  if (weekday) pieces.push(kazakhWeekday(...date));
  if (time) pieces.push(`${parts.hour}:${parts.minute}`);
  return zone ? `${pieces.join(', ')} ${parts.timeZoneName}` : pieces.join(', ');
}

/** 31 March 2027. */
export const formatDay = (day: Day): string => sayDate(Date.parse(day), 'UTC', {});

/** Wednesday, 31 March 2027: a day by which something must be done. */
export const formatDueDay = (day: Day): string => sayDate(Date.parse(day), 'UTC', { weekday: true });

/** 18:00, in the given time zone (`Asia/Almaty`). */
export const formatTime = (at: Instant, timeZone: string): string =>
  formatter('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at);

/** 31 March 2027 at 18:00. */
export const formatMoment = (at: Instant, timeZone: string): string => sayDate(at, timeZone, { time: true });

/** Wednesday, 31 March 2027 at 18:00 GMT+5: a deadline, with its weekday and time zone. */
export const formatDeadline = (at: Instant, timeZone: string): string =>
  sayDate(at, timeZone, { weekday: true, time: true, zone: true });

export const formatNumber = (value: number): string => value.toLocaleString(TAG[getLocale()]);

/** 0.634 as 63%. */
export const formatShare = (share: number): string =>
  share.toLocaleString(TAG[getLocale()], { style: 'percent', maximumFractionDigits: 0 });

/** A probability: 0.17%, 4%, 63%. What is not quite certain is never written as 100%. */
export const formatChance = (chance: number): string =>
  (chance < 1 ? Math.min(chance, 0.99) : 1).toLocaleString(TAG[getLocale()], {
    style: 'percent',
    maximumSignificantDigits: 2,
  });

/** Bread, salt and tea. */
export const formatList = (items: readonly string[]): string =>
  getLocale() === 'kk'
    ? kazakhList(items)
    : new Intl.ListFormat(TAG[getLocale()], { type: 'conjunction' }).format(items);

/** The sentence in the reader's language. */
export const pick = (text: Translated): string => text[getLocale()];
