import { describe, expect, test } from 'vitest';
import { CHECKS, PRINCIPLES, checksOf } from '../../src/lib/jury/publication/principles/checks.ts';
import type { CheckId } from '../../src/lib/jury/publication/principles/checks.ts';
import { OUTCOMES } from '../../src/lib/jury/publication/principles/reading.ts';
import { publicRecord } from '../../src/lib/jury/publication/record.ts';
import type { PublicRecord } from '../../src/lib/jury/publication/record.ts';
import { STAGES } from '../../src/lib/jury/stages.ts';
import { AUTHORITY, FACILITATOR, OVERSIGHT, answer, juror, juryAfter, juryAt, play } from '../support/jury.ts';
import type { Played } from '../support/jury.ts';

const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10);
const recordOf = ({ jury }: Played): PublicRecord => publicRecord(jury, {})!;
const result = (id: CheckId, record: PublicRecord, today = '2027-05-01') => {
  const { outcome, figures } = CHECKS[id].of({ record, today, dayOf });
  return [outcome, figures] as const;
};

const published = recordOf(juryAt('published'));
const closed = recordOf(juryAt('closed'));
const learning = recordOf(juryAt('learning'));

/** The record of a jury that has sat for so many minutes. */
const sat = (record: PublicRecord, held: PublicRecord['process']['minutes']): PublicRecord => ({
  ...record,
  process: { ...record.process, minutes: held, sessions: [{ session: 'D1', state: 'closed' }] },
});
const told = (agree: number | null, between: number | null, disagree: number | null, answers: number | null = 20) => {
  const item = { answers, cells: { agree, between, disagree } };
  const evaluation = { 'question-clear': item, 'was-pressed': item, 'privacy-respected': item };
  return { ...published, surveys: { statement: null, surveys: { evaluation }, moved: {} } };
};

describe('the record beside the principles', () => {
  test('[P42] every principle has checks, and each says what it was computed from unless it cannot be told', () => {
    expect(new Set(Object.values(CHECKS).map(({ principle }) => principle))).toEqual(new Set(PRINCIPLES));
    for (const stage of STAGES.slice(1)) {
      const checks = checksOf({ record: recordOf(juryAt(stage)), today: '2027-05-01', dayOf });
      expect(checks.length).toBe(Object.keys(CHECKS).length);
      for (const { outcome, from } of checks) {
        expect(OUTCOMES).toContain(outcome);
        if (from.length === 0) expect(outcome).toBe('cannot-tell');
      }
    }
  });

  test('[P42] what a check reads is in the record', () => {
    const parts = new Set(Object.keys(published));
    for (const { from } of Object.values(CHECKS))
      for (const source of from) expect(parts).toContain(source.split('.')[0]);
  });

  test('[P43] what the record does not carry is never praised', () => {
    for (const id of ['funding-told', 'costs-covered', 'evaluated-independently'] as const)
      for (const record of [learning, closed]) expect(result(id, record)).toEqual(['cannot-tell', {}]);
  });
});

describe('what was promised and answered', () => {
  test('[P42] the mandate was signed before the first invitation', () => {
    const { mandate, reached } = published.charter;
    const invited = reached.find(({ stage }) => stage === 'inviting')!.at;
    expect(result('mandate-first', published)[0]).toBe('met');
    const late = { ...mandate!, signedAt: invited + 1 };
    expect(result('mandate-first', { ...published, charter: { ...published.charter, mandate: late } })[0]).toBe(
      'not-met',
    );
    const none = { ...published, charter: { ...published.charter, mandate: null } };
    expect(result('mandate-first', none)[0]).toBe('not-met');
    expect(result('answer-promised', none)).toEqual(['not-met', { by: null }]);
  });

  test('[P42] an answer counts when it came by the day, and more time is no answer', () => {
    const waiting = juryAt('published');
    const figures = { adopted: 1, inTime: 0, late: 0, waiting: 1, by: '2027-06-30' };
    expect(result('answered-in-time', recordOf(waiting), '2027-06-30')).toEqual(['not-yet', figures]);
    expect(result('answered-in-time', recordOf(waiting), '2027-07-01')).toEqual(['not-met', figures]);
    const later = { ...answer('R1'), position: 'needs-more-time', until: '2027-09-01' } as const;
    const delayed = play(waiting, [[AUTHORITY, later]]);
    expect(result('answered-in-time', recordOf(delayed), '2027-07-01')).toEqual(['not-met', figures]);
    const answered = play(delayed, [[AUTHORITY, answer('R1')]]);
    expect(result('answered-in-time', recordOf(answered), '2027-07-01')).toEqual([
      'met',
      { ...figures, inTime: 1, waiting: 0 },
    ]);
    expect(result('answered-in-time', learning)[0]).toBe('not-yet');
  });

  test('[P42] an answer after the day stays late', () => {
    const { verdict, charter } = recordOf(juryAt('responding'));
    const by = '2027-01-01';
    const record = { ...published, verdict, charter: { ...charter, mandate: { ...charter.mandate!, respondBy: by } } };
    expect(result('answered-in-time', record)).toEqual(['not-met', { adopted: 1, inTime: 0, late: 1, waiting: 0, by }]);
  });

  test('[P42] a report that is overdue is counted', () => {
    const responding = recordOf(juryAt('responding'));
    expect(result('reported-in-time', responding, '2027-02-01')).toEqual([
      'not-yet',
      { followed: 1, reports: 0, overdue: 0 },
    ]);
    expect(result('reported-in-time', responding, '2028-02-01')).toEqual([
      'not-met',
      { followed: 1, reports: 0, overdue: 1 },
    ]);
  });

  test('[P42] the draw was fixed before it was drawn', () => {
    expect(result('draw-checkable', published)[0]).not.toBe('not-yet');
    expect(result('draw-checkable', recordOf(juryAt('selecting')))[0]).toBe('not-yet');
    const { selection } = published;
    const swapped = { ...selection, frozen: { ...selection.frozen!, at: selection.draw!.at + 1 } };
    expect(result('draw-checkable', { ...published, selection: swapped })[0]).toBe('not-met');
  });
});

