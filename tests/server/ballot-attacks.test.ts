/** Against a ballot of the real app: voting twice, late or as somebody else, and reading what others chose. */
import * as v from 'valibot';
import { describe, expect, onTestFinished, test } from 'vitest';
import { commandSchema } from '../../src/lib/jury/commands.ts';
import type { Command } from '../../src/lib/jury/commands.ts';
import { publicRecord } from '../../src/lib/jury/publication/record.ts';
import { ROLES } from '../../src/lib/jury/terms.ts';
import type { Actor } from '../../src/lib/jury/terms.ts';
import { viewJury } from '../../src/lib/jury/view.ts';
import { newCommandId } from '../../src/lib/live/outbox.ts';
import { createApp } from '../../src/lib/server/app.ts';
import { readConfig } from '../../src/lib/server/config.ts';
import { scanForRelease } from '../../src/lib/server/release/scan.ts';
import { seatJury } from '../live/seated.ts';
import { readAll } from './read-all.ts';
import { scratchFolder } from './scratch.ts';

const JURORS = 15;

/** A jury with an open ballot on its one recommendation. */
async function atTheVote({ codes = false, changeable = false } = {}) {
  const folder = scratchFolder();
  const app = await createApp(readConfig({ ALQA_DATA: folder, ALQA_LOG: 'silent' }));
  onTestFinished(() => app.close());
  const { seats, hands, company } = await seatJury(app, { jury: 'J1', seats: JURORS, codes, changeable });
  for (const to of ['deliberating', 'drafting'] as const)
    await hands.give(company.organiser, { type: 'advance-stage', to });
  const citations = [{ kind: 'exhibit' as const, id: 'E1' }];
  const wording = { title: 'Run buses', text: 'Do it.', rationale: 'It helps.', addressee: 'The city', citations };
  await hands.give(seat('S01'), { type: 'propose-recommendation', ...wording });
  await hands.give(company.facilitator, { type: 'freeze-recommendation', recommendation: 'R1', version: 1 });
  await hands.give(company.organiser, { type: 'advance-stage', to: 'voting' });
  const officer = company['returning-officer'];
  await hands.give(officer, { type: 'open-ballot', recommendation: 'R1' });
  return {
    app,
    folder,
    seats,
    company,
    officer,
    give: hands.give,
    run: (actor: Actor, command: Command, id = newCommandId()) => app.commands.run({ jury: 'J1', actor, id, command }),
    box: () => app.database.reader.selectFrom('paper').select(['id', 'choice']).execute(),
    jury: async () => {
      const standing = await app.juries.standing('J1');
      if (!standing) throw new Error('The jury is gone.');
      return standing.jury;
    },
  };
}

const seat = (id: string): Actor => ({ kind: 'seat', id });
const cast = (choice: string, code?: string) =>
  ({ type: 'cast-paper', ballot: 'B1', choice, ...(code ? { code } : {}) }) as const;
const close = { type: 'close-ballot', ballot: 'B1' } as const;
const refusedWith = (code: string) => ({ ok: false, error: { code } });

