import { describe, expect, test } from 'vitest';
import { CLOCK } from '../../src/lib/jury/clock.ts';
import { viewEvent, viewJury } from '../../src/lib/jury/view.ts';
import { FACILITATOR, ORGANISER, START, START_OF_SESSION, codeOf, eventsOf } from '../support/jury.ts';
import { juror, juryAt, play } from '../support/jury.ts';
import type { Played } from '../support/jury.ts';

const session = 'D1';
const agenda = [
  { title: 'Options', minutes: 30 },
  { title: 'Break', minutes: 10 },
  { title: 'Round', minutes: 45 },
];
const start = (item: string, after: string | null, sure = false) =>
  ({ type: 'start-item', session, item, after, ...(sure ? { sure } : {}) }) as const;
const ready = { type: 'mark-ready', session, item: '1' } as const;
const stop = { type: 'cancel-countdown', session, item: '2' } as const;
const count = { type: 'count-down', session, item: '1' } as const;
const present = ['S01', 'S02', 'S03', 'S04', 'S05'];
const here = { present };

const running = play(juryAt('deliberating'), [
  [ORGANISER, { type: 'plan-session', title: 'Options', startsAt: START_OF_SESSION, agenda }],
  [FACILITATOR, { type: 'open-session', session }],
  [FACILITATOR, start('1', null)],
]);
const two = play(
  running,
  [
    [juror(1), ready],
    [juror(2), ready],
  ],
  here,
);
const three = play(two, [[juror(3), ready]], here);
const D1 = ({ jury }: Played) => jury.sessions[0]!;
const endsAt = D1(three).countdown!.endsAt;
const after = (milliseconds: number) => ({ ...here, now: endsAt + milliseconds });

describe('enough are ready', () => {
  test('[D68] half of those here, rounded up, start a countdown of eight seconds by the server’s clock', () => {
    expect(D1(two).countdown).toBeNull();
    const at = START + two.log.length * 1_000;
    expect(D1(three).countdown).toEqual({ item: '2', endsAt: at + 8_000, opposed: { count: 0, seats: [] } });
    expect(D1(play(three, [[juror(4), ready]], here)).countdown?.endsAt).toBe(endsAt);
  });

  test('[D68] so do those who stay when others leave', () => {
    expect(codeOf(two, CLOCK, count, here)).toBe('not-due');
    expect(eventsOf(two, CLOCK, count, { present: ['S01', 'S02', 'S03'] })).toMatchObject([
      { type: 'countdown-started', item: '2' },
    ]);
    expect(codeOf(two, CLOCK, { ...count, item: '2' }, here)).toBe('agenda-moved-on');
    expect(codeOf(three, CLOCK, count, here)).toBe('not-due');
  });

  test('[D68] the clock goes on when it is over, once, and not before; so may a juror', () => {
    for (const [actor, code] of [
      [CLOCK, 'countdown-runs'],
      [juror(1), 'countdown-runs'],
    ] as const)
      expect(codeOf(three, actor, start('2', '1'), after(-1))).toBe(code);
    expect(codeOf(two, CLOCK, start('2', '1'), after(0))).toBe('no-countdown');
    expect(codeOf(three, CLOCK, start('3', '1'), after(0))).toBe('agenda-moved-on');
    const on = play(three, [[CLOCK, start('2', '1')]], after(0));
    expect(D1(on)).toMatchObject({ running: { item: '2' }, countdown: null, ready: { count: 0 } });
    expect(codeOf(on, CLOCK, start('2', '1'), after(1))).toBe('agenda-moved-on');
    expect(eventsOf(three, juror(5), start('2', '1'), after(0))).toMatchObject([{ type: 'item-started' }]);
  });

  test('[D68] nobody is interrupted', () => {
    const speaking = play(
      three,
      [
        [juror(4), { type: 'raise-hand', session }],
        [FACILITATOR, { type: 'grant-floor', session, turn: 'T1' }],
      ],
      here,
    );
    expect(codeOf(speaking, CLOCK, start('2', '1'), after(0))).toBe('room-busy');
    const ended = play(speaking, [[juror(4), { type: 'end-turn', session, turn: 'T1' }]], here);
    expect(eventsOf(ended, CLOCK, start('2', '1'), after(0))).toHaveLength(1);
  });

  test('[D68] there is none after the last item, nor while everything is paused', () => {
    const last = play(running, [[FACILITATOR, start('3', '1')]]);
    const all = play(
      last,
      [1, 2, 3].map((one) => [juror(one), { ...ready, item: '3' }] as const),
      here,
    );
    expect(D1(all).countdown).toBeNull();
    const paused = play(three, [[FACILITATOR, { type: 'pause-session', session, reason: 'The power is gone.' }]]);
    expect(D1(paused).countdown).toBeNull();
    expect(D1(play(paused, [[juror(4), ready]], here)).countdown).toBeNull();
  });
});

