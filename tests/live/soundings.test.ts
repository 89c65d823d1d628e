/** What remains on the server of who answered a sounding how: nothing. */
import { expect, test } from 'vitest';
import { newCommandId } from '../../src/lib/live/outbox.ts';
import { ANSWERS } from '../../src/lib/jury/deliberation/soundings/soundings.ts';
import { fingerprint } from '../../src/lib/server/fingerprint.ts';
import { seatJury } from './seated.ts';
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

test('[D34] by what is remembered of a command no answer can be guessed', () => {
  const of = (answer: (typeof TEMPERATURE)[number]) => fingerprint({ type: 'answer-sounding', sounding: 'Z1', answer });
  expect(new Set(TEMPERATURE.map(of)).size).toBe(1);
});
