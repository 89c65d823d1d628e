/** Freeze, draw and replacement through the one road, and what of them anyone can check. */
import { setTimeout as wait } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { reserveOf } from '../../../src/lib/jury/recruitment/seats.ts';
import type { Jury } from '../../../src/lib/jury/jury.ts';
import { checkSuccession, lookUp, readRecord, verifyRecord } from '../../../src/lib/lottery/index.ts';
import type { RecordFiles } from '../../../src/lib/lottery/index.ts';
import type { App } from '../../../src/lib/server/app.ts';
import { newCommandId } from '../../../src/lib/live/outbox.ts';
import { replacementJob } from '../../../src/lib/server/lottery/terms.ts';
import { peopleOf } from '../../../src/lib/server/records/people.ts';
import { poolSummaryOf } from '../../../src/lib/server/records/pools.ts';
import { recordFilesOf } from '../../../src/lib/server/records/record-files.ts';
import { poolOf } from '../../../src/lib/server/records/registrants.ts';
import { seatJury } from '../../live/seated.ts';
import { createApp } from '../../../src/lib/server/app.ts';
import { readConfig } from '../../../src/lib/server/config.ts';
import { scratchFolder } from '../scratch.ts';

const ID = 'J1';

async function scratchApp(): Promise<App> {
  const app = await createApp(readConfig({ ALQA_DATA: scratchFolder(), ALQA_LOG: 'silent' }));
  onTestFinished(() => app.close());
  return app;
}

const juryOf = async (app: App): Promise<Jury> => {
  const found = await app.juries.standing(ID);
  if (!found) throw new Error('There is no jury');
  return found.jury;
};

async function recordOf(app: App, draw: string): Promise<RecordFiles> {
  const files = await recordFilesOf(app.database, ID, draw);
  if (!files) throw new Error(`There is no record ${draw}`);
  return files;
}

async function verified(files: RecordFiles) {
  const checked = await verifyRecord(files);
  expect(checked).toMatchObject({ ok: true });
  const read = readRecord(files);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return { files, record: read.value };
}

test(
  '[R8] [R9] the record of a draw holds, names nobody, and every seat stands in it',
  { timeout: 60_000 },
  async () => {
    const app = await scratchApp();
    await seatJury(app, { jury: ID, seats: 15 });
    const { files, record } = await verified(await recordOf(app, 'panel'));
    const jury = await juryOf(app);
    expect(record.commitmentHash).toBe(jury.selection.frozen?.commitment);
    expect(record.draw?.panel.toSorted()).toEqual(jury.selection.draw?.panel.toSorted());
    for (const seat of Object.values(jury.seats)) {
      expect(lookUp(record, seat.ticket ?? '')).toMatchObject({
        standing: seat.role === 'juror' ? 'drawn' : 'alternate',
      });
    }
    const registrants = await poolOf(app.database, ID);
    const text = Object.values(files).join('\n');
    for (const { name, ticket } of registrants) {
      expect(text).not.toContain(name);
      expect(files['pool.json']).toContain(ticket);
    }
    expect(registrants.map(({ fileId }) => fileId).toSorted()).toContain('17');
    expect(record.pool.some(({ id }) => registrants.some(({ fileId }) => fileId === id))).toBe(false);
  },
);

test('[R16] a replacement follows from the draw before it', { timeout: 60_000 }, async () => {
  const app = await scratchApp();
  const { hands, company } = await seatJury(app, { jury: ID, seats: 15 });
  const { organiser } = company;
  const freeze = { type: 'freeze-replacement' } as const;
  await hands.give(organiser, { type: 'vacate-seat', seat: 'S02', reason: 'illness' });
  const early = await app.commands.run({ jury: ID, actor: organiser, id: newCommandId(), command: freeze });
  expect(early).toMatchObject({ ok: false, error: { code: 'lottery-missing' } });

  const pool = await poolSummaryOf(app.database, ID);
  const job = pool && replacementJob(await juryOf(app), pool);
  if (!job) throw new Error('No replacement is needed');
  await app.lotteries.begin(ID, job);
  while (app.lotteries.underWay(ID)) await wait(20);
  expect(app.lotteries.ended(ID, 'replacement')?.ending).toEqual({ code: 'solved' });

  await hands.give(organiser, freeze);
  const open = (await juryOf(app)).selection.replacement;
  await hands.give(organiser, { type: 'draw-replacement', dice: '042', witnesses: ['A notary'] });
  const [before, after] = [await verified(await recordOf(app, 'panel')), await verified(await recordOf(app, 'X1'))];
  expect(checkSuccession(before, after)).toBeNull();
  expect(after.record.commitmentHash).toBe(open?.commitment);

  const jury = await juryOf(app);
  const newcomer = Object.values(jury.seats).find(({ replaces }) => replaces === 'S02');
  expect(newcomer).toMatchObject({ role: 'juror', state: 'drawn', drawnIn: 'X1' });
  expect(after.record.draw?.panel).toContain(newcomer?.ticket);
  expect(reserveOf(jury.seats).map(({ ticket }) => ticket)).toEqual(
    expect.arrayContaining([...(after.record.draw?.alternates ?? [])]),
  );
  const registrant = (await poolOf(app.database, ID)).find(({ ticket }) => ticket === newcomer?.ticket);
  const people = await peopleOf(app.database, ID);
  expect(people.find(({ ref }) => ref === newcomer?.id)?.name).toBe(registrant?.name);
});
