/** Before a session begins people come in; before it is closed they have last words. */
import { describe, expect, test } from 'vitest';
import { attendanceOf } from '../../src/lib/jury/deliberation/attendance/attendance.ts';
import { minutesFacts } from '../../src/lib/jury/minutes/facts.ts';
import { FACILITATOR, ORGANISER, START, START_OF_SESSION, codeOf, eventsOf, juror, juryAt } from '../support/jury.ts';
import { play } from '../support/jury.ts';
import type { Played, Step } from '../support/jury.ts';

const MINUTE = 60_000;
const session = 'D1';
const doors = { type: 'open-doors', session } as const;
const open = { type: 'open-session', session } as const;
const close = { type: 'close-session', session } as const;
const start = (item: string, after: string | null, reason?: string) =>
  ({ type: 'start-item', session, item, after, reason }) as const;
const closing = (after: string | null, sure = false) => ({ type: 'begin-closing', session, after, sure }) as const;
const come = { type: 'check-in', session } as const;
const plan: Step = [
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
];
const planned = play(juryAt('deliberating'), [plan, plan]);
const D1 = ({ jury }: Played) => jury.sessions[0]!;
const gathering = play(planned, [[FACILITATOR, doors]]);

describe('[D116] open doors', () => {
  test('let people in and be counted, and nothing else', () => {
    const came = play(gathering, [
      [juror(1), come],
      [FACILITATOR, { type: 'check-in-for', session, seat: 'S02', mode: 'in-room' }],
    ]);
    expect(attendanceOf(came.jury.attendance, session).here.count).toBe(2);
    const nothing = [
      [FACILITATOR, start('1', null)],
      [juror(1), { type: 'raise-hand', session }],
      [juror(1), { type: 'post-message', session, text: 'Is anybody here?' }],
    ] as const;
    expect(nothing.map(([actor, command]) => codeOf(came, actor, command))).toEqual(Array(3).fill('session-not-live'));
    expect(codeOf(planned, juror(1), come)).toBe('session-not-live');
    expect(D1(play(came, [[FACILITATOR, open]])).state).toBe('live');
  });

  test('are those of one session at a time, and of one that is to come', () => {
    for (const id of ['D1', 'D2'])
      expect(codeOf(gathering, FACILITATOR, { ...doors, session: id })).toBe('session-already-live');
    const live = play(planned, [[FACILITATOR, open]]);
    expect(codeOf(live, FACILITATOR, { ...doors, session: 'D2' })).toBe('session-already-live');
    expect(codeOf(play(live, [[FACILITATOR, close]]), FACILITATOR, doors)).toBe('session-over');
    expect(codeOf(planned, FACILITATOR, { ...doors, session: 'D9' })).toBe('unknown-session');
  });

  test('do not keep a session from being changed or called off, which ends the attendance', () => {
    const off = play(gathering, [
      [juror(1), come],
      [FACILITATOR, { type: 'cancel-session', session, reason: 'The power is gone.' }],
    ]);
    expect([D1(off).state, attendanceOf(off.jury.attendance, session).here.count]).toEqual(['cancelled', 0]);
    expect(eventsOf(off, FACILITATOR, { ...doors, session: 'D2' })).toHaveLength(1);
  });

  test('[D57] what is attended begins with the session; who had left before did not attend', () => {
    const at = (minutes: number) => ({ now: START + minutes * MINUTE });
    const came = play(
      gathering,
      [
        [juror(1), come],
        [juror(2), come],
      ],
      at(0),
    );
    const begun = play(came, [[juror(2), { type: 'check-out', session }]], at(5));
    const held = play(play(begun, [[FACILITATOR, open]], at(10)), [[FACILITATOR, close]], at(40));
    // The journal's own time of an entry is the kit's; what counts is the time of the opening.
    const log = held.log.map((entry) => (entry.event.type === 'session-opened' ? { ...entry, at: at(10).now } : entry));
    const facts = minutesFacts(log, session)!;
    expect(facts.attendance).toMatchObject({ came: 1, modes: { app: 1 } });
    expect(facts.people.find(({ seat }) => seat === 'S01')).toMatchObject({ minutes: 30, mode: 'app' });
    expect(facts.people.find(({ seat }) => seat === 'S02')).toMatchObject({ minutes: 0, mode: null });
  });
});

describe('[D117] last words', () => {
  const live = play(planned, [
    [FACILITATOR, open],
    [FACILITATOR, start('1', null)],
    [FACILITATOR, start('2', '1')],
  ]);
  const last = play(live, [[FACILITATOR, closing('2')]]);

  test('end the item, and leave the floor and the messages open', () => {
    expect(D1(last)).toMatchObject({ state: 'live', running: null, done: ['1', '2'] });
    const spoken = play(last, [
      [juror(1), { type: 'raise-hand', session }],
      [FACILITATOR, { type: 'grant-floor', session, turn: 'T1' }],
      [juror(2), { type: 'post-message', session, text: 'Thank you all.' }],
    ]);
    expect(codeOf(last, juror(1), { type: 'mark-ready', session, item: '2' })).toBe('agenda-moved-on');
    expect(D1(play(spoken, [[FACILITATOR, close]])).state).toBe('closed');
  });

  test('are begun once, after the item that was running, over what is under way only by saying so', () => {
    expect(codeOf(last, FACILITATOR, closing(null))).toBe('agenda-moved-on');
    expect(codeOf(live, FACILITATOR, closing('1'))).toBe('agenda-moved-on');
    expect(codeOf(planned, FACILITATOR, closing(null))).toBe('session-not-live');
    const paused = play(live, [[FACILITATOR, { type: 'pause-session', session, reason: 'Dark.' }]]);
    expect(codeOf(paused, FACILITATOR, closing('2'))).toBe('session-paused');
    const speaking = play(live, [
      [juror(1), { type: 'raise-hand', session }],
      [FACILITATOR, { type: 'grant-floor', session, turn: 'T1' }],
    ]);
    expect(codeOf(speaking, FACILITATOR, closing('2'))).toBe('room-busy');
    expect(D1(play(speaking, [[FACILITATOR, closing('2', true)]])).closing).toBeGreaterThan(0);
  });

  test('end when an item is taken up again', () => {
    const again = play(last, [[FACILITATOR, start('1', null, 'One figure was left out.')]]);
    expect(D1(again)).toMatchObject({ running: { item: '1' }, done: ['2'] });
    expect(D1(again)).not.toHaveProperty('closing');
  });

  test('[D57] are no time of the last item', () => {
    const late = (minutes: number) => ({ now: START + minutes * MINUTE });
    const item = play(play(planned, [[FACILITATOR, open]]), [[FACILITATOR, start('1', null)]], late(0));
    const ended = play(item, [[FACILITATOR, closing('1')]], late(20));
    const closed = play(ended, [[FACILITATOR, close]], late(50));
    expect(minutesFacts(closed.log, session)?.items[0]?.actual).toBe(20);
  });
});
