import { describe, expect, test } from 'vitest';
import { EDIT_WINDOW, mayEdit } from '../../src/lib/jury/deliberation/talk/words.ts';
import { evolve } from '../../src/lib/jury/jury.ts';
import { viewEvent, viewJury } from '../../src/lib/jury/view.ts';
import {
  FACILITATOR,
  ORGANISER,
  OVERSIGHT,
  attempt,
  eventsOf,
  juror,
  juryAfter,
  play,
  refusalOf,
} from '../support/jury.ts';
import type { Actor, Played } from '../support/jury.ts';

const session = 'D1';
const say = (text: string) => ({ type: 'post-message', session, text }) as const;
const edit = (message: string, text: string) => ({ type: 'edit-message', message, text }) as const;
const react = (message: string, reaction: 'agreement' | 'question' | 'thanks') =>
  ({ type: 'react-to-message', message, reaction }) as const;
const enter = (seat: string, text = 'By telephone.') => ({ type: 'enter-contribution', session, seat, text }) as const;

const live = juryAfter('deliberating');
const first = `M${live.jury.room.messages.length + 1}`;
const spoken = play(live, [[juror(1), say('Buses are deer.')]]);
const messageOf = ({ jury }: Played, id = first) => jury.room.messages.find((one) => one.id === id);

/** The same act, so many milliseconds after the message. */
function later(played: Played, milliseconds: number): Played {
  const idle = Math.ceil(milliseconds / 1_000);
  const last = played.log.at(-1);
  if (!last) throw new Error('Nothing has happened yet');
  return { ...played, log: [...played.log, ...Array.from({ length: idle }, () => last)] };
}

describe('[D47] a quote', () => {
  const quote = (reference: string) => ({ ...say('As it says there.'), quote: reference });

  test('points to an exhibit or an answer', () => {
    const both = play(spoken, [
      [juror(2), quote('exhibit:E1')],
      [juror(2), quote('answer:Q1')],
    ]);
    expect(both.jury.room.messages.slice(-2).map((one) => one.quote)).toEqual([
      { kind: 'exhibit', id: 'E1' },
      { kind: 'answer', id: 'Q1' },
    ]);
  });

  test('points to nothing that cannot be read', () => {
    expect(refusalOf(spoken, juror(2), quote('exhibit:E9')).code).toBe('unknown-exhibit');
    expect(refusalOf(spoken, juror(2), quote('answer:Q9')).code).toBe('unknown-question');
    const asked = play(spoken, [[juror(3), { type: 'ask-question', witness: 'W2', text: 'And on Sundays?' }]]);
    const open = asked.jury.evidence.questions.at(-1)?.id ?? '';
    expect(refusalOf(asked, juror(2), quote(`answer:${open}`)).code).toBe('not-answered');
    const withdrawn = play(spoken, [[ORGANISER, { type: 'withdraw-exhibit', exhibit: 'E1', reason: 'Wrong.' }]]);
    expect(refusalOf(withdrawn, juror(2), quote('exhibit:E1')).code).toBe('exhibit-withdrawn');
  });

  test('of somebody whose messages are held comes in with them', () => {
    const held = play(spoken, [
      [FACILITATOR, { type: 'hold-juror', seat: 'S02', rule: 'insult' }],
      [juror(2), quote('exhibit:E1')],
    ]);
    const waiting = held.jury.moderation.waiting[0]?.id ?? '';
    const letIn = play(held, [[FACILITATOR, { type: 'approve-message', held: waiting }]]);
    expect(letIn.jury.room.messages.at(-1)?.quote).toEqual({ kind: 'exhibit', id: 'E1' });
  });
});

