import { describe, expect, test } from 'vitest';
import { activeJurors, vacancies } from '../../src/lib/jury/recruitment/seats.ts';
import {
  ORGANISER,
  alternate,
  codeOf,
  eventsOf,
  juryAfter,
  juryAt,
  play,
  refusalOf,
  targetsFor,
} from '../support/jury.ts';
import type { Target } from '../../src/lib/jury/recruitment/selection.ts';
import type { CommandOf } from '../../src/lib/jury/commands.ts';

const selecting = juryAt('selecting');
const targeted = play(selecting, [[ORGANISER, targetsFor(20)]]);
const loaded = play(targeted, [[ORGANISER, { type: 'load-pool' }]]);
const drawn = juryAfter('selecting');

describe('targets', () => {
  test('[R17] sources and decisions speak of the categories of the targets', () => {
    const sources = [{ category: 'attitude', text: 'A poll of 1,000 people, May 2027' }];
    const decisions = [{ category: 'gender', value: 'women', decision: 'soft' }] as const;
    const set = play(selecting, [[ORGANISER, with_({ sources, decisions: [...decisions], objective: 'nash' })]]);
    expect(set.jury.selection).toMatchObject({ sources, decisions, objective: 'nash', oneAHousehold: false });
    const elsewhere = [{ category: 'district', text: 'A map' }];
    expect(codeOf(selecting, ORGANISER, with_({ sources: elsewhere }))).toBe('invalid');
    const other = [{ category: 'district', value: 'north', decision: 'merge', into: 'south' }] as const;
    expect(codeOf(selecting, ORGANISER, with_({ decisions: [...other] }))).toBe('invalid');
  });

  const with_ = (change: Partial<CommandOf<'set-targets'>>): CommandOf<'set-targets'> => ({
    ...targetsFor(20),
    ...change,
  });
  const attitude = { category: 'attitude', value: 'all', min: 0, max: 20 };

  test.each([
    ['more than all seats', [{ category: 'c', value: 'a', min: 21, max: 25 }]],
    [
      'together more than all seats',
      [
        { category: 'c', value: 'a', min: 11, max: 12 },
        { category: 'c', value: 'b', min: 10, max: 12 },
      ],
    ],
    [
      'together fewer than all seats',
      [
        { category: 'c', value: 'a', min: 1, max: 9 },
        { category: 'c', value: 'b', min: 1, max: 10 },
      ],
    ],
    [
      'a minimum above the maximum',
      [
        { category: 'c', value: 'a', min: 9, max: 8 },
        { category: 'c', value: 'b', min: 1, max: 20 },
      ],
    ],
    [
      'the same group twice',
      [
        { category: 'c', value: 'a', min: 1, max: 20 },
        { category: 'c', value: 'a', min: 1, max: 20 },
      ],
    ],
  ])('[R1] %s does not fit', (_why, targets) => {
    expect(refusalOf(selecting, ORGANISER, with_({ targets: [...targets, attitude] }))).toMatchObject({
      code: 'targets-do-not-fit-seats',
      params: { category: 'c', seats: 20 },
    });
  });

  test('[R2] the attitude to the issue is one of the categories', () => {
    expect(codeOf(selecting, ORGANISER, with_({ attitude: 'opinion' }))).toBe('attitude-category-missing');
  });

  test('[R3] targets with other groups need the pool read again, other numbers do not', () => {
    expect(loaded.jury.selection.pool).toMatchObject({ size: 250 });
    const [first, ...rest] = targetsFor(20).targets as [Target, ...Target[]];
    const renamed = with_({ targets: [{ ...first, value: 'woman' }, ...rest] });
    expect(play(loaded, [[ORGANISER, renamed]]).jury.selection.pool).toBeNull();
    const lower = with_({ targets: [...rest, { ...first, min: 0 }] });
    expect(play(loaded, [[ORGANISER, lower]]).jury.selection.pool).toMatchObject({ size: 250 });
  });

  test('[R3] a pool is read against targets, and must be readable', () => {
    expect(codeOf(selecting, ORGANISER, { type: 'load-pool' })).toBe('targets-missing');
    expect(codeOf(targeted, ORGANISER, { type: 'load-pool' }, { facts: {} })).toBe('pool-unreadable');
  });
});

