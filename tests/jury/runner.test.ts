/** How the programme runs: taken up again, going on by itself, with enough people and in its own time. */
import { describe, expect, test } from 'vitest';
import { CLOCK } from '../../src/lib/jury/clock.ts';
import type { CommandOf } from '../../src/lib/jury/commands.ts';
import { nextItem } from '../../src/lib/jury/deliberation/sessions.ts';
import { minutesFacts } from '../../src/lib/jury/minutes/facts.ts';
import { minutesText } from '../../src/lib/jury/publication/minutes.ts';
import { FACILITATOR, ORGANISER, START_OF_SESSION, codeOf, eventsOf, juror, juryAt } from '../support/jury.ts';
import { play, refusalOf } from '../support/jury.ts';
import type { Played } from '../support/jury.ts';

const MINUTE = 60_000;
const session = 'D1';
const start = (item: string, after: string | null, more: { sure?: boolean; reason?: string } = {}) =>
  ({ type: 'start-item', session, item, after, ...more }) as const;
const ready = { type: 'mark-ready', session, item: '1' } as const;
const count = { type: 'count-down', session, item: '1' } as const;
const stop = { type: 'cancel-countdown', session, item: '2' } as const;
const extend = { type: 'extend-item', session, item: '1', minutes: 5, from: 'session' } as const;
const present = ['S01', 'S02', 'S03', 'S04', 'S05'];
const D1 = ({ jury }: Played) => jury.sessions[0]!;
const since = (played: Played): number => D1(played).running!.since;

type Item = CommandOf<'plan-session'>['agenda'][number];

/** Three items, of which the first runs. */
const running = (first: Partial<Item> = {}, second: Partial<Item> = {}): Played =>
  play(juryAt('deliberating'), [
    [
      ORGANISER,
      {
        type: 'plan-session',
        title: 'Options',
        startsAt: START_OF_SESSION,
        agenda: [
          { title: 'Options', minutes: 30, ...first },
          { title: 'Break', minutes: 10, ...second },
          { title: 'Round', minutes: 45 },
        ],
      },
    ],
    [FACILITATOR, { type: 'open-session', session }],
    [FACILITATOR, start('1', null)],
  ]);
const plain = running();

describe('[D110] an item that is over or was dropped', () => {
  const third = play(plain, [
    [FACILITATOR, { type: 'drop-item', session, item: '2' }],
    [FACILITATOR, start('3', '1')],
  ]);
  const again = play(third, [[FACILITATOR, start('1', '3', { reason: 'A figure was wrong.' })]]);

  test('is taken up again with a reason, which the room reads', () => {
    for (const item of ['1', '2']) {
      expect(codeOf(third, FACILITATOR, start(item, '3'))).toBe('reopening-unexplained');
      expect(codeOf(third, FACILITATOR, start(item, '3', { sure: true }))).toBe('reopening-unexplained');
    }
    expect(D1(again)).toMatchObject({ running: { item: '1' }, done: ['3'], dropped: ['2'] });
    expect(D1(again).reopened).toMatchObject([{ item: '1', reason: { text: 'A figure was wrong.' } }]);
    const dropped = play(third, [[FACILITATOR, start('2', '3', { reason: 'There is time after all.' })]]);
    expect(D1(dropped)).toMatchObject({ dropped: [], reopened: [{ item: '2' }] });
  });

  test('stands in the minutes with its reason', () => {
    const closed = play(again, [[FACILITATOR, { type: 'close-session', session }]]);
    const facts = minutesFacts(closed.log, session)!;
    const text = minutesText(closed.jury, { facts, additions: {}, objections: [] });
    expect(text.reopened).toEqual([{ item: '1', reason: 'A figure was wrong.' }]);
    const usual = play(plain, [[FACILITATOR, { type: 'close-session', session }]]);
    const without = { facts: minutesFacts(usual.log, session)!, additions: {}, objections: [] };
    expect(minutesText(usual.jury, without)).not.toHaveProperty('reopened');
  });

  test('does not come again by itself; what has not begun needs no reason, and keeps none', () => {
    expect(nextItem(D1(again))).toBeUndefined();
    const [event] = eventsOf(plain, FACILITATOR, start('2', '1', { reason: 'Said too much.' }));
    expect(event).toEqual({ type: 'item-started', session, item: '2', at: expect.any(Number) as number });
  });
});

