import { describe, expect, test } from 'vitest';
import { LIMIT_OF_APPEAL, isAppealable, mayAppeal } from '../../src/lib/jury/deliberation/moderation/appealing.ts';
import { ACTS } from '../../src/lib/jury/deliberation/moderation/moderation.ts';
import type { Action } from '../../src/lib/jury/deliberation/moderation/moderation.ts';
import { decide } from '../../src/lib/jury/jury.ts';
import { viewJury } from '../../src/lib/jury/view.ts';
import type { Viewer } from '../../src/lib/jury/view.ts';
import { contextOf } from '../support/play.ts';
import {
  FACILITATOR,
  ORGANISER,
  OVERSIGHT,
  codeOf,
  eventsOf,
  juror,
  juryAfter,
  member,
  play,
} from '../support/jury.ts';
import type { Played, Step } from '../support/jury.ts';

/** D1 is live, S02 wrote M1, S01 has the floor. */
const live = juryAfter('deliberating');
const S2 = { seat: 'S02' } as const;
const D1 = { session: 'D1' } as const;
const rule = 'insult';
const hold: Step = [FACILITATOR, { type: 'hold-juror', ...S2, rule }];
const mute: Step = [FACILITATOR, { type: 'mute-juror', ...S2, rule }];
const remove: Step = [FACILITATOR, { type: 'remove-juror', ...D1, ...S2, rule }];
const propose: Step = [ORGANISER, { type: 'propose-exclusion', ...S2, reason: 'Threatened a witness.' }];
const confirm = { type: 'confirm-exclusion', ...S2 } as const;
const drop = { type: 'drop-exclusion', ...S2 } as const;
const say = (text: string) => ({ type: 'post-message', ...D1, text }) as const;
const appeal = (action: string) => ({ type: 'appeal-action', action, text: 'I named nobody.' }) as const;
const settle = (action: string, outcome: 'upheld' | 'changed') =>
  ({ type: 'decide-appeal', action, outcome, reason: 'As it was said.' }) as const;
const logOf = ({ jury }: Played) => jury.moderation.log;
const seenBy = ({ jury }: Played, viewer: Viewer) => viewJury(jury, viewer).moderation;

describe('the log', () => {
  test('[D36] [D39] every step leaves one line, with office and rule', () => {
    const hide: Step = [FACILITATOR, { type: 'hide-message', message: 'M1', rule }];
    const played = play(live, [hold, mute, remove, hide]);
    expect(logOf(played).map(({ id, act, office, rule: by }) => [id, act, office, by])).toEqual([
      ['L1', 'hold', 'facilitator', rule],
      ['L2', 'mute', 'facilitator', rule],
      ['L3', 'remove', 'facilitator', rule],
      ['L4', 'hide', 'facilitator', rule],
    ]);
    expect(logOf(played)[3]).toMatchObject({ seat: 'S02', message: 'M1' });
  });

  test('[W5] everyone reads the line; whom it concerns, only that juror, the facilitator and oversight', () => {
    const played = play(live, [
      [FACILITATOR, { type: 'nudge-juror', ...D1, ...S2, text: 'Let others speak.' }],
      propose,
    ]);
    const seats = (viewer: Viewer) => seenBy(played, viewer)?.log.map(({ seat }) => seat);
    expect(seats({ role: 'facilitator' })).toEqual(['S02', 'S02']);
    expect(seats({ role: 'juror', seat: 'S02' })).toEqual(['S02', 'S02']);
    expect(seats({ role: 'organiser' })).toEqual([undefined, 'S02']);
    expect(seats({ role: 'juror', seat: 'S03' })).toEqual([undefined, undefined]);
    expect(JSON.stringify(seenBy(played, { role: 'juror', seat: 'S03' }))).not.toMatch(
      /others speak|Threatened|Farida/,
    );
    expect(JSON.stringify(seenBy(played, { role: 'juror', seat: 'S02' }))).not.toContain('Farida');
  });

  test('[D44] oversight redacts a line once; the mark with the reason stays', () => {
    const redact = { type: 'redact-action', action: 'L1', reason: 'It pointed at a person.' } as const;
    const appealed = play(live, [mute, [juror(2), appeal('L1')], [OVERSIGHT, settle('L1', 'upheld')]]);
    const redacted = play(appealed, [[OVERSIGHT, redact]]);
    expect(logOf(redacted)[0]).toMatchObject({
      act: 'mute',
      rule: null,
      appeal: { decided: { outcome: 'upheld', reason: null } },
      redacted: { reason: { text: 'It pointed at a person.' } },
    });
    expect(codeOf(redacted, OVERSIGHT, redact)).toBe('already-redacted');
    expect(codeOf(live, OVERSIGHT, redact)).toBe('unknown-action');
    expect(codeOf(appealed, FACILITATOR, redact)).toBe('not-allowed');
  });
});

