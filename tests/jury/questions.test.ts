import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Command } from '../../src/lib/jury/commands.ts';
import { currentQuestion, inOrder, isOverdue } from '../../src/lib/jury/evidence/question.ts';
import type { Question } from '../../src/lib/jury/evidence/question.ts';
import { viewEvent, viewJury } from '../../src/lib/jury/view.ts';
import { FACILITATOR, ORGANISER, WITNESS, codeOf, eventsOf, juror, juryAt, play, witness } from '../support/jury.ts';
import type { Played } from '../support/jury.ts';

const learning = play(juryAt('learning'), [
  [ORGANISER, WITNESS],
  [ORGANISER, { type: 'withdraw-witness', witness: 'W3', reason: 'Fell ill.' }],
]);
const open = (witness: string) => ({ type: 'open-hearing', witness }) as const;
const close = (witness: string) => ({ type: 'close-hearing', witness }) as const;
const ask = (witness: string) => ({ type: 'ask-question', witness, text: 'How many passengers?' }) as const;
const approve = (question: string) => ({ type: 'approve-question', question }) as const;
const support = (question: string) => ({ type: 'support-question', question }) as const;
const unsupport = (question: string) => ({ type: 'unsupport-question', question }) as const;
const decline = (question: string) => ({ type: 'decline-question', question, rule: 'repeats' }) as const;
const merge = (question: string, into: string) => ({ type: 'merge-question', question, into }) as const;
const put = (question: string) => ({ type: 'put-question', question }) as const;
const defer = (question: string, due = '2027-12-31') => ({ type: 'defer-question', question, due }) as const;
const reply = (question: string) => ({ type: 'answer-question', question, text: 'Two thousand.' }) as const;
const anew = (question: string) => ({ type: 'resubmit-question', question, text: 'How many by bus?' }) as const;
const back = (question: string) => ({ type: 'withdraw-question', question }) as const;
const judge = (question: string, judgement: 'yes' | 'partly' | 'no', missing?: string) =>
  ({ type: 'judge-answer', question, judgement, missing }) as const;

const asked = play(learning, [[juror(1), ask('W1')]]);
const admitted = play(asked, [[FACILITATOR, approve('Q1')]]);
const heard = play(admitted, [[FACILITATOR, open('W1')]]);
const answered = play(heard, [[witness(1), reply('Q1')]]);
const first = ({ jury }: Played) => jury.evidence.questions[0];

test('[E8] a juror asks before and during a hearing, not after it', () => {
  expect(asked.jury.evidence.questions).toMatchObject([
    { id: 'Q1', witness: 'W1', asker: 'S01', state: 'submitted', text: { text: 'How many passengers?' } },
  ]);
  expect(eventsOf(heard, juror(2), ask('W1'))).toMatchObject([{ question: 'Q2' }]);
  const closed = play(heard, [[FACILITATOR, close('W1')]]);
  expect(codeOf(closed, juror(2), ask('W1'))).toBe('hearing-not-open');
  expect(codeOf(learning, juror(2), ask('W3'))).toBe('witness-withdrawn');
  expect(codeOf(learning, juror(2), ask('W9'))).toBe('unknown-witness');
});

test('[E9] a juror supports a question of another once, and may take it back', () => {
  const supported = play(asked, [
    [juror(2), support('Q1')],
    [juror(3), support('Q1')],
  ]);
  expect(first(supported)?.support).toEqual({ count: 2, seats: ['S02', 'S03'] });
  expect(codeOf(supported, juror(2), support('Q1'))).toBe('already-supported');
  expect(codeOf(asked, juror(1), support('Q1'))).toBe('own-question');
  expect(codeOf(supported, juror(4), unsupport('Q1'))).toBe('not-supported');
  const withdrawn = play(supported, [[juror(2), unsupport('Q1')]]);
  expect(first(withdrawn)?.support).toEqual({ count: 1, seats: ['S03'] });
  expect(codeOf(withdrawn, juror(2), unsupport('Q1'))).toBe('not-supported');
});