describe('[D111] an item that goes on by itself', () => {
  const auto = running({ auto: true });
  const at = (minutes: number, milliseconds = 0) => ({ present, now: since(auto) + minutes * MINUTE + milliseconds });
  const due = play(auto, [[CLOCK, count]], at(30));

  test('counts down when its minutes are used up, and not before; another one never', () => {
    expect(codeOf(auto, CLOCK, count, at(30, -1))).toBe('not-due');
    expect(D1(due).countdown).toMatchObject({ item: '2', endsAt: at(30).now + 8_000, timeUp: true });
    expect(codeOf(plain, CLOCK, count, at(90))).toBe('not-due');
    const on = play(due, [[CLOCK, start('2', '1')]], at(30, 8_000));
    expect(D1(on)).toMatchObject({ running: { item: '2' }, countdown: null });
    expect(codeOf(on, CLOCK, start('2', '1'), at(30, 8_001))).toBe('agenda-moved-on');
  });

  test('waits for the end of a turn, paused or not', () => {
    const speaking = play(auto, [
      [juror(4), { type: 'raise-hand', session }],
      [FACILITATOR, { type: 'grant-floor', session, turn: 'T1' }],
    ]);
    expect(codeOf(speaking, CLOCK, count, at(31))).toBe('not-due');
    const held = play(speaking, [[FACILITATOR, { type: 'pause-turn', session, turn: 'T1' }]]);
    expect(codeOf(held, CLOCK, count, at(31))).toBe('not-due');
    const ended = play(held, [[FACILITATOR, { type: 'end-turn', session, turn: 'T1' }]]);
    expect(eventsOf(ended, CLOCK, count, at(31))).toMatchObject([{ type: 'countdown-started', timeUp: true }]);
  });

  test('stays once it was stopped, until minutes are added; more time stops the countdown', () => {
    const stopped = play(due, [[FACILITATOR, stop]], at(30, 1));
    expect(codeOf(stopped, CLOCK, count, at(31))).toBe('not-due');
    const longer = play(stopped, [[FACILITATOR, extend]], at(31));
    expect(codeOf(longer, CLOCK, count, at(34))).toBe('not-due');
    expect(eventsOf(longer, CLOCK, count, at(35))).toHaveLength(1);
    expect(D1(play(due, [[FACILITATOR, extend]], at(30, 1))).countdown).toBeNull();
    expect(D1(play(stopped, [[FACILITATOR, start('2', '1')]]))).not.toHaveProperty('stays');
  });

  test('may be left before by those who are ready', () => {
    const all = play(
      auto,
      [1, 2, 3].map((one) => [juror(one), ready] as const),
      { present },
    );
    expect(D1(all).countdown).not.toHaveProperty('timeUp');
  });
});

describe('[D114] an item that needs so many', () => {
  const gated = running({ auto: true }, { atLeast: 6 });
  const six = { present: [...present, 'S06'] };

  test('is begun by the facilitator over it only by saying so', () => {
    const refusal = refusalOf(gated, FACILITATOR, start('2', '1'), { present });
    expect(refusal).toEqual({ code: 'too-few-here', params: { here: 5, least: 6 } });
    expect(eventsOf(gated, FACILITATOR, start('2', '1', { sure: true }), { present })).toHaveLength(1);
    expect(eventsOf(gated, FACILITATOR, start('2', '1'), six)).toHaveLength(1);
  });

  test('counts those in the hall, and nobody who was removed', () => {
    const hall = play(gated, [[FACILITATOR, { type: 'check-in-for', session, seat: 'S07', mode: 'in-room' }]]);
    expect(eventsOf(hall, FACILITATOR, start('2', '1'), { present })).toHaveLength(1);
    const removed = play(gated, [[FACILITATOR, { type: 'remove-juror', session, seat: 'S06', rule: 'insult' }]]);
    expect(codeOf(removed, FACILITATOR, start('2', '1'), six)).toBe('too-few-here');
  });

  test('holds the countdown back, by vote as by the clock', () => {
    const all = play(
      gated,
      [1, 2, 3].map((one) => [juror(one), ready] as const),
      { present },
    );
    expect(D1(all).countdown).toBeNull();
    expect(codeOf(all, CLOCK, count, { present })).toBe('not-due');
    const counting = play(all, [[CLOCK, count]], { present: present.slice(0, 4).concat('S06', 'S07') });
    const { endsAt } = D1(counting).countdown!;
    expect(codeOf(counting, CLOCK, start('2', '1'), { present, now: endsAt })).toBe('too-few-here');
    expect(eventsOf(counting, CLOCK, start('2', '1'), { ...six, now: endsAt })).toHaveLength(1);
  });
});

describe('[D115] an item with a least time', () => {
  const slow = running({ notBefore: 10 });
  const at = (minutes: number) => ({ present, now: since(slow) + minutes * MINUTE });
  const all = play(
    slow,
    [1, 2, 3].map((one) => [juror(one), ready] as const),
    at(5),
  );

  test('is not left before by those who are ready, with a facilitator or without', () => {
    expect(D1(all).countdown).toBeNull();
    expect(codeOf(all, CLOCK, count, at(9.9))).toBe('not-due');
    expect(eventsOf(all, CLOCK, count, at(10))).toMatchObject([{ type: 'countdown-started' }]);
    expect(codeOf(all, juror(1), start('2', '1'), { ...at(9.9), facilitated: false })).toBe('not-due');
    expect(eventsOf(all, juror(1), start('2', '1'), { ...at(10), facilitated: false })).toHaveLength(1);
  });

  test('is left by the facilitator at any time', () => {
    expect(eventsOf(all, FACILITATOR, start('2', '1'), at(5))).toHaveLength(1);
  });
});

describe('[D24] [D40] whoever leaves is waited for no more', () => {
  const two = play(
    plain,
    [1, 2].map((one) => [juror(one), ready] as const),
    { present },
  );

  test('with a line that is gone, by leaving the jury, or removed from the session', () => {
    expect(codeOf(two, CLOCK, count, { present })).toBe('not-due');
    expect(eventsOf(two, CLOCK, count, { present: ['S01', 'S02', 'S03', 'S04'] })).toHaveLength(1);
    const vacated = play(two, [[ORGANISER, { type: 'vacate-seat', seat: 'S05', reason: 'illness' }]]);
    expect(eventsOf(vacated, CLOCK, count, { present })).toHaveLength(1);
    const removed = play(two, [[FACILITATOR, { type: 'remove-juror', session, seat: 'S05', rule: 'insult' }]]);
    expect(eventsOf(removed, CLOCK, count, { present })).toHaveLength(1);
    const one = play(two, [[ORGANISER, { type: 'vacate-seat', seat: 'S01', reason: 'illness' }]]);
    expect(codeOf(one, CLOCK, count, { present: ['S01', 'S02', 'S03', 'S04'] })).toBe('not-due');
  });
});
