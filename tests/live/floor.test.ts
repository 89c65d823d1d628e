/** What the wire tells of signals, of time spoken, of who is here, and of what is said at a table. */
import { expect, test } from 'vitest';
import type { Actor } from '../../src/lib/jury/terms.ts';
import { cookieFor, seatJury } from './seated.ts';
import { serve } from './served.ts';

const seat = (id: string): Actor => ({ kind: 'seat', id });
const witness: Actor = { kind: 'witness', id: 'W1' };

async function inSession() {
  const served = await serve();
  const seated = await seatJury(served.app, { jury: 'J1', seats: 15 });
  const lineOf = async (actor: Actor) => {
    const frames: string[] = [];
    const cookie = await cookieFor(served.app, 'J1', actor);
    const line = await served.line({ jury: 'J1', cookie, onFrame: (frame) => frames.push(JSON.stringify(frame)) });
    return { ...line, frames };
  };
  return { ...served, ...seated, lineOf };
}

test('[W8] a signal reaches the facilitator and the witness as a number, and no other juror at all', async () => {
  const { company, lineOf } = await inSession();
  const [giver, other] = [await lineOf(seat('S01')), await lineOf(seat('S02'))];
  const [facilitator, expert] = [await lineOf(company.facilitator), await lineOf(witness)];
  await giver.act({ type: 'give-signal', session: 'D1', signal: 'slow-down' });
  for (const line of [facilitator, expert])
    await line.until('the signal', ({ signals }) => signals?.['slow-down'].count === 1);
  await giver.act({ type: 'post-message', session: 'D1', text: 'done' });
  await other.until('the message', ({ room }) => room?.messages.some((one) => one.text?.text === 'done') ?? false);
  expect(other.replica().view.signals?.['slow-down'].count).toBe(0);
  expect(other.frames.join('')).not.toContain('signal-given');
  const told = [...facilitator.frames, ...expert.frames].filter((frame) => frame.includes('signal-given'));
  expect(told).toHaveLength(2);
  expect(told.join('')).not.toContain('S01');
});

test('[W7] how long somebody spoke reaches them and the facilitator by seat, the others as a sum', async () => {
  const { company, lineOf } = await inSession();
  const [speaker, other] = [await lineOf(seat('S01')), await lineOf(seat('S02'))];
  const facilitator = await lineOf(company.facilitator);
  await speaker.act({ type: 'raise-hand', session: 'D1' });
  await facilitator.act({ type: 'grant-floor', session: 'D1', turn: 'T1' });
  await speaker.act({ type: 'end-turn', session: 'D1', turn: 'T1' });
  for (const line of [speaker, other, facilitator])
    await line.until('the time', ({ airtime }) => airtime?.['D1'] !== undefined);
  const counted = (frames: readonly string[]) => frames.find((frame) => frame.includes('airtime-counted')) ?? '';
  expect(Object.keys(speaker.replica().view.airtime?.['D1']?.seats ?? {})).toEqual(['S01']);
  expect(Object.keys(facilitator.replica().view.airtime?.['D1']?.seats ?? {})).toEqual(['S01']);
  expect(other.replica().view.airtime?.['D1']?.seats).toEqual({});
  expect(counted(other.frames)).not.toMatch(/airtime-counted[^}]*S01|S01[^}]*airtime-counted/);
});

test('[D25] the jurors are told whether a facilitator is connected', async () => {
  const { company, lineOf } = await inSession();
  const juror = await lineOf(seat('S01'));
  const told: boolean[] = [];
  juror.socket.on('present', ({ facilitated }) => told.push(facilitated));
  const facilitator = await lineOf(company.facilitator);
  await expect.poll(() => told).toEqual([true]);
  facilitator.close();
  const reply = await juror.socket.emitWithAck('join', { jury: 'J1' });
  // A short break in the line is not an absence.
  expect(reply).toMatchObject({ ok: true, facilitated: true });
});

test('[W9] [D91] what is said at a table reaches those who sit there and the facilitator, and not one byte of it anyone else', async () => {
  const { app, seats, company, lineOf } = await inSession();
  const lines = await Promise.all(seats.map(async (id) => ({ id, line: await lineOf(seat(id)) })));
  const [facilitator, organiser] = [await lineOf(company.facilitator), await lineOf(company.organiser)];
  const opened = await facilitator.act({ type: 'open-tables', session: 'D1', seating: 'mixed', minutes: 10 });
  expect(opened.ok).toBe(true);
  const table = (await app.juries.standing('J1'))?.jury.tables.rounds[0]?.tables[0];
  const inside = (id: string): boolean => table?.seats.includes(id) ?? false;
  const speaker = lines.find(({ id }) => inside(id))?.line;
  const secret = 'what only this table may hear';
  await speaker?.act({ type: 'post-at-table', round: 'G1', table: '1', text: secret });
  // [D91] And words that were mended go no further than those that stood there before.
  const mended = await speaker?.act({ type: 'edit-message', message: 'K1', text: `${secret}, and nobody else` });
  expect(mended?.ok).toBe(true);
  const note = { agreed: secret, disagreed: '', questions: '' };
  await speaker?.act({ type: 'file-note', round: 'G1', table: '1', base: 0, ...note });
  await facilitator.act({ type: 'post-message', session: 'D1', text: 'done' });
  for (const { id, line } of lines) {
    await line.until('the end', ({ room }) => room?.messages.some((one) => one.text?.text === 'done') ?? false);
    expect([id, line.frames.join('').includes(secret)]).toEqual([id, inside(id)]);
    expect([id, (line.replica().view.tables?.talk.length ?? 0) > 0]).toEqual([id, inside(id)]);
    const [said] = line.replica().view.tables?.talk ?? [];
    const words = inside(id) ? [`${secret}, and nobody else`, secret] : [undefined, undefined];
    expect([said?.text?.text, said?.earlier?.[0]?.text.text]).toEqual(words);
  }
  expect(facilitator.frames.join('')).toContain(secret);
  expect(organiser.frames.join('')).not.toContain(secret);
});

test('[D28] whoever lost their line comes back to the same table, with all that was said there', async () => {
  const { company, lineOf } = await inSession();
  const [one, two] = [await lineOf(seat('S01')), await lineOf(seat('S02'))];
  await Promise.all([lineOf(seat('S03')), lineOf(seat('S04'))]);
  const facilitator = await lineOf(company.facilitator);
  await facilitator.act({ type: 'open-tables', session: 'D1', seating: 'random', minutes: 10 });
  one.close();
  await two.act({ type: 'post-at-table', round: 'G1', table: '1', text: 'while you were away' });
  const again = await lineOf(seat('S01'));
  const tables = again.replica().view.tables;
  expect(tables?.rounds[0]?.tables[0]?.seats).toContain('S01');
  expect(tables?.talk.map((message) => message.text?.text)).toEqual(['while you were away']);
});