describe('who sat', () => {
  test('[P42] targets, attitude and chances are those of the draw', () => {
    const { selection } = published;
    const drawn = (women: number) => {
      const counts = { women, men: 20 - women, for: 7, against: 7, undecided: 6 };
      const composition = selection.targets.map(({ category, value }) => {
        return { category, value, count: counts[value as keyof typeof counts] };
      });
      return { ...published, selection: { ...selection, draw: { ...selection.draw!, composition } } };
    };
    expect(result('targets-met', drawn(10))).toEqual(['met', { groups: 5, within: 5, deviations: 0 }]);
    expect(result('targets-met', drawn(9))).toEqual(['partly', { groups: 5, within: 3, deviations: 0 }]);
    const tight = selection.targets.map((target) => ({ ...target, min: 30, max: 30 }));
    expect(result('targets-met', { ...published, selection: { ...selection, targets: tight } })).toEqual([
      'not-met',
      { groups: 5, within: 0, deviations: 0 },
    ]);
    expect(result('attitude-among-targets', published)).toEqual(['met', { groups: 3 }]);
    expect(result('attitude-among-targets', { ...published, selection: { ...selection, attitude: null } })[0]).toBe(
      'not-met',
    );
  });

  test('[P42] empty seats are counted', () => {
    const seated = (count: number) => ({ ...published, seating: { seated: count, replaced: 0, left: 20 - count } });
    expect([20, 15, 14].map((count) => result('seats-filled', seated(count))[0])).toEqual(['met', 'partly', 'not-met']);
  });

  test('[P45] a vote of one mind tells how each voted', () => {
    expect(result('votes-hidden', published)).toEqual(['met', { votes: 2, unanimous: 0 }]);
    const [first, second] = published.verdict!.recommendations;
    const counts = { for: 20, against: 0, abstain: 0 };
    const one = { ...first!, ballot: { ...first!.ballot, decision: { ...first!.ballot.decision, counts } } };
    const verdict = { ...published.verdict!, recommendations: [one, second!] };
    expect(result('votes-hidden', { ...published, verdict })).toEqual(['partly', { votes: 2, unanimous: 1 }]);
  });
});

