import { setTimeout as wait } from 'node:timers/promises';
import pino from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import { createLotteryDesk } from '../../../src/lib/server/lottery/desk.ts';
import { limitWebAssembly } from '../../../src/lib/server/lottery/memory-limit.ts';
import { runInThread } from '../../../src/lib/server/lottery/thread.ts';
import { lotteryOf } from '../../../src/lib/server/records/lotteries.ts';
import { deskWith, jobFor } from './kit.ts';

const ROOM = { seconds: 60, heap: 256, solver: 256 };

test('a finished lottery lies in the database under its terms, with what the organiser wants to know of it', async () => {
  const { database, end } = await deskWith(24);
  expect(await end(jobFor('panel'))).toEqual({ code: 'solved' });
  const kept = await lotteryOf(database, 'J1', 'a'.repeat(64));
  const { panels } = JSON.parse(kept?.list ?? '') as { panels: string[][] };
  expect(panels).toHaveLength(1_000);
  expect(kept?.result.chances).toMatchObject({ objective: 'leximin', panels: 1_000, unselectable: 0 });
  expect(kept?.result.chances.least).toBeGreaterThan(0);
  expect(kept?.result.spread.reduce((sum, [, people]) => sum + people, 0)).toBe(24);
  expect(kept?.result.spread.reduce((sum, [chance, people]) => sum + chance * people, 0)).toBeCloseTo(4);
  expect(kept?.result.groups.find(({ value }) => value === 'women')).toMatchObject({ people: 12 });
  expect(kept?.result.legacy?.min).toBe(kept?.result.chances.legacyLeast);
  expect(await lotteryOf(database, 'J1', 'b'.repeat(64))).toBeUndefined();
});

test('targets that cannot be met end with the conflict and what would help', async () => {
  const { end } = await deskWith(24);
  const impossible = [
    { category: 'gender', value: 'women', min: 13, max: 20 },
    ...jobFor('panel').input.targets.slice(1),
  ];
  expect(await end(jobFor('panel', { targets: impossible, seats: 20 }))).toMatchObject({
    code: 'infeasible',
    conflict: expect.arrayContaining([expect.objectContaining({ value: 'women', inPool: 12 })]),
  });
});

test('[R15] a rehearsal tells of people who do not exist, and leaves nothing in the database', async () => {
  const { database, end } = await deskWith(24);
  const ending = await end(jobFor('rehearsal'));
  expect(ending).toMatchObject({ code: 'rehearsed', rehearsal: { composition: expect.any(Array) } });
  expect(await lotteryOf(database, 'J1', 'a'.repeat(64))).toBeUndefined();
});

test('a computation that is cancelled ends at once, and the next one runs', async () => {
  const { desk, end } = await deskWith(24);
  await desk.begin('J1', jobFor('panel'));
  desk.cancel('J1');
  while (desk.underWay('J1')) await wait(5);
  expect(desk.ended('J1', 'panel')?.ending).toEqual({ code: 'cancelled' });
  expect(await end(jobFor('panel'))).toEqual({ code: 'solved' });
});

test('one jury has one computation, and of several juries one is computed at a time', async () => {
  const { desk } = await deskWith(24);
  await Promise.all([desk.begin('J1', jobFor('panel')), desk.begin('J1', jobFor('rehearsal'))]);
  expect(desk.underWay('J1')?.purpose).toBe('panel');
  while (desk.underWay('J1')) await wait(5);
  expect(desk.ended('J1', 'rehearsal')).toBeNull();
});

test('a computation that takes too long is an outcome', async () => {
  const { end } = await deskWith(24, { seconds: 0.01, heap: 256, solver: 256 });
  expect(await end(jobFor('panel'))).toEqual({ code: 'overrun' });
});

test('a thread that runs out of memory is an outcome, and the server goes on', async () => {
  const { database, end } = await deskWith(3_000, { seconds: 60, heap: 4, solver: 256 });
  expect(await end(jobFor('panel'))).toEqual({ code: 'out-of-memory' });
  expect(await database.reader.selectFrom('pool').select('size').executeTakeFirst()).toEqual({ size: 3_000 });
});

test('the memory of the solver ends where it was told to, and whoever counts is told before the solver', () => {
  const { prototype } = WebAssembly.Memory;
  const grow = Reflect.get(prototype, 'grow') as typeof prototype.grow;
  onTestFinished(() => void (prototype.grow = grow));
  let full = 0;
  limitWebAssembly(1, () => (full += 1));
  const memory = new WebAssembly.Memory({ initial: 1 });
  expect(memory.grow(15)).toBe(1);
  expect(full).toBe(0);
  expect(() => memory.grow(1)).toThrow(RangeError);
  expect([full, memory.buffer.byteLength]).toEqual([1, 16 * 65_536]);
});

test('a thread that throws is an outcome that carries its last words', async () => {
  const { desk } = await deskWith(24);
  const { jury, households, targets, seats, objective } = jobFor('panel').input;
  const input = { jury, households, targets, seats, objective, alternates: 0, list: 'no list' };
  expect(await desk.run('commit', input)).toMatchObject({
    ok: false,
    error: { code: 'crashed', detail: expect.stringContaining('not JSON') },
  });
});

test('a thread whose database is gone is an outcome', async () => {
  const input = { ...jobFor('panel').input, path: '/nowhere/alqa.sqlite', seconds: 1 };
  expect(await runInThread('solve', input, ROOM).outcome).toMatchObject({ ok: false, error: { code: 'crashed' } });
});

test('a server that was stopped in the middle knows that it has forgotten', async () => {
  const { desk, database, end } = await deskWith(24);
  await desk.begin('J1', jobFor('panel'));
  expect(await desk.forgotten('J1')).toBe(false);
  await desk.close();
  const next = createLotteryDesk({ database, log: pino({ level: 'silent' }) });
  expect(await next.forgotten('J1')).toBe(true);
  expect(next.underWay('J1')).toBeNull();
  await end(jobFor('panel'));
});

test('whether targets can be met is found out once for the same terms', async () => {
  const { desk } = await deskWith(24);
  const first = await desk.check(jobFor('panel'));
  expect(first).toEqual({ feasible: true });
  expect(await desk.check(jobFor('panel'))).toBe(first);
});
