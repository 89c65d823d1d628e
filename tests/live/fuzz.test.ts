import seedrandom from 'seedrandom';
import { expect, onTestFinished, test } from 'vitest';
import type { Jury } from '../../src/lib/jury/jury.ts';
import { verifyChain } from '../../src/lib/jury/journal.ts';
import type { Actor } from '../../src/lib/jury/terms.ts';
import { newCommandId } from '../../src/lib/live/outbox.ts';
import { receive } from '../../src/lib/live/replica.ts';
import type { Received } from '../../src/lib/live/replica.ts';
import { createApp } from '../../src/lib/server/app.ts';
import type { App } from '../../src/lib/server/app.ts';
import { readConfig } from '../../src/lib/server/config.ts';
import { readJournal } from '../../src/lib/server/records/journal.ts';
import { scratchFolder } from '../server/scratch.ts';
import { astray, lookers } from './astray.ts';
import { memoryLines } from './memory-line.ts';
import type { MemoryLines } from './memory-line.ts';
import { randomAct } from './random-acts.ts';
import { seatJury } from './seated.ts';
import type { Seated } from './seated.ts';

const ACTS = 120;

async function scratchApp(): Promise<App> {
  const app = await createApp(readConfig({ ALQA_DATA: scratchFolder(), ALQA_LOG: 'silent' }));
  onTestFinished(() => app.close());
  return app;
}

/** Plays random acts, each of them told the server one to three times, while the lines misbehave. */
async function fuzz(app: App, seated: Seated, seed: string, take?: typeof receive): Promise<MemoryLines> {
  const random = seedrandom(seed);
  const lines = memoryLines(app, seated.jury, lookers(seated), random, take);
  for (let n = 0; n < ACTS; n += 1) {
    const { actor, command } = randomAct(seated, random);
    const request = { jury: seated.jury, actor, command, id: newCommandId() };
    const answers = await Promise.all(
      Array.from({ length: 1 + Math.floor(random() * 3) }, () => app.commands.run(request)),
    );
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    await lines.passTime();
  }
  await lines.calmDown();
  return lines;
}

test('whatever the lines do, every copy ends as what its viewer may see', { timeout: 120_000 }, async () => {
  const app = await scratchApp();
  for (let seed = 1; seed <= 8; seed += 1) {
    const seated = await seatJury(app, { jury: `J${seed}`, seats: 15 });
    const lines = await fuzz(app, seated, `lines ${seed}`);
    const standing = await app.juries.standing(seated.jury);
    expect(astray(lines, standing?.jury as Jury), `seed ${seed}`).toEqual([]);
    expect(lines.clients.every(({ replica }) => replica.seq > 0)).toBe(true);
    const chain = verifyChain(seated.jury, await readJournal(app.database, seated.jury));
    expect(chain).toMatchObject({ ok: true, length: standing?.seq });
  }
});

test('a client that takes no notice of gaps is found out', { timeout: 60_000 }, async () => {
  const careless = (replica: Parameters<typeof receive>[0], message: Parameters<typeof receive>[1]): Received =>
    receive(replica, { ...message, after: Math.min(message.after, replica.seq) });
  const app = await scratchApp();
  const found: Actor[] = [];
  for (let seed = 1; seed <= 4; seed += 1) {
    const seated = await seatJury(app, { jury: `J${seed}`, seats: 15 });
    const lines = await fuzz(app, seated, `lines ${seed}`, careless);
    found.push(...astray(lines, (await app.juries.standing(seated.jury))?.jury as Jury));
  }
  expect(found).not.toEqual([]);
});

test('commands told twice leave the same journal as commands told once', { timeout: 60_000 }, async () => {
  const journals: unknown[] = [];
  for (const times of [1, 2]) {
    const app = await scratchApp();
    const seated = await seatJury(app, { jury: 'J1', seats: 15 });
    const random = seedrandom('twice');
    const requests = Array.from({ length: ACTS }, () => ({
      jury: 'J1',
      ...randomAct(seated, random),
      id: newCommandId(),
    }));
    for (const request of requests) {
      for (let told = 0; told < times; told += 1) await app.commands.run(request);
    }
    if (times === 2) for (const request of requests) await app.commands.run(request);
    const entries = await app.juries.entriesAfter('J1', 0);
    journals.push(entries.map(({ seq, actor, event }) => ({ seq, by: actor.kind, event: withoutChance(event) })));
  }
  expect(journals[1]).toEqual(journals[0]);
});

/** Salts and what is named by them, times, account ids and who sits where differ between two runs of the same story. */
function withoutChance(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value), (key, inner: unknown) =>
    [
      'sha256',
      'at',
      'endsAt',
      'left',
      'seconds',
      'by',
      'member',
      'scribe',
      'signedBy',
      'signedAt',
      'ticket',
      'held',
      'contribution',
      'openedAt',
      'closedAt',
    ].includes(key)
      ? undefined
      : inner,
  );
}
