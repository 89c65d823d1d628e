import type { Socket as NetSocket } from 'node:net';
import { io } from 'socket.io-client';
import type { Socket } from 'socket.io-client';
import { describe, expect, onTestFinished, test } from 'vitest';
import { LIVE_PATH } from '../../src/lib/live/wire.ts';
import type { JoinReply } from '../../src/lib/live/wire.ts';
import { newCommandId } from '../../src/lib/live/outbox.ts';
import { viewJury } from '../../src/lib/jury/view.ts';
import { cookieFor, seatJury } from './seated.ts';
import type { Seated } from './seated.ts';
import { serve } from './served.ts';
import type { Served } from './served.ts';

const SECRET = 'what only the room may hear';

const say = (text: string) => ({ type: 'post-message' as const, session: 'D1', text });

interface RawSocket {
  readonly socket: Socket;
  readonly frames: string[];
  readonly settled: Promise<'let in' | 'refused'>;
}

/** A socket as somebody might open one who does not keep to our code. */
function rawSocket(origin: string, headers: Record<string, string>): RawSocket {
  const socket = io(origin, {
    path: LIVE_PATH,
    forceNew: true,
    transports: ['websocket'],
    reconnection: false,
    extraHeaders: headers,
  });
  const frames: string[] = [];
  socket.io.engine?.on('packet', (packet: unknown) => void frames.push(JSON.stringify(packet)));
  onTestFinished(() => void socket.disconnect());
  const settled = new Promise<'let in' | 'refused'>((resolve) => {
    socket.on('connect', () => resolve('let in'));
    socket.on('connect_error', () => resolve('refused'));
  });
  return { socket, frames, settled };
}

const gone = (socket: { on(event: 'disconnect', listener: () => void): unknown }): Promise<number> => {
  const since = Date.now();
  return new Promise((resolve) => void socket.on('disconnect', () => resolve(Date.now() - since)));
};

async function inSession(settings?: Record<string, string>): Promise<Served & Seated> {
  const served = await serve(settings);
  return { ...served, ...(await seatJury(served.app, { jury: 'J1', seats: 15 })) };
}

const seat = (id: string) => ({ kind: 'seat', id }) as const;

describe('the handshake', () => {
  test('is refused from another site, from nowhere, and without a cookie', async () => {
    const { app, origin, jury } = await inSession();
    const cookie = await cookieFor(app, jury, seat('S01'));
    const refused: Record<string, string>[] = [
      { cookie, origin: 'https://evil.example' },
      { cookie, origin: 'null' },
      { cookie, origin: `${origin}0` },
      { cookie },
      { origin },
      { origin, cookie: 'alqa=made-up' },
    ];
    for (const headers of refused)
      expect(await rawSocket(origin, headers).settled, JSON.stringify(headers)).toBe('refused');
    expect(await rawSocket(origin, { cookie, origin }).settled).toBe('let in');
  });
});

describe('who may hear and act', () => {
  test('a juror of another jury is refused and gets not one byte of this one', async () => {
    const { app, origin, jury, line } = await inSession();
    const other = await seatJury(app, { jury: 'J2', seats: 15 });
    const stranger = rawSocket(origin, { origin, cookie: await cookieFor(app, other.jury, seat('S01')) });
    expect(await stranger.settled).toBe('let in');
    expect(await stranger.socket.emitWithAck('join', { jury })).toEqual({ ok: false, error: { code: 'not-allowed' } });
    const act = { jury, id: newCommandId(), command: say('hello') };
    expect(await stranger.socket.emitWithAck('act', act)).toMatchObject({ ok: false, error: { code: 'not-allowed' } });

    const juror = await line({ jury, cookie: await cookieFor(app, jury, seat('S01')) });
    const joined = (await stranger.socket.emitWithAck('join', { jury: other.jury })) as JoinReply;
    expect(joined.ok).toBe(true);
    const posted = await juror.act(say(SECRET));
    expect(posted.ok).toBe(true);
    await stranger.socket.emitWithAck('join', { jury });
    const heard = stranger.frames.join('\n');
    expect(heard).not.toContain(SECRET);
    expect(heard).not.toContain(`Trial ${jury}`);
    expect(heard).toContain(`Trial ${other.jury}`);
  });

  test('an observer cannot act, nor can fields in the message change who somebody is', async () => {
    const { app, jury, line, company } = await inSession();
    const observer = await line({ jury, cookie: await cookieFor(app, jury, company.observer) });
    expect(await observer.act(say('hello'))).toMatchObject({ ok: false, error: { code: 'not-allowed' } });
    const forged = { ...say('hello'), actor: { kind: 'seat', id: 'S01' }, role: 'juror', by: 'S01', seat: 'S01' };
    expect(await observer.act(forged)).toMatchObject({ ok: false, error: { code: 'not-allowed' } });
    expect((await app.juries.standing(jury))?.jury.room.messages).toEqual([]);
    expect(observer.replica().view.room).toBeUndefined();

    const juror = await line({ jury, cookie: await cookieFor(app, jury, seat('S02')) });
    expect((await juror.act({ ...say('mine'), by: 'S01' } as never)).ok).toBe(true);
    expect((await app.juries.standing(jury))?.jury.room.messages[0]?.by).toBe('S02');
  });

  test('the same command id with another content is refused', async () => {
    const { app, jury, line } = await inSession();
    const juror = await line({ jury, cookie: await cookieFor(app, jury, seat('S01')) });
    const id = newCommandId();
    const first = await juror.act(say('once'), id);
    expect(await juror.act(say('once'), id)).toEqual(first);
    expect(await juror.act(say('twice'), id)).toEqual({ ok: false, error: { code: 'command-id-reused' } });
    const neighbour = await line({ jury, cookie: await cookieFor(app, jury, seat('S02')) });
    expect(await neighbour.act(say('once'), id)).toEqual({ ok: false, error: { code: 'command-id-reused' } });
    expect((await app.juries.standing(jury))?.jury.room.messages).toHaveLength(1);
  });
});

