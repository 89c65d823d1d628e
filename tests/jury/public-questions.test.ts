import { describe, expect, test } from 'vitest';
import { inOrder } from '../../src/lib/jury/evidence/question.ts';
import { publicRecord } from '../../src/lib/jury/publication/record.ts';
import { ROLES } from '../../src/lib/jury/terms.ts';
import type { Actor } from '../../src/lib/jury/terms.ts';
import { viewJury } from '../../src/lib/jury/view.ts';
import {
  FACILITATOR,
  OBSERVER,
  ORGANISER,
  WITNESS,
  codeOf,
  juror,
  juryAt,
  member,
  play,
  witness,
} from '../support/jury.ts';
import type { Step } from '../support/jury.ts';

const PUBLIC: Actor = { kind: 'public' };
const learning = juryAt('learning');
const send = { type: 'send-public-question', text: 'Who cleans the buses?', called: 'A passenger' } as const;
const admit = (sent = 'U1') => ({ type: 'admit-public-question', sent }) as const;
const decline = (sent: string, rule: 'personal' | 'repeats') =>
  ({ type: 'decline-public-question', sent, rule }) as const;
const pass = (to = 'W1', sent = 'U1') => ({ type: 'pass-public-question', sent, witness: to }) as const;
const sent = play(learning, [[PUBLIC, send]]);
const admitted = play(sent, [[FACILITATOR, admit()]]);
const passed = play(admitted, [[FACILITATOR, pass()]]);

describe('questions of the public', () => {
  test('[E47] come from anyone while the jury learns and deliberates, and until the box is full', () => {
    expect(sent.jury.evidence.fromPublic.box).toMatchObject([
      { id: 'U1', text: { text: 'Who cleans the buses?' }, name: { text: 'A passenger' } },
    ]);
    const { called: _called, ...unnamed } = send;
    expect(play(learning, [[PUBLIC, unnamed]]).jury.evidence.fromPublic.box[0]).not.toHaveProperty('name');
    expect(codeOf(juryAt('onboarding'), PUBLIC, send)).toBe('wrong-stage');
    expect(codeOf(juryAt('drafting'), PUBLIC, send)).toBe('wrong-stage');
    for (const actor of [juror(1), FACILITATOR, witness(1), OBSERVER])
      expect(codeOf(learning, actor, send)).toBe('not-allowed');
    expect(codeOf(learning, member('Nobody'), send)).toBe('public-door');
    const full = play(
      learning,
      Array.from({ length: 200 }, (): Step => [PUBLIC, send]),
    );
    expect(codeOf(full, PUBLIC, send)).toBe('box-full');
    expect(
      play(full, [
        [FACILITATOR, decline('U1', 'repeats')],
        [PUBLIC, send],
      ]).jury.evidence.fromPublic.box,
    ).toHaveLength(201);
  });

  test('[E48] are admitted or declined by a published rule, once; words about a person are gone', () => {
    expect(admitted.jury.evidence.fromPublic).toMatchObject({ box: [], admitted: [{ id: 'U1' }] });
    expect(codeOf(admitted, FACILITATOR, admit())).toBe('question-admitted');
    expect(codeOf(sent, FACILITATOR, admit('U9'))).toBe('unknown-question');
    expect(codeOf(sent, ORGANISER, admit())).toBe('not-allowed');
    const repeats = play(sent, [[FACILITATOR, decline('U1', 'repeats')]]);
    expect(repeats.jury.evidence.fromPublic.box).toMatchObject([{ declined: 'repeats', text: { text: send.text } }]);
    expect(codeOf(repeats, FACILITATOR, admit())).toBe('question-closed');
    const personal = play(sent, [[FACILITATOR, decline('U1', 'personal')]]);
    expect(personal.jury.evidence.fromPublic.box).toMatchObject([{ declined: 'personal', text: { text: null } }]);
    expect(JSON.stringify(personal.jury.evidence.fromPublic)).not.toContain('passenger');
  });

  test('[E49] are put to a witness once, after the jurors’ own questions', () => {
    expect(codeOf(sent, FACILITATOR, pass())).toBe('question-not-approved');
    expect(codeOf(admitted, FACILITATOR, pass('W9'))).toBe('unknown-witness');
    expect(codeOf(passed, FACILITATOR, pass())).toBe('question-admitted');
    expect(passed.jury.evidence.fromPublic.admitted).toMatchObject([{ question: 'Q1' }]);
    const both = play(passed, [
      ...[2, 3, 4].map((at): Step => [juror(at), { type: 'support-question', question: 'Q1' }]),
      [juror(1), { type: 'ask-question', witness: 'W1', text: 'Who pays?' }],
      [FACILITATOR, { type: 'approve-question', question: 'Q2' }],
    ]);
    expect(inOrder(both.jury.evidence.questions).map(({ id }) => id)).toEqual(['Q2', 'Q1']);
    expect(codeOf(both, FACILITATOR, { type: 'merge-question', question: 'Q2', into: 'Q1' })).toBe('not-mergeable');
    const joined = play(both, [[FACILITATOR, { type: 'merge-question', question: 'Q1', into: 'Q2' }]]);
    expect(joined.jury.evidence.questions[1]?.support.count).toBe(3);
    const late = play(admitted, [
      [FACILITATOR, { type: 'open-hearing', witness: 'W1' }],
      [FACILITATOR, { type: 'close-hearing', witness: 'W1' }],
      [FACILITATOR, pass()],
    ]);
    expect(late.jury.evidence.questions[0]).toMatchObject({ state: 'deferred', fromPublic: 'U1' });
    const gone = play(admitted, [
      [ORGANISER, WITNESS],
      [ORGANISER, { type: 'withdraw-witness', witness: 'W3', reason: 'Ill.' }],
    ]);
    expect(codeOf(gone, FACILITATOR, pass('W3'))).toBe('witness-withdrawn');
  });

  test('[E49] takes nothing from those whose jurors are told apart by how often they asked', () => {
    const mixed = play(passed, [
      [juror(1), { type: 'ask-question', witness: 'W1', text: 'Who pays?' }],
      [juror(1), { type: 'ask-question', witness: 'W1', text: 'Who drives?' }],
      [juror(2), { type: 'ask-question', witness: 'W1', text: 'Who rides?' }],
    ]);
    expect(inOrder(mixed.jury.evidence.questions).map(({ id }) => id)).toEqual(['Q2', 'Q4', 'Q3', 'Q1']);
  });

  test('[E50] are counted in the public record, with what became of them', () => {
    const all = play(passed, [
      [PUBLIC, send],
      [PUBLIC, send],
      [FACILITATOR, decline('U2', 'personal')],
    ]);
    expect(publicRecord(all.jury, {})?.publicQuestions).toMatchObject({
      open: true,
      sent: 3,
      waiting: 1,
      declined: { personal: 1, repeats: 0, 'off-topic': 0, unclear: 0 },
      admitted: [{ id: 'U1', question: 'Q1' }],
    });
    expect(publicRecord(juryAt('voting').jury, {})?.publicQuestions.open).toBe(false);
  });

  test('[E56] are seen in the box by the facilitator and oversight only', () => {
    const sees = ROLES.filter((role) => viewJury(sent.jury, { role }).evidence?.fromPublic.box.length === 1);
    expect(sees).toEqual(['facilitator', 'oversight']);
    expect(viewJury(admitted.jury, { role: 'observer' }).evidence?.fromPublic.admitted).toHaveLength(1);
  });
});
