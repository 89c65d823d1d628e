/**
 * Days on which offices in Kazakhstan are closed, besides Saturdays and Sundays.
 * Sources: Law "On holidays in the Republic of Kazakhstan" of 13 December 2001 No. 267, articles 3 to 5 (national and state holidays;
 * one that falls on a day off moves to the next working day); Labour Code of 23 November 2015, article 84 (7 January and the first day
 * of Kurban Ait are days off and do not move). What the Government moves by a decree of its own in a single year is not in here.
 */
import type { Day } from '../terms.ts';

/** Month and day, in every year. Republic Day since 2022. */
export const HOLIDAYS: readonly string[] = [
  '01-01',
  '01-02',
  '03-08',
  '03-21',
  '03-22',
  '03-23',
  '05-01',
  '05-07',
  '05-09',
  '07-06',
  '08-30',
  '10-25',
  '12-16',
];

export const CHRISTMAS = '01-07';

/**
 * The first day of Kurban Ait, the 10th of Dhu al-Hijja by the Umm al-Qura calendar. The Spiritual Administration of Muslims of Kazakhstan
 * announces the day each year; it may differ by one.
 */
export const KURBAN_AIT: readonly Day[] = [
  '2026-05-27',
  '2027-05-16',
  '2028-05-05',
  '2029-04-24',
  '2030-04-13',
  '2031-04-02',
  '2032-03-22',
  '2033-03-12',
  '2034-03-01',
  '2035-02-19',
];