describe('what becomes of a question', () => {
  test('[E10] it is admitted once, or declined by a published rule only', () => {
    expect(first(admitted)?.state).toBe('approved');
    expect(codeOf(admitted, FACILITATOR, approve('Q1'))).toBe('question-admitted');
    const declined = play(asked, [[FACILITATOR, { ...decline('Q1'), note: 'See Q0.' }]]);
    expect(first(declined)).toMatchObject({ state: 'declined', declined: { rule: 'repeats', note: 'See Q0.' } });
    const wasPut = play(heard, [[FACILITATOR, put('Q1')]]);
    expect(codeOf(wasPut, FACILITATOR, decline('Q1'))).toBe('question-already-asked');
  });

  test.each([
    [juror(2), support],
    [juror(2), unsupport],
    [juror(1), back],
    [FACILITATOR, approve],
    [FACILITATOR, decline],
    [FACILITATOR, put],
    [FACILITATOR, defer],
    [FACILITATOR, reply],
    [FACILITATOR, (question: string) => merge(question, 'Q2')],
  ] as const)('[E10] declined, answered, joined or withdrawn it is closed', (actor, command) => {
    const other = play(heard, [
      [juror(5), ask('W1')],
      [FACILITATOR, approve('Q2')],
    ]);
    const ways: readonly Command[] = [decline('Q1'), reply('Q1'), merge('Q1', 'Q2')];
    for (const way of ways) {
      const closed = play(other, [[FACILITATOR, way]]);
      expect(codeOf(closed, actor, command('Q1'))).toBe('question-closed');
      expect(codeOf(closed, actor, command('Q9'))).toBe('unknown-question');
    }
    const withdrawn = play(other, [[juror(1), back('Q1')]]);
    expect(codeOf(withdrawn, actor, command('Q1'))).toBe('question-closed');
  });

  test('[E11] an answer comes from the witness asked, from the hearing on, and in writing after it', () => {
    expect(codeOf(asked, FACILITATOR, reply('Q1'))).toBe('question-not-approved');
    expect(codeOf(admitted, witness(1), reply('Q1'))).toBe('hearing-not-open');
    expect(codeOf(heard, witness(2), reply('Q1'))).toBe('not-allowed');
    const late = play(heard, [
      [FACILITATOR, close('W1')],
      [FACILITATOR, reply('Q1')],
    ]);
    expect(first(late)?.answer).toMatchObject({ text: { text: 'Two thousand.' }, how: 'written' });
    const live = play(heard, [
      [FACILITATOR, put('Q1')],
      [witness(1), reply('Q1')],
    ]);
    expect(first(live)?.answer?.how).toBe('live');
    expect(first(answered)?.answer?.how).toBe('written');
  });

  test('[E11] a withdrawn witness answers no more', () => {
    const withdrawn = play(heard, [[ORGANISER, { type: 'withdraw-witness', witness: 'W1', reason: 'Ill.' }]]);
    expect(codeOf(withdrawn, FACILITATOR, reply('Q1'))).toBe('witness-withdrawn');
    expect(codeOf(withdrawn, witness(1), reply('Q1'))).toBe('not-allowed');
  });

  test('[E12] its asker takes it back before it is put, and writes it anew once', () => {
    expect(codeOf(admitted, juror(2), back('Q1'))).toBe('not-allowed');
    expect(first(play(admitted, [[juror(1), back('Q1')]]))?.state).toBe('withdrawn');
    const declined = play(asked, [[FACILITATOR, decline('Q1')]]);
    expect(codeOf(asked, juror(1), anew('Q1'))).toBe('not-declined');
    expect(codeOf(asked, juror(1), anew('Q9'))).toBe('unknown-question');
    expect(codeOf(declined, juror(2), anew('Q1'))).toBe('not-allowed');
    const rewritten = play(declined, [[juror(1), anew('Q1')]]);
    expect(first(rewritten)).toMatchObject({ state: 'submitted', text: { text: 'How many by bus?' } });
    expect(first(rewritten)?.declined).toBeUndefined();
    const again = play(rewritten, [[FACILITATOR, decline('Q1')]]);
    expect(codeOf(again, juror(1), anew('Q1'))).toBe('already-resubmitted');
  });

  test('[E13] joined, the other has the union of both, each once, its own asker not', () => {
    const two = play(admitted, [
      [juror(2), ask('W1')],
      [juror(3), support('Q1')],
      [juror(3), support('Q2')],
      [juror(1), support('Q2')],
      [juror(4), support('Q2')],
    ]);
    const joined = play(two, [[FACILITATOR, merge('Q2', 'Q1')]]);
    expect(first(joined)?.support).toEqual({ count: 3, seats: ['S03', 'S04', 'S02'] });
    expect(joined.jury.evidence.questions[1]).toMatchObject({ state: 'merged', into: 'Q1' });
    expect(codeOf(two, FACILITATOR, merge('Q1', 'Q2'))).toBe('question-not-approved');
    expect(codeOf(two, FACILITATOR, merge('Q1', 'Q1'))).toBe('not-mergeable');
    const elsewhere = play(two, [
      [juror(5), ask('W2')],
      [FACILITATOR, approve('Q3')],
    ]);
    expect(codeOf(elsewhere, FACILITATOR, merge('Q1', 'Q3'))).toBe('not-mergeable');
  });

  test('[E14] the one that was put last and has no answer is the current one', () => {
    expect(codeOf(admitted, FACILITATOR, put('Q1'))).toBe('hearing-not-open');
    expect(codeOf(asked, FACILITATOR, put('Q1'))).toBe('question-not-approved');
    const two = play(heard, [
      [FACILITATOR, put('Q1')],
      [juror(2), ask('W1')],
      [FACILITATOR, approve('Q2')],
      [FACILITATOR, put('Q2')],
    ]);
    expect(currentQuestion(two.jury.evidence.questions, 'W1')?.id).toBe('Q2');
    const back = play(two, [[witness(1), reply('Q2')]]);
    expect(currentQuestion(back.jury.evidence.questions, 'W1')?.id).toBe('Q1');
    expect(codeOf(two, FACILITATOR, put('Q1'))).toBe('question-already-asked');
  });

  test('[E17] [E19] [E20] what is left over is owed in writing, and late once the day is over', () => {
    expect(codeOf(heard, FACILITATOR, defer('Q1', '2020-01-01'))).toBe('day-is-past');
    expect(codeOf(heard, FACILITATOR, { ...close('W1'), due: '2020-01-01' })).toBe('day-is-past');
    expect(first(play(heard, [[FACILITATOR, defer('Q1')]]))).toMatchObject({ state: 'deferred', due: '2027-12-31' });
    const two = play(heard, [[juror(2), ask('W1')]]);
    const closed = play(two, [[FACILITATOR, { ...close('W1'), due: '2027-12-01' }]]);
    expect(closed.jury.evidence.questions.map((one) => [one.state, one.due])).toEqual([
      ['deferred', '2027-12-01'],
      ['submitted', undefined],
    ]);
    const late = play(closed, [[FACILITATOR, approve('Q2')]]);
    expect(late.jury.evidence.questions[1]?.state).toBe('deferred');
    const owed = first(closed) as Question;
    expect([isOverdue(owed, '2027-12-01'), isOverdue(owed, '2027-12-02')]).toEqual([false, true]);
    expect(isOverdue(first(play(closed, [[witness(1), reply('Q1')]])) as Question, '2028-01-01')).toBe(false);
  });

  test('[E18] whether it was answered is for its asker to say, once', () => {
    expect(codeOf(heard, juror(1), judge('Q1', 'yes'))).toBe('not-answered');
    expect(codeOf(heard, juror(1), judge('Q9', 'yes'))).toBe('unknown-question');
    expect(codeOf(answered, juror(2), judge('Q1', 'yes'))).toBe('not-allowed');
    const judged = play(answered, [[juror(1), judge('Q1', 'yes')]]);
    expect(first(judged)?.judged).toBe('yes');
    expect(codeOf(judged, juror(1), judge('Q1', 'no', 'All of it.'))).toBe('already-judged');
  });

  test('[E22] what an answer leaves open comes back once as a follow-up, ahead of the others', () => {
    expect(codeOf(answered, juror(1), judge('Q1', 'partly'))).toBe('missing-unsaid');
    const open = play(answered, [
      [juror(2), ask('W1')],
      [juror(3), support('Q2')],
      [juror(1), judge('Q1', 'partly', 'And on Sundays?')],
      [FACILITATOR, approve('Q3')],
    ]);
    expect(open.jury.evidence.questions[2]).toMatchObject({ follows: 'Q1', text: { text: 'And on Sundays?' } });
    expect(inOrder(open.jury.evidence.questions)[0]?.id).toBe('Q3');
    const again = play(open, [[witness(1), reply('Q3')]]);
    expect(eventsOf(again, juror(1), judge('Q3', 'no'))).toHaveLength(1);
    const gone = play(answered, [[ORGANISER, { type: 'withdraw-witness', witness: 'W1', reason: 'Ill.' }]]);
    expect(eventsOf(gone, juror(1), judge('Q1', 'no'))).toHaveLength(1);
  });
});

