/** Whoever means ill gets a refusal with a name or is cut off; whoever sits beside them notices nothing. */
import type { Socket } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Line } from '../../src/cli/play/line.ts';
import { newCommandId } from '../../src/lib/live/outbox.ts';
import { LIVE_PATH } from '../../src/lib/live/wire.ts';
import { TOO_SLOW } from '../../src/lib/server/live-places.ts';
import { PERMISSIONS } from '../../src/lib/jury/permissions.ts';
import { SAMPLES } from '../jury/sample-commands.ts';
import { cookieFor, seatJury } from '../live/seated.ts';
import type { Seated } from '../live/seated.ts';
import { serve } from '../live/served.ts';
import type { Served } from '../live/served.ts';
import { ATTACKS, MALFORMED, attack } from '../support/attacks.ts';
import type { Target } from '../support/attacks.ts';
import { openPolledLine } from '../support/polled-line.ts';
import { openRawLine } from '../support/raw-line.ts';
import type { RawLine } from '../support/raw-line.ts';

interface Scene extends Served, Seated {
  readonly target: Target;
  readonly neighbour: Line;
}

/** The code of the WebSocket's own protocol for a message that is too big. */
const TOO_LARGE = 1009;
/** Seating two juries takes its time on a busy machine. */
const PATIENCE = { timeout: 60_000 };
const UNLIMITED = { ALQA_COMMANDS_PER_MINUTE: '1000000' };
const say = (text: string) => ({ type: 'post-message' as const, session: 'D1', text });

async function scene(settings?: Record<string, string>): Promise<Scene> {
  const served = await serve(settings);
  const seated = await seatJury(served.app, { jury: 'J1', seats: 15 });
  await seatJury(served.app, { jury: 'J2', seats: 15 });
  const cookie = await cookieFor(served.app, 'J1', { kind: 'seat', id: 'S02' });
  const neighbour = await served.line({
    jury: 'J1',
    cookie: await cookieFor(served.app, 'J1', { kind: 'seat', id: 'S01' }),
  });
  return { ...served, ...seated, neighbour, target: { origin: served.origin, jury: 'J1', cookie, foreign: 'J2' } };
}

async function rawLine({ origin, cookie }: Target, onPacket?: (packet: string) => void): Promise<RawLine> {
  const line = await openRawLine({
    origin,
    path: LIVE_PATH,
    headers: { cookie, origin },
    ...(onPacket && { onPacket }),
  });
  onTestFinished(() => line.close());
  return line;
}

const LONGEST_WAIT = 8_000;
/** Often enough that nobody could take it for an accident. */
const TIMES = 12;

describe('malformed packets', PATIENCE, () => {
  test('of every kind end the line when they come again and again, and a neighbour is heard meanwhile', async () => {
    const { app, target, neighbour } = await scene(UNLIMITED);
    for (const [name, send] of Object.entries(MALFORMED)) {
      const line = await rawLine(target);
      for (let n = 0; n < TIMES; n += 1) send(line, target.jury);
      // Whatever was left half said is cleared up by the next whole sentence.
      void line.ask('join', JSON.stringify({ jury: 'J1' }));
      const patience = setTimeout(() => line.close(), LONGEST_WAIT);
      await line.ended;
      expect(line.wasCut(), name).toBe(true);
      clearTimeout(patience);
    }
    // That somebody is there is noted when their line opens ([D56]); of what they sent, nothing is.
    const noted = (await app.juries.entriesAfter('J1', 0)).filter(({ actor }) => actor.kind === 'seat');
    expect(noted.filter(({ actor }) => 'id' in actor && actor.id === 'S02').map(({ event }) => event.type)).toEqual([]);
    expect((await neighbour.act(say('Still here.'))).ok).toBe(true);
    expect(({} as Record<string, unknown>)['ok']).toBeUndefined();
  });

  test('in a seeded mixture, over and over, leave nothing behind', async () => {
    const { app, target, neighbour } = await scene();
    const outcome = await attack('malformed packets', target, 1);
    expect(outcome.sent).toBeGreaterThan(20);
    expect(outcome.cut).toBeGreaterThan(2);
    expect((await neighbour.act(say('Still here.'))).ok).toBe(true);
    expect((await app.juries.standing('J1'))?.jury.room.messages).toHaveLength(1);
  });
});

