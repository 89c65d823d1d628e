import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { pausedOf, queueOf, speakerOf } from '../../src/lib/jury/deliberation/floor.ts';
import { BREAK } from '../../src/lib/server/room-clock.ts';
import { FACILITATOR, ORGANISER, START_OF_SESSION, juror, juryAt, play } from '../support/jury.ts';
import { pass, running, serverOn } from './clocked-server.ts';
import type { Server } from './clocked-server.ts';

const NOW = Date.UTC(2027, 4, 1);
const session = 'D1';

beforeEach(() => void vi.useFakeTimers({ now: NOW }));
afterEach(() => void vi.useRealTimers());

const planned = play(juryAt('deliberating'), [
  [
    ORGANISER,
    {
      type: 'plan-session',
      title: 'Options',
      startsAt: START_OF_SESSION,
      agenda: [
        { title: 'Round', minutes: 45 },
        { title: 'Break', minutes: 10 },
      ],
    },
  ],
  [FACILITATOR, { type: 'open-session', session }],
]);

const start = { type: 'start-item', session, item: '1', after: null } as const;
const ready = { type: 'mark-ready', session, item: '1' } as const;
const raise = { type: 'raise-hand', session } as const;
const grant = { type: 'grant-floor', session, turn: 'T1' } as const;

async function allReady(): Promise<Server> {
  const server = await serverOn(planned);
  server.comes(1, 2, 3);
  server.does(FACILITATOR, start);
  for (const seat of [1, 2]) server.does(juror(seat), ready);
  return server;
}

describe('[D68] a countdown', () => {
  test('ends by itself after eight seconds, once', async () => {
    const server = await allReady();
    await pass(7_999);
    expect([running(server), server.asked]).toEqual(['1', []]);
    await pass(1);
    expect([running(server), server.asked.length]).toEqual(['2', 1]);
    await pass(60_000);
    expect(server.asked).toHaveLength(1);
  });

  test('outlives a restart of the server', async () => {
    const before = await allReady();
    before.clock.stop();
    await pass(5_000);
    const server = await serverOn(before.played());
    await pass(2_999);
    expect(running(server)).toBe('1');
    await pass(1);
    expect(running(server)).toBe('2');
  });

  test('waits until nobody is interrupted', async () => {
    const server = await allReady();
    server.does(juror(3), raise);
    server.does(FACILITATOR, grant);
    await pass(60_000);
    expect(running(server)).toBe('1');
    server.does(juror(3), { type: 'end-turn', session, turn: 'T1' });
    await pass(0);
    expect(running(server)).toBe('2');
  });

  test('begins when so many leave that enough remain', async () => {
    const server = await serverOn(planned);
    server.comes(1, 2, 3);
    server.does(FACILITATOR, start);
    server.does(juror(1), ready);
    server.goes(3);
    await pass(19_999);
    expect(server.jury().sessions[0]?.countdown).toBeNull();
    await pass(2);
    expect(server.jury().sessions[0]?.countdown?.item).toBe('2');
  });
});

async function speaking(): Promise<Server> {
  const server = await serverOn(planned);
  server.comes(1, 2);
  server.does(juror(1), raise);
  server.does(juror(2), raise);
  server.does(FACILITATOR, grant);
  return server;
}
const floor = ({ jury }: Server) => ({
  speaks: speakerOf(jury().floor, session)?.seat,
  paused: pausedOf(jury().floor, session)?.seat,
  queue: queueOf(jury().floor, session).map(({ seat, skipped }) => (skipped ? `(${seat})` : seat)),
});

describe('[D72] [D73] a line that is gone', () => {
  test('for less than three seconds is a page that loads anew', async () => {
    const server = await speaking();
    server.goes(1);
    await pass(BREAK - 1);
    server.comes(1);
    await pass(60_000);
    expect([floor(server).speaks, server.asked]).toEqual(['S01', []]);
  });

  test('pauses the turn, which goes on when the line is back', async () => {
    const server = await speaking();
    server.goes(1);
    await pass(BREAK);
    expect(floor(server)).toMatchObject({ speaks: undefined, paused: 'S01' });
    await pass(14_000);
    server.comes(1);
    await pass(0);
    expect(floor(server)).toMatchObject({ speaks: 'S01', paused: undefined });
  });

  test('drops the turn after fifteen seconds, keeps the place, and does not hold up the others', async () => {
    const server = await speaking();
    server.goes(1);
    await pass(BREAK + 15_000);
    await pass(1);
    expect(floor(server)).toEqual({ speaks: undefined, paused: undefined, queue: ['(S01)', 'S02'] });
    server.comes(1);
    await pass(0);
    expect(floor(server).queue).toEqual(['S01', 'S02']);
  });

  test('is remembered over a restart', async () => {
    const before = await speaking();
    before.goes(1);
    await pass(BREAK);
    before.clock.stop();
    const server = await serverOn(before.played());
    await pass(15_000);
    expect(floor(server)).toMatchObject({ paused: undefined, queue: ['S01', 'S02'] });
  });

  test('is nobody’s who never had one, and a second line is a line', async () => {
    const server = await serverOn(planned);
    server.comes(2, 2);
    server.does(FACILITATOR, { type: 'raise-hand-for', session, seat: 'S01' });
    server.does(juror(2), raise);
    server.does(FACILITATOR, grant);
    server.goes(2);
    await pass(120_000);
    expect(floor(server)).toEqual({ speaks: 'S01', paused: undefined, queue: ['S02'] });
    expect(server.asked).toEqual([]);
  });
});

test('[D83] a clock that was stopped does nothing more', async () => {
  const server = await allReady();
  server.clock.stop();
  await pass(60_000);
  expect([running(server), server.asked]).toEqual(['1', []]);
});
