/** The session gets longer, by the facilitator's word or by the jurors'. */
import { describe, expect, test } from 'vitest';
import { CLOCK } from '../../src/lib/jury/clock.ts';
import { viewEvent, viewJury } from '../../src/lib/jury/view.ts';
import { FACILITATOR, ORGANISER, START_OF_SESSION, codeOf, eventsOf, juror, juryAt } from '../support/jury.ts';
import { play } from '../support/jury.ts';
import type { Played, Step } from '../support/jury.ts';

const session = 'D1';
const extend = (minutes: number, from: 'session' | 'next' = 'session') =>
  ({ type: 'extend-item', session, item: '1', minutes, from }) as const;
const answer = (agrees: boolean, minutes = 15) => ({ type: 'answer-extension', session, minutes, agrees }) as const;
const settle = { type: 'settle-extension', session } as const;
const present = ['S01', 'S02', 'S03', 'S04', 'S05'];
const here = { present };
const said = (agrees: boolean, ...seats: number[]): Step[] => seats.map((seat) => [juror(seat), answer(agrees)]);
const D1 = ({ jury }: Played) => jury.sessions[0]!;
const minutes = (played: Played) => D1(played).agenda[0]!.minutes;

const running = play(juryAt('deliberating'), [
  [
    ORGANISER,
    {
      type: 'plan-session',
      title: 'Options',
      startsAt: START_OF_SESSION,
      agenda: [
        { title: 'Options', minutes: 30 },
        { title: 'Round', minutes: 45 },
      ],
    },
  ],
  [FACILITATOR, { type: 'open-session', session }],
  [FACILITATOR, { type: 'start-item', session, item: '1', after: null }],
]);
const asked = play(running, [[FACILITATOR, extend(15)]], here);
const { endsAt } = D1(asked).extension!;

describe('[D112] the facilitator alone', () => {
  test('gives ten minutes in all, in one or in several parts; from the next item as many as it has', () => {
    expect(minutes(play(running, [[FACILITATOR, extend(10)]], here))).toBe(40);
    const twice = play(
      running,
      [
        [FACILITATOR, extend(5)],
        [FACILITATOR, extend(5)],
      ],
      here,
    );
    expect([minutes(twice), D1(twice).extension]).toEqual([40, undefined]);
    const third = play(twice, [[FACILITATOR, extend(1)]], here);
    expect([minutes(third), D1(third).extension?.minutes]).toEqual([40, 1]);
    expect(minutes(play(twice, [[FACILITATOR, extend(20, 'next')]], here))).toBe(60);
  });

  test('asks aloud where nobody has an open line', () => {
    expect(minutes(play(running, [[FACILITATOR, extend(15)]], { present: [] }))).toBe(45);
  });

  test('puts another question in the place of the one before', () => {
    const instead = play(play(asked, said(true, 1), here), [[FACILITATOR, extend(20)]], here);
    expect(D1(instead).extension).toMatchObject({ minutes: 20, yes: { count: 0 } });
    expect(codeOf(instead, juror(2), answer(true), here)).toBe('sounding-over');
    expect(D1(play(asked, [[FACILITATOR, extend(5)]], here))).not.toHaveProperty('extension');
  });
});

