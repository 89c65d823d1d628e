/** What is written past the library's bookkeeping arrives as if the library had sent it: whole, once, in order with everything else. */
import { expect, onTestFinished, test } from 'vitest';
import { newCommandId } from '../../src/lib/live/outbox.ts';
import { LIVE_PATH } from '../../src/lib/live/wire.ts';
import type { Entries } from '../../src/lib/live/wire.ts';
import { eventFrame, writeFrame } from '../../src/lib/server/shared-frames.ts';
import { openRawLine } from '../support/raw-line.ts';
import { cookieFor, seatJury } from './seated.ts';
import { serve } from './served.ts';

test('a frame says how long it is in each of the three ways', () => {
  for (const [text, head] of [
    ['x', 2],
    ['x'.repeat(300), 4],
    ['ы'.repeat(40_000), 10],
  ] as const) {
    const frame = eventFrame('entries', { text });
    const payload = frame.subarray(head).toString();
    expect(payload).toBe(`42["entries",{"text":"${text}"}]`);
    const length = head === 2 ? frame[1] : head === 4 ? frame.readUInt16BE(2) : Number(frame.readBigUInt64BE(2));
    expect(length).toBe(frame.length - head);
    expect(frame[0]).toBe(0x81);
  }
});

test('nothing is written past what waits, nor where the line is not as it should be', () => {
  const written: Buffer[] = [];
  const wire = { writable: true, writableLength: 0, write: (frame: Buffer) => written.push(frame) };
  const connection = (changes: object = {}, transport: object = {}, line: object = {}) => ({
    readyState: 'open',
    upgrading: false,
    writeBuffer: [],
    transport: {
      name: 'websocket',
      writable: true,
      perMessageDeflate: null,
      socket: { readyState: 1, _socket: { ...wire, ...line } },
      ...transport,
    },
    ...changes,
  });
  const frame = eventFrame('entries', {});
  expect(writeFrame(connection(), frame)).toBe(true);
  for (const other of [
    connection({ writeBuffer: [{}] }),
    connection({ readyState: 'closing' }),
    connection({ upgrading: true }),
    connection({}, { writable: false }),
    connection({}, { name: 'polling' }),
    connection({}, { perMessageDeflate: {} }),
    connection({}, { socket: { readyState: 2, _socket: wire } }),
    connection({}, {}, { writableLength: 1 }),
    connection({}, {}, { writable: false }),
    {},
  ])
    expect(writeFrame(other, frame)).toBe(false);
  expect(written).toEqual([frame]);
});

test('where an answer follows, the frame waits for it, but no longer than this turn', async () => {
  const done: string[] = [];
  const wire = {
    writable: true,
    writableLength: 0,
    cork: () => done.push('held'),
    write: () => done.push('frame'),
    uncork: () => done.push('sent'),
  };
  const socket = { readyState: 1, _socket: wire };
  const connection = {
    readyState: 'open',
    upgrading: false,
    writeBuffer: [],
    transport: { name: 'websocket', writable: true, socket },
  };
  expect(writeFrame(connection, eventFrame('entries', {}), true)).toBe(true);
  await Promise.resolve().then(() => done.push('answer'));
  expect(done).toEqual(['held', 'frame', 'answer']);
  await new Promise(setImmediate);
  expect(done).toEqual(['held', 'frame', 'answer', 'sent']);
});

const ACTS = 400;

test('every entry reaches a reader who stops and starts, in order and once', { timeout: 60_000 }, async () => {
  const { app, origin, line } = await serve({ ALQA_COMMANDS_PER_MINUTE: '1000000' });
  const { jury, company, hands } = await seatJury(app, { jury: 'J1', seats: 15 });
  const cookie = await cookieFor(app, jury, { kind: 'seat', id: 'S01' });
  const seen: number[] = [];
  let last = 0;
  let gaps = 0;
  const reader = await openRawLine({
    origin,
    path: LIVE_PATH,
    headers: { cookie, origin },
    onPacket(packet) {
      const [event, message] = JSON.parse(packet.slice(1)) as [string, Entries];
      if (event !== 'entries') return;
      if (message.after > last) gaps += 1;
      for (const { seq } of message.entries) if (seq > last) seen.push(seq);
      last = Math.max(last, message.seq);
    },
  });
  onTestFinished(() => reader.close());
  const [{ seq: first }] = JSON.parse(await reader.ask('join', JSON.stringify({ jury }))) as [{ seq: number }];
  last = first;
  const other = await line({ jury, cookie: await cookieFor(app, jury, { kind: 'seat', id: 'S02' }) });

  for (let n = 0; n < ACTS; n += 1) {
    if (n % 40 === 10) reader.pause();
    if (n % 40 === 35) reader.resume();
    const text = n % 9 === 0 ? 'ы'.repeat(1_500) : `Number ${n}`;
    const command = { type: 'post-message' as const, session: 'D1', text };
    // Answers travel through the library, and must not overtake nor be overtaken.
    if (n % 25 === 0) void reader.ask('act', JSON.stringify({ jury, id: newCommandId(), command }));
    else void hands.give(company.facilitator, command);
  }
  reader.resume();
  await other.until('everything', ({ room }) => room?.messages.length === ACTS);
  await expect.poll(() => last, { timeout: 10_000 }).toBe(other.replica().seq);
  expect(gaps).toBe(0);
  // Besides what was said: that readers came ([D56]), and time that was counted for long words ([D75]).
  expect(seen.length).toBeGreaterThanOrEqual(ACTS);
  expect(seen).toEqual(Array.from({ length: last - first }, (_, n) => first + n + 1));
});
