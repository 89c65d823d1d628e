import { describe, expect, test } from 'vitest';
import { nudgeFor, shareOf } from '../../src/lib/jury/deliberation/airtime.ts';
import { pausedOf, queueOf, speakerOf } from '../../src/lib/jury/deliberation/floor.ts';
import { phaseOf } from '../../src/lib/jury/deliberation/turn-clock.ts';
import { FACILITATOR, ORGANISER, START_OF_SESSION, codeOf, eventsOf, juror, juryAt, play } from '../support/jury.ts';
import type { Played } from '../support/jury.ts';

const session = 'D1';
const agenda = [
  { title: 'Options', minutes: 30 },
  { title: 'Round', minutes: 45 },
];
const raise = { type: 'raise-hand', session } as const;
const ask = { ...raise, kind: 'clarifying-question' } as const;
const lower = { type: 'lower-hand', session } as const;
const on = <T extends string>(type: T, turn: string) => ({ type, session, turn });
const grant = (turn: string) => on('grant-floor', turn) as { type: 'grant-floor'; session: string; turn: string };
const end = (turn: string) => on('end-turn', turn) as { type: 'end-turn'; session: string; turn: string };
const pause = (turn: string) => on('pause-turn', turn) as { type: 'pause-turn'; session: string; turn: string };
const resume = (turn: string) => on('resume-turn', turn) as { type: 'resume-turn'; session: string; turn: string };
const back = (turn: string) =>
  on('return-to-front', turn) as { type: 'return-to-front'; session: string; turn: string };
const extend = (turn: string, seconds: number) => ({ type: 'extend-turn', session, turn, seconds }) as const;
const move = (turn: string, ahead: string) =>
  ({ type: 'move-turn', session, turn, ahead, reason: 'Has to leave early.' }) as const;
const set = (mode: 'first-come' | 'equity' | 'rounds', limit = 120) =>
  ({ type: 'set-queue', session, mode, limit }) as const;

const live = play(juryAt('deliberating'), [
  [ORGANISER, { type: 'plan-session', title: 'Options', startsAt: START_OF_SESSION, agenda }],
  [FACILITATOR, { type: 'open-session', session }],
]);
const two = play(live, [
  [juror(1), raise],
  [juror(2), raise],
]);
const speaking = play(two, [[FACILITATOR, grant('T1')]]);
const queue = ({ jury }: Played): readonly string[] => queueOf(jury.floor, session).map((turn) => turn.seat);
const speaker = ({ jury }: Played) => speakerOf(jury.floor, session);
const seconds = ({ jury }: Played) => jury.airtime[session];

