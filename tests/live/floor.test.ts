/** What the wire tells of signals, of time spoken and of who is here. */
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