describe('[D48] words are changed', () => {
  test('by their author, and what stood there before stays readable in the room', () => {
    const mended = play(spoken, [
      [juror(1), edit(first, 'Buses are dear.')],
      [juror(1), edit(first, 'Buses are very dear.')],
    ]);
    const seen = viewJury(mended.jury, { role: 'juror', seat: 'S09' }).room?.messages.find((one) => one.id === first);
    expect(seen?.text?.text).toBe('Buses are very dear.');
    expect(seen?.earlier?.map(({ text }) => text.text)).toEqual(['Buses are deer.', 'Buses are dear.']);
    expect(seen?.earlier?.map(({ at }) => at)).toEqual([seen?.at, (seen?.at ?? 0) + 1_000]);
  });

  test('within five minutes, and not a moment later', () => {
    const sent = messageOf(spoken);
    const inTime = later(spoken, EDIT_WINDOW - 1_000);
    expect(attempt(inTime, juror(1), edit(first, 'In time.')).result.ok).toBe(true);
    expect(refusalOf(later(spoken, EDIT_WINDOW), juror(1), edit(first, 'Too late.')).code).toBe('edit-too-late');
    if (!sent) throw new Error('no message');
    expect([EDIT_WINDOW, EDIT_WINDOW + 1].map((time) => mayEdit(sent, 'S01', sent.at + time))).toEqual([true, false]);
    expect(mayEdit(sent, 'S02', sent.at)).toBe(false);
  });

  test('by nobody else, and only while the session is live', () => {
    expect(refusalOf(spoken, juror(2), edit(first, 'Mine now.')).code).toBe('not-own-message');
    expect(refusalOf(spoken, FACILITATOR, edit(first, 'Mine now.')).code).toBe('not-own-message');
    const closed = play(spoken, [[FACILITATOR, { type: 'close-session', session }]]);
    expect(refusalOf(closed, juror(1), edit(first, 'After all.')).code).toBe('session-not-live');
    const own = play(spoken, [[FACILITATOR, say('We brake.')]]);
    const message = own.jury.room.messages.at(-1)?.id ?? '';
    expect(attempt(own, FACILITATOR, edit(message, 'We break.')).result.ok).toBe(true);
  });

  test('[D49] but not once they are hidden, stopped or held back; hiding takes the earlier words too', () => {
    const hidden = play(spoken, [
      [juror(1), edit(first, 'Worse words.')],
      [FACILITATOR, { type: 'hide-message', message: first, rule: 'insult' }],
    ]);
    expect(refusalOf(hidden, juror(1), edit(first, 'Better words.')).code).toBe('already-hidden');
    expect(JSON.stringify(messageOf(hidden))).not.toMatch(/deer|Worse/);
    const muted = play(spoken, [[FACILITATOR, { type: 'mute-juror', seat: 'S01', rule: 'insult' }]]);
    expect(refusalOf(muted, juror(1), edit(first, 'Better words.')).code).toBe('muted');
    const held = play(spoken, [[FACILITATOR, { type: 'hold-juror', seat: 'S01', rule: 'insult' }]]);
    expect(refusalOf(held, juror(1), edit(first, 'Better words.')).code).toBe('edits-held');
  });
});

describe('[D50] a reaction', () => {
  test('is given once of each kind, and taken back', () => {
    const given = play(spoken, [
      [juror(2), react(first, 'thanks')],
      [juror(2), react(first, 'agreement')],
      [juror(3), react(first, 'thanks')],
    ]);
    expect(messageOf(given)?.reactions).toEqual({
      thanks: { count: 2, seats: ['S02', 'S03'] },
      agreement: { count: 1, seats: ['S02'] },
    });
    expect(refusalOf(given, juror(2), react(first, 'thanks')).code).toBe('already-reacted');
    const back = play(given, [[juror(2), { ...react(first, 'thanks'), type: 'take-back-reaction' }]]);
    expect(messageOf(back)?.reactions?.thanks).toEqual({ count: 1, seats: ['S03'] });
    expect(refusalOf(back, juror(2), { ...react(first, 'thanks'), type: 'take-back-reaction' }).code).toBe(
      'not-reacted',
    );
  });

  test('is not for one’s own words, nor by the facilitator, nor for hidden ones', () => {
    expect(refusalOf(spoken, juror(1), react(first, 'thanks')).code).toBe('own-message');
    expect(refusalOf(spoken, FACILITATOR, react(first, 'thanks')).code).toBe('not-allowed');
    const hidden = play(spoken, [[FACILITATOR, { type: 'hide-message', message: first, rule: 'insult' }]]);
    expect(refusalOf(hidden, juror(2), react(first, 'thanks')).code).toBe('already-hidden');
  });

  test('[W12] is a number to everyone, and one’s own to each', () => {
    const given = play(spoken, [
      [juror(2), react(first, 'thanks')],
      [juror(3), react(first, 'thanks')],
    ]);
    const seen = (seat?: string, role: 'juror' | 'facilitator' = 'juror') =>
      viewJury(given.jury, { role, seat }).room?.messages.find((one) => one.id === first)?.reactions?.thanks;
    expect(seen('S02')).toEqual({ count: 2, seats: ['S02'] });
    expect(seen('S09')).toEqual({ count: 2, seats: [] });
    expect(seen(undefined, 'facilitator')).toEqual({ count: 2, seats: [] });
  });
});

