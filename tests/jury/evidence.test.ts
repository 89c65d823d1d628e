import { describe, expect, test } from 'vitest';
import { publicRecord } from '../../src/lib/jury/publication/record.ts';
import { viewJury } from '../../src/lib/jury/view.ts';
import type { Viewer } from '../../src/lib/jury/view.ts';
import {
  EXHIBIT,
  FACILITATOR,
  ORGANISER,
  WITNESS,
  codeOf,
  eventsOf,
  juror,
  juryAt,
  play,
  witness,
} from '../support/jury.ts';

/** W1 has declared its interests, W2 has not, W3 is withdrawn; E2 is withdrawn. */
const learning = play(juryAt('learning'), [
  [ORGANISER, WITNESS],
  [ORGANISER, { type: 'withdraw-witness', witness: 'W3', reason: 'Fell ill.' }],
  [ORGANISER, EXHIBIT],
  [ORGANISER, { type: 'withdraw-exhibit', exhibit: 'E2', reason: 'The figures were wrong.' }],
]);
const open = (witness: string) => ({ type: 'open-hearing', witness }) as const;
const close = (witness: string) => ({ type: 'close-hearing', witness }) as const;

describe('exhibits', () => {
  const correct = (exhibit: string) => ({ type: 'correct-exhibit', exhibit, correction: 'It is 41 million.' }) as const;
  const withdraw = (exhibit: string) => ({ type: 'withdraw-exhibit', exhibit, reason: 'Wrong.' }) as const;

  test('[E1] an exhibit says what it is, whose it is, who wanted it and why', () => {
    const { type: _type, body, ...source } = EXHIBIT;
    expect(learning.jury.evidence.exhibits[0]).toMatchObject({
      id: 'E1',
      kind: 'text',
      ...source,
      body: { text: body },
    });
  });

  test('[E1] a link is kept with what stood there, a file with its hash', () => {
    const { type: _type, ...source } = EXHIBIT;
    const { body: _body, ...fileSource } = source;
    const both = play(learning, [
      [ORGANISER, { type: 'add-link-exhibit', ...source, address: 'https://example.org/report' }],
      [ORGANISER, { type: 'add-file-exhibit', ...fileSource, file: 'file-1' }],
    ]);
    expect(both.jury.evidence.exhibits.slice(2)).toMatchObject([
      { id: 'E3', kind: 'link', address: 'https://example.org/report', body: { text: EXHIBIT.body } },
      { id: 'E4', kind: 'file', file: 'file-1', mediaType: 'application/pdf', size: 1_234 },
    ]);
  });

  test.each([{}, { file: { id: 'another', sha256: '', mediaType: 'text/plain', size: 1 } }])(
    '[E1] a file that was not taken in is refused: %j',
    (facts) => {
      const { type: _type, body: _body, ...source } = EXHIBIT;
      expect(codeOf(learning, ORGANISER, { type: 'add-file-exhibit', ...source, file: 'file-1' }, { facts })).toBe(
        'file-not-accepted',
      );
    },
  );

  test('[E2] a correction stands beside the exhibit, which stays as it was', () => {
    const corrected = play(learning, [
      [ORGANISER, correct('E1')],
      [ORGANISER, correct('E1')],
    ]);
    expect(corrected.jury.evidence.exhibits[0]).toMatchObject({
      body: { text: EXHIBIT.body },
      corrections: [{ text: { text: 'It is 41 million.' } }, { text: { text: 'It is 41 million.' } }],
    });
  });

  test('[E3] a withdrawn exhibit stays with the reason', () => {
    expect(learning.jury.evidence.exhibits[1]).toMatchObject({
      id: 'E2',
      body: { text: EXHIBIT.body },
      withdrawn: { reason: 'The figures were wrong.' },
    });
  });

  test.each([correct, withdraw])('[E2] [E3] only a standing exhibit is corrected or withdrawn', (command) => {
    expect(codeOf(learning, ORGANISER, command('E2'))).toBe('exhibit-withdrawn');
    expect(codeOf(learning, ORGANISER, command('E9'))).toBe('unknown-exhibit');
  });
});

