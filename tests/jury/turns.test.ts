/** What a turn says of itself: what it will be about, how it ended; and a look at another order of the queue before it is applied. */
import { describe, expect, test } from 'vitest';
import { evolveFloor, OPEN_FLOOR, queueOf } from '../../src/lib/jury/deliberation/floor.ts';
import type { QueueMode } from '../../src/lib/jury/deliberation/floor.ts';
import { heardIn } from '../../src/lib/jury/deliberation/heard.ts';
import { orderUnder } from '../../src/lib/jury/deliberation/queue.ts';
import { CLOCK } from '../../src/lib/jury/clock.ts';
import { ROLES } from '../../src/lib/jury/terms.ts';
import { viewEvent, viewJury } from '../../src/lib/jury/view.ts';
import type { Viewer } from '../../src/lib/jury/view.ts';
import { FACILITATOR, ORGANISER, START_OF_SESSION, codeOf, eventsOf, juror, juryAt, play } from '../support/jury.ts';
import type { Played, Step } from '../support/jury.ts';

const session = 'D1';
const raise = { type: 'raise-hand', session } as const;
const on = <T extends string>(type: T, turn = 'T1') => ({ type, session, turn }) as const;
const live = play(juryAt('deliberating'), [
  [
    ORGANISER,
    { type: 'plan-session', title: 'Options', startsAt: START_OF_SESSION, agenda: [{ title: 'One', minutes: 30 }] },
  ],
  [FACILITATOR, { type: 'open-session', session }],
]);
const speaking = play(live, [
  [juror(1), raise],
  [juror(2), raise],
  [FACILITATOR, on('grant-floor')],
]);
const T1 = ({ jury }: Played) => jury.floor.turns.find(({ id }) => id === 'T1')!;

describe('a note with the hand', () => {
  const about = 'About the depot at the river.';
  const noted = play(live, [[juror(1), { ...raise, note: about }]]);
  const mayRead: readonly Viewer[] = [{ role: 'facilitator' }, { role: 'juror', seat: 'S01' }];
  const mayNot: readonly Viewer[] = [
    ...ROLES.filter((role) => role !== 'facilitator').map((role) => ({ role })),
    { role: 'juror', seat: 'S02' },
  ];

  test('[D120] says what the turn will be about, and may be left out', () => {
    expect(T1(noted).note?.text).toBe(about);
    expect(T1(play(live, [[juror(1), { ...raise, note: '' }]]))).not.toHaveProperty('note');
  });

  test.each(['clarifying-question', 'procedural'] as const)('[D120] goes with a hand for a %s as well', (kind) => {
    const both = play(noted, [[juror(1), { ...raise, kind, note: 'What is a depot?' }]]);
    expect(queueOf(both.jury.floor, session).map((turn) => [turn.kind, turn.note?.text])).toEqual([
      [kind, 'What is a depot?'],
      ['speech', about],
    ]);
  });

  test('[W42] is read by the facilitator and whoever wrote it, in the state and in the event', () => {
    const event = noted.log.at(-1)!.event;
    const shown = (viewer: Viewer) => JSON.stringify([viewJury(noted.jury, viewer), viewEvent(event, viewer)]);
    for (const viewer of mayRead) expect(shown(viewer).split(about)).toHaveLength(3);
    for (const viewer of mayNot) expect([viewer, shown(viewer).includes(about)]).toEqual([viewer, false]);
  });

  test('[D120] goes with the turn that returns to the front', () => {
    const back = play(noted, [
      [FACILITATOR, on('grant-floor')],
      [FACILITATOR, on('return-to-front')],
    ]);
    expect(queueOf(back.jury.floor, session)[0]).toMatchObject({ seat: 'S01', note: { text: about } });
    const granted = play(noted, [[FACILITATOR, on('grant-floor')]]);
    const at = granted.jury.floor.turns[0]!.since! + 5_000;
    const gone = play(granted, [[CLOCK, on('pause-turn')]], { now: at, lines: { S01: at - 3_000 } });
    const dropped = play(gone, [[CLOCK, on('return-to-front')]], { now: at + 15_000, lines: { S01: at - 3_000 } });
    expect(queueOf(dropped.jury.floor, session)[0]).toMatchObject({ seat: 'S01', note: { text: about } });
  });
});