describe('those who misbehave', () => {
  test('nonsense is cut off while a neighbour keeps working', async () => {
    const { app, origin, jury, line } = await inSession();
    const neighbour = await line({ jury, cookie: await cookieFor(app, jury, seat('S01')) });
    const nonsense: readonly unknown[][] = [
      ['whatever', 1],
      ['act'],
      ['act', null],
      ['act', { jury, id: 'x', command: {} }],
      ['act', JSON.parse('{"__proto__": {"ok": true}, "jury": "J1"}')],
      ['join', { jury: '../J1' }],
      ['join', { jury, after: -1 }],
      ['join', 'J1'],
      ['act', { jury, id: newCommandId(), command: { type: 'post-message', session: '__proto__', text: 'x' } }],
      ['act', new Uint8Array(1_000)],
    ];
    for (const seed of [0, 1, 2]) {
      const { socket, settled } = rawSocket(origin, { origin, cookie: await cookieFor(app, jury, seat('S02')) });
      expect(await settled).toBe('let in');
      const cut = gone(socket);
      for (let index = 0; index < 40; index += 1) {
        const [event, ...rest] = nonsense[(index * 7 + seed) % nonsense.length] as [string, ...unknown[]];
        socket.emit(event, ...rest, () => undefined);
      }
      await cut;
    }
    expect((await neighbour.act(say('still here'))).ok).toBe(true);
    expect(({} as Record<string, unknown>)['ok']).toBeUndefined();
  });

  test('a flood is refused and cut off while a neighbour keeps working', async () => {
    const { app, origin, jury, line } = await inSession({ ALQA_LOG: 'silent' });
    const neighbour = await line({ jury, cookie: await cookieFor(app, jury, seat('S01')) });
    const { socket, settled } = rawSocket(origin, { origin, cookie: await cookieFor(app, jury, seat('S02')) });
    await settled;
    const cut = gone(socket);
    for (let index = 0; index < 400; index += 1)
      socket.emit('act', { jury, id: newCommandId(), command: say(`flood ${index}`) }, () => undefined);
    const sent = Date.now();
    expect((await neighbour.act(say('a word, please'))).ok).toBe(true);
    expect(Date.now() - sent).toBeLessThan(5_000);
    await cut;
    const { room } = (await app.juries.standing(jury))?.jury ?? {};
    // 600 a minute are 100 in ten seconds.
    expect(room?.messages.filter(({ by }) => by === 'S02').length).toBeLessThanOrEqual(100);
  });

  test('a packet larger than any honest one ends the line', async () => {
    const { app, origin, jury } = await inSession();
    const { socket, settled } = rawSocket(origin, { origin, cookie: await cookieFor(app, jury, seat('S02')) });
    await settled;
    const cut = gone(socket);
    socket.emit('act', { jury, id: newCommandId(), command: say('x'.repeat(200_000)) }, () => undefined);
    await cut;
    expect((await app.juries.standing(jury))?.jury.room.messages).toEqual([]);
  });
});

