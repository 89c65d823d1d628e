import { describe, expect, test } from 'vitest';
import { nextReport, whereItStands } from '../../src/lib/jury/response/standing.ts';
import type { Course } from '../../src/lib/jury/response/standing.ts';

describe('where it stands', () => {
  const course = (change: Partial<Course>): Course => ({
    answers: [],
    reports: [],
    respondBy: '2027-06-30',
    ...change,
  });
  const accepted = { position: 'accepted', on: '2027-05-10' } as const;
  const at = (change: Partial<Course>, today: string) => whereItStands(course(change), today);

  test('[P10] an answer is late from the day after it was due', () => {
    expect(at({}, '2027-06-30')).toEqual({ standing: 'awaiting', due: '2027-06-30', overdue: false });
    expect(at({}, '2027-07-01').overdue).toBe(true);
    expect(at({ answers: [{ position: 'rejected', on: '2027-05-10' }] }, '2029-01-01')).toEqual({
      standing: 'rejected',
      due: null,
      overdue: false,
    });
  });

  test('[P3] [P10] who asked for time owes an answer by the day they named', () => {
    const study = { position: 'needs-more-time', until: '2027-09-01', on: '2027-05-10' } as const;
    expect(at({ answers: [study] }, '2027-09-01')).toEqual({
      standing: 'needs-study',
      due: '2027-09-01',
      overdue: false,
    });
    expect(at({ answers: [study] }, '2027-09-02').overdue).toBe(true);
  });

  test('[P10] the first report is due after three months, then one every six', () => {
    expect(at({ answers: [accepted] }, '2027-08-10')).toEqual({
      standing: 'accepted',
      due: '2027-08-10',
      overdue: false,
    });
    expect(at({ answers: [accepted] }, '2027-08-11').overdue).toBe(true);
    const first = { progress: 'in-development', on: '2027-08-05' } as const;
    expect(at({ answers: [accepted], reports: [first] }, '2028-02-10')).toEqual({
      standing: 'in-development',
      due: '2028-02-10',
      overdue: false,
    });
    expect(at({ answers: [accepted], reports: [first] }, '2028-02-11').overdue).toBe(true);
  });

  test('[P10] a report long before its day does not stand for it', () => {
    expect(nextReport('2027-05-10', '2027-05-20')).toBe('2027-08-10');
    expect(nextReport('2027-05-10', '2027-07-10')).toBe('2028-02-10');
    expect(nextReport('2027-05-10', '2029-05-10')).toBe('2029-08-10');
  });

  test('[P93] a promise of which no report came by its day has stalled, since the last word on it', () => {
    const first = { progress: 'in-development', on: '2027-08-05' } as const;
    expect(at({ answers: [accepted] }, '2027-08-10')).not.toHaveProperty('stalledSince');
    expect(at({ answers: [accepted] }, '2027-08-11').stalledSince).toBe('2027-05-10');
    expect(at({ answers: [accepted], reports: [first] }, '2028-02-10')).not.toHaveProperty('stalledSince');
    expect(at({ answers: [accepted], reports: [first] }, '2028-02-11').stalledSince).toBe('2027-08-05');
    // An answer that is late is no promise, nor is one for which more time was asked, or what is over.
    const study = { position: 'needs-more-time', until: '2027-09-01', on: '2027-05-10' } as const;
    for (const answers of [[], [study], [{ ...accepted, position: 'rejected' } as const]])
      expect(at({ answers }, '2030-01-01')).not.toHaveProperty('stalledSince');
    const over = { progress: 'dropped', on: '2027-08-05' } as const;
    expect(at({ answers: [accepted], reports: [over] }, '2030-01-01')).not.toHaveProperty('stalledSince');
  });

  test('[P10] what is implemented or dropped owes nothing more', () => {
    for (const progress of ['implemented', 'dropped'] as const)
      expect(at({ answers: [accepted], reports: [{ progress, on: '2027-08-05' }] }, '2031-01-01')).toEqual({
        standing: progress,
        due: null,
        overdue: false,
      });
  });
});
