/** What a juror writes for themselves: who gets it, and what is left of it. */
import { expect, onTestFinished, test } from 'vitest';
import { publicRecord } from '../../src/lib/jury/publication/record.ts';
import { createApp } from '../../src/lib/server/app.ts';
import type { App } from '../../src/lib/server/app.ts';
import { readConfig } from '../../src/lib/server/config.ts';
import { readNote, writeNote } from '../../src/lib/server/exhibit-notes.ts';
import { erasePersonStatements } from '../../src/lib/server/records/people.ts';
import { seatJury } from '../live/seated.ts';
import { readAll } from './read-all.ts';
import { scratchFolder } from './scratch.ts';

const SECRET = 'I do not believe a word of this table.';

type Principal = App.Locals['principal'];

async function seated() {
  const folder = scratchFolder();
  const app = await createApp(readConfig({ ALQA_DATA: folder, ALQA_LOG: 'silent' }));
  onTestFinished(() => app.close());
  const { hands, company } = await seatJury(app, { jury: 'J1', seats: 15 });
  const event = (principal: Principal, exhibit = 'E1', jury = 'J1') =>
    ({ locals: { app, principal }, params: { jury, exhibit } }) as unknown as Parameters<typeof writeNote>[0];
  const write = (principal: Principal, text: string, exhibit?: string, jury?: string) => {
    const form = new FormData();
    form.set('note', text);
    return writeNote(event(principal, exhibit, jury), form);
  };
  const read = (principal: Principal, exhibit = 'E1') => readNote(event(principal, exhibit), exhibit);
  return { app, folder, hands, company, write, read };
}

const seat = (ref: string, jury = 'J1'): Principal => ({ kind: 'seat', jury, seat: ref });

test('[E36] only the juror who wrote it reads it; nobody else writes one', async () => {
  const { company, write, read, app } = await seated();
  const organiser = { kind: 'account', id: company.organiser.id } as unknown as Principal;
  expect(await write(seat('S01'), SECRET)).toMatchObject({ ok: true });
  expect(await read(seat('S01'))).toBe(SECRET);
  for (const other of [seat('S02'), seat('S01', 'J2'), organiser, null]) expect(await read(other)).toBe('');
  for (const other of [organiser, null, seat('S99'), seat('S01', 'J2')])
    expect(await write(other, 'x')).toMatchObject({ ok: false, error: { code: 'not-allowed' } });
  expect(await write(seat('S01'), 'x', 'E9')).toMatchObject({ error: { code: 'unknown-exhibit' } });
  expect(await write(seat('S01'), 'x', 'E1', 'J9')).toMatchObject({ error: { code: 'unknown-jury' } });
  expect(await write(seat('S01'), 'a\u202eb')).toMatchObject({ error: { code: 'invalid' } });
  expect(await write(seat('S01'), 'x'.repeat(4_001))).toMatchObject({ error: { code: 'invalid' } });
  expect(await read(seat('S01'))).toBe(SECRET);

  const kept = await app.database.reader.selectFrom('journal').select('body').execute();
  const texts = await app.database.reader.selectFrom('content').select('text').execute();
  const standing = await app.juries.standing('J1');
  expect(JSON.stringify([kept, texts, standing && publicRecord(standing.jury, {})])).not.toContain(SECRET);
});

test('[E36] it is written over, and erased when it is emptied', async () => {
  const { app, folder, write, read } = await seated();
  await write(seat('S01'), SECRET);
  await write(seat('S01'), 'Other words.\r\nA second line.');
  expect(await read(seat('S01'))).toBe('Other words.\nA second line.');
  await write(seat('S01'), '   ');
  expect(await read(seat('S01'))).toBe('');
  await app.database.checkpoint();
  expect(readAll(folder)).not.toContain(SECRET);
});

test('[E36] it goes with the juror who leaves, and with the person who is erased', async () => {
  const { app, folder, hands, company, write, read } = await seated();
  await write(seat('S01'), SECRET);
  await write(seat('S02'), `${SECRET} Indeed.`);
  await write(seat('S03'), 'Stays.');
  await hands.give(company.organiser, { type: 'vacate-seat', seat: 'S01', reason: 'illness' });
  const seats = await app.database.reader.selectFrom('exhibit_note').select('seat').orderBy('seat').execute();
  expect(seats.map((row) => row.seat)).toEqual(['S02', 'S03']);
  await app.database.write(erasePersonStatements('J1', 'S02'));
  await app.database.checkpoint();
  expect(readAll(folder)).not.toContain(SECRET);
  expect(await read(seat('S03'))).toBe('Stays.');
});