describe('witnesses', () => {
  const declare = (witness: string) =>
    ({ type: 'declare-interests', witness, interests: 'Works for the operator.' }) as const;
  const withdraw = (witness: string) => ({ type: 'withdraw-witness', witness, reason: 'Ill.' }) as const;

  test('[E4] a witness speaks for themselves only; the organiser may write it down for them', () => {
    expect(codeOf(learning, witness(1), declare('W2'))).toBe('not-allowed');
    expect(codeOf(learning, witness(1), withdraw('W2'))).toBe('not-allowed');
    expect(eventsOf(learning, witness(2), declare('W2'))).toHaveLength(1);
    expect(eventsOf(learning, ORGANISER, declare('W2'))).toHaveLength(1);
  });

  test('[E5] nobody is heard before their interests are declared', () => {
    expect(codeOf(learning, FACILITATOR, open('W2'))).toBe('interests-undeclared');
    const declared = play(learning, [
      [witness(2), declare('W2')],
      [FACILITATOR, open('W2')],
    ]);
    expect(declared.jury.evidence.witnesses[1]).toMatchObject({
      hearing: 'open',
      interests: { text: 'Works for the operator.' },
    });
  });

  test('[E6] one hearing at a time; a closed one may be taken up again', () => {
    const opened = play(learning, [
      [witness(2), declare('W2')],
      [FACILITATOR, open('W1')],
    ]);
    expect(codeOf(opened, FACILITATOR, open('W1'))).toBe('hearing-already-open');
    expect(codeOf(opened, FACILITATOR, open('W2'))).toBe('hearing-already-open');
    expect(codeOf(opened, FACILITATOR, close('W2'))).toBe('hearing-not-open');
    const again = play(opened, [
      [FACILITATOR, close('W1')],
      [FACILITATOR, open('W2')],
      [FACILITATOR, close('W2')],
      [FACILITATOR, open('W1')],
    ]);
    expect(again.jury.evidence.witnesses.map((one) => one.hearing)).toEqual(['open', 'closed', 'planned']);
  });

  const accept = (witness: string) => ({ type: 'accept-invitation', witness }) as const;
  const no = (witness: string) => ({ type: 'refuse-invitation', witness, reason: 'No time.' }) as const;

  test('[E23] an invitation is answered once; a refusal stays with its reason; declaring interests accepts', () => {
    expect(learning.jury.evidence.witnesses.map((one) => one.invitation)).toEqual(['accepted', 'open', 'open']);
    expect(codeOf(learning, witness(1), accept('W2'))).toBe('not-allowed');
    const accepted = play(learning, [[witness(2), accept('W2')]]);
    for (const again of [accept, no]) expect(codeOf(accepted, witness(2), again('W2'))).toBe('invitation-answered');
    const refused = play(learning, [[ORGANISER, no('W2')]]);
    expect(refused.jury.evidence.witnesses[1]).toMatchObject({
      invitation: 'refused',
      withdrawn: { reason: 'No time.' },
    });
    expect(codeOf(refused, witness(2), declare('W2'))).toBe('not-allowed');
  });

  test('[E24] a substitute is named once for who is gone, and takes over the open questions', () => {
    const substitute = (witness: string, by: string) => ({ type: 'substitute-witness', witness, by }) as const;
    const asked = play(learning, [
      [juror(1), { type: 'ask-question', witness: 'W1', text: 'Who drives?' }],
      [juror(2), { type: 'support-question', question: 'Q1' }],
      [juror(1), { type: 'ask-question', witness: 'W1', text: 'Who pays?' }],
      [FACILITATOR, { type: 'approve-question', question: 'Q1' }],
      [FACILITATOR, { type: 'approve-question', question: 'Q2' }],
      [FACILITATOR, open('W1')],
      [FACILITATOR, { type: 'put-question', question: 'Q1' }],
      [FACILITATOR, { type: 'answer-question', question: 'Q2', text: 'The city.' }],
    ]);
    expect(codeOf(asked, ORGANISER, substitute('W1', 'W2'))).toBe('witness-not-withdrawn');
    const gone = play(asked, [[ORGANISER, withdraw('W1')]]);
    expect(codeOf(gone, ORGANISER, substitute('W1', 'W3'))).toBe('witness-withdrawn');
    expect(codeOf(gone, ORGANISER, substitute('W9', 'W2'))).toBe('unknown-witness');
    const replaced = play(gone, [[ORGANISER, substitute('W1', 'W2')]]);
    expect(replaced.jury.evidence.witnesses[0]?.substitute).toBe('W2');
    expect(replaced.jury.evidence.questions).toMatchObject([
      { witness: 'W2', state: 'approved', support: { count: 1, seats: ['S02'] } },
      { witness: 'W1', state: 'answered' },
    ]);
    expect(codeOf(replaced, ORGANISER, substitute('W1', 'W2'))).toBe('already-substituted');
  });

  test.each([open, close, declare, withdraw])('[E7] a withdrawn or unknown witness is not heard', (command) => {
    const actor = command === open || command === close ? FACILITATOR : ORGANISER;
    expect(codeOf(learning, actor, command('W3'))).toBe('witness-withdrawn');
    expect(codeOf(learning, actor, command('W9'))).toBe('unknown-witness');
  });

  test('[E7] when a witness withdraws during the hearing it closes, and another may begin', () => {
    const opened = play(learning, [
      [witness(2), declare('W2')],
      [FACILITATOR, open('W1')],
      [ORGANISER, withdraw('W1')],
    ]);
    expect(opened.jury.evidence.witnesses[0]).toMatchObject({ hearing: 'closed', withdrawn: { reason: 'Ill.' } });
    expect(eventsOf(opened, FACILITATOR, open('W2'))).toMatchObject([
      { type: 'hearing-opened', witness: 'W2', counts: {} },
    ]);
  });
});