describe('[D51] words held back at a table', () => {
  const round = 'G1';
  const seated = play(live, [
    [FACILITATOR, { type: 'open-tables', session, seating: 'mixed', minutes: 10 }],
    [FACILITATOR, { type: 'hold-juror', seat: 'S01', rule: 'insult' }],
  ]);
  const table = seated.jury.tables.rounds[0]?.tables.find((one) => one.seats.includes('S01'));
  const at = table?.id ?? '';
  const wrote = play(seated, [[juror(1), { type: 'post-at-table', round, table: at, text: 'Wait for me.' }]]);
  const held = wrote.jury.moderation.waiting[0]?.id ?? '';

  test('wait for the facilitator, and only they and the author read them', () => {
    expect(wrote.jury.tables.talk).toEqual([]);
    const neighbour = table?.seats.find((seat) => seat !== 'S01') ?? '';
    expect(JSON.stringify(viewJury(wrote.jury, { role: 'juror', seat: neighbour }))).not.toContain('Wait for me.');
    expect(JSON.stringify(viewJury(wrote.jury, { role: 'juror', seat: 'S01' }))).toContain('Wait for me.');
    expect(JSON.stringify(viewJury(wrote.jury, { role: 'facilitator' }))).toContain('Wait for me.');
  });

  test('are let in for those who sat there when they were written', () => {
    const seat = 'S01';
    const other = at === '1' ? '2' : '1';
    const letIn = play(wrote, [
      [FACILITATOR, { type: 'move-juror', round, seat, table: other }],
      [FACILITATOR, { type: 'approve-message', held }],
    ]);
    expect(letIn.jury.tables.talk).toMatchObject([{ round, table: at, by: seat, to: table?.seats }]);
    expect(letIn.jury.room.messages).toEqual(wrote.jury.room.messages);
  });

  test('are returned by a published rule', () => {
    const returned = play(wrote, [[FACILITATOR, { type: 'return-message', held, rule: 'insult' }]]);
    expect([returned.jury.moderation.waiting, returned.jury.tables.talk]).toEqual([[], []]);
    expect(returned.jury.moderation.log.at(-1)).toMatchObject({ act: 'return', rule: 'insult' });
  });
});

describe('[D52] what a scribe writes down', () => {
  const entered = play(live, [[FACILITATOR, enter('S05')]]);
  const contribution = entered.jury.room.unconfirmed[0]?.id ?? '';
  const confirm = { type: 'confirm-contribution', contribution } as const;

  test('is no message yet, and everyone in the room reads it as unconfirmed', () => {
    expect(entered.jury.room.messages).toEqual(live.jury.room.messages);
    const { room } = viewJury(entered.jury, { role: 'juror', seat: 'S09' });
    expect(room?.unconfirmed).toMatchObject([{ seat: 'S05', text: { text: 'By telephone.' } }]);
    expect(viewJury(entered.jury, { role: 'witness' })).not.toHaveProperty('room');
  });

  test('[W12] is signed for the staff in the room only', () => {
    const [event] = eventsOf(live, FACILITATOR, enter('S05'));
    if (!event) throw new Error('nothing happened');
    const signed = (['facilitator', 'organiser', 'oversight', 'juror', 'alternate'] as const).filter((role) =>
      JSON.stringify(viewEvent(event, { role })).includes('Farida'),
    );
    expect(signed).toEqual(['facilitator', 'organiser', 'oversight']);
  });

  test('is written for a juror who may write', () => {
    expect(refusalOf(live, FACILITATOR, enter('S99')).code).toBe('unknown-seat');
    const muted = play(live, [[FACILITATOR, { type: 'mute-juror', seat: 'S05', rule: 'insult' }]]);
    expect(refusalOf(muted, FACILITATOR, enter('S05')).code).toBe('juror-muted');
    const removed = play(live, [[FACILITATOR, { type: 'remove-juror', session, seat: 'S05', rule: 'insult' }]]);
    expect(refusalOf(removed, FACILITATOR, enter('S05')).code).toBe('removed');
  });

  test.each<readonly [string, Actor]>([
    ['the juror', juror(5)],
    ['another juror', juror(6)],
    ['the organiser', ORGANISER],
    ['oversight', OVERSIGHT],
  ])('[D53] counts once %s confirms it', (_who, actor) => {
    const counted = play(entered, [[actor, confirm]]);
    expect(counted.jury.room.unconfirmed).toEqual([]);
    expect(counted.jury.room.messages.at(-1)).toMatchObject({
      by: 'S05',
      scribed: true,
      text: { text: 'By telephone.' },
    });
    expect(refusalOf(counted, juror(6), confirm).code).toBe('unknown-contribution');
  });

  test('[D53] is not confirmed by whoever wrote it, nor for a juror who was stopped meanwhile', () => {
    expect(refusalOf(entered, FACILITATOR, confirm).code).toBe('own-entry');
    const muted = play(entered, [[FACILITATOR, { type: 'mute-juror', seat: 'S05', rule: 'insult' }]]);
    expect(refusalOf(muted, juror(6), confirm).code).toBe('juror-muted');
  });

  test('[D53] is refused by that juror or taken back by the facilitator, and then gone', () => {
    const refuse = { type: 'refuse-contribution', contribution } as const;
    expect(refusalOf(entered, juror(6), refuse).code).toBe('not-allowed');
    for (const actor of [juror(5), FACILITATOR]) {
      const gone = eventsOf(entered, actor, refuse).reduce(evolve, entered.jury);
      expect([gone.room.unconfirmed, gone.room.messages]).toEqual([[], live.jury.room.messages]);
    }
  });
});