describe('[D113] the jurors', () => {
  test('get the time when half of those here agree, counted once', () => {
    const two = play(asked, said(true, 1, 2), here);
    expect([minutes(two), D1(two).extension?.yes.count]).toEqual([30, 2]);
    const three = play(two, said(true, 3), here);
    expect([minutes(three), D1(three).extension, D1(three).added]).toEqual([45, undefined, undefined]);
    expect(codeOf(three, juror(4), answer(true), here)).toBe('sounding-over');
    expect(codeOf(two, juror(1), answer(false), here)).toBe('already-answered');
    expect(codeOf(two, juror(6), answer(true), here)).toBe('not-present');
    expect(codeOf(running, juror(1), answer(true), here)).toBe('sounding-over');
  });

  test('do not get it when half of them no longer can agree, and are told', () => {
    const no = play(asked, said(false, 1, 2, 3), here);
    expect([minutes(no), D1(no).extension]).toMatchObject([30, { refused: true, no: { count: 3 } }]);
    expect(codeOf(no, juror(4), answer(true), here)).toBe('sounding-over');
    const even = play(asked, said(false, 1, 2), { present: present.slice(0, 4) });
    expect(D1(even).extension?.refused).toBeUndefined();
    expect(minutes(play(even, said(true, 3, 4), { present: present.slice(0, 4) }))).toBe(45);
  });

  test('are asked for a minute; the clock tells the end, and not before', () => {
    const one = play(asked, said(true, 1), here);
    expect(codeOf(one, CLOCK, settle, { present, now: endsAt - 1 })).toBe('not-due');
    expect(codeOf(one, juror(2), answer(true), { present, now: endsAt })).toBe('sounding-over');
    const over = play(one, [[CLOCK, settle]], { present, now: endsAt });
    expect([minutes(over), D1(over).extension?.refused]).toEqual([30, true]);
    expect(codeOf(over, CLOCK, settle, { present, now: endsAt + 1 })).toBe('not-due');
  });

  test('who left are counted no more, but for a break in the line', () => {
    const two = play(asked, said(true, 1, 2), here);
    const four = { present: present.slice(0, 4), now: endsAt - 1 };
    expect(eventsOf(two, CLOCK, settle, four)).toMatchObject([{ type: 'item-extended', minutes: 15, agreed: true }]);
    const attending = play(two, [[juror(5), { type: 'check-in', session }]], here);
    expect(codeOf(attending, CLOCK, settle, four)).toBe('not-due');
    const out = play(attending, [[juror(5), { type: 'check-out', session }]], here);
    expect(eventsOf(out, CLOCK, settle, four)).toHaveLength(1);
    const left = play(two, [[ORGANISER, { type: 'vacate-seat', seat: 'S01', reason: 'illness' }]]);
    expect(codeOf(left, CLOCK, settle, { present: ['S01', 'S02', 'S03', 'S04'], now: endsAt - 1 })).toBe('not-due');
  });

  test('[D140] who attend without a line answer as well, and are counted when they do', () => {
    const inHall = [6, 7].map((seat): Step => [juror(seat), { type: 'check-in', session, mode: 'in-room' }]);
    const attending = play(asked, inHall, here);
    // Five with a line: three are enough, and nobody waits for the hall.
    expect(minutes(play(attending, said(true, 1, 2, 3), here))).toBe(45);
    // Six are asked once one of the hall has answered, and half of six are three.
    const one = play(attending, said(true, 6), here);
    expect([minutes(one), D1(one).extension?.yes.count]).toEqual([30, 1]);
    expect(minutes(play(one, said(true, 1, 2), here))).toBe(45);
    const both = play(attending, said(false, 6, 7), here);
    expect(D1(play(both, said(false, 1), here)).extension?.refused).toBeUndefined();
    expect(D1(play(both, said(false, 1, 2), here)).extension?.refused).toBe(true);
    expect(codeOf(attending, juror(8), answer(true), here)).toBe('not-present');
    const left = play(attending, [[juror(6), { type: 'check-out', session }]], here);
    expect(codeOf(left, juror(6), answer(true), here)).toBe('not-present');
  });

  test('are asked no more once the programme has gone on', () => {
    const on = play(asked, [[FACILITATOR, { type: 'start-item', session, item: '2', after: '1' }]]);
    expect(codeOf(on, juror(1), answer(true), here)).toBe('sounding-over');
    expect(codeOf(on, CLOCK, settle, { present, now: endsAt })).toBe('not-due');
  });

  test('[W2] who agrees is known to no viewer but themselves', () => {
    const one = play(asked, [...said(true, 1), ...said(false, 2)], here);
    const seen = (viewer: Parameters<typeof viewJury>[1]) => viewJury(one.jury, viewer).sessions?.[0]?.extension;
    expect(seen({ role: 'facilitator' })).toMatchObject({ yes: { count: 1, seats: [] }, no: { seats: [] } });
    expect(seen({ role: 'juror', seat: 'S02' })).toMatchObject({ yes: { seats: [] }, no: { seats: ['S02'] } });
    expect(viewEvent(one.log.at(-1)!.event, { role: 'organiser' })).not.toHaveProperty('seat');
  });
});

test('[D118] the clock closes a sounding that waits for nobody who is here', () => {
  const open = play(running, [
    [FACILITATOR, { type: 'open-sounding', session, kind: 'statement', text: 'Buses are for everyone.' }],
  ]);
  const close = { type: 'close-sounding', sounding: 'Z1' } as const;
  const said = (from: Played, seat: number): Played =>
    play(from, [[juror(seat), { type: 'answer-sounding', sounding: 'Z1', answer: 'agree' }]], here);
  const four = [1, 2, 3, 4].reduce(said, open);
  expect(codeOf(open, CLOCK, close, { present: [] })).toBe('not-due');
  expect(codeOf(four, CLOCK, close, here)).toBe('not-due');
  expect(eventsOf(four, CLOCK, close, { present: ['S01', 'S02', 'S03', 'S04'] })).toMatchObject([
    { type: 'sounding-closed', counts: null },
  ]);
  const attending = play(four, [[juror(5), { type: 'check-in', session }]], here);
  expect(codeOf(attending, CLOCK, close, { present: ['S01', 'S02', 'S03', 'S04'] })).toBe('not-due');
});