describe('the steps', () => {
  test('[D37] a private word goes to one juror, in the live session', () => {
    const nudge = (seat: string) => ({ type: 'nudge-juror', ...D1, seat, text: 'A word.' }) as const;
    expect(eventsOf(live, FACILITATOR, nudge('S02'))).toMatchObject([
      { type: 'action-logged', act: 'nudge', seat: 'S02' },
    ]);
    expect(codeOf(live, FACILITATOR, nudge('A01'))).toBe('unknown-seat');
  });

  test('[D38] [W10] held messages wait, are let in unchanged or returned, and nobody else reads them', () => {
    const waiting = play(live, [hold, [juror(2), say('First.')], [juror(2), say('Second.')]]);
    expect(waiting.jury.room.messages).toHaveLength(1);
    expect(seenBy(waiting, { role: 'juror', seat: 'S03' })?.waiting).toEqual([]);
    expect(seenBy(waiting, { role: 'oversight' })?.waiting).toEqual([]);
    expect(seenBy(waiting, { role: 'juror', seat: 'S02' })?.waiting).toHaveLength(2);
    const [first, second] = waiting.jury.moderation.waiting.map(({ id }) => id) as [string, string];
    const settled = play(waiting, [
      [FACILITATOR, { type: 'approve-message', held: first }],
      [FACILITATOR, { type: 'return-message', held: second, rule: 'repeats' }],
    ]);
    expect(settled.jury.room.messages.at(-1)).toMatchObject({ id: 'M2', by: 'S02', text: { text: 'First.' } });
    expect(settled.jury.moderation.waiting).toEqual([]);
    expect(logOf(settled).at(-1)).toMatchObject({ act: 'return', words: { text: 'Second.' } });
    expect(codeOf(settled, FACILITATOR, { type: 'approve-message', held: first })).toBe('unknown-held-message');
    expect(codeOf(settled, FACILITATOR, { type: 'return-message', held: first, rule })).toBe('unknown-held-message');
  });

  test('[D38] holding begins and ends once', () => {
    const held = play(live, [hold]);
    expect(codeOf(held, FACILITATOR, { type: 'hold-juror', ...S2, rule })).toBe('already-held');
    const released = play(held, [[FACILITATOR, { type: 'release-juror', ...S2 }]]);
    expect(codeOf(released, FACILITATOR, { type: 'release-juror', ...S2 })).toBe('not-held');
    expect(eventsOf(released, juror(2), say('Again.'))).toMatchObject([{ type: 'message-posted' }]);
    expect(codeOf(live, FACILITATOR, { type: 'hold-juror', seat: 'S99', rule })).toBe('unknown-seat');
  });

  test('[D40] whoever is removed loses the floor and takes no part, and keeps what is not of the session', () => {
    const speaker = { ...D1, seat: 'S01' } as const;
    const removed = play(live, [[FACILITATOR, { type: 'remove-juror', ...speaker, rule }]]);
    expect(removed.jury.floor.turns[0]?.state).toBe('done');
    expect(codeOf(removed, juror(1), say('Still here.'))).toBe('removed');
    expect(codeOf(removed, juror(1), { type: 'raise-hand', ...D1 })).toBe('removed');
    expect(codeOf(removed, FACILITATOR, { type: 'raise-hand-for', ...speaker })).toBe('removed');
    expect(codeOf(removed, FACILITATOR, { type: 'remove-juror', ...speaker, rule })).toBe('already-removed');
    expect(eventsOf(removed, juror(1), { type: 'ask-question', witness: 'W2', text: 'Who pays?' })).toHaveLength(1);
    const back = play(removed, [[FACILITATOR, { type: 'readmit-juror', ...speaker }]]);
    expect(eventsOf(back, juror(1), say('Thank you.'))).toHaveLength(1);
    expect(codeOf(back, FACILITATOR, { type: 'readmit-juror', ...speaker })).toBe('not-removed');
    expect(codeOf(live, FACILITATOR, { type: 'remove-juror', ...D1, seat: 'S99', rule })).toBe('unknown-seat');
  });

  test('[D40] a sounding does not wait for whoever was removed', () => {
    const asked = play(live, [
      remove,
      [FACILITATOR, { type: 'open-sounding', ...D1, kind: 'statement', text: 'Buses?' }],
    ]);
    const answered = play(asked, [[juror(1), { type: 'answer-sounding', sounding: 'Z1', answer: 'agree' }]], {
      present: ['S01', 'S02'],
    });
    expect(answered.jury.soundings[0]?.state).toBe('closed');
  });

  test('[D40] neither silence nor removal takes the vote away', () => {
    const voting = play(juryAfter('drafting'), [mute, [ORGANISER, { type: 'advance-stage', to: 'voting' }], remove]);
    const open = play(voting, [[member('Ruslan'), { type: 'open-ballot', recommendation: 'R1' }]]);
    expect(eventsOf(open, juror(2), { type: 'cast-paper', ballot: 'B1', choice: 'for' })).toHaveLength(1);
  });
});

