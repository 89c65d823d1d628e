/** What remains on the server of who answered a sounding how: nothing. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Command } from '../../src/lib/jury/commands.ts';
import { newCommandId } from '../../src/lib/live/outbox.ts';
import { ANSWERS } from '../../src/lib/jury/deliberation/soundings/soundings.ts';
import { fingerprint } from '../../src/lib/server/fingerprint.ts';
import { cookieFor, seatJury } from './seated.ts';
import { serve } from './served.ts';

const TEMPERATURE = ANSWERS.temperature;

test('[D34] an answer lies in the box until it is counted, and nowhere beside a seat', async () => {
  const { app } = await serve();
  const { seats, company, hands } = await seatJury(app, { jury: 'J1', seats: 15 });
  const question = { kind: 'temperature', text: 'Buses until three?' } as const;
  await hands.give(company.facilitator, { type: 'open-sounding', session: 'D1', ...question });
  // Nobody has an open line here, so that each answer alone is that of all who are present: the first would close it.
  const papers = () => app.database.reader.selectFrom('paper').selectAll().execute();
  const answered = await app.commands.run({
    jury: 'J1',
    actor: { kind: 'seat', id: seats[0] as string },
    id: newCommandId(),
    command: { type: 'answer-sounding', sounding: 'Z1', answer: 'cannot-accept' },
  });
  expect(answered.ok).toBe(true);
  const jury = (await app.juries.standing('J1'))?.jury;
  expect(jury?.soundings[0]).toMatchObject({ state: 'closed', counts: null, answered: { count: 1 } });
  expect(await papers()).toEqual([]);
  const kept = JSON.stringify([
    await app.database.reader.selectFrom('journal').selectAll().execute(),
    await app.database.reader.selectFrom('command').selectAll().execute(),
  ]);
  for (const level of TEMPERATURE) expect([level, kept.includes(level)]).toEqual([level, false]);
});

test('[D122] a changed answer takes the place of the one before, of which nothing stays behind', async () => {
  const { app, line } = await serve();
  const { seats, company, hands } = await seatJury(app, { jury: 'J1', seats: 15 });
  const statement = { kind: 'statement', text: 'Night buses come first.' } as const;
  await hands.give(company.facilitator, { type: 'open-sounding', session: 'D1', ...statement });
  const here = await Promise.all(
    seats.slice(0, 3).map(async (id) => line({ jury: 'J1', cookie: await cookieFor(app, 'J1', { kind: 'seat', id }) })),
  );
  const as = (seat: number, command: Command) => here[seat]!.act(command);
  const slips = async () =>
    (await app.database.reader.selectFrom('paper').select('choice').execute()).map(({ choice }) => choice).toSorted();
  const codes = ['C0DEC0DE0001', 'C0DEC0DE0002'] as const;
  await as(0, { type: 'answer-sounding', sounding: 'Z1', answer: 'agree', code: codes[0] });
  await as(1, { type: 'answer-sounding', sounding: 'Z1', answer: 'unsure', code: codes[1] });
  const changed = { type: 'change-answer', sounding: 'Z1', answer: 'disagree', code: codes[0] } as const;
  expect((await as(0, changed)).ok).toBe(true);
  expect(await slips()).toEqual([`disagree ${codes[0]}`, `unsure ${codes[1]}`]);
  expect(await as(1, { ...changed, code: 'C0DEC0DE0009' })).toMatchObject({ error: { code: 'unknown-answer-code' } });
  expect(await slips()).toEqual([`disagree ${codes[0]}`, `unsure ${codes[1]}`]);
  await hands.give(company.facilitator, { type: 'close-sounding', sounding: 'Z1' });
  expect(await slips()).toEqual([]);
  const files = readdirSync(app.database.folder).filter((name) => name.startsWith('alqa.sqlite'));
  const bytes = files.map((name) => readFileSync(join(app.database.folder, name), 'latin1')).join('');
  for (const code of codes) expect([code, bytes.includes(code)]).toEqual([code, false]);
});

test('[D34] by what is remembered of a command no answer can be guessed', () => {
  const of = (answer: (typeof TEMPERATURE)[number]) => fingerprint({ type: 'answer-sounding', sounding: 'Z1', answer });
  expect(new Set(TEMPERATURE.map(of)).size).toBe(1);
});

test('[D122] nor of a changed one, or of the code under which it lies', () => {
  const of = (answer: 'agree' | 'unsure', code: string) =>
    fingerprint({ type: 'change-answer', sounding: 'Z1', answer, code });
  expect(new Set([of('agree', 'C0DEC0DE0001'), of('unsure', 'C0DEC0DE0002')]).size).toBe(1);
});
