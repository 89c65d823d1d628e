import { describe, expect, test } from 'vitest';
import { viewJury } from '../../src/lib/jury/view.ts';
import type { Viewer } from '../../src/lib/jury/view.ts';
import { FACILITATOR, codeOf, eventsOf, juror, juryAfter, play } from '../support/jury.ts';
import type { Played } from '../support/jury.ts';

/** D1 is live. */
const live = juryAfter('deliberating');
const session = 'D1';
const propose = (text = 'Night buses come first.') => ({ type: 'propose-statement', session, text }) as const;
const proposed = play(live, [[juror(3), propose()]]);
const held = proposed.jury.moderation.waiting.at(-1)!.id;
const put = (text = 'Night buses come first.') => ({ type: 'put-statement', held, text }) as const;
const seenBy = ({ jury }: Played, viewer: Viewer) => JSON.stringify(viewJury(jury, viewer));

describe('a statement that a juror proposes', () => {
  test('[D104] [W10] waits, and is read by the facilitator and its author alone', () => {
    expect(seenBy(proposed, { role: 'facilitator' })).toContain('Night buses come first.');
    expect(seenBy(proposed, { role: 'juror', seat: 'S03' })).toContain('Night buses come first.');
    for (const viewer of [{ role: 'juror', seat: 'S04' }, { role: 'oversight' }, { role: 'organiser' }] as const)
      expect(seenBy(proposed, viewer)).not.toContain('Night buses come first.');
  });

  test('[D104] is one of three at most, and not of somebody whose messages are stopped', () => {
    const three = play(proposed, [
      [juror(3), propose('Buses are dear.')],
      [juror(3), propose('Trams are dearer.')],
    ]);
    expect(codeOf(three, juror(3), propose('Bicycles are cheap.'))).toBe('statements-enough');
    expect(eventsOf(three, juror(4), propose('Bicycles are cheap.'))).not.toEqual([]);
    const muted = play(live, [[FACILITATOR, { type: 'mute-juror', seat: 'S03', rule: 'insult' }]]);
    expect(codeOf(muted, juror(3), propose())).toBe('muted');
    const over = play(live, [[FACILITATOR, { type: 'close-session', session }]]);
    expect(codeOf(over, juror(3), propose())).toBe('session-not-live');
    expect(codeOf(live, FACILITATOR, propose())).toBe('not-allowed');
  });

  test('[D104] is no message: it is not let into the talk', () => {
    expect(codeOf(proposed, FACILITATOR, { type: 'approve-message', held })).toBe('unknown-held-message');
    const spoken = play(live, [
      [FACILITATOR, { type: 'hold-juror', seat: 'S03', rule: 'insult' }],
      [juror(3), { type: 'post-message', session, text: 'A message.' }],
    ]);
    const message = spoken.jury.moderation.waiting.at(-1)!.id;
    expect(codeOf(spoken, FACILITATOR, { ...put(), held: message })).toBe('unknown-held-message');
  });

  test('[D104] [D39] is returned by a published rule, which its author reads and may appeal against', () => {
    const returned = play(proposed, [[FACILITATOR, { type: 'return-message', held, rule: 'off-topic' }]]);
    expect(returned.jury.moderation.waiting).toEqual(live.jury.moderation.waiting);
    expect(returned.jury.moderation.log.at(-1)).toMatchObject({ act: 'return', seat: 'S03', rule: 'off-topic' });
    const action = returned.jury.moderation.log.at(-1)!.id;
    expect(eventsOf(returned, juror(3), { type: 'appeal-action', action, text: 'It is the topic.' })).not.toEqual([]);
  });
});

describe('a statement that waits', () => {
  const withdraw = { type: 'withdraw-statement', held } as const;

  test('[D124] is taken back by whoever proposed it, who may then propose another', () => {
    const three = play(proposed, [
      [juror(3), propose('Buses are dear.')],
      [juror(3), propose('Trams are dearer.')],
      [juror(3), withdraw],
    ]);
    expect(three.jury.moderation.waiting.map(({ text }) => text.text)).not.toContain('Night buses come first.');
    expect(eventsOf(three, juror(3), propose('Bicycles are cheap.'))).toHaveLength(1);
    expect(codeOf(three, juror(3), withdraw)).toBe('unknown-held-message');
    expect(codeOf(three, FACILITATOR, put())).toBe('unknown-held-message');
  });

  test('[D124] is taken back by nobody else, nor once it has been put', () => {
    expect(codeOf(proposed, juror(4), withdraw)).toBe('unknown-held-message');
    expect(codeOf(proposed, FACILITATOR, withdraw)).toBe('not-allowed');
    const asked = play(proposed, [[FACILITATOR, put()]]);
    expect(codeOf(asked, juror(3), withdraw)).toBe('unknown-held-message');
    const over = play(proposed, [[FACILITATOR, { type: 'close-session', session }]]);
    expect(eventsOf(over, juror(3), withdraw)).toEqual([{ type: 'held-message-settled', held, seat: 'S03' }]);
  });

  test('[D124] is no message: words that are held back are not taken back by this', () => {
    const spoken = play(live, [
      [FACILITATOR, { type: 'hold-juror', seat: 'S03', rule: 'insult' }],
      [juror(3), { type: 'post-message', session, text: 'A message.' }],
    ]);
    const message = spoken.jury.moderation.waiting.at(-1)!.id;
    expect(codeOf(spoken, juror(3), { ...withdraw, held: message })).toBe('unknown-held-message');
  });
});

describe('put to the jury', () => {
  const asked = play(proposed, [[FACILITATOR, put()]]);
  const sounding = asked.jury.soundings.at(-1)!;

  test('[D105] it is a sounding like any other, and no longer waits', () => {
    expect(sounding).toMatchObject({ kind: 'statement', state: 'open', text: { text: 'Night buses come first.' } });
    expect(sounding.proposed).toEqual(sounding.text);
    expect(asked.jury.moderation.waiting).toEqual(live.jury.moderation.waiting);
    expect(codeOf(asked, FACILITATOR, put())).toBe('unknown-held-message');
    const { id } = sounding;
    expect(eventsOf(asked, juror(3), { type: 'answer-sounding', sounding: id, answer: 'agree' })).not.toEqual([]);
  });

  test('[D105] it stands in other words beside its own; who proposed it is not told', () => {
    const reworded = play(proposed, [[FACILITATOR, put('Night buses should come first.')]]);
    const { text, proposed: own } = reworded.jury.soundings.at(-1)!;
    expect([text.text, own?.text]).toEqual(['Night buses should come first.', 'Night buses come first.']);
    const { soundings } = viewJury(reworded.jury, { role: 'juror', seat: 'S04' });
    expect(JSON.stringify(soundings?.at(-1))).not.toContain('S03');
  });

  test('[D105] it waits while another question is open', () => {
    const busy = play(proposed, [
      [FACILITATOR, { type: 'open-sounding', session, kind: 'temperature', text: 'Buses until three?' }],
    ]);
    expect(codeOf(busy, FACILITATOR, put())).toBe('sounding-open');
  });
});
