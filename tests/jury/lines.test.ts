import { describe, expect, test } from 'vitest';
import { CLOCK } from '../../src/lib/jury/clock.ts';
import { onDeck, pausedOf, queueOf, speakerOf } from '../../src/lib/jury/deliberation/floor.ts';
import { FACILITATOR, ORGANISER, START, START_OF_SESSION, codeOf, eventsOf } from '../support/jury.ts';
import { juror, juryAt, play } from '../support/jury.ts';
import type { Given, Played } from '../support/jury.ts';

const session = 'D1';
const raise = { type: 'raise-hand', session } as const;
const ask = { ...raise, kind: 'clarifying-question' } as const;
const grant = (turn: string) => ({ type: 'grant-floor', session, turn }) as const;
const end = (turn: string) => ({ type: 'end-turn', session, turn }) as const;
const hold = (turn: string) => ({ type: 'pause-turn', session, turn }) as const;
const resume = (turn: string) => ({ type: 'resume-turn', session, turn }) as const;
const drop = (turn: string) => ({ type: 'return-to-front', session, turn }) as const;
const skip = (turn: string) => ({ type: 'skip-turn', session, turn }) as const;
const unskip = (turn: string) => ({ type: 'unskip-turn', session, turn }) as const;
const set = (more: object) => ({ type: 'set-queue', session, mode: 'first-come', limit: 120, ...more }) as const;

const live = play(juryAt('deliberating'), [
  [
    ORGANISER,
    { type: 'plan-session', title: 'Options', startsAt: START_OF_SESSION, agenda: [{ title: 'Round', minutes: 45 }] },
  ],
  [FACILITATOR, { type: 'open-session', session }],
]);
const two = play(live, [
  [juror(1), raise],
  [juror(2), raise],
]);
const speaking = play(two, [[FACILITATOR, grant('T1')]]);
const nowIn = ({ log }: Played): number => START + log.length * 1_000;
const T1 = ({ jury }: Played) => jury.floor.turns[0]!;
const queue = ({ jury }: Played) => queueOf(jury.floor, session).map(({ seat }) => seat);
/** S01's line is gone since so many seconds before `now`. */
const gone = (now: number, seconds: number, seat = 'S01'): Given => ({ now, lines: { [seat]: now - seconds * 1_000 } });
const back = (now: number): Given => ({ now, lines: { S01: 'open' } });

describe('[D72] a speaker’s line is gone', () => {
  const at = nowIn(speaking) + 20_000;
  const held = play(speaking, [[CLOCK, hold('T1')]], gone(at, 3));

  test('the turn is paused with the time it had left, for fifteen seconds', () => {
    expect(T1(held)).toMatchObject({ state: 'paused', returnBy: at + 15_000 });
    expect(T1(held).left).toBe((T1(speaking).endsAt ?? 0) - at);
    expect(codeOf(speaking, CLOCK, hold('T1'))).toBe('not-due');
    expect(codeOf(speaking, CLOCK, hold('T1'), { present: [] })).toBe('not-due');
  });

  test('back in time, the speech goes on', () => {
    const on = play(held, [[CLOCK, resume('T1')]], back(at + 10_000));
    expect(speakerOf(on.jury.floor, session)).toMatchObject({ id: 'T1', returnBy: undefined });
    expect(codeOf(held, CLOCK, resume('T1'), gone(at + 10_000, 10))).toBe('not-due');
    const byHand = play(speaking, [[FACILITATOR, hold('T1')]]);
    expect(codeOf(byHand, CLOCK, resume('T1'), back(at))).toBe('not-due');
  });

  test('not back, the turn is dropped and its juror is the first in the queue', () => {
    expect(codeOf(held, CLOCK, drop('T1'), gone(at + 14_999, 18))).toBe('not-due');
    expect(codeOf(held, CLOCK, drop('T1'), back(at + 15_000))).toBe('not-due');
    const dropped = play(held, [[CLOCK, drop('T1')]], gone(at + 15_000, 18));
    expect(T1(dropped)).toMatchObject({ state: 'done', ended: 'dropped' });
    expect(queue(dropped)).toEqual(['S01', 'S02']);
    expect(speakerOf(dropped.jury.floor, session)).toBeUndefined();
    // After a restart nobody's line is known: who does not come is dropped all the same.
    expect(eventsOf(held, CLOCK, drop('T1'), { now: at + 15_000, lines: { S01: 'none' } })).toHaveLength(2);
    expect(codeOf(speaking, CLOCK, drop('T1'), gone(at, 60))).toBe('not-due');
  });

  test('nothing of it happens while everything is paused', () => {
    const paused = play(held, [[FACILITATOR, { type: 'pause-session', session, reason: 'No power.' }]]);
    expect(codeOf(paused, CLOCK, drop('T1'), gone(at + 15_000, 18))).toBe('session-paused');
    expect(codeOf(paused, CLOCK, resume('T1'), back(at))).toBe('session-paused');
  });

  test('another is called up meanwhile: the place is kept', () => {
    const other = play(held, [[FACILITATOR, grant('T2')]], { now: at + 5_000 });
    expect(T1(other)).toMatchObject({ state: 'done', ended: 'dropped' });
    expect(queue(other)).toEqual(['S01']);
  });

  test('a question asked meanwhile does not wake the speech', () => {
    const asking = play(held, [
      [juror(3), ask],
      [FACILITATOR, grant('T3')],
    ]);
    const asked = play(asking, [[juror(3), end('T3')]]);
    expect(pausedOf(asked.jury.floor, session)?.id).toBe('T1');
    const lost = play(speaking, [
      [juror(3), ask],
      [FACILITATOR, grant('T3')],
    ]);
    const away = play(lost, [[CLOCK, hold('T3')]], gone(at, 3, 'S03'));
    const over = play(away, [[CLOCK, drop('T3')]], gone(at + 15_000, 18, 'S03'));
    expect(speakerOf(over.jury.floor, session)?.id).toBe('T1');
  });

  test('whoever has left the jury does not return', () => {
    const left = play(held, [[ORGANISER, { type: 'vacate-seat', seat: 'S01', reason: 'illness' }]]);
    expect(queue(play(left, [[CLOCK, drop('T1')]], gone(at + 15_000, 18)))).toEqual(['S02']);
  });
});