describe('the queue', () => {
  test('[D5] only whoever is in the room may ask to speak', () => {
    expect(codeOf(live, juror(1), raise, { present: ['S02'] })).toBe('not-present');
    expect(eventsOf(live, juror(1), raise, { present: ['S01'] })).toHaveLength(1);
  });

  test('[D5] the facilitator raises the hand of somebody in the hall', () => {
    const raiseFor = (seat: string) => ({ type: 'raise-hand-for', session, seat }) as const;
    expect(queue(play(live, [[FACILITATOR, raiseFor('S03')]], { present: [] }))).toEqual(['S03']);
    expect(codeOf(two, FACILITATOR, raiseFor('S01'))).toBe('already-waiting');
    expect(['S99', 'A01'].map((seat) => codeOf(live, FACILITATOR, raiseFor(seat)))).toEqual(
      Array(2).fill('unknown-seat'),
    );
  });

  test('[D6] a second hand is refused, not queued twice; a question is apart from a speech', () => {
    expect(codeOf(two, juror(1), raise)).toBe('already-waiting');
    expect(codeOf(speaking, juror(1), raise)).toBe('already-waiting');
    expect(codeOf(speaking, juror(1), ask)).toBe('already-waiting');
    const asking = play(two, [[juror(1), ask]]);
    expect(codeOf(asking, juror(1), ask)).toBe('already-waiting');
    expect(queue(asking)).toEqual(['S01', 'S01', 'S02']);
    expect(queue(play(asking, [[juror(1), { ...lower, kind: 'clarifying-question' }]]))).toEqual(['S01', 'S02']);
  });

  test('[D6] a hand that was lowered may be raised again, at the end of the queue', () => {
    const again = play(two, [
      [juror(1), lower],
      [juror(1), raise],
    ]);
    expect(queue(again)).toEqual(['S02', 'S01']);
    expect(codeOf(live, juror(1), lower)).toBe('not-waiting');
    expect(codeOf(speaking, juror(1), lower)).toBe('not-waiting');
  });

  test('[D14] in equity whoever has not spoken comes first, then whoever spoke least', () => {
    const equity = play(speaking, [[FACILITATOR, set('equity')]]);
    // Time goes on by a second an entry: T1 holds the floor for more than half a minute, T2 for less.
    const waited = play(
      equity,
      Array.from({ length: 40 }, () => [FACILITATOR, extend('T1', 10)] as const).slice(0, 12),
    );
    const talked = play(waited, [
      ...Array.from({ length: 20 }, () => [FACILITATOR, { type: 'post-message', session, text: 'So.' }] as const),
      [FACILITATOR, grant('T2')],
      [FACILITATOR, end('T2')],
      [juror(1), raise],
      [juror(2), raise],
      [juror(3), raise],
    ]);
    expect(queue(talked)).toEqual(['S03', 'S02', 'S01']);
    const asTheyCame = { ...set('first-come'), newFirst: false };
    expect(queue(play(talked, [[FACILITATOR, asTheyCame]]))).toEqual(['S01', 'S02', 'S03']);
    const late = play(talked, [
      [FACILITATOR, asTheyCame],
      [juror(4), raise],
      [FACILITATOR, set('equity')],
    ]);
    expect(queue(late)).toEqual(['S03', 'S04', 'S02', 'S01']);
  });

  test('[D15] a round asks everyone in the room once, in an order of chance, and lowering the hand is to pass', () => {
    const present = ['S01', 'S02', 'S03', 'S04', 'S05', 'S06', 'S07'];
    const round = play(two, [[FACILITATOR, set('rounds')]], { present });
    expect(queue(round).toSorted()).toEqual(present);
    expect(queue(round)).not.toEqual(present);
    expect(queue(play(two, [[FACILITATOR, set('rounds')]], { present }))).toEqual(queue(round));
    const kept = play(round, [[FACILITATOR, set('rounds', 60)]], { present: [...present, 'S08'] });
    expect([queue(kept), kept.jury.floor.limit]).toEqual([queue(round), 60]);
    expect(queue(play(round, [[juror(3), lower]]))).toEqual(queue(round).filter((seat) => seat !== 'S03'));
  });

  test('[D19] one turn is put ahead of another with a reason, and newcomers do not undo it', () => {
    const moved = play(two, [[FACILITATOR, move('T2', 'T1')]]);
    expect(queue(moved)).toEqual(['S02', 'S01']);
    expect(moved.jury.floor.reordered?.text).toBe('Has to leave early.');
    expect(play(moved, [[FACILITATOR, grant('T2')]]).jury.floor.reordered).toBeNull();
    const equity = play(speaking, [
      [FACILITATOR, end('T1')],
      [FACILITATOR, set('equity')],
      [juror(1), raise],
      [FACILITATOR, move('T3', 'T2')],
      [juror(4), raise],
    ]);
    expect(queue(equity)).toEqual(['S01', 'S02', 'S04']);
    expect([move('T9', 'T1'), move('T2', 'T9'), move('T2', 'T2')].map((one) => codeOf(two, FACILITATOR, one))).toEqual(
      Array(3).fill('not-waiting'),
    );
  });
});

