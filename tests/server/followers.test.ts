/** Those who follow a board, from the wish to the last letter, on the real tables. */
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, onTestFinished, test, vi } from 'vitest';
import { writeLetter } from '../../src/lib/i18n/letters.ts';
import { createApp } from '../../src/lib/server/app.ts';
import { readConfig } from '../../src/lib/server/config.ts';
import { eraseDraftStatements, draftsOf, keepDraftStatements } from '../../src/lib/server/records/answer-drafts.ts';
import {
  askToFollowStatements,
  confirmFollowerStatements,
  eraseFollowerStatements,
  followLetterStatements,
  followedBy,
  followerBy,
  followersOf,
  leaveStatements,
  sweepFollowersStatements,
} from '../../src/lib/server/records/followers.ts';
import { openJournalStatements } from '../../src/lib/server/records/journal.ts';
import { mailCounts, occasionStatements } from '../../src/lib/server/records/mail.ts';
import { keepPersonStatements } from '../../src/lib/server/records/people.ts';
import { compose } from '../../src/lib/server/records/database.ts';
import { keepLetterStatements, keptLetters } from '../../src/lib/server/records/mailbox.ts';
import { seatJury } from '../live/seated.ts';
import { readAll } from './read-all.ts';
import { scratchAuth, scratchDatabase, scratchFolder } from './scratch.ts';

const ADDRESS = 'reader@example.org';
const WORDS = { subject: 'News', text: 'Words' };
const program = fileURLToPath(new URL('../../src/cli/alqa.js', import.meta.url));
const ask = (email: string, day = '2027-01-01', jury = 'J1') => [
  ...askToFollowStatements(jury, email, 'ru', 1),
  ...followLetterStatements(jury, email, day, 1),
];
const news = (reason: string) =>
  occasionStatements('J1', [{ reason, to: { kind: 'followers' }, letter: { kind: 'verdict' } }], 1);

async function following(database: Awaited<ReturnType<typeof scratchDatabase>>, email = ADDRESS) {
  const row = await database.reader.selectFrom('follower').select('key').where('email', '=', email).executeTakeFirst();
  return row?.key ?? '';
}

test('[P24] a wish leads to one letter a day, whoever repeats it, and nothing else is sent before it is confirmed', async () => {
  const database = await scratchDatabase();
  for (const email of [ADDRESS, 'READER@example.org', ADDRESS]) await database.write(ask(email));
  await database.write(news('J1/verdict'));
  expect(await mailCounts(database, 'J1')).toEqual([{ kind: 'follow', state: 'waiting', count: 1 }]);
  await database.write(ask(ADDRESS, '2027-01-02'));
  expect(await mailCounts(database, 'J1')).toEqual([{ kind: 'follow', state: 'waiting', count: 2 }]);
  expect(await followersOf(database, 'J1')).toBe(0);
});

test('[P24] a wish of somebody who follows already leads to a letter too, and changes nothing', async () => {
  const database = await scratchDatabase();
  await database.write(ask(ADDRESS));
  const key = await following(database);
  await database.write(confirmFollowerStatements(key, 2));
  await database.write(ask(ADDRESS));
  expect(await followerBy(database, 'key', key)).toMatchObject({ confirmedAt: 2 });
  expect((await mailCounts(database, 'J1')).map(({ kind, count }) => [kind, count])).toEqual([
    ['follow', 1],
    ['following', 1],
  ]);
});

test('[P24] an address that nobody confirms is erased after its time; one that follows stays', async () => {
  const database = await scratchDatabase();
  await database.write([...ask(ADDRESS), ...ask('other@example.org')]);
  await database.write(confirmFollowerStatements(await following(database), 2));
  await database.write(sweepFollowersStatements(2));
  await database.checkpoint();
  expect(await followersOf(database, 'J1')).toBe(1);
  expect(readAll(database.folder)).not.toContain('other@example.org');
});

test('[P25] one letter for each change; who leaves is erased from the files and gets none', async () => {
  const database = await scratchDatabase();
  await database.write([...ask(ADDRESS), ...ask('other@example.org')]);
  for (const email of [ADDRESS, 'other@example.org'])
    await database.write(confirmFollowerStatements(await following(database, email), 2));
  await database.write([...news('J1/verdict'), ...news('J1/verdict')]);
  const counted = async () => (await mailCounts(database, 'J1')).find(({ kind }) => kind === 'verdict')?.count;
  expect(await counted()).toBe(2);
  await database.write(leaveStatements(await following(database)));
  await database.checkpoint();
  expect(readAll(database.folder)).not.toContain(ADDRESS);
  await database.write(news('J1/answer/R1/1'));
  expect(await counted()).toBe(3);
  await database.write(eraseFollowerStatements('OTHER@example.org'));
  expect(await followersOf(database, 'J1')).toBe(0);
});

