import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { concentration } from '../../src/lib/jury/deliberation/airtime-spread.ts';
import { publicRecord } from '../../src/lib/jury/publication/record.ts';
import { FACILITATOR, ORGANISER, START_OF_SESSION, juror, juryAfter, juryAt, play, witness } from '../support/jury.ts';
import type { Played, Step } from '../support/jury.ts';
import { history } from './histories.ts';

const processOf = ({ jury }: Played) => publicRecord(jury, {})!.process;

describe('how the time was spread', () => {
  const of = (...seconds: readonly number[]) => ({
    total: 0,
    seats: Object.fromEntries(seconds.map((spoken, seat) => [`S0${seat}`, spoken])),
  });

  test('[D129] is one figure: the smallest group that held three fifths of the time', () => {
    expect(concentration(of(100, 300, 200, 200, 100, 100))).toEqual({ people: 3, spoke: 6, percent: 70 });
    expect(concentration(of(10, 10, 10, 10, 10, 0))).toEqual({ people: 3, spoke: 5, percent: 60 });
    expect(concentration(of(...Array<number>(10).fill(60)))).toEqual({ people: 6, spoke: 10, percent: 60 });
  });

  test('[D129] is not told of fewer than five who spoke, nor of a group of fewer than three', () => {
    expect(concentration(of(90, 80, 70, 60, 0, 0))).toBeNull();
    expect(concentration(of())).toBeNull();
    expect(concentration(of(900, 10, 10, 10, 10))).toEqual({ people: 3, spoke: 5, percent: 98 });
  });

  test('[D129] is public once the session is over, and says nobody and no seconds', () => {
    const turns = [1, 2, 3, 4, 5].flatMap((number): Step[] => [
      [juror(number), { type: 'raise-hand', session: 'D1' }],
      [FACILITATOR, { type: 'grant-floor', session: 'D1', turn: `T${number}` }],
      ...Array.from({ length: number }, (): Step => [
        FACILITATOR,
        { type: 'post-message', session: 'D1', text: 'So.' },
      ]),
      [juror(number), { type: 'end-turn', session: 'D1', turn: `T${number}` }],
    ]);
    const agenda = [{ title: 'Options', minutes: 30 }];
    const heard = play(juryAt('deliberating'), [
      [ORGANISER, { type: 'plan-session', title: 'Options', startsAt: START_OF_SESSION, agenda }],
      [FACILITATOR, { type: 'open-session', session: 'D1' }],
      ...turns,
    ]);
    expect(processOf(heard).sessions).toEqual([{ session: 'D1', state: 'live' }]);
    const over = play(heard, [[FACILITATOR, { type: 'close-session', session: 'D1' }]]);
    const [told] = processOf(over).sessions;
    expect(told).toEqual({
      session: 'D1',
      state: 'closed',
      airtime: { people: 3, spoke: 5, percent: expect.any(Number) },
    });
  });
});

describe('how the jury worked, in the record', () => {
  test('[P40] counts the offices and names nobody', () => {
    const { offices } = processOf(juryAt('learning'));
    expect(offices).toEqual({
      organiser: 1,
      facilitator: 1,
      oversight: 1,
      'returning-officer': 1,
      authority: 1,
      observer: 1,
    });
  });

  test('[P40] tells what became of each question, and no words of one without an answer', () => {
    const ask = (number: number) =>
      [juror(number), { type: 'ask-question', witness: 'W1', text: `Question ${number}?` }] as const;
    const asked = play(juryAt('learning'), [
      ...[1, 2, 3, 4, 5].map(ask),
      [FACILITATOR, { type: 'approve-question', question: 'Q1' }],
      [FACILITATOR, { type: 'decline-question', question: 'Q2', rule: 'off-topic' }],
      [juror(3), { type: 'withdraw-question', question: 'Q3' }],
      [FACILITATOR, { type: 'approve-question', question: 'Q4' }],
      [FACILITATOR, { type: 'open-hearing', witness: 'W1' }],
      [witness(1), { type: 'answer-question', question: 'Q1', text: 'Some.' }],
    ]);
    expect(processOf(asked).questions).toEqual({
      asked: 5,
      fromPublic: 0,
      waiting: 1,
      admitted: 1,
      owed: 0,
      live: expect.any(Number),
      written: expect.any(Number),
      declined: { 'off-topic': 1, repeats: 0, personal: 0, unclear: 0 },
      merged: 0,
      withdrawn: 1,
    });
    const { live, written } = processOf(asked).questions;
    expect(live + written).toBe(1);
    expect(JSON.stringify(publicRecord(asked.jury, {}))).not.toContain('Question 4?');
  });

  test('[P40] no question is lost or counted twice, whatever happened', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1_000), { minLength: 200, maxLength: 200 }), (throws) => {
        let thrown = 0;
        const life = history((sides) => (sides === 0 ? 0 : throws[thrown++ % throws.length]! % sides), 12);
        const { asked, fromPublic: _from, declined, ...courses } = processOf(life).questions;
        const sum = (counts: object): number => Object.values(counts).reduce<number>((all, one) => all + one, 0);
        expect(sum(courses) + sum(declined)).toBe(asked);
      }),
      { numRuns: 4 },
    );
  });

  const agenda = [
    { title: 'Options', minutes: 30, type: 'discussion' as const },
    { title: 'Break', minutes: 10, type: 'break' as const },
    { title: 'Round', minutes: 45 },
    { title: 'Votes', minutes: 20, type: 'ballot' as const },
  ];
  const session = 'D1';
  const start = (item: string, after: string | null) =>
    [FACILITATOR, { type: 'start-item', session, item, after }] as const;
  const planned = play(juryAt('deliberating'), [
    [ORGANISER, { type: 'plan-session', title: 'Options', startsAt: START_OF_SESSION, agenda }],
  ]);
  const running = play(planned, [
    [FACILITATOR, { type: 'open-session', session }],
    start('1', null),
    [FACILITATOR, { type: 'extend-item', session, item: '1', minutes: 5, from: 'session' }],
    [FACILITATOR, { type: 'drop-item', session, item: '2' }],
    start('3', '1'),
  ]);

  test('[P41] minutes count once their item was held, with what was added', () => {
    expect(processOf(planned).minutes.map(({ kind, held, planned: to }) => [kind, held, to])).toEqual([
      ['discussion', 0, 30],
      ['ballot', 0, 20],
      ['break', 0, 10],
      ['unsaid', 0, 45],
    ]);
    expect(processOf(running).minutes.map(({ kind, held, planned: to }) => [kind, held, to])).toEqual([
      ['discussion', 35, 0],
      ['ballot', 0, 20],
      ['unsaid', 0, 45],
    ]);
  });

  test('[P41] what was dropped, or left over at the end, is no time that the jury sat', () => {
    const closed = play(running, [[FACILITATOR, { type: 'close-session', session }]]);
    expect(processOf(closed).minutes).toEqual([
      { kind: 'discussion', held: 35, planned: 0 },
      { kind: 'unsaid', held: 45, planned: 0 },
    ]);
    expect(processOf(closed).sessions).toEqual([{ session, state: 'closed' }]);
    expect(processOf(juryAfter('learning')).sessions).toEqual([]);
  });
});