describe('[D73] whoever is next is gone', () => {
  const at = nowIn(two) + 60_000;
  const skipped = play(two, [[CLOCK, skip('T1')]], gone(at, 15));

  test('they are passed over and keep their place', () => {
    expect(codeOf(two, CLOCK, skip('T1'), gone(at, 14))).toBe('not-due');
    expect(codeOf(two, CLOCK, skip('T2'), gone(at, 60, 'S02'))).toBe('not-due');
    expect(onDeck(two.jury.floor, session)?.id).toBe('T1');
    expect([onDeck(skipped.jury.floor, session)?.id, queue(skipped)]).toEqual(['T2', ['S01', 'S02']]);
    expect(codeOf(skipped, CLOCK, unskip('T1'), gone(at, 20))).toBe('not-due');
    const on = play(skipped, [[CLOCK, unskip('T1')]], back(at));
    expect(onDeck(on.jury.floor, session)?.id).toBe('T1');
    expect(codeOf(on, CLOCK, unskip('T1'), back(at))).toBe('not-due');
  });

  test('the facilitator may call them up all the same', () => {
    expect(T1(play(skipped, [[FACILITATOR, grant('T1')]]))).toMatchObject({ state: 'speaking', skipped: false });
  });

  test('nobody is watched without a line, in the hall, or where it is set so', () => {
    expect(codeOf(two, CLOCK, skip('T1'), { present: [], lines: {} })).toBe('not-due');
    const hall = play(live, [[FACILITATOR, { type: 'raise-hand-for', session, seat: 'S01' }]]);
    expect(codeOf(hall, CLOCK, skip('T1'), gone(at, 60))).toBe('not-due');
    const called = play(hall, [[FACILITATOR, grant('T1')]]);
    expect(codeOf(called, CLOCK, hold('T1'), gone(at, 60))).toBe('not-due');
    const unwatched = play(two, [[FACILITATOR, set({ linesWatched: false })]]);
    expect(codeOf(unwatched, CLOCK, skip('T1'), gone(at, 60))).toBe('not-due');
  });
});

describe('[D70] who has not spoken yet', () => {
  const spoken = play(speaking, [
    [juror(1), end('T1')],
    [juror(1), raise],
    [juror(3), raise],
  ]);

  test('goes first, also in the order of coming', () => {
    expect(queue(spoken)).toEqual(['S02', 'S03', 'S01']);
  });

  test('unless the facilitator sets it otherwise', () => {
    const plain = play(spoken, [[FACILITATOR, set({ newFirst: false })]]);
    expect(queue(plain)).toEqual(['S02', 'S01', 'S03']);
    expect(queue(play(plain, [[juror(4), raise]]))).toEqual(['S02', 'S01', 'S03', 'S04']);
    expect(play(plain, [[FACILITATOR, set({})]]).jury.floor.newFirst).toBe(false);
  });
});

describe('[D74] the queue is closed', () => {
  const close = { type: 'close-queue', session } as const;
  const open = { type: 'open-queue', session } as const;
  const closed = play(two, [[FACILITATOR, close]]);

  test('for speeches, not for questions and procedure, which go before', () => {
    expect(codeOf(closed, juror(3), raise)).toBe('queue-closed');
    expect(codeOf(closed, FACILITATOR, { type: 'raise-hand-for', session, seat: 'S03' })).toBe('queue-closed');
    const pressing = play(closed, [
      [juror(3), { ...raise, kind: 'procedural' }],
      [juror(4), ask],
    ]);
    expect(queue(pressing)).toEqual(['S04', 'S03', 'S01', 'S02']);
  });

  test('and opened again, at the latest with the next session', () => {
    expect(codeOf(closed, FACILITATOR, close)).toBe('queue-closed');
    expect(codeOf(two, FACILITATOR, open)).toBe('queue-open');
    expect(
      queue(
        play(closed, [
          [FACILITATOR, open],
          [juror(3), raise],
        ]),
      ),
    ).toEqual(['S01', 'S02', 'S03']);
    expect(play(closed, [[FACILITATOR, { type: 'close-session', session }]]).jury.floor.closed).toBe(false);
  });
});
