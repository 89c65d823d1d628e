import { describe, expect, test } from 'vitest';
import { FACILITATOR, ORGANISER, START_OF_SESSION, codeOf, eventsOf, juror, juryAt, play } from '../support/jury.ts';
import type { Played } from '../support/jury.ts';

const agenda = [
  { title: 'Options', minutes: 30 },
  { title: 'Break', minutes: 10 },
  { title: 'Round', minutes: 45 },
];
const plan = { type: 'plan-session', title: 'Options', startsAt: START_OF_SESSION, agenda } as const;
const open = (session: string) => ({ type: 'open-session', session }) as const;
const start = (item: string, after: string | null, session = 'D1') =>
  ({ type: 'start-item', session, item, after }) as const;
const close = (session: string) => ({ type: 'close-session', session }) as const;
const raise = { type: 'raise-hand', session: 'D1' } as const;
const grant = (turn: string, session = 'D1') => ({ type: 'grant-floor', session, turn }) as const;
const post = (text: string, replyTo?: string) => ({ type: 'post-message', session: 'D1', text, replyTo }) as const;
const hide = (message: string) => ({ type: 'hide-message', message, rule: 'insult' }) as const;

const planned = play(juryAt('deliberating'), [
  [ORGANISER, plan],
  [FACILITATOR, { ...plan, title: 'Criteria' }],
]);
const live = play(planned, [[FACILITATOR, open('D1')]]);
const session = ({ jury }: Played) => jury.sessions[0];

describe('sessions', () => {
  test('[D1] a session is planned with its agenda', () => {
    expect(planned.jury.sessions.map((one) => [one.id, one.title, one.state])).toEqual([
      ['D1', 'Options', 'planned'],
      ['D2', 'Criteria', 'planned'],
    ]);
    expect(session(planned)?.agenda).toEqual(agenda.map((item, index) => ({ id: `${index + 1}`, ...item })));
  });

  test('[D2] one session is live at a time, and a closed one stays closed', () => {
    expect(codeOf(live, FACILITATOR, open('D2'))).toBe('session-already-live');
    expect(codeOf(live, FACILITATOR, open('D1'))).toBe('session-already-live');
    expect(codeOf(live, FACILITATOR, open('D9'))).toBe('unknown-session');
    const closed = play(live, [
      [FACILITATOR, close('D1')],
      [FACILITATOR, open('D2')],
    ]);
    expect(closed.jury.sessions.map((one) => one.state)).toEqual(['closed', 'live']);
    expect(codeOf(closed, FACILITATOR, open('D1'))).toBe('session-over');
  });

  test.each([
    [FACILITATOR, start('1', null)],
    [FACILITATOR, close('D1')],
    [juror(1), raise],
    [FACILITATOR, grant('T1')],
    [juror(1), post('Good morning.')],
  ] as const)('[D3] before the session is live $1.type is refused', (actor, command) => {
    expect(codeOf(planned, actor, command)).toBe('session-not-live');
    expect(codeOf(juryAt('deliberating'), actor, command)).toBe('unknown-session');
  });

  test('[D4] two who press "next" at once advance once', () => {
    const first = play(live, [[FACILITATOR, start('1', null)]]);
    const second = play(first, [[FACILITATOR, start('2', '1')]]);
    expect(codeOf(second, FACILITATOR, start('2', '1'))).toBe('agenda-moved-on');
    expect(codeOf(first, FACILITATOR, start('1', null))).toBe('agenda-moved-on');
    expect(codeOf(first, FACILITATOR, start('1', '1'))).toBe('agenda-moved-on');
    expect(codeOf(first, FACILITATOR, start('4', '1'))).toBe('unknown-agenda-item');
    expect(session(second)).toMatchObject({ running: { item: '2' }, done: ['1'] });
  });

  test('[D4] an item taken up again is no longer done, and is counted once', () => {
    const again = play(live, [
      [FACILITATOR, start('1', null)],
      [FACILITATOR, start('2', '1')],
      [FACILITATOR, { ...start('1', '2'), reason: 'A question was left.' }],
    ]);
    expect(session(again)).toMatchObject({ running: { item: '1' }, done: ['2'] });
    expect(session(play(again, [[FACILITATOR, close('D1')]]))).toMatchObject({ running: null, done: ['2', '1'] });
  });
});

describe('messages', () => {
  const talked = play(live, [
    [juror(1), post('Taxis cost too much.')],
    [FACILITATOR, post('Two minutes left.')],
  ]);
  const hidden = play(talked, [[FACILITATOR, hide('M1')]]);

  test('[D10] jurors and the facilitator write, and may answer a message that stands', () => {
    const replied = play(talked, [[juror(2), post('True.', 'M1')]]);
    expect(replied.jury.room.messages.map((one) => [one.id, one.by, one.replyTo])).toEqual([
      ['M1', 'S01', undefined],
      ['M2', 'facilitator', undefined],
      ['M3', 'S02', 'M1'],
    ]);
    expect(codeOf(talked, juror(2), post('True.', 'M9'))).toBe('unknown-message');
    expect(codeOf(hidden, juror(2), post('True.', 'M1'))).toBe('already-hidden');
  });

  test('[D11] what is hidden leaves a tombstone with the rule', () => {
    expect(hidden.jury.room.messages[0]).toMatchObject({ id: 'M1', by: 'S01', text: null, hidden: { rule: 'insult' } });
    expect(JSON.stringify(hidden.jury)).not.toContain('Taxis');
    expect(codeOf(hidden, FACILITATOR, hide('M1'))).toBe('already-hidden');
    expect(codeOf(hidden, FACILITATOR, hide('M9'))).toBe('unknown-message');
  });

  test('[D12] a muted juror writes no messages, and keeps every other right', () => {
    const mute = (seat: string) => ({ type: 'mute-juror', seat, rule: 'insult' }) as const;
    const unmute = (seat: string) => ({ type: 'unmute-juror', seat }) as const;
    const muted = play(live, [[FACILITATOR, mute('S01')]]);
    expect(codeOf(muted, juror(1), post('Hello.'))).toBe('muted');
    expect(eventsOf(muted, juror(1), raise)).toHaveLength(1);
    expect(eventsOf(muted, juror(2), post('Hello.'))).toHaveLength(1);
    expect(codeOf(muted, FACILITATOR, mute('S01'))).toBe('already-muted');
    expect(codeOf(muted, FACILITATOR, unmute('S02'))).toBe('not-muted');
    expect(eventsOf(play(muted, [[FACILITATOR, unmute('S01')]]), juror(1), post('Hello.'))).toHaveLength(1);
    expect(['S99', 'A01', 'constructor'].map((seat) => codeOf(live, FACILITATOR, mute(seat)))).toEqual(
      Array(3).fill('unknown-seat'),
    );
  });
});
