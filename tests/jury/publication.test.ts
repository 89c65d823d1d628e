import { describe, expect, test } from 'vitest';
import { publicRecord } from '../../src/lib/jury/publication/record.ts';
import { STAGES } from '../../src/lib/jury/stages.ts';
import {
  AUTHORITY,
  FACILITATOR,
  ORGANISER,
  OVERSIGHT,
  advance,
  answer,
  approve,
  codeOf,
  juror,
  juryAfter,
  juryAt,
  play,
  publish,
  vote,
  wording,
} from '../support/jury.ts';
import type { Played } from '../support/jury.ts';

const names = { W1: 'Dr Amanova' };
const recordOf = ({ jury }: Played) => {
  const record = publicRecord(jury, names);
  if (!record) throw new Error('No public record');
  return record;
};

/** R1 adopted with a statement over the floor and one below, R2 not adopted, R3 withdrawn. */
function published(): Played {
  const drafted = play(juryAt('drafting'), [
    [
      juror(1),
      {
        type: 'propose-recommendation',
        ...wording('Run buses', [
          { kind: 'exhibit', id: 'E1' },
          { kind: 'answer', id: 'Q1' },
          { kind: 'message', id: 'M1' },
        ]),
      },
    ],
    [juror(2), { type: 'propose-recommendation', ...wording('Raise the fare') }],
    [juror(3), { type: 'propose-recommendation', ...wording('Secret draft') }],
    [juror(3), { type: 'withdraw-recommendation', recommendation: 'R3', reason: 'Not ours.' }],
    [FACILITATOR, { type: 'freeze-recommendation', recommendation: 'R1', version: 1 }],
    [FACILITATOR, { type: 'freeze-recommendation', recommendation: 'R2', version: 1 }],
    [juror(5), { type: 'ask-question', witness: 'W2', text: 'A question nobody answered' }],
    advance('voting'),
  ]);
  const voted = vote(vote(drafted, 'R1', { for: 17, against: 3 }), 'R2', { for: 2, against: 18 });
  const stated = play(voted, [
    [juror(20), { type: 'write-minority-statement', recommendation: 'R1', text: 'We fear the cost.' }],
    [juror(19), { type: 'join-minority-statement', statement: 'N1' }],
    [juror(18), { type: 'write-minority-statement', recommendation: 'R1', text: 'Alone in this.' }],
  ]);
  return publish(approve(stated, 11));
}