describe('a turn', () => {
  test('[D7] the floor goes to one at a time, in the order the facilitator gives it', () => {
    const other = play(speaking, [[FACILITATOR, grant('T2')]]);
    expect(speaker(other)?.seat).toBe('S02');
    expect(other.jury.floor.turns.map((turn) => turn.state)).toEqual(['done', 'speaking']);
    expect(codeOf(other, FACILITATOR, grant('T1'))).toBe('not-waiting');
    expect(codeOf(other, FACILITATOR, grant('T9'))).toBe('unknown-turn');
  });

  test('[D7] a juror who left while waiting is not called up', () => {
    const left = play(two, [[ORGANISER, { type: 'vacate-seat', seat: 'S01', reason: 'illness' }]]);
    expect(codeOf(left, FACILITATOR, grant('T1'))).toBe('seat-not-active');
  });

  test('[D8] a juror yields only their own turn; the facilitator may end any', () => {
    expect(codeOf(speaking, juror(2), end('T1'))).toBe('not-allowed');
    expect(codeOf(speaking, FACILITATOR, end('T2'))).toBe('unknown-turn');
    expect(eventsOf(speaking, juror(1), end('T1'))).toMatchObject([
      { type: 'turn-ended', turn: 'T1', reason: 'yielded' },
      { type: 'airtime-counted', seat: 'S01' },
    ]);
    expect(play(speaking, [[FACILITATOR, end('T1')]]).jury.floor.turns[0]?.state).toBe('done');
  });

  test('[D9] closing a session ends the turn, empties the queue and clears the signals', () => {
    const signalled = play(speaking, [[juror(2), { type: 'give-signal', session, signal: 'agree' }]]);
    const closed = play(signalled, [[FACILITATOR, { type: 'close-session', session }]]);
    expect(closed.jury.floor.turns.map((turn) => turn.state)).toEqual(['done', 'withdrawn']);
    expect([closed.jury.floor.queue, closed.jury.signals.agree.count]).toEqual([[], 0]);
    expect(codeOf(closed, FACILITATOR, grant('T2'))).toBe('session-not-live');
  });

  test('[D13] a clarifying question pauses the speech, which then goes on with the time it had left', () => {
    const asked = play(speaking, [[juror(3), ask]]);
    expect(queue(asked)).toEqual(['S03', 'S02']);
    const endsAt = speaker(asked)?.endsAt ?? 0;
    const interrupted = play(asked, [[FACILITATOR, grant('T3')]]);
    expect([speaker(interrupted)?.seat, pausedOf(interrupted.jury.floor, session)?.seat]).toEqual(['S03', 'S01']);
    expect(codeOf(interrupted, FACILITATOR, resume('T1'))).toBe('floor-taken');
    const later = play(interrupted, [[FACILITATOR, { type: 'post-message', session, text: 'Short, please.' }]]);
    const on = play(later, [[juror(3), end('T3')]]);
    expect(speaker(on)).toMatchObject({ id: 'T1', state: 'speaking' });
    expect(speaker(on)?.endsAt).toBeGreaterThan(endsAt);
    expect(pausedOf(on.jury.floor, session)).toBeUndefined();
    // Giving the floor to a speech instead ends both.
    expect(play(interrupted, [[FACILITATOR, grant('T2')]]).jury.floor.turns.map(({ state }) => state)).toEqual([
      'done',
      'speaking',
      'done',
    ]);
  });

  test('[D16] the last quarter is told, then ten seconds of grace', () => {
    const turn = { ...speaker(speaking)!, endsAt: 120_000 };
    expect([89_999, 90_000, 120_000, 129_999, 130_000].map((now) => phaseOf(turn, 120, now))).toEqual([
      'running',
      'closing',
      'grace',
      'grace',
      'over',
    ]);
    expect(phaseOf({ ...turn, endsAt: undefined }, 120, 1e12)).toBe('running');
    expect(phaseOf({ ...turn, endsAt: undefined, left: 20_000, state: 'paused' }, 120, 1e12)).toBe('closing');
    expect(speaker(speaking)?.endsAt).toBe((speaker(speaking)?.since ?? 0) + 120_000);
  });

  test('[D17] a turn is paused, goes on, and is extended by at most its limit', () => {
    const paused = play(speaking, [[FACILITATOR, pause('T1')]]);
    expect([speaker(paused), pausedOf(paused.jury.floor, session)?.seat]).toEqual([undefined, 'S01']);
    expect(codeOf(paused, FACILITATOR, pause('T1'))).toBe('not-speaking');
    expect(codeOf(paused, FACILITATOR, extend('T1', 30))).toBe('not-speaking');
    expect(codeOf(speaking, FACILITATOR, resume('T1'))).toBe('not-speaking');
    expect(speaker(play(paused, [[FACILITATOR, resume('T1')]]))?.seat).toBe('S01');
    const longer = play(speaking, [[FACILITATOR, extend('T1', 100)]]);
    expect((speaker(longer)?.endsAt ?? 0) - (speaker(speaking)?.endsAt ?? 0)).toBe(100_000);
    expect(codeOf(longer, FACILITATOR, extend('T1', 30))).toBe('extended-enough');
    expect(eventsOf(longer, FACILITATOR, extend('T1', 20))).toHaveLength(1);
  });

  test('[D18] whoever was interrupted returns to the front, and so may whoever spoke last', () => {
    const dropped = play(speaking, [[FACILITATOR, back('T1')]]);
    expect(queue(dropped)).toEqual(['S01', 'S02']);
    expect(dropped.jury.floor.turns[0]).toMatchObject({ state: 'done', ended: 'dropped' });
    const ended = play(speaking, [[FACILITATOR, end('T1')]]);
    expect(queue(play(ended, [[FACILITATOR, back('T1')]]))).toEqual(['S01', 'S02']);
    const next = play(ended, [
      [FACILITATOR, grant('T2')],
      [FACILITATOR, end('T2')],
    ]);
    expect(codeOf(next, FACILITATOR, back('T1'))).toBe('not-last-speaker');
    expect(codeOf(play(next, [[juror(2), raise]]), FACILITATOR, back('T2'))).toBe('already-waiting');
    const left = play(next, [[ORGANISER, { type: 'vacate-seat', seat: 'S02', reason: 'illness' }]]);
    expect(codeOf(left, FACILITATOR, back('T2'))).toBe('seat-not-active');
  });
});

