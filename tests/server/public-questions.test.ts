/** What anyone may send without an account: through a real app, with rows on a real disk. */
import { createHash } from 'node:crypto';
import { expect, onTestFinished, test } from 'vitest';
import { createApp } from '../../src/lib/server/app.ts';
import { createLimits, QUESTIONS_PER_HOUR } from '../../src/lib/server/auth/limits.ts';
import { readConfig } from '../../src/lib/server/config.ts';
import { newCommandId } from '../../src/lib/live/outbox.ts';
import { FACILITATOR, ORGANISER, START, WITNESS, juryAt, juror, sitting } from '../support/jury.ts';
import { PUBLIC } from '../../src/lib/jury/terms.ts';
import type { Actor } from '../../src/lib/jury/terms.ts';
import type { Command } from '../../src/lib/jury/commands.ts';
import { keepContentStatements } from '../../src/lib/server/records/contents.ts';
import { appendStatements, openJournalStatements } from '../../src/lib/server/records/journal.ts';
import { genesis, sealEntry } from '../../src/lib/jury/journal.ts';
import type { SealedEntry } from '../../src/lib/jury/journal.ts';
import { scratchFolder } from './scratch.ts';

test('[E47] one address sends ten an hour, and no other address is kept out by it', async () => {
  const { questionFrom } = createLimits(readConfig({}));
  const sent = [];
  for (let n = 0; n <= QUESTIONS_PER_HOUR; n += 1) sent.push((await questionFrom('192.0.2.1')).ok);
  expect(sent.filter(Boolean)).toHaveLength(QUESTIONS_PER_HOUR);
  expect(sent.at(-1)).toBe(false);
  expect((await questionFrom('192.0.2.2')).ok).toBe(true);
});

/** A running app with a jury that is learning. */
async function learning() {
  const app = await createApp(readConfig({ ALQA_DATA: scratchFolder(), ALQA_LOG: 'silent' }));
  onTestFinished(() => app.close());
  const { jury, log } = juryAt('learning');
  const sealed: SealedEntry[] = [];
  for (const entry of log) sealed.push(sealEntry(entry, sealed.at(-1)?.hash ?? genesis(jury.id)));
  await app.database.write([
    ...openJournalStatements(jury.id, START),
    ...keepContentStatements(jury.id, []),
    ...appendStatements(sealed),
  ]);
  const give = (actor: Actor, command: Command) =>
    app.commands.run({ jury: jury.id, actor, id: newCommandId(), command });
  const rows = (table: 'content' | 'paper') => app.database.reader.selectFrom(table).selectAll().execute();
  return { app, id: jury.id, give, rows, jurors: sitting(juryAt('learning')) };
}

test('[E48] words that were declined as being about a person are erased where they are kept; the chain still stands', async () => {
  const { app, id, give, rows } = await learning();
  const send = { type: 'send-public-question', text: 'Whose cousin drives them?', called: 'Somebody' } as const;
  expect(await give(PUBLIC, send)).toMatchObject({ ok: true });
  expect(JSON.stringify(await rows('content'))).toContain('cousin');
  expect(await give(FACILITATOR, { type: 'decline-public-question', sent: 'U1', rule: 'personal' })).toMatchObject({
    ok: true,
  });
  expect(JSON.stringify(await rows('content'))).not.toMatch(/cousin|Somebody/);
  app.juries.forget(id);
  const standing = await app.juries.standing(id);
  expect(standing?.jury.evidence.fromPublic.box).toMatchObject([
    { id: 'U1', text: { text: null }, declined: 'personal' },
  ]);
});

test('[E45] [E46] what jurors say of a hearing lies in the box until it is told, and then nowhere', async () => {
  const { app, id, give, rows, jurors } = await learning();
  await give(ORGANISER, WITNESS);
  for (const type of ['open-hearing', 'close-hearing'] as const) await give(FACILITATOR, { type, witness: 'W1' });
  for (const actor of jurors.slice(0, 6))
    expect(await give(actor, { type: 'rate-balance', witness: 'W1', rating: 'partly' })).toMatchObject({ ok: true });
  expect(await give(juror(1), { type: 'rate-balance', witness: 'W1', rating: 'balanced' })).toMatchObject({
    ok: false,
  });
  expect(await rows('paper')).toHaveLength(6);
  expect(await give(FACILITATOR, { type: 'tell-balance', witness: 'W1' })).toMatchObject({ ok: true });
  expect(await rows('paper')).toEqual([]);
  const standing = await app.juries.standing(id);
  expect(standing?.jury.evidence.ratings).toMatchObject([{ counts: { partly: 6 }, raters: { count: 6 } }]);
});

test('a handout is a file that was taken in for this jury, or nothing', async () => {
  const { give } = await learning();
  const hand = {
    type: 'hand-in-file',
    witness: 'W1',
    title: 'Counts',
    file: createHash('md5').update('x').digest('hex'),
  } as const;
  expect(await give({ kind: 'witness', id: 'W1' }, hand)).toMatchObject({
    ok: false,
    error: { code: 'file-not-accepted' },
  });
});