describe('exclusion', () => {
  test('[D41] two offices are needed, and the seat falls empty', () => {
    const proposed = play(live, [propose]);
    expect(codeOf(proposed, ORGANISER, confirm)).toBe('own-decision');
    expect(codeOf(proposed, OVERSIGHT, { type: 'propose-exclusion', ...S2, reason: 'Too.' })).toBe('exclusion-open');
    const second: Step = [ORGANISER, { type: 'appoint-member', member: 'Samal', role: 'organiser' }];
    expect(codeOf(play(proposed, [second]), member('Samal'), confirm)).toBe('own-decision');
    const excluded = play(proposed, [[OVERSIGHT, confirm]]);
    expect(excluded.jury.seats['S02']).toMatchObject({ state: 'left', reason: 'excluded' });
    expect(logOf(excluded).map(({ act }) => act)).toEqual(['propose-exclusion', 'exclude']);
    expect(codeOf(live, OVERSIGHT, confirm)).toBe('exclusion-not-open');
    expect(codeOf(excluded, OVERSIGHT, confirm)).toBe('exclusion-not-open');
    expect(codeOf(excluded, ORGANISER, { type: 'propose-exclusion', ...S2, reason: 'Again.' })).toBe('unknown-seat');
  });

  test('[D41] a proposal can be dropped, and is not confirmed over an open appeal', () => {
    const proposed = play(live, [propose]);
    expect(codeOf(play(proposed, [[ORGANISER, drop]]), OVERSIGHT, confirm)).toBe('exclusion-not-open');
    const appealed = play(proposed, [[juror(2), appeal('L1')]]);
    expect(codeOf(appealed, OVERSIGHT, confirm)).toBe('appeal-open');
    const lost = play(appealed, [[FACILITATOR, settle('L1', 'upheld')]]);
    expect(eventsOf(lost, OVERSIGHT, confirm)).toHaveLength(2);
    const won = play(appealed, [[FACILITATOR, settle('L1', 'changed')]]);
    expect(codeOf(won, OVERSIGHT, confirm)).toBe('exclusion-not-open');
    const gone = play(proposed, [[ORGANISER, { type: 'vacate-seat', ...S2, reason: 'left' }]]);
    expect(codeOf(gone, OVERSIGHT, confirm)).toBe('unknown-seat');
  });
});