describe('calls for a witness', () => {
  const call = { type: 'call-witness', who: 'A night bus driver', why: 'Nobody who drives was heard.' } as const;
  const sign = (call: string) => ({ type: 'sign-call', call }) as const;
  const grant = (call: string) => ({ type: 'answer-call', call, granted: true, reason: 'For Monday.' }) as const;
  const called = play(learning, [
    [juror(1), call],
    [juror(2), sign('L1')],
  ]);

  test('[E25] any juror calls, others sign once, and only the number is known', () => {
    expect(called.jury.evidence.calls[0]?.signed).toEqual({ count: 2, seats: ['S01', 'S02'] });
    for (const signed of [juror(1), juror(2)]) expect(codeOf(called, signed, sign('L1'))).toBe('already-signed');
    expect(codeOf(called, juror(3), sign('L9'))).toBe('unknown-call');
    const seen = (viewer: Viewer) => viewJury(called.jury, viewer).evidence?.calls[0]?.signed;
    expect(seen({ role: 'facilitator' })).toEqual({ count: 2, seats: [] });
    expect(seen({ role: 'juror', seat: 'S02' })).toEqual({ count: 2, seats: ['S02'] });
  });

  test('[E26] the organiser answers once, within seven days, and then it is public', () => {
    const record = ({ jury }: typeof called) => publicRecord(jury, {})?.calls;
    const [made] = called.jury.evidence.calls;
    expect(made?.due).toBe(new Date((made?.at ?? 0) + 7 * 86_400_000).toISOString().slice(0, 10));
    expect(record(called)).toEqual([]);
    const answered = play(called, [[ORGANISER, grant('L1')]]);
    expect(record(answered)).toMatchObject([
      {
        id: 'L1',
        who: { text: 'A night bus driver' },
        signed: 2,
        answer: { granted: true, reason: { text: 'For Monday.' } },
      },
    ]);
    expect(codeOf(answered, ORGANISER, grant('L1'))).toBe('call-answered');
    expect(codeOf(answered, juror(3), sign('L1'))).toBe('call-answered');
  });
});
