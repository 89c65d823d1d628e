import { describe, expect, test } from 'vitest';
import { activeJurors, vacancies } from '../../src/lib/jury/recruitment/seats.ts';
import {
  ORGANISER,
  alternate,
  codeOf,
  eventsOf,
  factsFor,
  juryAfter,
  juryAt,
  play,
  refusalOf,
  targetsFor,
} from '../support/jury.ts';
import type { CommandOf } from '../../src/lib/jury/commands.ts';

const selecting = juryAt('selecting');
const targeted = play(selecting, [[ORGANISER, targetsFor(20)]]);
const loaded = play(targeted, [[ORGANISER, { type: 'load-pool' }]]);
const frozen = play(loaded, [[ORGANISER, { type: 'freeze-selection', alternates: 4 }]]);
const drawn = juryAfter('selecting');
const draw: CommandOf<'draw-panel'> = { type: 'draw-panel', seed: '4 1 6', witnesses: ['Notary'] };

describe('targets', () => {
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

  test('[R3] new targets need the pool read again', () => {
    expect(loaded.jury.selection.pool).toMatchObject({ size: 250 });
    expect(play(loaded, [[ORGANISER, targetsFor(20)]]).jury.selection.pool).toBeNull();
  });

  test('[R3] a pool is read against targets, and must be readable', () => {
    expect(codeOf(selecting, ORGANISER, { type: 'load-pool' })).toBe('targets-missing');
    expect(codeOf(targeted, ORGANISER, { type: 'load-pool' }, { facts: {} })).toBe('pool-unreadable');
  });
});

describe('freeze', () => {
  const freeze = { type: 'freeze-selection', alternates: 4 } as const;

  test('[R4] targets, pool, seats, alternates and method are committed to before any seed exists', () => {
    const { freeze: facts } = factsFor(loaded.jury, [], freeze);
    expect(frozen.jury.selection.frozen).toEqual({ ...facts, seats: 20, alternates: 4, at: expect.any(Number) });
    expect(frozen.jury.selection.draw).toBeNull();
  });

  test('[R4] there is nothing to freeze without targets, a pool and a panel that meets them', () => {
    expect(codeOf(selecting, ORGANISER, freeze)).toBe('targets-missing');
    expect(codeOf(targeted, ORGANISER, freeze)).toBe('pool-missing');
    expect(codeOf(loaded, ORGANISER, freeze, { facts: {} })).toBe('targets-infeasible');
  });

  test.each([targetsFor(20), { type: 'load-pool' }, freeze] as const)(
    '[R5] after the freeze $type is refused',
    (command) => {
      expect(codeOf(frozen, ORGANISER, command)).toBe('already-frozen');
      expect(codeOf(drawn, ORGANISER, command)).toBe('already-frozen');
    },
  );
});

describe('draw', () => {
  test('[R6] a draw follows the freeze, once', () => {
    expect(codeOf(loaded, ORGANISER, draw)).toBe('not-frozen');
    expect(codeOf(drawn, ORGANISER, draw)).toBe('already-drawn');
  });

  test('[R7] a draw from anything but what was frozen is refused', () => {
    const { draw: facts } = factsFor(frozen.jury, [], draw);
    const other = { draw: { ...(facts as NonNullable<typeof facts>), commitment: 'another' } };
    expect(codeOf(frozen, ORGANISER, draw, { facts: other })).toBe('pool-does-not-match');
    expect(codeOf(frozen, ORGANISER, draw, { facts: {} })).toBe('pool-does-not-match');
  });

  test('[R8] the record names the seed and the witnesses', () => {
    expect(drawn.jury.selection.draw).toMatchObject({
      seed: '4 1 6 2 3',
      by: 'Aigerim',
      witnesses: [{ text: 'Notary' }, { text: 'Journalist' }],
    });
  });

  test('[R9] every seat comes from the draw: jurors S01 to S20, alternates A01 to A04, each with its ticket', () => {
    const seats = Object.values(drawn.jury.seats);
    const { panel, alternates } = drawn.jury.selection.draw ?? { panel: [], alternates: [] };
    expect(new Set(seats.map((seat) => seat.ticket))).toEqual(new Set([...panel, ...alternates]));
    expect(seats.map((seat) => seat.role)).toEqual([...Array(20).fill('juror'), ...Array(4).fill('alternate')]);
    expect(Object.keys(drawn.jury.seats).filter((id) => /^(S(0[1-9]|1\d|20)|A0[1-4])$/.test(id))).toHaveLength(24);
    expect(seats.every((seat) => seat.state === 'drawn')).toBe(true);
  });

  test('[W3] the number of a seat does not give away its ticket: the seating is an order of its own', () => {
    const { panel } = drawn.jury.selection.draw ?? { panel: [] };
    expect(drawn.jury.seats['S01']?.ticket).toBe(panel.at(-1));
    expect(drawn.jury.seats['S20']?.ticket).toBe(panel[0]);
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
    expect(eventsOf(left, ORGANISER, call('S02'))).toEqual([{ type: 'alternate-called', vacant: 'S02', seat: 'A02' }]);
  });

  test('[A3] an alternate who was not called confirms and does nothing', () => {
    expect(codeOf(juryAt('learning'), alternate(1), { type: 'ask-question', witness: 'W1', text: 'Why?' })).toBe(
      'not-allowed',
    );
  });
});
