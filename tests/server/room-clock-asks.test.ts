/** What the clock of a room does by itself besides counting down: an item whose time is up, and questions that wait for nobody. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { FACILITATOR, ORGANISER, START_OF_SESSION, juror, juryAt, play } from '../support/jury.ts';
import { pass, running, serverOn } from './clocked-server.ts';
import type { Server } from './clocked-server.ts';

const session = 'D1';
const start = { type: 'start-item', session, item: '1', after: null } as const;

beforeEach(() => void vi.useFakeTimers({ now: Date.UTC(2027, 4, 1) }));
afterEach(() => void vi.useRealTimers());

describe('[D111] an item that goes on by itself', () => {
  const auto = play(juryAt('deliberating'), [
    [
      ORGANISER,
      {
        type: 'plan-session',
        title: 'Options',
        startsAt: START_OF_SESSION,
        agenda: [
          { title: 'Round', minutes: 5, auto: true },
          { title: 'Break', minutes: 10, atLeast: 2 },
        ],
      },
    ],
    [FACILITATOR, { type: 'open-session', session }],
  ]);
  const MINUTES = 5 * 60_000;
  const begun = async (...seats: number[]): Promise<Server> => {
    const server = await serverOn(auto);
    server.comes(...seats);
    server.does(FACILITATOR, start);
    return server;
  };

  test('does so once, by the server’s clock, even if it was restarted meanwhile', async () => {
    const before = await begun(1, 2);
    await pass(60_000);
    before.clock.stop();
    const server = await serverOn(before.played());
    server.comes(1, 2);
    await pass(MINUTES - 60_000 - 1);
    expect(server.jury().sessions[0]?.countdown).toBeNull();
    await pass(1);
    expect(server.jury().sessions[0]?.countdown).toMatchObject({ item: '2', timeUp: true });
    await pass(8_000);
    expect(running(server)).toBe('2');
    await pass(10 * MINUTES);
    expect(server.asked.map(({ type }) => type)).toEqual(['count-down', 'start-item']);
  });

  test('[D114] waits for a turn to end, and for those whom the next item needs', async () => {
    const server = await begun(1);
    server.does(juror(1), { type: 'raise-hand', session });
    server.does(FACILITATOR, { type: 'grant-floor', session, turn: 'T1' });
    await pass(2 * MINUTES);
    expect([running(server), server.asked]).toEqual(['1', []]);
    server.does(juror(1), { type: 'end-turn', session, turn: 'T1' });
    await pass(60_000);
    expect([running(server), server.asked]).toEqual(['1', []]);
    server.comes(2);
    await pass(8_000);
    expect(running(server)).toBe('2');
  });
});

describe('what is asked of all', () => {
  const usual = play(juryAt('deliberating'), [
    [
      ORGANISER,
      { type: 'plan-session', title: 'Options', startsAt: START_OF_SESSION, agenda: [{ title: 'Round', minutes: 45 }] },
    ],
    [FACILITATOR, { type: 'open-session', session }],
  ]);
  const more = { type: 'extend-item', session, item: '1', minutes: 15, from: 'session' } as const;
  const yes = { type: 'answer-extension', session, minutes: 15, agrees: true } as const;
  const minutes = ({ jury }: Server) => jury().sessions[0]?.agenda[0]?.minutes;
  const asked = async (): Promise<Server> => {
    const server = await serverOn(usual);
    server.comes(1, 2, 3);
    server.does(FACILITATOR, start);
    server.does(FACILITATOR, more);
    server.does(juror(1), yes);
    return server;
  };

  test('[D113] more time is settled after a minute', async () => {
    const server = await asked();
    await pass(59_999);
    expect(server.asked).toEqual([]);
    await pass(1);
    expect([minutes(server), server.jury().sessions[0]?.extension?.refused]).toEqual([45, true]);
    await pass(60_000);
    expect(server.asked).toHaveLength(1);
  });

  test('[D113] more time is settled when those who stay have agreed', async () => {
    const server = await asked();
    server.goes(2);
    await pass(21_000);
    expect(minutes(server)).toBe(60);
  });

  test('[D118] a sounding is closed when those who stay have answered', async () => {
    const server = await serverOn(usual);
    server.comes(1, 2);
    server.does(FACILITATOR, { type: 'open-sounding', session, kind: 'statement', text: 'Buses for everyone.' });
    server.does(juror(1), { type: 'answer-sounding', sounding: 'Z1', answer: 'agree' });
    server.goes(2);
    await pass(21_000);
    expect(server.jury().soundings[0]?.state).toBe('closed');
  });
});