describe('too much', PATIENCE, () => {
  const LARGE = 1_000_000;
  const large = () => say('x'.repeat(LARGE));

  test('a message of a megabyte ends the line with a code, and is not read', async () => {
    const { app, http, target, neighbour } = await scene();
    const taken = new Set<Socket>();
    http.on('connection', (socket: Socket) => taken.add(socket));
    const line = await rawLine(target);
    line.text(`421["act",${JSON.stringify({ jury: 'J1', id: newCommandId(), command: large() })}]`);
    expect(await line.ended).toBe(TOO_LARGE);
    expect(Math.max(...[...taken].map(({ bytesRead }) => bytesRead))).toBeLessThan(LARGE / 2);
    expect((await neighbour.act(say('Still here.'))).ok).toBe(true);
    expect((await app.juries.standing('J1'))?.jury.room.messages).toHaveLength(1);
  });

  test.each([
    { length: 'said beforehand', announced: true, status: 413 },
    { length: 'not said', announced: false, status: 411 },
  ])('a megabyte by polling, its length $length, is refused by a status and ends the line', async (way) => {
    const { app, http, target, neighbour } = await scene();
    const line = await openPolledLine({
      origin: target.origin,
      path: LIVE_PATH,
      headers: { cookie: target.cookie, origin: target.origin },
    });
    const body = `421["act",${JSON.stringify({ jury: 'J1', id: newCommandId(), command: large() })}]`;
    const taken = new Set<Socket>();
    http.on('connection', (socket: Socket) => taken.add(socket));
    expect(await line.post(body, way.announced)).toBe(way.status);
    expect(Math.max(...[...taken].map(({ bytesRead }) => bytesRead))).toBeLessThan(LARGE / 2);
    // The number of the line is not known any more.
    expect((await line.poll()).status).toBe(400);
    expect((await neighbour.act(say('Still here.'))).ok).toBe(true);
    expect((await app.juries.standing('J1'))?.jury.room.messages).toHaveLength(1);
  });

  test('whoever sends megabytes again and again is kept out for a while, whoever sits beside them is not', async () => {
    const { target, neighbour, app } = await scene();
    const polled = () =>
      openPolledLine({
        origin: target.origin,
        path: LIVE_PATH,
        headers: { cookie: target.cookie, origin: target.origin },
      });
    const body = `421["act",${JSON.stringify({ jury: 'J1', id: newCommandId(), command: large() })}]`;
    expect(await (await polled()).post(body, true)).toBe(413);
    for (let n = 0; n < 2; n += 1) {
      const line = await rawLine(target);
      line.text(body);
      expect(await line.ended).toBe(TOO_LARGE);
    }
    await expect(rawLine(target)).rejects.toThrow('too-many-attempts');
    await expect(polled()).rejects.toThrow('too-many-attempts');
    expect((await neighbour.act(say('Still here.'))).ok).toBe(true);
    const third = await cookieFor(app, 'J1', { kind: 'seat', id: 'S03' });
    expect((await rawLine({ ...target, cookie: third })).isOpen()).toBe(true);
  });

  test('a message as long as any that is allowed is taken, on either way', async () => {
    const { target } = await scene();
    const body = JSON.stringify({ jury: 'J1', id: newCommandId(), command: say('x'.repeat(60_000)) });
    const line = await rawLine(target);
    // By the rules of the room it is too long; by those of the line it is not.
    expect(JSON.parse(await line.ask('act', body))).toMatchObject([{ ok: false, error: { code: 'invalid' } }]);
    const polled = await openPolledLine({
      origin: target.origin,
      path: LIVE_PATH,
      headers: { cookie: target.cookie, origin: target.origin },
    });
    expect(await polled.post(`421["act",${body}]`, true)).toBe(200);
    expect((await polled.poll()).text).toContain('invalid');
  });

  test('ten thousand messages a second are refused by name, then cut off', async () => {
    const { app, target, neighbour } = await scene();
    const attacked = attack('10,000 messages a second', target, 1);
    expect((await neighbour.act(say('A word, please.'))).ok).toBe(true);
    const { sent, cut, answers } = await attacked;
    expect(sent).toBeGreaterThan(500);
    expect(cut).toBeGreaterThan(0);
    expect(answers['too-many-attempts']).toBeGreaterThan(0);
    const said = (await app.juries.standing('J1'))?.jury.room.messages.filter(({ by }) => by === 'S02') ?? [];
    // 600 a minute are 100 in ten seconds.
    expect(said.length).toBeLessThanOrEqual(100);
  });

  test('a reader who takes nothing is cut off with a code, and catches up when they come back', async () => {
    const { target, neighbour, hands, company } = await scene(UNLIMITED);
    const source = { title: 'Long', author: 'Someone', nominatedBy: 'organiser', why: 'To fill the line.' } as const;
    for (let n = 0; n < 10; n += 1)
      await hands.give(company.organiser, { type: 'add-text-exhibit', ...source, body: 'ы'.repeat(60_000) });
    const line = await rawLine(target);
    const joined = await line.ask('join', JSON.stringify({ jury: 'J1' }));
    const [{ seq }] = JSON.parse(joined) as [{ seq: number }];
    line.pause();
    // What is asked for and not taken fills the kernel's buffers first, and then ours.
    for (let n = 0; n < 40; n += 1) void line.ask('join', JSON.stringify({ jury: 'J1' }));
    for (let n = 0; n < 5; n += 1) expect((await neighbour.act(say(`Number ${n}.`))).ok).toBe(true);
    line.resume();
    expect(await line.ended).toBe(TOO_SLOW.code);

    const back = await rawLine(target);
    const [caughtUp] = JSON.parse(await back.ask('join', JSON.stringify({ jury: 'J1', after: seq }))) as [
      { missed: { after: number; entries: readonly { seq: number }[] } },
    ];
    expect(caughtUp.missed.after).toBe(seq);
    expect(new Set(caughtUp.missed.entries.map((entry) => entry.seq))).toEqual(
      new Set(Array.from({ length: neighbour.replica().seq - seq }, (_, n) => seq + n + 1)),
    );
  });
});

