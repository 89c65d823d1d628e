import { expect, test } from 'vitest';
import { missedBy, tellings } from '../../src/lib/server/audience.ts';
import { FACILITATOR, OVERSIGHT, juror, juryAt, play } from '../support/jury.ts';
import type { Played } from '../support/jury.ts';

/** Two jurors' messages in a live session, the second of them hidden. */
function withHiddenMessage(): Played {
  const before = juryAt('learning');
  const session = `D${before.jury.sessions.length + 1}`;
  const message = `M${before.jury.room.messages.length + 2}`;
  return play(before, [
    [FACILITATOR, { type: 'plan-session', title: 'Talk', startsAt: 0, agenda: [{ title: 'Talk', minutes: 30 }] }],
    [FACILITATOR, { type: 'open-session', session }],
    [juror(1), { type: 'post-message', session, text: 'plain words' }],
    [juror(1), { type: 'post-message', session, text: 'unspeakable words' }],
    [FACILITATOR, { type: 'hide-message', message, rule: 'insult' }],
  ]);
}

test('[W6] who was away while a message was hidden does not read it on their return', () => {
  const { jury, log } = withHiddenMessage();
  const away = log.slice(-4);
  const missed = missedBy({ role: 'juror', seat: 'S02' }, jury, log.length - 4, away);
  expect(missed?.entries.map(({ event }) => event.type)).toEqual([
    'message-posted',
    'message-posted',
    'message-hidden',
    'action-logged',
  ]);
  expect(JSON.stringify(away)).toContain('unspeakable');
  expect(JSON.stringify(missed)).not.toContain('unspeakable');
  expect(JSON.stringify(missed)).toContain('plain words');
});

test('[W6] nor words that were mended before they were hidden, nor what a scribe wrote down and the juror refused', () => {
  const before = withHiddenMessage();
  const session = before.jury.sessions.find((one) => one.state === 'live')?.id ?? '';
  const message = `M${before.jury.room.messages.length + 1}`;
  const entered = play(before, [
    [juror(1), { type: 'post-message', session, text: 'first draft' }],
    [juror(1), { type: 'edit-message', message, text: 'second draft' }],
    [FACILITATOR, { type: 'hide-message', message, rule: 'insult' }],
    [FACILITATOR, { type: 'enter-contribution', session, seat: 'S03', text: 'put into a mouth' }],
  ]);
  const contribution = entered.jury.room.unconfirmed[0]?.id ?? '';
  const { jury, log } = play(entered, [[juror(3), { type: 'refuse-contribution', contribution }]]);
  const away = log.slice(before.log.length);
  const missed = missedBy({ role: 'juror', seat: 'S02' }, jury, before.log.length, away);
  expect(JSON.stringify(away)).toMatch(/first draft.*second draft.*put into a mouth/);
  expect(JSON.stringify(missed)).not.toMatch(/draft|put into a mouth/);
  const waiting = missedBy({ role: 'juror', seat: 'S02' }, entered.jury, before.log.length, entered.log.slice(-1));
  expect(JSON.stringify(waiting)).toContain('put into a mouth');
});

test('[D44] who was away while a line of moderation was redacted does not read it on their return', () => {
  const before = withHiddenMessage();
  const action = before.jury.moderation.log[0]?.id ?? '';
  const { jury, log } = play(before, [
    [juror(1), { type: 'appeal-action', action, text: 'It was a joke.' }],
    [OVERSIGHT, { type: 'decide-appeal', action, outcome: 'upheld', reason: 'unspeakable reason' }],
    [OVERSIGHT, { type: 'redact-action', action, reason: 'It pointed at a person.' }],
  ]);
  const missed = missedBy({ role: 'juror', seat: 'S02' }, jury, log.length - 4, log.slice(-4));
  expect(missed?.entries).toHaveLength(4);
  expect(JSON.stringify(missed)).toContain('It pointed at a person.');
  expect(JSON.stringify(missed)).not.toMatch(/unspeakable reason|"insult"/);
});

test('[W2] a vote is told to everyone as a number and to nobody else as a seat', () => {
  const { jury, log } = withHiddenMessage();
  const cast = { ...log[0]!, seq: log.length + 1, event: { type: 'paper-cast', ballot: 'B1', seat: 'S02' } as const };
  const told = tellings({ jury, entries: [cast] });
  const naming = told.filter(({ entries }) => JSON.stringify(entries).includes('S02'));
  expect(naming.map(({ rooms }) => rooms)).toEqual([[`seat ${jury.id} S02`]]);
  const jurors = told.find(({ rooms }) => rooms.some((room) => room.endsWith(' juror')));
  expect(jurors?.except).toEqual([`seat ${jury.id} S02`]);
});

test('what everyone in the room sees alike is packed once for all of them', () => {
  const { jury, log } = withHiddenMessage();
  const posted = log.filter(({ event }) => event.type === 'message-posted').slice(-1);
  const told = tellings({ jury, entries: posted });
  expect(told.filter(({ entries }) => entries.entries.length > 0)).toHaveLength(1);
  const rooms = told.flatMap((telling) => telling.rooms);
  expect(new Set(rooms).size).toBe(rooms.length);
  expect(rooms).toContain(`role ${jury.id} facilitator`);
});