describe('a countdown is stopped', () => {
  test('[D69] by the facilitator alone, and everybody is asked anew', () => {
    expect(D1(play(three, [[FACILITATOR, stop]]))).toMatchObject({ countdown: null, ready: { count: 0 } });
    expect(codeOf(two, FACILITATOR, stop)).toBe('no-countdown');
  });

  test('[D69] by two jurors who are here, not by one twice', () => {
    const one = play(three, [[juror(4), stop]], here);
    expect(D1(one).countdown?.opposed.count).toBe(1);
    expect(codeOf(one, juror(4), stop, here)).toBe('already-opposed');
    expect(codeOf(one, juror(6), stop, here)).toBe('not-present');
    expect(D1(play(one, [[juror(5), stop]], here))).toMatchObject({ countdown: null, ready: { count: 0 } });
  });

  test('[D69] when the item to which it leads is dropped', () => {
    const dropped = play(three, [[FACILITATOR, { type: 'drop-item', session, item: '2' }]]);
    expect(D1(dropped)).toMatchObject({ countdown: null, dropped: ['2'] });
  });

  test('[W2] who wants it stopped is known to no viewer', () => {
    const one = play(three, [[juror(4), stop]], here);
    const seen = (viewer: Parameters<typeof viewJury>[1]) =>
      viewJury(one.jury, viewer).sessions?.[0]?.countdown?.opposed;
    expect(seen({ role: 'facilitator' })).toEqual({ count: 1, seats: [] });
    expect(seen({ role: 'juror', seat: 'S04' })).toEqual({ count: 1, seats: ['S04'] });
    const event = one.log.at(-1)!.event;
    expect(viewEvent(event, { role: 'juror', seat: 'S05' })).toEqual({ type: 'countdown-opposed', session });
  });
});

describe('[D71] going on over what is under way', () => {
  const sounding = { type: 'open-sounding', session, kind: 'temperature', text: 'Buses until three?' } as const;
  const busy = play(running, [[FACILITATOR, sounding]]);

  test('takes a word of the facilitator', () => {
    expect(codeOf(busy, FACILITATOR, start('2', '1'))).toBe('room-busy');
    expect(eventsOf(busy, FACILITATOR, start('2', '1', true))).toHaveLength(1);
    const speaking = play(running, [
      [juror(1), { type: 'raise-hand', session }],
      [FACILITATOR, { type: 'grant-floor', session, turn: 'T1' }],
    ]);
    expect(codeOf(speaking, FACILITATOR, start('2', '1'))).toBe('room-busy');
    expect(eventsOf(running, FACILITATOR, start('2', '1'))).toHaveLength(1);
  });

  test('a juror cannot give it', () => {
    const alone = { ...after(0), facilitated: false };
    const asked = play(three, [[FACILITATOR, sounding]]);
    expect(codeOf(asked, juror(1), start('2', '1', true), alone)).toBe('room-busy');
  });
});