describe('somebody else', PATIENCE, () => {
  test('a made-up session is told to sign in', async () => {
    const { target } = await scene({ ALQA_CONNECTS_PER_MINUTE: '60' });
    const { sent, answers } = await attack('forged sessions', target, 1);
    expect(sent).toBeGreaterThan(60);
    expect(answers['sign-in-needed']).toBeGreaterThan(0);
    expect(Object.keys(answers).sort()).toEqual(['sign-in-needed', 'too-many-attempts']);
  });

  test('nobody of another jury can do anything of all that can be done, nor hears a word', async () => {
    const { app, target, neighbour, jury } = await scene(UNLIMITED);
    const before = await app.juries.standing('J1');
    for (const actor of [{ kind: 'seat', id: 'S01' } as const, { kind: 'witness', id: 'W1' } as const]) {
      const heard: string[] = [];
      const stranger = await rawLine({ ...target, cookie: await cookieFor(app, 'J2', actor) }, (packet) =>
        heard.push(packet),
      );
      for (const [type, command] of Object.entries(SAMPLES)) {
        if (type in PERMISSIONS && PERMISSIONS[type as keyof typeof PERMISSIONS].roles.includes('public')) continue;
        const answer = await stranger.ask('act', JSON.stringify({ jury, id: newCommandId(), command }));
        expect(JSON.parse(answer), type).toEqual([{ ok: false, error: { code: 'not-allowed' } }]);
      }
      for (const after of [undefined, 0, 1])
        expect(JSON.parse(await stranger.ask('join', JSON.stringify({ jury, after })))).toEqual([
          { ok: false, error: { code: 'not-allowed' } },
        ]);
      expect((await neighbour.act(say('Among ourselves.'))).ok).toBe(true);
      // Their own room still answers, and is all that they ever hear of.
      expect(await stranger.ask('join', JSON.stringify({ jury: 'J2' }))).not.toContain('Trial J1');
      expect(heard.join('\n')).not.toContain('Among ourselves.');
    }
    const since = await app.juries.entriesAfter('J1', before?.seq ?? 0);
    expect(since.filter(({ event }) => event.type !== 'checked-in')).toHaveLength(2);
  });

  test('things of another jury, named in a command at home, are not found', async () => {
    const { app, target, jury } = await scene(UNLIMITED);
    const { hands, company } = await seatJury(app, { jury: 'J3', seats: 15 });
    await hands.give({ kind: 'seat', id: 'S01' }, { type: 'ask-question', witness: 'W1', text: 'Only in J3?' });
    await hands.give(company.facilitator, { type: 'approve-question', question: 'Q1' });
    const line = await rawLine(target);
    const answer = await line.ask(
      'act',
      JSON.stringify({ jury, id: newCommandId(), command: { type: 'support-question', question: 'Q1' } }),
    );
    expect(JSON.parse(answer)).toMatchObject([{ ok: false, error: { code: 'unknown-question' } }]);
    expect((await app.juries.standing('J3'))?.jury.evidence.questions[0]?.support.count).toBe(0);
  });
});

test('every attack that is measured ends in a refusal with a name or a cut', PATIENCE, async () => {
  const { app, target, neighbour } = await scene();
  for (const name of Object.keys(ATTACKS) as (keyof typeof ATTACKS)[]) {
    // Whoever has been kept out would only knock.
    const cookie = await cookieFor(app, 'J1', { kind: 'seat', id: 'S02' });
    const { cut, answers } = await attack(name, { ...target, cookie }, 1);
    const refusals = Object.keys(answers).filter((code) => code !== 'ok');
    expect(cut + refusals.length, name).toBeGreaterThan(0);
    expect(refusals, name).not.toContain('unnamed');
    expect(refusals, name).not.toContain('internal');
  }
  expect((await neighbour.act(say('Still here.'))).ok).toBe(true);
  expect(app.database.readOnly).toBe(false);
});