test('[P52] an address is erased without its key, and nothing of it is left in the files', async () => {
  const database = await scratchDatabase();
  await database.write(openJournalStatements('J2', 1));
  for (const jury of ['J1', 'J2'])
    await database.write([...ask(ADDRESS, '2027-01-01', jury), ...ask('other@example.org', '2027-01-01', jury)]);
  const key = await following(database);
  await database.write(confirmFollowerStatements(key, 2));
  const { id = '' } = (await followerBy(database, 'key', key)) ?? {};
  await database.write(news('J1/verdict'));
  const said = { problem: '550 no such user: reader', state: 'given-up' } as const;
  await database.write([compose.updateTable('mail').set(said).where('recipient', '=', `follower:${id}`).compile()]);
  const letter = { jury: 'J1', name: '', locale: 'ru', texts: { en: WORDS, ru: WORDS, kk: WORDS }, at: 3 } as const;
  for (const [at, role, address] of [
    ['1', 'follower', ADDRESS],
    ['2', 'follower', 'other@example.org'],
    // Whoever follows may also have a task in the jury: letters about that are none of this.
    ['3', 'juror', 'READER@EXAMPLE.ORG'],
  ] as const)
    await database.write(keepLetterStatements({ ...letter, id: at, role, address }));
  expect(readAll(database.folder)).toContain(ADDRESS);
  expect(await followedBy(database, 'READER@example.org')).toEqual(['J1', 'J2']);
  await database.write(eraseFollowerStatements('READER@example.org'));
  await database.checkpoint();
  const left = readAll(database.folder);
  expect(left).not.toContain(ADDRESS);
  expect(left).not.toContain('no such user');
  expect(left).not.toContain(key);
  expect(left).toContain('other@example.org');
  expect((await keptLetters(database)).map(({ role }) => role).toSorted()).toEqual(['follower', 'juror']);
  expect(await followedBy(database, ADDRESS)).toEqual([]);
});

test('[P52] the key erases the letters of a demonstration as well, in its own jury alone', async () => {
  const database = await scratchDatabase();
  await database.write(openJournalStatements('J2', 1));
  for (const jury of ['J1', 'J2']) {
    await database.write(ask(ADDRESS, '2027-01-01', jury));
    const texts = { en: WORDS, ru: WORDS, kk: WORDS };
    await database.write(
      keepLetterStatements({
        id: jury,
        jury,
        role: 'follower',
        name: '',
        address: ADDRESS,
        locale: 'ru',
        texts,
        at: 3,
      }),
    );
  }
  const row = await database.reader.selectFrom('follower').select('key').where('jury', '=', 'J1').executeTakeFirst();
  await database.write(leaveStatements(row?.key ?? ''));
  expect((await keptLetters(database)).map(({ jury }) => jury)).toEqual(['J2']);
  expect(await followedBy(database, ADDRESS)).toEqual(['J2']);
});

test('[P52] `alqa follower erase` does it while a server has the database open', { timeout: 30_000 }, async () => {
  const database = await scratchDatabase();
  await database.write(ask(ADDRESS));
  const erase = (address: string) =>
    promisify(execFile)(process.execPath, [program, 'follower', 'erase', address], {
      env: { ...process.env, ALQA_DATA: database.folder, ORIGIN: 'https://alqa.example' },
    });
  await expect(erase('nobody@example.org')).rejects.toMatchObject({
    code: 2,
    stderr: 'Nobody follows a jury with this address.\n',
  });
  const { stdout } = await erase(ADDRESS.toUpperCase());
  expect(stdout).toBe('The address has been erased. It followed: J1.\n');
  expect(await followersOf(database, 'J1')).toBe(0);
  expect(readAll(database.folder).toLowerCase()).not.toContain(ADDRESS);
});

