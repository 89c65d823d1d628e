/** Networks that fall apart, servers that go and come back, answers that are lost: whoever comes through sees what the server would show. */
import seedrandom from 'seedrandom';
import { expect, onTestFinished, test } from 'vitest';
import type { Jury } from '../../src/lib/jury/jury.ts';
import { verifyChain } from '../../src/lib/jury/journal.ts';
import { newCommandId } from '../../src/lib/live/outbox.ts';
import { createApp } from '../../src/lib/server/app.ts';
import type { App } from '../../src/lib/server/app.ts';
import type { Request } from '../../src/lib/server/commands.ts';
import { readConfig } from '../../src/lib/server/config.ts';
import { readJournal } from '../../src/lib/server/records/journal.ts';
import { scratchFolder } from '../server/scratch.ts';
import { astray, lookers } from './astray.ts';
import { KEPT_SEEDS } from './kept-seeds.ts';
import { memoryLines } from './memory-line.ts';
import type { MemoryLines, Receive } from './memory-line.ts';
import { randomAct } from './random-acts.ts';
import { seatJury } from './seated.ts';

const ACTS = 90;

interface Storm {
  readonly lines: MemoryLines;
  readonly jury: Jury;
  readonly app: App;
}

/** Plays a session through a storm that the seed makes up. Every act goes out until somebody has heard its answer. */
async function storm(seed: string, take?: Receive): Promise<Storm> {
  const random = seedrandom(seed);
  const settings = readConfig({ ALQA_DATA: scratchFolder(), ALQA_LOG: 'silent' });
  let app = await createApp(settings);
  onTestFinished(() => app.close());
  const seated = await seatJury(app, { jury: 'J1', seats: 15 });
  const lines = memoryLines(app, 'J1', lookers(seated), random, take);
  const unanswered: Request[] = [];
  const answers = new Map<string, unknown>();

  async function send(request: Request): Promise<void> {
    const answer = await app.commands.run(request);
    // The same act has the same outcome, however often and on either side of a restart it is told.
    if (answers.has(request.id)) expect(answer).toEqual(answers.get(request.id));
    answers.set(request.id, answer);
    if (random() < 0.3) unanswered.push(request);
  }

  for (let n = 0; n < ACTS; n += 1) {
    const request = { jury: 'J1', ...randomAct(seated, random), id: newCommandId() };
    if (random() < 0.15) unanswered.push(request);
    else await send(request);
    if (random() < 0.1) lines.partition(12);
    if (random() < 0.04) {
      await app.close();
      app = await createApp(settings);
      lines.restart(app);
    }
    if (random() < 0.3) for (const again of unanswered.splice(0, 3)) await send(again);
    await lines.passTime();
  }
  while (unanswered.length > 0) await send(unanswered.shift() as Request);
  await lines.calmDown();
  return { lines, jury: (await app.juries.standing('J1'))?.jury as Jury, app };
}

test.each(['storm 1', 'storm 2', 'storm 3'])(
  'through %s every copy ends as what its viewer may see, and nothing is in the journal twice',
  { timeout: 60_000 },
  async (seed) => {
    const { lines, jury, app } = await storm(seed);
    expect(astray(lines, jury)).toEqual([]);
    expect(verifyChain('J1', await readJournal(app.database, 'J1'))).toMatchObject({ ok: true });
    const told = (await app.juries.entriesAfter('J1', 0)).map(({ command, event }) => `${command} ${event.type}`);
    const posts = told.filter((one) => one.endsWith(' message-posted'));
    expect(new Set(posts).size).toBe(posts.length);
  },
);

test.each(KEPT_SEEDS)('the kept storms still find it when $mistake', { timeout: 120_000 }, async ({ seeds, wrong }) => {
  for (const seed of seeds) {
    const { lines, jury } = await storm(seed, wrong);
    if (astray(lines, jury).length > 0) return;
  }
  expect.unreachable('no kept storm found the mistake');
});