describe('appeals', () => {
  const muted = play(live, [mute]);

  test('[D42] the juror concerned appeals once, in time, against what can be appealed', () => {
    expect(codeOf(muted, juror(3), appeal('L1'))).toBe('not-allowed');
    expect(codeOf(muted, juror(2), appeal('L9'))).toBe('unknown-action');
    const nudged = play(live, [[FACILITATOR, { type: 'nudge-juror', ...D1, ...S2, text: 'A word.' }]]);
    expect(codeOf(nudged, juror(2), appeal('L1'))).toBe('not-appealable');
    const appealed = play(muted, [[juror(2), appeal('L1')]]);
    expect(codeOf(appealed, juror(2), appeal('L1'))).toBe('already-appealed');
    expect(JSON.stringify(seenBy(appealed, { role: 'juror', seat: 'S03' }))).not.toContain('named nobody');
    expect(JSON.stringify(seenBy(appealed, { role: 'facilitator' }))).toContain('named nobody');
  });

  test('[D42] after 72 hours it is too late, and the page knows it', () => {
    const [action] = logOf(muted) as [Action];
    const given = { present: [], facts: {}, facilitated: true };
    const at = (now: number) =>
      decide(muted.jury, appeal('L1'), { ...contextOf(muted.log, juror(2), given).context, now });
    expect(at(action.at + LIMIT_OF_APPEAL).ok).toBe(true);
    expect(at(action.at + LIMIT_OF_APPEAL + 1)).toMatchObject({ error: { code: 'appeal-too-late' } });
    expect([0, 1].map((more) => mayAppeal(action, 'S02', action.at + LIMIT_OF_APPEAL + more))).toEqual([true, false]);
    expect(mayAppeal(action, 'S03', action.at)).toBe(false);
    expect(ACTS.filter((act) => !isAppealable(act))).toEqual(
      expect.arrayContaining(['nudge', 'release', 'unmute', 'readmit', 'exclude']),
    );
  });

  test('[D43] another person decides, and what was changed ends', () => {
    const appealed = play(muted, [[juror(2), appeal('L1')]]);
    expect(codeOf(appealed, FACILITATOR, settle('L1', 'upheld'))).toBe('own-decision');
    expect(codeOf(muted, OVERSIGHT, settle('L1', 'upheld'))).toBe('appeal-not-open');
    const changed = play(appealed, [[OVERSIGHT, settle('L1', 'changed')]]);
    expect(eventsOf(changed, juror(2), say('Thank you.'))).toHaveLength(1);
    expect(codeOf(changed, OVERSIGHT, settle('L1', 'upheld'))).toBe('appeal-not-open');
    const upheld = play(appealed, [[OVERSIGHT, settle('L1', 'upheld')]]);
    expect(codeOf(upheld, juror(2), say('But.'))).toBe('muted');
  });

  test.each([
    ['hold', hold, 'release'],
    ['remove', remove, 'readmit'],
    ['propose-exclusion', propose, 'drop-exclusion'],
  ] as const)('[D43] a changed %s ends, and what has ended meanwhile does not end twice', (_act, step, ending) => {
    const appealed = play(live, [step, [juror(2), appeal('L1')]]);
    expect(logOf(play(appealed, [[OVERSIGHT, settle('L1', 'changed')]])).map(({ act }) => act)).toContain(ending);
    const endings = {
      release: { type: 'release-juror', ...S2 },
      readmit: { type: 'readmit-juror', ...D1, ...S2 },
      'drop-exclusion': drop,
    } as const;
    const ended = play(appealed, [[ending === 'drop-exclusion' ? ORGANISER : FACILITATOR, endings[ending]]]);
    expect(eventsOf(ended, OVERSIGHT, settle('L1', 'changed'))).toHaveLength(1);
  });

  test('[D43] hidden words stay hidden, also when it was wrong to hide them', () => {
    const hidden = play(live, [
      [FACILITATOR, { type: 'hide-message', message: 'M1', rule }],
      [juror(2), appeal('L1')],
      [OVERSIGHT, settle('L1', 'changed')],
    ]);
    expect(hidden.jury.room.messages[0]?.text).toBeNull();
    expect(eventsOf(hidden, juror(2), say('Once more.'))).toHaveLength(1);
  });
});