test(
  '[P22] [P25] what waits for somebody who is gone is not sent; the rest goes out with a way to end it',
  { timeout: 30_000 },
  async () => {
    const app = await createApp(readConfig({ ALQA_DATA: scratchFolder(), ALQA_LOG: 'silent', ALQA_MAILBOX: 'demo' }));
    onTestFinished(() => app.close());
    const { jury, seats } = await seatJury(app, { jury: 'J1', seats: 15 });
    const { database } = app;
    await database.write([...ask(ADDRESS), ...ask('other@example.org')]);
    const [key, other] = [await following(database), await following(database, 'other@example.org')];
    for (const one of [key, other]) await database.write(confirmFollowerStatements(one, 2));
    const seat = seats[0] ?? '';
    const person = { ref: seat, name: 'Aliya', displayName: 'Aliya', phone: null, locale: 'kk' } as const;
    await database.write(keepPersonStatements(jury, { ...person, email: 'not an address' }));
    const told = { reason: 'J1/test', to: { kind: 'seats', seats: [seat] }, letter: { kind: 'verdict' } } as const;
    await database.write([...news('J1/verdict'), ...occasionStatements(jury, [told], 1)]);
    await database.write(leaveStatements(other));
    await app.post.start(writeLetter);
    await vi.waitFor(async () => expect((await keptLetters(database)).length).toBe(2), 10_000);
    const letters = await keptLetters(database);
    expect(letters.map(({ address }) => address)).toEqual([ADDRESS, ADDRESS]);
    const verdict = letters.find(({ texts }) => texts.en.subject.startsWith('The verdict'));
    expect(verdict).toMatchObject({ role: 'follower', locale: 'ru' });
    for (const locale of ['en', 'ru', 'kk'] as const) expect(verdict?.texts[locale].text).toContain(`/follow/${key}`);
    await vi.waitFor(async () =>
      expect(await mailCounts(database, jury)).not.toContainEqual(expect.objectContaining({ state: 'waiting' })),
    );
    const needless = (await mailCounts(database, jury)).filter(({ state }) => state === 'needless');
    expect(needless.reduce((sum, { count }) => sum + count, 0)).toBe(3);
  },
);

test(
  '[P20] [P23] an act and the letters about it are one: a refused one leaves none',
  { timeout: 30_000 },
  async () => {
    const app = await createApp(readConfig({ ALQA_DATA: scratchFolder(), ALQA_LOG: 'silent' }));
    onTestFinished(() => app.close());
    const { jury, hands, company, seats } = await seatJury(app, { jury: 'J1', seats: 15 });
    const { database } = app;
    await database.write(
      seats.flatMap((ref) =>
        keepPersonStatements(jury, {
          ref,
          name: ref,
          displayName: ref,
          email: `${ref}@example.org`,
          phone: null,
          locale: 'kk',
        }),
      ),
    );
    for (const to of ['deliberating', 'drafting'] as const)
      await hands.give(company.organiser, { type: 'advance-stage', to });
    const wording = {
      title: 'Run buses',
      text: 'Do it.',
      rationale: 'It helps.',
      addressee: 'The city',
      citations: [{ kind: 'exhibit' as const, id: 'E1' }],
    };
    await hands.give({ kind: 'seat', id: 'S01' }, { type: 'propose-recommendation', ...wording });
    await hands.give(company.facilitator, { type: 'freeze-recommendation', recommendation: 'R1', version: 1 });
    await hands.give(company.organiser, { type: 'advance-stage', to: 'voting' });
    const officer = company['returning-officer'];
    await hands.give(officer, { type: 'open-ballot', recommendation: 'R1' });
    await hands.give({ kind: 'seat', id: 'S01' }, { type: 'cast-paper', ballot: 'B1', choice: 'for' });
    const remind = { jury, actor: officer, command: { type: 'remind-voters', ballot: 'B9' } } as const;
    expect(await app.commands.run({ ...remind, id: '0'.repeat(32) })).toMatchObject({ ok: false });
    expect(await mailCounts(database, jury)).toEqual([]);
    await hands.give(officer, { type: 'remind-voters', ballot: 'B1' });
    // [P22] There is no mail server here: the letters wait.
    expect(await mailCounts(database, jury)).toEqual([{ kind: 'ballot', state: 'waiting', count: 14 }]);
  },
);

test('[P29] a draft is overwritten by nobody who has not seen it, stands in no journal, and goes with the answer', async () => {
  const { database, auth } = await scratchAuth();
  const made = await auth.createAccount({ email: 'dana@example.org', name: 'Dana', mayCreate: false });
  if (!made.ok) throw new Error(made.error.code);
  const by = made.value.id;
  const draft = (version: number, reasons: string) =>
    keepDraftStatements(
      'J1',
      { recommendation: 'R1', version, writer: by, position: '', reasons, responsible: undefined, until: undefined },
      by,
      5,
    );
  await database.write(draft(0, 'First words'));
  await expect(database.write(draft(0, 'Others'))).rejects.toMatchObject({ code: 'constraint' });
  await database.write(draft(1, 'Second words'));
  await expect(database.write(draft(1, 'Others'))).rejects.toMatchObject({ code: 'conflict' });
  expect(await draftsOf(database, 'J1')).toMatchObject([
    { version: 2, reasons: 'Second words', writer: by, savedBy: by },
  ]);
  const beside = [
    await database.reader.selectFrom('journal').selectAll().execute(),
    await database.reader.selectFrom('content').selectAll().execute(),
  ];
  expect(JSON.stringify(beside)).not.toContain('words');
  await database.write(eraseDraftStatements('J1', 'R1'));
  await database.checkpoint();
  expect(readAll(database.folder)).not.toContain('Second words');
});