describe('how a turn ended', () => {
  const ended = (steps: readonly Step[], given = {}) => T1(play(speaking, steps, given)).ended;
  const late = { now: (T1(speaking).endsAt ?? 0) + 1 };
  const atTheEnd = { now: T1(speaking).endsAt ?? 0 };

  test('[D121] yielded by whoever spoke, before the limit and after it', () => {
    expect(ended([[juror(1), on('end-turn')]])).toBe('yielded');
    expect(ended([[juror(1), on('end-turn')]], late)).toBe('yielded');
  });

  test('[D121] stopped by somebody else before the limit, timed out from then on', () => {
    expect(ended([[FACILITATOR, on('end-turn')]])).toBe('stopped');
    expect(ended([[FACILITATOR, on('end-turn')]], { now: atTheEnd.now - 1 })).toBe('stopped');
    expect(ended([[FACILITATOR, on('end-turn')]], atTheEnd)).toBe('timed-out');
    expect(ended([[FACILITATOR, on('grant-floor', 'T2')]])).toBe('stopped');
    expect(ended([[FACILITATOR, on('grant-floor', 'T2')]], late)).toBe('timed-out');
    expect(ended([[FACILITATOR, { type: 'close-session', session }]])).toBe('stopped');
    expect(ended([[FACILITATOR, { type: 'remove-juror', session, seat: 'S01', rule: 'insult' }]])).toBe('stopped');
  });

  test('[D121] of a paused turn what was left of it decides', () => {
    const paused = (given = {}) => play(speaking, [[FACILITATOR, on('pause-turn')]], given);
    expect(T1(play(paused(), [[FACILITATOR, on('end-turn')]])).ended).toBe('stopped');
    expect(T1(play(paused(late), [[FACILITATOR, on('end-turn')]])).ended).toBe('timed-out');
  });

  test('[D121] dropped where the line was gone', () => {
    expect(ended([[FACILITATOR, on('return-to-front')]])).toBe('dropped');
  });

  test('[D121] older journals say that it was finished, or nothing', () => {
    const raised = { type: 'hand-raised', turn: 'T1', session, seat: 'S01', at: 0 } as const;
    const granted = { type: 'floor-granted', turn: 'T1', at: 1 } as const;
    const [begun] = [[raised, granted].reduce(evolveFloor, OPEN_FLOOR)];
    const finished = { type: 'turn-ended', turn: 'T1', at: 2 } as const;
    expect(evolveFloor(begun, finished).turns[0]?.ended).toBe('finished');
    expect(evolveFloor(begun, { ...finished, reason: 'finished' }).turns[0]?.ended).toBe('finished');
  });
});

describe('another order of the queue', () => {
  const spoken = play(speaking, [
    ...Array.from({ length: 40 }, (): Step => [FACILITATOR, { type: 'post-message', session, text: 'So.' }]),
    [juror(1), on('end-turn')],
    [juror(1), raise],
    [juror(3), raise],
    [juror(4), { ...raise, kind: 'procedural' }],
    [FACILITATOR, { type: 'move-turn', session, turn: 'T3', ahead: 'T2', reason: 'Has to leave.' }],
  ]);
  const seen = ({ jury }: Played, mode: QueueMode, newFirst: boolean) =>
    orderUnder({ mode, newFirst }, jury.floor, queueOf(jury.floor, session), heardIn(jury, session), '');

  test.each([
    ['equity', true],
    ['equity', false],
    ['first-come', true],
    ['first-come', false],
  ] as const)('[D126] %s, new ones first %s, is applied as it was seen', (mode, newFirst) => {
    const set = { type: 'set-queue', session, mode, limit: 120, newFirst: `${newFirst}` } as never;
    const applied = play(spoken, [[FACILITATOR, set]]);
    expect(seen(spoken, mode, newFirst)).toEqual(applied.jury.floor.queue);
  });

  test('[D126] as long as the settings stay, so does what the facilitator changed', () => {
    expect(seen(spoken, 'first-come', true)).toEqual(spoken.jury.floor.queue);
    expect(seen(spoken, 'equity', true)).not.toEqual(spoken.jury.floor.queue);
  });

  test('[D126] nothing changes by looking', () => {
    const set = { type: 'set-queue', session, mode: 'equity', limit: 120 } as const;
    expect(eventsOf(spoken, FACILITATOR, set).map(({ type }) => type)).toEqual(['queue-set']);
  });
});

describe('[D140] a juror without an open line', () => {
  const nobody = { present: [] };
  const inHall = play(live, [[juror(1), { type: 'check-in', session, mode: 'in-room' }]], nobody);
  const open = { type: 'open-sounding', session, kind: 'statement', text: 'More shelters.' } as const;

  test('who attends raises a hand, gives a signal and answers', () => {
    expect(eventsOf(inHall, juror(1), { ...raise, note: 'Shelters.' }, nobody)).toMatchObject([
      { type: 'hand-raised', seat: 'S01' },
    ]);
    expect(eventsOf(inHall, juror(1), { type: 'give-signal', session, signal: 'agree' }, nobody)).toHaveLength(1);
    const asked = play(inHall, [[FACILITATOR, open]], nobody);
    const answer = { type: 'answer-sounding', sounding: 'Z1', answer: 'agree' } as const;
    expect(eventsOf(asked, juror(1), answer, nobody)[0]).toEqual({
      type: 'sounding-answered',
      sounding: 'Z1',
      seat: 'S01',
    });
    expect(codeOf(asked, juror(2), answer, nobody)).toBe('not-present');
  });

  test('is not here before they come, after they left, and when they are only ready', () => {
    expect(codeOf(live, juror(1), raise, nobody)).toBe('not-present');
    const left = play(inHall, [[juror(1), { type: 'check-out', session }]], nobody);
    expect(codeOf(left, juror(1), raise, nobody)).toBe('not-present');
    expect(codeOf(inHall, juror(1), { type: 'mark-ready', session, item: '1' }, nobody)).toBe('not-present');
  });

  test('who was removed does none of it', () => {
    const removed = play(
      inHall,
      [[FACILITATOR, { type: 'remove-juror', session, seat: 'S01', rule: 'insult' }]],
      nobody,
    );
    expect(codeOf(removed, juror(1), raise, nobody)).toBe('removed');
  });
});
