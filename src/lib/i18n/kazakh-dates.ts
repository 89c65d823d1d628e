/**
 * Kazakh dates written by ourselves: browsers leave Kazakh out of their locale data and would say "2027 M03 31", and the page would change
 * its words as soon as its script runs.
 */
const MONTHS = 'қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан'.split(' ');
const WEEKDAYS = 'жексенбі дүйсенбі сейсенбі сәрсенбі бейсенбі жұма сенбі'.split(' ');

/** 2027 ж. 31 наурыз. `month` runs from 1. */
export const kazakhDay = (year: number, month: number, day: number): string => `${year} ж. ${day} ${MONTHS[month - 1]}`;

/** сәрсенбі. */
export const kazakhWeekday = (year: number, month: number, day: number): string =>
  WEEKDAYS[new Date(Date.UTC(year, month - 1, day)).getUTCDay()]!;

/** Нан, тұз және шай. */
export function kazakhList(items: readonly string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} және ${items.at(-1)}`;
}