describe('how they worked', () => {
  test('[P46] 24 hours without breaks are enough, 16 are some of it', () => {
    const hours = (held: number) =>
      sat(published, [
        { kind: 'discussion', held: held * 60, planned: 0 },
        { kind: 'break', held: 600, planned: 0 },
      ]);
    expect([24, 23.5, 16, 15.9].map((held) => result('hours-sat', hours(held))[0])).toEqual([
      'met',
      'partly',
      'partly',
      'not-met',
    ]);
    expect(result('hours-sat', hours(24))[1]).toEqual({ minutes: 1_440, sessions: 1 });
    expect(result('hours-sat', sat(learning, []))[0]).toBe('not-yet');
    expect(result('hours-sat', { ...published, process: { ...published.process, sessions: [] } })[0]).toBe(
      'cannot-tell',
    );
  });

  test('[P42] time without a kind says nothing of how it was used', () => {
    const kinds = (...rows: readonly (readonly [PublicRecord['process']['minutes'][number]['kind'], number])[]) =>
      result(
        'mixed-formats',
        sat(
          published,
          rows.map(([kind, held]) => ({ kind, held, planned: 0 })),
        ),
      );
    expect(kinds(['hearing', 60], ['tables', 60])).toEqual(['met', { told: 60, among: 60, unsaid: 0 }]);
    expect(kinds(['hearing', 60])[0]).toBe('partly');
    expect(kinds(['hearing', 60], ['unsaid', 60])[0]).toBe('cannot-tell');
  });

  test('[P42] one side alone is no balance, and no word on it is no finding', () => {
    const sides = (pro: number, con: number, leansTo: 'for' | null = null) => {
      const none = { witnesses: 0, minutes: 0, exhibits: 0 };
      const positions = [
        { ...none, position: 'for' as const, planned: pro },
        { ...none, position: 'against' as const, planned: con },
      ];
      return result('sides-balanced', { ...published, balance: { ...published.balance, positions, leansTo } })[0];
    };
    expect([sides(30, 30), sides(50, 10, 'for'), sides(30, 0), sides(0, 0)]).toEqual([
      'met',
      'partly',
      'not-met',
      'cannot-tell',
    ]);
  });

  test('[P42] an answer that is owed to a day is not missing before it', () => {
    const owing = recordOf(
      play(juryAfter('learning'), [
        [juror(1), { type: 'judge-answer', question: 'Q1', judgement: 'partly', missing: 'And on Sundays?' }],
        [FACILITATOR, { type: 'approve-question', question: 'Q2' }],
      ]),
    );
    expect(owing.owed).toHaveLength(1);
    const { due } = owing.owed[0]!;
    expect(result('questions-answered', owing, due)).toEqual([
      'not-yet',
      { admitted: 2, answered: 1, owed: 1, overdue: 0, declined: 0 },
    ]);
    expect(result('questions-answered', owing, '2029-01-01')[0]).toBe('partly');
    expect(result('questions-answered', published)[0]).toBe('met');
  });

  test('[P42] oversight, certified counts and decided appeals', () => {
    expect(result('overseen', published)).toEqual(['met', { oversight: 1 }]);
    const offices = { ...published.process.offices, oversight: 0 };
    expect(result('overseen', { ...published, process: { ...published.process, offices } })[0]).toBe('not-met');
    expect(result('counts-certified', published)).toEqual(['met', { votes: 2, certified: 2 }]);
    const moderated = play(juryAfter('deliberating'), [
      [FACILITATOR, { type: 'mute-juror', seat: 'S02', rule: 'insult' }],
      [juror(2), { type: 'appeal-action', action: 'L1', text: 'Why?' }],
    ]);
    expect(result('appeals-decided', recordOf(moderated))).toEqual(['not-yet', { actions: 1, appeals: 1, decided: 0 }]);
    const decided = play(moderated, [
      [OVERSIGHT, { type: 'decide-appeal', action: 'L1', outcome: 'upheld', reason: 'It was.' }],
    ]);
    expect(result('appeals-decided', recordOf(decided))[0]).toBe('met');
    expect(result('appeals-decided', published)[0]).toBe('cannot-tell');
  });

  test('[P42] [P83] complaints about the process wait, or were answered', () => {
    const one = { id: 'J1', subject: 'voting', day: '2027-03-01' } as const;
    const reply = { day: '2027-03-02', summary: 'On the paper.', reply: 'It was reprinted.' };
    const complained = (record: PublicRecord, ...answers: readonly (typeof reply | null)[]) =>
      result('complaints-answered', {
        ...record,
        process: { ...record.process, complaints: answers.map((answer) => ({ ...one, answer })) },
      });
    expect(complained(published, reply)).toEqual(['met', { complaints: 1, answered: 1 }]);
    expect(complained(published, reply, null)[0]).toBe('not-yet');
    expect(complained(closed, reply, null)[0]).toBe('partly');
    expect(complained(closed, null)[0]).toBe('not-met');
    expect([complained(learning)[0], complained(published)[0]]).toEqual(['not-yet', 'cannot-tell']);
  });
});

describe('what the jurors said', () => {
  test('[P44] a majority is met or not met, and a complaint counts the other way', () => {
    expect(result('question-clear', told(11, null, null))[0]).toBe('met');
    expect(result('question-clear', told(null, null, 11))[0]).toBe('not-met');
    expect(result('was-pressed', told(11, null, null))[0]).toBe('not-met');
    expect(result('was-pressed', told(null, null, 11))[0]).toBe('met');
    expect(result('question-clear', told(10, 5, 5))[0]).toBe('partly');
    expect(result('question-clear', told(null, 11, null))[0]).toBe('partly');
  });

  test('[P44] numbers that are kept back stay so', () => {
    expect(result('question-clear', told(null, null, null))).toEqual([
      'cannot-tell',
      { answers: 20, agree: null, between: null, disagree: null },
    ]);
    expect(result('question-clear', told(null, null, null, null))[0]).toBe('cannot-tell');
    expect(result('question-clear', published)[0]).toBe('not-yet');
    expect(result('question-clear', closed)[0]).toBe('cannot-tell');
  });

  test('[Q15] an item that an earlier evaluation did not ask cannot be told, before the jury is closed and after', () => {
    expect(result('privacy-respected', told(11, null, null))[0]).toBe('met');
    expect(result('access-met', told(11, null, null))).toEqual([
      'cannot-tell',
      { answers: null, agree: null, between: null, disagree: null },
    ]);
    expect(result('access-met', published)[0]).toBe('not-yet');
  });

  test('[P42] a jury that ends without an evaluation has none', () => {
    expect(result('evaluation-held', published)[0]).toBe('not-yet');
    expect(result('evaluation-held', closed)).toEqual(['not-met', { answers: null, seated: 20 }]);
    expect(result('evaluation-held', told(11, null, null))).toEqual(['met', { answers: 20, seated: 20 }]);
    expect(result('asked-before-and-after', closed)).toEqual(['not-met', { before: null, after: null }]);
  });
});