describe('the public record', () => {
  const record = recordOf(published());

  test('[P1] begins with the first invitation', () => {
    expect(publicRecord(juryAt('designing').jury, {})).toBeNull();
    expect(STAGES.slice(1).every((stage) => publicRecord(juryAt(stage).jury, {}) !== null)).toBe(true);
  });

  test('[P2] shows every recommendation that was voted on, adopted or not, and nothing else of the drafts', () => {
    expect(record.verdict?.recommendations.map((one) => [one.id, one.ballot.decision.outcome])).toEqual([
      ['R1', 'adopted'],
      ['R2', 'not-adopted'],
    ]);
    expect(JSON.stringify(record)).not.toContain('Secret draft');
    expect(record.verdict?.recommendations[0]).toMatchObject({
      title: 'Run buses',
      wordingHash: expect.stringMatching(/^[0-9a-f]{64}$/),
      ballot: { electorate: 20 },
    });
  });

  test('[P2] quotes what is cited', () => {
    expect(record.verdict?.recommendations[0]?.citations).toEqual([
      { kind: 'exhibit', id: 'E1', version: 1, versions: 1, title: 'What a night bus costs' },
      { kind: 'answer', id: 'Q1', title: 'How many people travel at night?', quote: 'About two thousand.' },
      { kind: 'message', id: 'M1', title: 'M1', quote: 'My shift ends at two in the morning.' },
    ]);
  });

  test('[P2] has no verdict before it is published', () => {
    expect(recordOf(juryAfter('voting')).verdict).toBeNull();
  });

  test('[V16] a statement below the floor stays in the room', () => {
    expect(record.verdict?.recommendations[0]?.minorityStatements).toEqual([
      { id: 'N1', text: 'We fear the cost.', joined: 2 },
    ]);
    expect(JSON.stringify(record)).not.toContain('Alone in this.');
  });

  test('[P6] targets and the figures of the pool appear when they are frozen', () => {
    const selecting = juryAt('selecting');
    const after = juryAfter('selecting');
    expect(recordOf(selecting).selection).toMatchObject({ targets: [], pool: null, population: [] });
    expect(recordOf(after).selection).toEqual(after.jury.selection);
  });

  test('[P7] holds no seat, no asker, no list of members, no unanswered question', () => {
    const text = JSON.stringify(record);
    expect(text).not.toMatch(/"[SA]\d\d"/);
    expect(text).not.toContain('"asker"');
    expect(text).not.toContain('Farida');
    expect(text).not.toContain('A question nobody answered');
    expect(record).not.toHaveProperty('charter.members');
    expect(record.witnesses.map((witness) => witness.name)).toEqual(['Dr Amanova', 'Transport institute']);
    expect(record.seating).toEqual({ seated: 20, replaced: 0, left: 0 });
  });

  test('[E21] says how each answer was given, what its asker said of it, and what is owed, without the words', () => {
    const heard = play(juryAfter('learning'), [
      [juror(1), { type: 'judge-answer', question: 'Q1', judgement: 'partly', missing: 'And on Sundays?' }],
      [FACILITATOR, { type: 'approve-question', question: 'Q2' }],
    ]);
    const { answers, owed } = recordOf(heard);
    expect(answers).toMatchObject([{ id: 'Q1', answer: { how: 'written' }, judged: 'partly' }]);
    expect(owed).toEqual([{ id: 'Q2', witness: 'W1', due: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) }]);
    expect(JSON.stringify(recordOf(heard))).not.toContain('And on Sundays?');
  });

  test('[P14] shows what was moderated by day and rule, and nobody', () => {
    const moderated = play(juryAfter('deliberating'), [
      [FACILITATOR, { type: 'mute-juror', seat: 'S02', rule: 'insult' }],
      [juror(2), { type: 'appeal-action', action: 'L1', text: 'A word of the juror.' }],
    ]);
    expect(recordOf(moderated).moderation).toEqual([
      {
        id: 'L1',
        act: 'mute',
        office: 'facilitator',
        day: '2027-01-11',
        rule: 'insult',
        appeal: { outcome: null, reason: null },
        redacted: null,
      },
    ]);
    const decided = play(moderated, [
      [OVERSIGHT, { type: 'decide-appeal', action: 'L1', outcome: 'upheld', reason: 'It was an insult.' }],
      [OVERSIGHT, { type: 'redact-action', action: 'L1', reason: 'It pointed at a person.' }],
    ]);
    expect(recordOf(decided).moderation[0]).toMatchObject({
      rule: null,
      appeal: { outcome: 'upheld', reason: null },
      redacted: 'It pointed at a person.',
    });
  });

  test('[P7] counts whoever left and was replaced', () => {
    const replaced = play(juryAt('learning'), [
      [ORGANISER, { type: 'vacate-seat', seat: 'S04', reason: 'illness' }],
      [ORGANISER, { type: 'call-alternate', vacant: 'S04' }],
      [ORGANISER, { type: 'confirm-seat', seat: 'A01' }],
    ]);
    expect(recordOf(replaced).seating).toEqual({ seated: 20, replaced: 1, left: 1 });
  });
});

describe('the answer of the authority', () => {
  const waiting = published();
  const later = { ...answer('R1'), position: 'needs-more-time' } as const;

  test('[P3] more time is granted to a day, not for ever', () => {
    expect(codeOf(waiting, AUTHORITY, later)).toBe('answer-until-missing');
    expect(play(waiting, [[AUTHORITY, { ...later, until: '2027-09-01' }]]).jury.response.answers).toMatchObject([
      { until: '2027-09-01' },
    ]);
  });

  test.each(['R2', 'R3', 'R9'])('[P4] only what was adopted is answered, not %s', (recommendation) => {
    expect(codeOf(waiting, AUTHORITY, answer(recommendation))).toBe('not-adopted');
  });

  test('[P5] an answer is never edited: a later one stands beside it', () => {
    const twice = play(waiting, [
      [AUTHORITY, answer('R1')],
      [AUTHORITY, answer('R1')],
    ]);
    expect(recordOf(twice).verdict?.recommendations[0]?.answers).toHaveLength(2);
    expect(recordOf(twice).verdict?.recommendations[1]?.answers).toEqual([]);
  });
});
