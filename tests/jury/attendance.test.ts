import { describe, expect, test } from 'vitest';
import { attendanceOf } from '../../src/lib/jury/deliberation/attendance/attendance.ts';
import type { SessionAttendance } from '../../src/lib/jury/deliberation/attendance/attendance.ts';
import { AWAY_GRACE, attendedBy } from '../../src/lib/jury/deliberation/attendance/minutes-attended.ts';
import { ROLES } from '../../src/lib/jury/terms.ts';
import { viewEvent, viewJury } from '../../src/lib/jury/view.ts';
import { FACILITATOR, eventsOf, juror, juryAfter, play, refusalOf } from '../support/jury.ts';

const session = 'D1';
const checkIn = { type: 'check-in', session } as const;
const checkOut = { type: 'check-out', session } as const;
const live = juryAfter('deliberating');
const MINUTE = 60_000;

describe('[D54] how somebody takes part', () => {
  test('is by app unless they say otherwise, and stays so when they come back', () => {
    const came = play(live, [
      [juror(1), checkIn],
      [juror(2), { ...checkIn, mode: 'assisted' }],
      [juror(2), checkOut],
      [juror(2), checkIn],
    ]);
    const { spells, came: number, here } = attendanceOf(came.jury.attendance, session);
    expect(spells.map(({ seat, mode, to }) => [seat, mode, to === null])).toEqual([
      ['S01', 'app', true],
      ['S02', 'assisted', false],
      ['S02', 'assisted', true],
    ]);
    expect([number.count, here.count]).toEqual([2, 2]);
  });

  test('can be changed, by them and by the facilitator for them', () => {
    const changed = play(live, [
      [juror(1), checkIn],
      [juror(1), { ...checkIn, mode: 'in-room' }],
      [FACILITATOR, { type: 'check-in-for', session, seat: 'S01', mode: 'phone' }],
      [FACILITATOR, { type: 'check-in-for', session, seat: 'S03', mode: 'phone' }],
      [FACILITATOR, { type: 'check-out-for', session, seat: 'S03' }],
    ]);
    const { spells, here } = attendanceOf(changed.jury.attendance, session);
    expect(spells.map(({ seat, mode }) => [seat, mode])).toEqual([
      ['S01', 'app'],
      ['S01', 'in-room'],
      ['S01', 'phone'],
      ['S03', 'phone'],
    ]);
    expect(here).toEqual({ count: 1, seats: ['S01'] });
  });

  test('is not said twice, nor of nobody, nor while no session is live', () => {
    const came = play(live, [[juror(1), checkIn]]);
    expect(refusalOf(came, juror(1), checkIn).code).toBe('already-here');
    expect(refusalOf(came, juror(1), { ...checkIn, mode: 'app' }).code).toBe('already-here');
    expect(refusalOf(live, juror(1), checkOut).code).toBe('not-here');
    const nobody = { type: 'check-in-for', session, seat: 'S99', mode: 'phone' } as const;
    expect(refusalOf(live, FACILITATOR, nobody).code).toBe('unknown-seat');
    const closed = play(live, [[FACILITATOR, { type: 'close-session', session }]]);
    expect(refusalOf(closed, juror(1), checkIn).code).toBe('session-not-live');
  });
});

describe('[D55] minutes attended', () => {
  const spell = (from: number, to: number | null) =>
    ({ seat: 'S01', mode: 'app', from: from * MINUTE, to: to === null ? null : to * MINUTE }) as const;
  const of = (...spells: SessionAttendance['spells']): SessionAttendance => ({
    came: { count: 1, seats: ['S01'] },
    here: { count: 0, seats: [] },
    spells,
  });

  test.each([
    ['a stay', of(spell(0, 50)), 'attended', 50],
    ['a short break', of(spell(0, 20), spell(25, 60)), 'attended', 60],
    ['a long break', of(spell(0, 20), spell(26, 60)), 'attended', 54],
    ['nothing', of(), 'missed', 0],
  ] as const)('after %s', (_what, attendance, state, minutes) => {
    expect(attendedBy(attendance, 'S01', 60 * MINUTE, true)).toMatchObject({ state, minutes });
  });

  test('while it lasts: present, away for a moment, left', () => {
    const at = (spells: SessionAttendance, now: number) => attendedBy(spells, 'S01', now, false).state;
    expect(at(of(spell(0, null)), 10 * MINUTE)).toBe('present');
    expect(at(of(spell(0, 10)), 10 * MINUTE + AWAY_GRACE)).toBe('away');
    expect(at(of(spell(0, 10)), 10 * MINUTE + AWAY_GRACE + 1)).toBe('left');
    expect(at(of(spell(0, 10)), 0)).toBe('away');
  });
});

test('[D56] closing the session ends everybody’s attendance', () => {
  const came = play(live, [[juror(1), checkIn]]);
  const over = play(came, [[FACILITATOR, { type: 'close-session', session }]]);
  const { here, came: number, spells } = attendanceOf(over.jury.attendance, session);
  expect([here.count, number.count, spells.every(({ to }) => to !== null)]).toEqual([0, 1, true]);
  const nobody = eventsOf(live, FACILITATOR, { type: 'close-session', session }).map(({ type }) => type);
  expect(nobody).not.toContain('attendance-closed');
});

describe('[W13] who attended', () => {
  const came = play(live, [
    [juror(1), checkIn],
    [juror(2), { ...checkIn, mode: 'phone' }],
  ]).jury;

  test('is known by juror to the facilitator and the organiser', () => {
    const knows = ROLES.filter((role) => (viewJury(came, { role }).attendance?.[session]?.spells.length ?? 0) > 0);
    expect(knows).toEqual(['organiser', 'facilitator']);
  });

  test('is a number to the others, and to each juror what concerns them', () => {
    const seen = viewJury(came, { role: 'juror', seat: 'S02' }).attendance?.[session];
    expect(seen).toMatchObject({ came: { count: 2, seats: ['S02'] }, spells: [{ seat: 'S02', mode: 'phone' }] });
    expect(seen?.spells).toHaveLength(1);
    const [event] = eventsOf(live, juror(2), { ...checkIn, mode: 'phone' });
    if (!event) throw new Error('nothing happened');
    expect(viewEvent(event, { role: 'juror', seat: 'S01' })).not.toHaveProperty('mode');
  });
});
