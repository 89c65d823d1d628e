import { describe, expect, test } from 'vitest';
import { KURBAN_AIT } from '../../src/lib/jury/charter/holidays.ts';
import {
  addDays,
  addMonths,
  addWorkingDays,
  endOfTerm,
  isWorkingDay,
} from '../../src/lib/jury/charter/working-days.ts';

/** Every day from the first to the last on which offices are closed although it is no Saturday and no Sunday. */
function closedWeekdays(first: string, last: string): string[] {
  const days: string[] = [];
  for (let day = first; day <= last; day = addDays(day, 1))
    if (!isWorkingDay(day) && ![0, 6].includes(new Date(day).getUTCDay())) days.push(day);
  return days;
}

describe('working days in Kazakhstan', () => {
  test('[P12] 2025: New Year, Nauryz over a weekend, Victory Day, Republic Day moved to the Monday', () => {
    expect(closedWeekdays('2025-01-01', '2025-12-31')).toEqual([
      '2025-01-01',
      '2025-01-02',
      '2025-01-07',
      // Women's Day fell on a Saturday.
      '2025-03-10',
      '2025-03-21',
      // Nauryz on Saturday and Sunday: two days to follow.
      '2025-03-24',
      '2025-03-25',
      '2025-05-01',
      '2025-05-07',
      '2025-05-09',
      // The capital's day fell on a Sunday, the constitution's and the republic's on Saturdays.
      '2025-07-07',
      '2025-09-01',
      '2025-10-27',
      '2025-12-16',
    ]);
  });

  test('[P12] a religious day on a weekend moves nowhere', () => {
    expect(new Date('2027-05-16').getUTCDay()).toBe(0);
    expect(isWorkingDay('2027-05-17')).toBe(true);
    expect(new Date('2028-01-07').getUTCDay()).toBe(5);
    expect(isWorkingDay('2028-01-07')).toBe(false);
  });

  test('[P12] Kurban Ait is the tenth of Dhu al-Hijja by the Umm al-Qura calendar in every year of the list', () => {
    const islamic = new Intl.DateTimeFormat('en-u-ca-islamic-umalqura', {
      day: 'numeric',
      month: 'numeric',
      timeZone: 'UTC',
    });
    expect(KURBAN_AIT.map((day) => islamic.format(new Date(day)).slice(0, 5))).toEqual(KURBAN_AIT.map(() => '12/10'));
    expect(KURBAN_AIT.map((day) => day.slice(0, 4))).toEqual(KURBAN_AIT.map((_, at) => String(2026 + at)));
  });

  test('[P12] the day itself is not counted', () => {
    expect(addWorkingDays('2026-11-20', 1)).toBe('2026-11-23');
    expect(addWorkingDays('2026-11-21', 1)).toBe('2026-11-23');
    expect(addWorkingDays('2026-12-30', 2)).toBe('2027-01-05');
  });

  test('[P12] every term ends on a day in its own kind of days', () => {
    expect(endOfTerm('days-90', '2027-03-31')).toBe('2027-06-29');
    expect(endOfTerm('working-days-20', '2027-03-31')).toBe('2027-04-28');
    for (let from = '2026-01-01'; from < '2030-01-01'; from = addDays(from, 17)) {
      const end = addWorkingDays(from, 40);
      expect(isWorkingDay(end)).toBe(true);
      let counted = 0;
      for (let day = addDays(from, 1); day <= end; day = addDays(day, 1)) if (isWorkingDay(day)) counted += 1;
      expect(counted).toBe(40);
    }
  });

  test('[P10] months end where the calendar has no such day', () => {
    expect([addMonths('2027-11-30', 3), addMonths('2027-12-15', 1), addMonths('2028-08-31', 6)]).toEqual([
      '2028-02-29',
      '2028-01-15',
      '2029-02-28',
    ]);
  });
});