describe('secrets', () => {
  test('[E15] before the hearing everybody knows only what they support themselves', () => {
    const supported = play(asked, [
      [juror(2), support('Q1')],
      [juror(3), support('Q1')],
    ]);
    const seen = (played: Played, viewer: Parameters<typeof viewJury>[1]) =>
      viewJury(played.jury, viewer).evidence?.questions[0]?.support;
    expect(seen(supported, { role: 'juror', seat: 'S02' })).toEqual({ count: 1, seats: ['S02'] });
    for (const role of ['facilitator', 'organiser', 'witness'] as const)
      expect(seen(supported, { role })).toEqual({ count: 0, seats: [] });
    const [event] = eventsOf(asked, juror(2), support('Q1'));
    expect(event && viewEvent(event, { role: 'facilitator' })).toBeNull();
    const opened = play(supported, [[FACILITATOR, open('W1')]]);
    expect(seen(opened, { role: 'facilitator' })).toEqual({ count: 2, seats: [] });
  });

  const questions = fc
    .array(fc.record({ asker: fc.integer({ min: 1, max: 4 }), count: fc.nat(2) }), { maxLength: 12 })
    .map((all) =>
      all.map(({ asker, count }, at): Question => {
        const text = { sha256: '', text: '' };
        return {
          id: `Q${at + 1}`,
          witness: 'W1',
          text,
          state: 'approved',
          asker: `S0${asker}`,
          support: { count, seats: [] },
        };
      }),
    );
  const nth = (all: readonly Question[], one: Question) =>
    all.slice(0, all.indexOf(one)).filter(({ asker }) => asker === one.asker).length;

  test('[E16] of equally supported questions nobody has a second one before another has a first', () => {
    fc.assert(
      fc.property(questions, (all) => {
        const order = inOrder(all);
        expect(order.toSorted((a, b) => all.indexOf(a) - all.indexOf(b))).toEqual(all);
        for (const [at, one] of order.entries()) {
          const next = order[at + 1];
          if (!next) continue;
          expect(one.support.count).toBeGreaterThanOrEqual(next.support.count);
          if (one.support.count === next.support.count) expect(nth(all, one)).toBeLessThanOrEqual(nth(all, next));
        }
      }),
    );
  });

  test('[E16] who does not know the askers learns nothing of them from the order', () => {
    fc.assert(
      fc.property(questions, (all) => {
        const unnamed = all.map(({ asker: _asker, ...one }) => one);
        const ids = inOrder(unnamed).map(({ id }) => id);
        const bySupport = all.toSorted((a, b) => b.support.count - a.support.count).map(({ id }) => id);
        expect(ids).toEqual(bySupport);
        const [own, ...others] = all;
        const mine = own ? [own, ...others.map(({ asker: _asker, ...one }) => one)] : [];
        if (mine.length > 1) expect(inOrder(mine).map(({ id }) => id)).toEqual(bySupport);
      }),
    );
  });
});