describe('airtime', () => {
  test('[D20] is counted by juror without pauses', () => {
    const later = (from: Played, times: number) =>
      play(
        from,
        Array.from({ length: times }, () => [FACILITATOR, { type: 'post-message', session, text: 'So.' }] as const),
      );
    const paused = play(later(speaking, 4), [[FACILITATOR, pause('T1')]]);
    const first = seconds(paused)?.seats['S01'] ?? 0;
    expect(first).toBeGreaterThanOrEqual(4);
    const on = play(later(paused, 10), [[FACILITATOR, resume('T1')]]);
    const ended = play(later(on, 2), [[FACILITATOR, end('T1')]]);
    expect(seconds(ended)).toEqual({ total: first + 3, seats: { S01: first + 3 } });
  });

  test('[D20] half of an equal share is quiet, one and a half of it much', () => {
    expect(shareOf(0, 0, 20)).toBe('even');
    expect([0, 600].map((own) => shareOf(own, 3_600, 20))).toEqual(['quiet', 'much']);
    expect([59, 60, 300, 301].map((own) => shareOf(own, 3_600, 20))).toEqual(['quiet', 'even', 'even', 'much']);
  });
});

describe('nudges', () => {
  const calm = { halfOver: true, speaking: false, waiting: false, others: true };

  test('[D20] go to the quiet when half of the item is over and to whoever speaks much while others wait', () => {
    expect(nudgeFor('quiet', calm)).toBe('quiet');
    expect(nudgeFor('quiet', { ...calm, halfOver: false })).toBeNull();
    expect(nudgeFor('quiet', { ...calm, waiting: true })).toBeNull();
    expect(nudgeFor('much', { ...calm, speaking: true })).toBe('long');
    expect(nudgeFor('much', { ...calm, speaking: true, others: false })).toBeNull();
    expect(nudgeFor('much', calm)).toBeNull();
    expect(nudgeFor('even', { ...calm, speaking: true })).toBeNull();
  });
});

describe('silent signals', () => {
  const give = { type: 'give-signal', session, signal: 'slow-down' } as const;
  const takeBack = { ...give, type: 'take-back-signal' } as const;
  const clear = { type: 'clear-signals', session } as const;
  const given = play(two, [[juror(1), give]]);
  const count = ({ jury }: Played): number => jury.signals['slow-down'].count;

  test('[D21] each is given once and taken back', () => {
    expect(count(play(given, [[juror(2), give]]))).toBe(2);
    expect(codeOf(given, juror(1), give)).toBe('already-signalled');
    expect(codeOf(given, juror(2), takeBack)).toBe('not-signalled');
    expect(count(play(given, [[juror(1), takeBack]]))).toBe(0);
    expect(codeOf(two, juror(1), give, { present: [] })).toBe('not-present');
    expect(codeOf(two, FACILITATOR, clear)).toBe('not-signalled');
  });

  test('[D21] they end with the moment that they are about', () => {
    const started = { type: 'start-item', session, item: '1', after: null } as const;
    for (const command of [grant('T2'), clear, started]) expect(count(play(given, [[FACILITATOR, command]]))).toBe(0);
  });
});
