import { setTimeout as wait } from 'node:timers/promises';
import seedrandom from 'seedrandom';
import { expect, onTestFinished, test } from 'vitest';
import { openLine } from '../../src/cli/play/line.ts';
import type { Line } from '../../src/cli/play/line.ts';
import type { Jury } from '../../src/lib/jury/jury.ts';
import { verifyChain } from '../../src/lib/jury/journal.ts';
import { viewJury } from '../../src/lib/jury/view.ts';
import { newCommandId } from '../../src/lib/live/outbox.ts';
import { createApp } from '../../src/lib/server/app.ts';
import type { App } from '../../src/lib/server/app.ts';
import { readConfig } from '../../src/lib/server/config.ts';
import { readJournal } from '../../src/lib/server/records/journal.ts';
import { cookieFor, seatJury } from '../live/seated.ts';
import { scratchFolder } from '../server/scratch.ts';
import { freePort, startChild } from './child-server.ts';

const JURORS = 25;
const KILLS = 3;

/** What a juror did, as the juror knows it. */
interface Known {
  readonly id: string;
  readonly text: string;
  /** `done`, or the code of the refusal. */
  answer?: string;
}

test(
  'kill -9 three times while everybody talks: nothing acknowledged is lost, nothing is there twice, every copy agrees',
  { timeout: 120_000 },
  async () => {
    const folder = scratchFolder();
    const port = await freePort();
    const origin = `http://127.0.0.1:${port}`;
    const cookies = await prepare(folder, origin);
    const settings = { ALQA_LOG: 'error', ALQA_COMMANDS_PER_MINUTE: '1000000', ALQA_CONNECTS_PER_MINUTE: '1000000' };
    let server = await startChild(folder, port, settings);
    onTestFinished(() => server.end('SIGKILL'));

    const lines = await Promise.all(cookies.map((cookie) => openLine({ origin, jury: 'J1', cookie, patience: 700 })));
    onTestFinished(() => lines.forEach((line) => line.close()));

    const random = seedrandom('kill');
    const known: Known[] = [];
    let talking = true;
    const talks = lines.map(async (line, at) => {
      for (let n = 0; talking; n += 1) {
        const said: Known = { id: newCommandId(), text: `${at} says ${n}` };
        known.push(said);
        // Every seventh answers a message that does not exist and has to be refused.
        const replyTo = n % 7 === 3 ? { replyTo: 'M999999' } : {};
        const reply = await line.act({ type: 'post-message', session: 'D1', text: said.text, ...replyTo }, said.id);
        said.answer = reply.ok ? 'done' : reply.error.code;
        await wait(random() * 30);
      }
    });

    const done = (): readonly Known[] => known.filter(({ answer }) => answer === 'done');
    for (let kill = 0; kill < KILLS; kill += 1) {
      // In the middle of talking, at a moment that the seed chooses.
      const before = done().length;
      await expect.poll(() => done().length, { timeout: 20_000, interval: 20 }).toBeGreaterThan(before + 60);
      await wait(random() * 250);
      await server.end('SIGKILL');
      server = await startChild(folder, port, settings);
    }
    await wait(600);
    talking = false;
    await Promise.all(talks);
    await agreed(lines);
    await server.end('SIGTERM');

    await checkDisk(folder, known, lines);
    expect(done().length).toBeGreaterThan(180);
    expect(known.some(({ answer }) => answer === 'unknown-message')).toBe(true);
  },
);

async function prepare(folder: string, origin: string): Promise<readonly string[]> {
  const app = await createApp(readConfig({ ALQA_DATA: folder, ORIGIN: origin, ALQA_LOG: 'error' }));
  try {
    const { seats } = await seatJury(app, { jury: 'J1', seats: JURORS });
    const cookies: string[] = [];
    for (const id of seats) cookies.push(await cookieFor(app, 'J1', { kind: 'seat', id }));
    return cookies;
  } finally {
    await app.close();
  }
}

/** Waits until all copies stand at the same entry. */
async function agreed(lines: readonly Line[]): Promise<void> {
  const newest = Math.max(...lines.map((line) => line.replica().seq));
  await expect.poll(() => lines.every((line) => line.replica().seq === newest), { timeout: 10_000 }).toBe(true);
}

async function checkDisk(folder: string, known: readonly Known[], lines: readonly Line[]): Promise<void> {
  const app: App = await createApp(readConfig({ ALQA_DATA: folder, ALQA_LOG: 'error' }));
  try {
    const sealed = await readJournal(app.database, 'J1');
    expect(verifyChain('J1', sealed)).toMatchObject({ ok: true, length: sealed.length });
    const standing = await app.juries.standing('J1');
    const jury = standing?.jury as Jury;
    const stored = jury.room.messages.map(({ text }) => text?.text ?? '');
    expect(new Set(stored).size).toBe(stored.length);
    const there = new Set(stored);
    const by = (answer: string): string[] => known.filter((one) => one.answer === answer).map(({ text }) => text);
    expect(by('done').filter((text) => !there.has(text))).toEqual([]);
    expect(by('unknown-message').filter((text) => there.has(text))).toEqual([]);
    expect(known.filter(({ answer }) => answer === undefined)).toEqual([]);
    expect([...new Set(known.map(({ answer }) => answer))].sort()).toEqual(['done', 'unknown-message']);
    expect(stored).toHaveLength(by('done').length);

    const commands = sealed.map(({ command }) => command);
    expect(new Set(commands).size).toBeGreaterThan(known.filter(({ answer }) => answer === 'done').length);
    for (const [at, line] of lines.entries()) {
      const seat = `S${String(at + 1).padStart(2, '0')}`;
      const shown = JSON.parse(JSON.stringify(viewJury(jury, { role: 'juror', seat }))) as unknown;
      expect(line.replica()).toEqual({ view: shown, seq: standing?.seq });
    }
  } finally {
    await app.close();
  }
}
