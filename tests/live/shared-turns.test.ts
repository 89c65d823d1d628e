import { expect, test } from 'vitest';
import { verifyChain } from '../../src/lib/jury/journal.ts';
import { newCommandId } from '../../src/lib/live/outbox.ts';
import type { Announcement } from '../../src/lib/server/commands.ts';
import { readJournal } from '../../src/lib/server/records/journal.ts';
import { seatJury } from './seated.ts';
import { serve } from './served.ts';

/** Seating a jury takes its time on a busy disk. */
const PATIENCE = { timeout: 30_000 };
const say = (text: string) => ({ type: 'post-message' as const, session: 'D1', text });
const seat = (n: number) => ({ kind: 'seat', id: `S${String(n).padStart(2, '0')}` }) as const;

async function inSession() {
  const { app } = await serve();
  const seated = await seatJury(app, { jury: 'J1', seats: 15 });
  const before = (await app.juries.standing('J1'))?.seq ?? 0;
  const announced: Announcement[] = [];
  app.commands.onAnnounced((announcement) => announced.push(announcement));
  return { app, ...seated, before, announced };
}

test(
  'what a jury does at the same moment shares a wait for the disk, and is told in order and complete',
  PATIENCE,
  async () => {
    const { app, before, announced } = await inSession();
    const commits = app.database.commits;
    const repeated = newCommandId();
    const requests = Array.from({ length: 60 }, (_, n) => ({
      jury: 'J1',
      actor: seat(1 + (n % 15)),
      id: n === 20 || n === 40 ? repeated : newCommandId(),
      // Some answer a message that does not exist; the same id with the same words is one act.
      command: n === 20 || n === 40 ? say('Twice.') : n % 7 === 3 ? { ...say('?'), replyTo: 'M999' } : say(`${n}`),
      ...(n === 20 || n === 40 ? { actor: seat(1) } : {}),
    }));
    const answers = await Promise.all(requests.map(app.commands.run));

    expect(app.database.commits - commits).toBeLessThan(12);
    const refused = requests.flatMap((request, n) => ('replyTo' in request.command ? [n] : []));
    for (const n of refused) expect(answers[n]).toMatchObject({ ok: false, error: { code: 'unknown-message' } });
    expect(answers[40]).toEqual(answers[20]);
    const seqs = answers.flatMap((answer) => (answer.ok ? [answer.value.seq] : []));
    expect([...new Set(seqs)].sort((one, other) => one - other)).toEqual(
      Array.from({ length: 60 - refused.length - 1 }, (_, n) => before + n + 1),
    );
    expect(announced.flatMap(({ entries }) => entries.map(({ seq }) => seq))).toEqual(
      Array.from({ length: 60 - refused.length - 1 }, (_, n) => before + n + 1),
    );
    const journal = await readJournal(app.database, 'J1');
    expect(verifyChain('J1', journal)).toMatchObject({ ok: true, length: before + 60 - refused.length - 1 });
  },
);

test('a rule sees what was done before it in the same turn', PATIENCE, async () => {
  const { app } = await inSession();
  const raise = () => ({
    jury: 'J1',
    actor: seat(2),
    id: newCommandId(),
    command: { type: 'raise-hand' as const, session: 'D1' },
  });
  const first = { jury: 'J1', actor: seat(1), id: newCommandId(), command: say('first') };
  const [, one, two] = await Promise.all([first, raise(), raise()].map(app.commands.run));
  expect(one?.ok).toBe(true);
  expect(two).toMatchObject({ ok: false, error: { code: 'already-waiting' } });
});

test(
  'where somebody loses their place, what was done before is told apart from what comes after',
  PATIENCE,
  async () => {
    const { app, company, announced } = await inSession();
    const requests = [
      { actor: seat(1), command: say('first') },
      { actor: seat(2), command: say('before') },
      {
        actor: company.organiser,
        command: { type: 'dismiss-member' as const, member: company.observer.id, reason: 'left' },
      },
      { actor: seat(3), command: say('after') },
    ].map((request) => ({ jury: 'J1', id: newCommandId(), ...request }));
    await Promise.all(requests.map(app.commands.run));
    const told = announced.map(({ jury, entries }) => [
      entries.map(({ event }) => event.type),
      company.observer.id in jury.charter.members,
    ]);
    expect(told).toEqual([
      [['message-posted'], true],
      [['message-posted'], true],
      [['member-dismissed'], false],
      [['message-posted'], false],
    ]);
  },
);

test('what was decided together and could not be written is nowhere, and can be done again', PATIENCE, async () => {
  const { app, before } = await inSession();
  // Another journal entry under the next number, as no honest program writes it: every commit of the jury is refused by the schema.
  const blocked = app.database.write([
    {
      sql: "INSERT INTO journal SELECT jury, seq + 1, at, actor_kind, actor_id, 'foreign', body, hash, ? FROM journal WHERE jury = 'J1' AND seq = ?",
      parameters: ['0'.repeat(64), before],
    },
  ]);
  await blocked;
  const requests = [1, 2, 3].map((n) => ({ jury: 'J1', actor: seat(n), id: newCommandId(), command: say(`${n}`) }));
  const answers = await Promise.allSettled(requests.map(app.commands.run));
  // The first turn fails and has the jury read again from the disk; after that the others, and a repetition, find their place.
  expect(answers.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled']);
  expect((await app.commands.run(requests[0] as (typeof requests)[number])).ok).toBe(true);
  const texts = (await app.juries.standing('J1'))?.jury.room.messages.map(({ text }) => text?.text);
  expect(texts?.slice(-3)).toEqual(['2', '3', '1']);
});