describe('[V10] voting twice', () => {
  test('from two tabs at once puts one paper into the box', async () => {
    const { run, box } = await atTheVote();
    const answers = await Promise.all([run(seat('S01'), cast('for')), run(seat('S01'), cast('against'))]);
    expect(answers.map(({ ok }) => ok)).toEqual([true, false]);
    expect(answers[1]).toMatchObject(refusedWith('already-voted'));
    expect((await box()).map(({ choice }) => choice)).toEqual(['for']);
  });

  test('by sending the same act again, also with another choice, changes nothing', async () => {
    const { run, box } = await atTheVote();
    const id = newCommandId();
    const [first, second] = await Promise.all([run(seat('S01'), cast('for'), id), run(seat('S01'), cast('for'), id)]);
    expect(second).toEqual(first);
    expect(await run(seat('S01'), cast('against'), id)).toEqual(first);
    expect((await box()).map(({ choice }) => choice)).toEqual(['for']);
  });

  test('all at once, everybody has one', async () => {
    const { run, box, seats, jury } = await atTheVote();
    const answers = await Promise.all(
      [...seats, ...seats, ...seats].map((id, at) => run(seat(id), cast(at % 2 === 0 ? 'for' : 'against'))),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(JURORS);
    expect(await box()).toHaveLength(JURORS);
    expect((await jury()).verdict.ballots[0]?.cast.count).toBe(JURORS);
  });
});

describe('[V10] voting late', () => {
  test('in the moment of the close, each paper is in the count or refused', async () => {
    const { run, box, seats, officer, jury } = await atTheVote();
    for (const id of seats.slice(0, 12)) await run(seat(id), cast('for'));
    const [closed, ...late] = await Promise.all([
      run(officer, close),
      ...seats.slice(12).map((id) => run(seat(id), cast('against'))),
    ]);
    expect(closed).toMatchObject({ ok: true });
    const accepted = late.filter(({ ok }) => ok).length;
    const decision = (await jury()).verdict.ballots[0]?.decision;
    expect(decision).toMatchObject({ cast: 12 + accepted, counts: { for: 12, against: accepted } });
    expect(await box()).toHaveLength(12 + accepted);
    expect(await run(seat('S15'), cast('for'))).toMatchObject(refusedWith('ballot-not-open'));
    expect(await box()).toHaveLength(12 + accepted);
  });

  test('or while it is paused, no paper comes in', async () => {
    const { run, box, officer } = await atTheVote();
    await run(officer, { type: 'pause-ballot', ballot: 'B1', reason: 'The line is down.' });
    expect(await run(seat('S01'), cast('for'))).toMatchObject(refusedWith('ballot-paused'));
    expect(await box()).toEqual([]);
  });
});

describe('[V9] voting as somebody else', () => {
  test('a seat that is named in the command is nobody’s', async () => {
    const { run, jury } = await atTheVote();
    const forged = v.parse(commandSchema, { ...cast('for'), seat: 'S02', actor: { kind: 'seat', id: 'S02' } });
    expect(await run(seat('S01'), forged)).toMatchObject({ ok: true });
    expect((await jury()).verdict.ballots[0]?.cast.seats).toEqual(['S01']);
  });

  test('neither alternates, nor staff, nor strangers have a paper', async () => {
    const { run, box, company } = await atTheVote();
    const strangers: Actor[] = [seat('A01'), seat('S99'), { kind: 'witness', id: 'W1' }, { kind: 'public' }];
    for (const actor of [...Object.values(company), ...strangers])
      expect(await run(actor, cast('for'))).toMatchObject(refusedWith('not-allowed'));
    expect(await box()).toEqual([]);
  });
});

describe('[V54] reading what others chose', () => {
  const codeOf = (at: number): string => `C0DEC0DE${String(at).padStart(4, '0')}`;

  test('a code stands beside its choice in the box, and beside no juror in any row or file', async () => {
    const { app, folder, run, box, seats, officer, jury, give } = await atTheVote({ codes: true });
    // The order of the codes is not the order of the seats.
    const codes = seats.map((_, at) => codeOf((at * 7) % JURORS));
    for (const [at, id] of seats.entries()) await give(seat(id), cast(at < 12 ? 'for' : 'against', codes[at]));
    const before = await box();
    expect(before.map(({ choice }) => choice.slice(-12)).toSorted()).toEqual(codes.toSorted());

    const rows = async () => [
      ...(await app.database.reader.selectFrom('journal').select('body').execute()).map(({ body }) => body),
      ...(await app.database.reader.selectFrom('command').selectAll().execute()).map((row) => JSON.stringify(row)),
      ...(await app.database.reader.selectFrom('content').select('text').execute()).map(({ text }) => text ?? ''),
    ];
    expect((await rows()).filter((row) => row.includes('C0DE'))).toEqual([]);
    const seen = async () => {
      const now = await jury();
      return ROLES.map((role) => JSON.stringify(viewJury(now, { role }))).concat(JSON.stringify(publicRecord(now, {})));
    };
    expect((await seen()).filter((view) => view.includes('C0DE'))).toEqual([]);

    await give(officer, close);
    expect((await seen()).filter((view) => view.includes('C0DE'))).toEqual([]);
    await give(officer, { type: 'certify-ballot', ballot: 'B1' });

    const told = (await rows()).filter((row) => row.includes('C0DE'));
    expect(told).toHaveLength(1);
    expect(told[0]).not.toMatch(/"S\d\d"/);
    expect((await jury()).verdict.ballots[0]?.papers).toEqual(
      codes
        .map((code, at) => ({ code, mark: at < 12 ? 'for' : 'against' }))
        .toSorted((a, b) => (a.code < b.code ? -1 : 1)),
    );
    // The public reads it with the verdict, and no earlier.
    expect(JSON.stringify(publicRecord(await jury(), {}))).not.toContain('C0DE');
    // Nothing is left of the papers as they were cast, one after the other.
    await app.database.checkpoint();
    const disk = readAll(folder);
    expect(before.filter(({ id }) => disk.includes(id))).toEqual([]);
    expect(await run(seat('S01'), cast('against', codeOf(99)))).toMatchObject(refusedWith('ballot-not-open'));
  });

  test('without a code no paper is cast, and one that is no code is no command', async () => {
    const { run, box } = await atTheVote({ codes: true });
    expect(await run(seat('S01'), cast('for'))).toMatchObject(refusedWith('paper-code-missing'));
    for (const code of ['SHORT', 'C0DE C0DE 0001 x', "';--", 'ILOU00000000', 'C0DEC0DE00012'])
      expect(v.safeParse(commandSchema, cast('for', code)).success).toBe(false);
    expect(v.parse(commandSchema, cast('for', 'c0de c0de-0001'))).toMatchObject({ code: 'C0DEC0DE0001' });
    expect(await box()).toEqual([]);
  });

  test('what is remembered of the act is the same whatever code it bore', async () => {
    const { run, box } = await atTheVote({ codes: true });
    const id = newCommandId();
    const first = await run(seat('S01'), cast('for', codeOf(1)), id);
    expect(await run(seat('S01'), cast('against', codeOf(2)), id)).toEqual(first);
    expect((await box()).map(({ choice }) => choice)).toEqual([`for ${codeOf(1)}`]);
  });
});

describe('[V58] changing a paper', () => {
  const code = 'C0DEC0DE0001';
  const change = (choice: string, which = code) =>
    ({ type: 'change-paper', ballot: 'B1', choice, code: which }) as const;

  test('leaves one paper, nothing of the old one, and no row that tells which it was', async () => {
    const { app, folder, give, run, box, officer, seats, jury } = await atTheVote({ codes: true, changeable: true });
    for (const [at, id] of seats.entries()) await give(seat(id), cast('for', at === 0 ? code : `C0DE0000${1000 + at}`));
    const old = (await box()).find(({ choice }) => choice.endsWith(code));
    await give(seat('S01'), change('against'));
    expect((await box()).filter(({ choice }) => choice.endsWith(code)).map(({ choice }) => choice)).toEqual([
      `against ${code}`,
    ]);
    expect(await run(seat('S02'), change('abstain', 'C0DE00009999'))).toMatchObject(refusedWith('unknown-paper-code'));
    expect(await box()).toHaveLength(JURORS);
    const rows = JSON.stringify([
      await app.database.reader.selectFrom('journal').select('body').execute(),
      await app.database.reader.selectFrom('command').selectAll().execute(),
    ]);
    expect(rows).toContain('paper-changed');
    expect(rows).not.toContain('C0DE');
    expect(readAll(folder)).not.toContain(old?.id);
    await give(officer, close);
    expect((await jury()).verdict.ballots[0]?.decision?.counts).toEqual({ for: 14, against: 1, abstain: 0 });
  });

  test('twice at once, and in the moment of the close, never loses or doubles a paper', async () => {
    const { give, run, box, officer, seats, jury } = await atTheVote({ codes: true, changeable: true });
    for (const [at, id] of seats.entries()) await give(seat(id), cast('for', at === 0 ? code : `C0DE0000${1000 + at}`));
    const answers = await Promise.all([
      run(seat('S01'), change('against')),
      run(seat('S01'), change('against')),
      run(officer, close),
      run(seat('S01'), change('abstain')),
    ]);
    expect(answers.map(({ ok }) => ok)).toEqual([true, false, true, false]);
    expect(await box()).toHaveLength(JURORS);
    expect((await jury()).verdict.ballots[0]?.decision).toMatchObject({ cast: JURORS, counts: { against: 1 } });
  });
});

test('[V53] the scan before a release leaves a chosen name alone, and finds it everywhere else', async () => {
  const { app, seats, officer, give, jury } = await atTheVote();
  for (const id of seats) await give(seat(id), cast('for'));
  await give(officer, close);
  await give(officer, { type: 'certify-ballot', ballot: 'B1' });
  const names = async () =>
    (await scanForRelease(app.database, await jury(), Date.now())).filter(({ kind }) => kind === 'name');
  const before = (await names()).length;
  await give(seat('S01'), { type: 'offer-to-speak', name: 'Person 1' });
  for (const id of seats.slice(0, 8)) await give(seat(id), { type: 'confirm-spokesperson', spokesperson: 'S01' });
  expect(await names()).toHaveLength(before);
  await give(seat('S02'), { type: 'write-jury-statement', text: 'Person said so.', base: 0 });
  expect(await names()).toHaveLength(before + 1);
});