describe('seats', () => {
  const confirm = (seat: string) => ({ type: 'confirm-seat', seat }) as const;
  const vacate = (seat: string) => ({ type: 'vacate-seat', seat, reason: 'declined' }) as const;
  const call = (vacant: string) => ({ type: 'call-alternate', vacant }) as const;
  const vacant = play(drawn, [
    [ORGANISER, confirm('S01')],
    [ORGANISER, vacate('S02')],
  ]);
  const called = play(vacant, [[ORGANISER, call('S02')]]);

  test('[R10] whoever was drawn to sit confirms once', () => {
    expect(activeJurors(vacant.jury.seats).map((seat) => seat.id)).toEqual(['S01']);
    expect(codeOf(vacant, ORGANISER, confirm('S01'))).toBe('seat-not-awaiting-answer');
    expect(codeOf(vacant, ORGANISER, confirm('S02'))).toBe('seat-not-awaiting-answer');
    expect(codeOf(vacant, ORGANISER, confirm('A01'))).toBe('seat-not-awaiting-answer');
  });

  test.each(['S21', 'A05', 's01', 'constructor', '__proto__'])('[R10] [R11] %s is no seat', (seat) => {
    expect(codeOf(drawn, ORGANISER, confirm(seat))).toBe('unknown-seat');
    expect(codeOf(drawn, ORGANISER, vacate(seat))).toBe('unknown-seat');
  });

  test('[R11] a seat is vacated once, with a reason from the list, and stays in the record', () => {
    expect(vacant.jury.seats['S02']).toMatchObject({ state: 'left', reason: 'declined', ticket: 'ticket-0019' });
    expect(codeOf(vacant, ORGANISER, vacate('S02'))).toBe('seat-not-active');
  });

  test('[R12] an alternate takes an empty place as a juror who has yet to answer', () => {
    expect(called.jury.seats['A01']).toMatchObject({
      role: 'juror',
      state: 'drawn',
      replaces: 'S02',
      ticket: 'ticket-0104',
    });
    expect(vacancies(called.jury.seats)).toEqual([]);
    expect(activeJurors(play(called, [[ORGANISER, confirm('A01')]]).jury.seats).map((seat) => seat.id)).toEqual([
      'S01',
      'A01',
    ]);
  });

  test.each(['S01', 'S03', 'A02', 'S99', 'S02'])('[R12] no alternate is called for %s, which is not empty', (seat) => {
    expect(codeOf(called, ORGANISER, call(seat))).toBe('no-seat-free');
  });

  test('[R12] an alternate who falls away is replaced in turn', () => {
    const again = play(called, [
      [ORGANISER, vacate('A01')],
      [ORGANISER, call('A01')],
    ]);
    expect(again.jury.seats['A02']).toMatchObject({ role: 'juror', replaces: 'A01' });
  });

  test.each([null, 'A09', 'S03', 'constructor'])('[R12] %s is not an alternate who could be called', (seat) => {
    expect(codeOf(vacant, ORGANISER, call('S02'), { facts: { alternate: seat } })).toBe('no-alternate-left');
  });

  test('[R12] an alternate who left is not called', () => {
    const left = play(vacant, [[ORGANISER, vacate('A01')]]);
    expect(codeOf(left, ORGANISER, call('S02'), { facts: { alternate: 'A01' } })).toBe('no-alternate-left');
    expect(eventsOf(left, ORGANISER, call('S02'))).toMatchObject([
      { type: 'alternate-called', vacant: 'S02', seat: 'A02' },
    ]);
  });

  test('[A3] an alternate who was not called confirms and does nothing', () => {
    expect(codeOf(juryAt('learning'), alternate(1), { type: 'ask-question', witness: 'W1', text: 'Why?' })).toBe(
      'not-allowed',
    );
  });
});