describe('those who have to go', () => {
  test('a juror who was removed is out within a second and hears nothing more', async () => {
    const { app, jury, hands, company, line, origin } = await inSession();
    const cookie = await cookieFor(app, jury, seat('S02'));
    const removed = rawSocket(origin, { origin, cookie });
    await removed.settled;
    await removed.socket.emitWithAck('join', { jury });
    const staying = await line({ jury, cookie: await cookieFor(app, jury, seat('S01')) });
    const cut = gone(removed.socket);
    await hands.give(company.organiser, { type: 'vacate-seat', seat: 'S02', reason: 'ineligible' });
    await staying.act(say(SECRET));
    expect(await cut).toBeLessThan(1_000);
    expect(removed.frames.join('\n')).not.toContain(SECRET);
    await staying.until('the vacated seat', ({ seats }) => seats?.['S02']?.state === 'left');

    const back = rawSocket(origin, { origin, cookie });
    if ((await back.settled) === 'let in')
      expect(await back.socket.emitWithAck('join', { jury, after: 0 })).toMatchObject({
        ok: false,
        error: { code: 'not-allowed' },
      });
    expect(back.frames.join('\n')).not.toContain(SECRET);
  });

  test('signing out closes every line of that session, and no other', async () => {
    const { app, origin, jury } = await inSession();
    const cookie = await cookieFor(app, jury, seat('S01'));
    const [one, two] = [rawSocket(origin, { origin, cookie }), rawSocket(origin, { origin, cookie })];
    const other = rawSocket(origin, { origin, cookie: await cookieFor(app, jury, seat('S02')) });
    for (const { settled } of [one, two, other]) expect(await settled).toBe('let in');
    const cut = Promise.all([gone(one.socket), gone(two.socket)]);
    await app.auth.signOut(cookie.slice(cookie.indexOf('=') + 1));
    for (const took of await cut) expect(took).toBeLessThan(1_000);
    expect(other.socket.connected).toBe(true);
    expect(await rawSocket(origin, { origin, cookie }).settled).toBe('refused');
  });
});

describe('coming back', () => {
  test('brings what was missed and no more, or everything where too much was missed', { timeout: 30_000 }, async () => {
    const { app, origin, jury, hands, company } = await inSession();
    const { socket, settled } = rawSocket(origin, { origin, cookie: await cookieFor(app, jury, seat('S01')) });
    await settled;
    const before = (await app.juries.standing(jury))?.seq ?? 0;
    for (let n = 1; n <= 5; n += 1) await hands.give(seat('S02'), say(`missed ${n}`));
    const few = (await socket.emitWithAck('join', { jury, after: before })) as Extract<JoinReply, { ok: true }>;
    expect(few.view).toBeUndefined();
    expect(few.missed?.entries.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5].map((n) => before + n));

    const whole = (await socket.emitWithAck('join', { jury })) as Extract<JoinReply, { ok: true }>;
    const standing = await app.juries.standing(jury);
    const asSeen = JSON.parse(JSON.stringify(viewJury(standing?.jury as never, { role: 'juror', seat: 'S01' })));
    expect(whole).toMatchObject({ seq: standing?.seq, view: asSeen });
    expect(whole.missed).toBeUndefined();

    for (let n = 0; n < 501; n += 1) await hands.give(company.facilitator, say(`later ${n}`));
    const many = (await socket.emitWithAck('join', { jury, after: before })) as Extract<JoinReply, { ok: true }>;
    expect(many.missed).toBeUndefined();
    expect(many.view?.room?.messages).toHaveLength(506);
  });

  test('after a change of what may be seen, the whole view comes', async () => {
    const { app, origin, jury, hands, company } = await inSession();
    const { socket, settled } = rawSocket(origin, { origin, cookie: await cookieFor(app, jury, seat('S01')) });
    await settled;
    const before = (await app.juries.standing(jury))?.seq ?? 0;
    await hands.give(company.organiser, { type: 'vacate-seat', seat: 'S05', reason: 'illness' });
    const back = (await socket.emitWithAck('join', { jury, after: before })) as Extract<JoinReply, { ok: true }>;
    expect(back.missed).toBeUndefined();
    expect(back.view?.seats?.['S05']?.state).toBe('left');
  });

  test('a reader who takes nothing is dropped and catches up', { timeout: 60_000 }, async () => {
    const { app, jury, hands, company, line } = await inSession();
    const slow = await line({ jury, cookie: await cookieFor(app, jury, seat('S01')) });
    const quick = await line({ jury, cookie: await cookieFor(app, jury, seat('S02')) });
    const transport = slow.socket.io.engine?.transport as unknown as { ws: { _socket: NetSocket } };
    const wire = transport.ws._socket;
    wire.pause();
    const dropped = gone(slow.socket);
    const body = 'ы'.repeat(60_000);
    const source = { title: 'Long', author: 'Someone', nominatedBy: 'organiser', why: 'To fill the wire.' } as const;
    // First what the kernel's buffers take, then more packets than are held back for anyone.
    for (let n = 0; n < 120; n += 1) await hands.give(company.organiser, { type: 'add-text-exhibit', ...source, body });
    for (let n = 0; n < 300; n += 1) await hands.give(company.facilitator, say(`${n}`));
    wire.resume();
    await dropped;
    await quick.until('the last line', ({ room }) => room?.messages.length === 300);
    await slow.until('the last line', ({ room }) => room?.messages.length === 300);
    expect(slow.replica().view.evidence?.exhibits).toHaveLength(121);
  });
});
