import { describe, expect, test } from 'vitest';
import { nextItem } from '../../src/lib/jury/deliberation/sessions.ts';
import { FACILITATOR, ORGANISER, START_OF_SESSION, codeOf, eventsOf, juror, juryAt, play } from '../support/jury.ts';
import type { Played } from '../support/jury.ts';

const session = 'D1';
const agenda = [
  { title: 'Options', minutes: 30, type: 'discussion' },
  { title: 'Break', minutes: 10, type: 'break', instructions: 'Back in ten minutes.' },
  { title: 'Round', minutes: 45 },
] as const;
const start = (item: string, after: string | null) => ({ type: 'start-item', session, item, after }) as const;
const extend = (minutes: number, from: 'session' | 'next', item = '1') =>
  ({ type: 'extend-item', session, item, minutes, from }) as const;
const drop = (item: string) => ({ type: 'drop-item', session, item }) as const;
const ready = { type: 'mark-ready', session, item: '1' } as const;
const unready = { ...ready, type: 'unmark-ready' } as const;
const pause = { type: 'pause-session', session, reason: 'The power is gone.' } as const;
const resume = { type: 'resume-session', session } as const;

const live = play(juryAt('deliberating'), [
  [ORGANISER, { type: 'plan-session', title: 'Options', startsAt: START_OF_SESSION, agenda: [...agenda] }],
  [FACILITATOR, { type: 'open-session', session }],
]);
const running = play(live, [[FACILITATOR, start('1', null)]]);
const D1 = ({ jury }: Played) => jury.sessions[0]!;
const minutes = (played: Played): readonly number[] => D1(played).agenda.map((item) => item.minutes);

test('[D1] an item has a type and instructions', () => {
  expect(D1(live).agenda[1]).toEqual({ id: '2', ...agenda[1] });
});

describe('time that runs over', () => {
  test('[D23] is added from the session or from the next item, of which something is left', () => {
    expect(minutes(play(running, [[FACILITATOR, extend(5, 'session')]]))).toEqual([35, 10, 45]);
    expect(minutes(play(running, [[FACILITATOR, extend(9, 'next')]]))).toEqual([39, 1, 45]);
    expect(codeOf(running, FACILITATOR, extend(10, 'next'))).toBe('next-too-short');
    expect(codeOf(live, FACILITATOR, extend(5, 'session'))).toBe('agenda-moved-on');
    const last = play(running, [[FACILITATOR, start('3', '1')]]);
    expect(codeOf(last, FACILITATOR, extend(5, 'next', '3'))).toBe('next-too-short');
  });

  test('[D23] is won by dropping an item that has not begun, which may be taken up again', () => {
    const dropped = play(running, [[FACILITATOR, drop('2')]]);
    expect([D1(dropped).dropped, nextItem(D1(dropped))?.id]).toEqual([['2'], '3']);
    expect(minutes(play(dropped, [[FACILITATOR, extend(40, 'next')]]))).toEqual([70, 10, 5]);
    expect(D1(play(dropped, [[FACILITATOR, { ...start('2', '1'), reason: 'Time is left.' }]])).dropped).toEqual([]);
    for (const [from, item] of [
      [running, '1'],
      [dropped, '2'],
    ] as const)
      expect(codeOf(from, FACILITATOR, drop(item))).toBe('agenda-moved-on');
    expect(codeOf(running, FACILITATOR, drop('9'))).toBe('unknown-agenda-item');
  });
});

describe('a pause of everything', () => {
  const speaking = play(running, [
    [juror(1), { type: 'raise-hand', session }],
    [juror(2), { type: 'raise-hand', session }],
    [FACILITATOR, { type: 'grant-floor', session, turn: 'T1' }],
  ]);
  const paused = play(speaking, [[FACILITATOR, pause]]);

  test('[D22] stops the clocks and loses nothing', () => {
    const since = D1(speaking).running?.since ?? 0;
    expect(D1(paused).paused?.reason.text).toBe('The power is gone.');
    expect(paused.jury.floor.turns[0]).toMatchObject({ state: 'paused' });
    const written = play(paused, [
      [juror(3), { type: 'post-message', session, text: 'I have a torch.' }],
      [juror(3), { type: 'raise-hand', session }],
    ]);
    const on = play(written, [[FACILITATOR, resume]]);
    expect((D1(on).running?.since ?? 0) - since).toBe((on.log.at(-1)?.at ?? 0) - (D1(paused).paused?.at ?? 0));
    expect(D1(on).paused).toBeNull();
  });

  test('[D22] nobody is called up and no item begins before it is over', () => {
    const refused = [
      start('2', '1'),
      { type: 'grant-floor', session, turn: 'T2' },
      { type: 'resume-turn', session, turn: 'T1' },
      pause,
    ] as const;
    expect(refused.map((command) => codeOf(paused, FACILITATOR, command))).toEqual(Array(4).fill('session-paused'));
    expect(codeOf(running, FACILITATOR, resume)).toBe('session-not-paused');
    expect(D1(play(paused, [[FACILITATOR, { type: 'close-session', session }]]))).toMatchObject({ paused: null });
  });
});

describe('being ready to go on', () => {
  const alone = { facilitated: false, present: ['S01', 'S02', 'S03', 'S04', 'S05'] };

  test('[D24] is said once by whoever is here, and taken back', () => {
    const one = play(running, [[juror(1), ready]]);
    expect(D1(one).ready).toEqual({ count: 1, seats: ['S01'] });
    expect(codeOf(one, juror(1), ready)).toBe('already-ready');
    expect(codeOf(one, juror(2), unready)).toBe('not-ready');
    expect(D1(play(one, [[juror(1), unready]])).ready.count).toBe(0);
    expect(codeOf(running, juror(1), ready, { present: [] })).toBe('not-present');
    expect(codeOf(running, juror(1), { ...ready, item: '2' })).toBe('agenda-moved-on');
    expect(D1(play(one, [[FACILITATOR, start('2', '1')]])).ready.count).toBe(0);
  });

  test('[D24] whoever has gone no longer counts', () => {
    const one = play(running, [[juror(1), ready]]);
    expect(D1(play(one, [[juror(2), ready]], { present: ['S02'] })).ready).toEqual({ count: 1, seats: ['S02'] });
  });

  test('[D25] half of those here take the programme on while no facilitator is connected', () => {
    const two = play(running, [
      [juror(1), ready],
      [juror(2), ready],
    ]);
    const three = play(two, [[juror(3), ready]]);
    expect(codeOf(two, juror(1), start('2', '1'), alone)).toBe('not-enough-ready');
    expect(eventsOf(three, juror(4), start('2', '1'), alone)).toMatchObject([{ type: 'item-started', item: '2' }]);
    expect(codeOf(three, juror(1), start('2', '1'), { ...alone, facilitated: true })).toBe('facilitator-here');
    expect(codeOf(three, juror(1), start('3', '1'), alone)).toBe('agenda-moved-on');
    expect(codeOf(three, juror(1), start('2', '1'), { ...alone, present: ['S04', 'S05'] })).toBe('not-enough-ready');
  });
});
