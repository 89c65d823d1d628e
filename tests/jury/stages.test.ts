import { describe, expect, test } from 'vitest';
import { STAGES, hasReached, nextStage, stagesBetween } from '../../src/lib/jury/stages.ts';
import type { Stage } from '../../src/lib/jury/stages.ts';
import {
  AUTHORITY,
  EXHIBIT,
  FACILITATOR,
  ORGANISER,
  RELEASE,
  RULE,
  advance,
  answer,
  codeOf,
  eventsOf,
  juror,
  juryAfter,
  juryAt,
} from '../support/jury.ts';
import { approvedByAll, play, refusalOf, vote, wording } from '../support/jury.ts';
import type { Played } from '../support/jury.ts';

const gate = (from: Played, to: Stage) => {
  const [actor, command] = advance(to);
  return codeOf(from, actor, command);
};

test('[S1] the order of stages', () => {
  expect(STAGES.map(nextStage)).toEqual([...STAGES.slice(1), null]);
  expect(stagesBetween('learning', 'drafting')).toEqual(['learning', 'deliberating', 'drafting']);
  expect(hasReached('learning', 'learning')).toBe(true);
  expect(hasReached('inviting', 'learning')).toBe(false);
});

describe.each(STAGES)('[S1] from %s', (stage) => {
  test.each(STAGES.filter((to) => to !== nextStage(stage)))('there is no way to %s', (to) => {
    expect(gate(juryAfter(stage), to)).toBe('not-the-next-stage');
  });
});

test.each(STAGES.filter((stage) => stage !== 'voting' && stage !== 'closed'))(
  '[S1] [S3] [S6] %s leads to the next stage once its own work is done, and the time is kept',
  (stage) => {
    const next = nextStage(stage) as Stage;
    const [actor, command] = advance(next);
    expect(eventsOf(juryAfter(stage), actor, command)).toEqual([
      { type: 'stage-reached', stage: next, at: expect.any(Number) },
    ]);
    expect(juryAt(next).jury.charter.reached.map((one) => one.stage)).toEqual(
      STAGES.slice(0, STAGES.indexOf(next) + 1),
    );
  },
);

test('[S2] nobody is invited before the decision rule stands and the authority has signed', () => {
  const designing = juryAt('designing');
  expect(gate(designing, 'inviting')).toBe('decision-rule-missing');
  const ruled = play(designing, [[ORGANISER, { type: 'set-decision-rule', ...RULE }]]);
  expect(gate(ruled, 'inviting')).toBe('mandate-missing');
  const signed = play(ruled, [
    [AUTHORITY, { type: 'sign-mandate', statement: 'We shall answer.', respondBy: '2027-06-30' }],
  ]);
  expect(gate(play(signed, [[ORGANISER, { type: 'set-decision-rule', ...RULE }]]), 'inviting')).toBe('mandate-missing');
});

test('[S4] nobody is prepared before the draw', () => {
  expect(gate(juryAt('selecting'), 'onboarding')).toBe('not-drawn');
});

describe('[S5] the jury does not begin', () => {
  const onboarding = juryAt('onboarding');
  const confirmed = (count: number, from = onboarding) =>
    play(
      from,
      Array.from({ length: count }, (_, index) => [
        ORGANISER,
        { type: 'confirm-seat', seat: `S${String(index + 1).padStart(2, '0')}` },
      ]),
    );

  test('while somebody drawn has not answered', () => {
    const [actor, command] = advance('learning');
    expect(refusalOf(confirmed(19), actor, command)).toEqual({ code: 'seats-not-filled', params: { count: 19 } });
  });

  test('while a seat is empty and the reserve is not used up', () => {
    const vacant = play(confirmed(20), [[ORGANISER, { type: 'vacate-seat', seat: 'S03', reason: 'illness' }]]);
    expect(gate(vacant, 'learning')).toBe('seats-not-filled');
    const called = play(vacant, [[ORGANISER, { type: 'call-alternate', vacant: 'S03' }]]);
    expect(gate(called, 'learning')).toBe('seats-not-filled');
    const filled = play(called, [
      [ORGANISER, { type: 'confirm-seat', seat: 'A01' }],
      [ORGANISER, EXHIBIT],
    ]);
    expect(play(filled, [advance('learning')]).jury.charter.stage).toBe('learning');
  });

  test('with fewer than fifteen, even when the reserve is used up', () => {
    const without = juryAt('onboarding', { seats: 15, alternates: 0 });
    const all = play(confirmed(15, without), [[ORGANISER, EXHIBIT]]);
    expect(play(all, [advance('learning')]).jury.charter.stage).toBe('learning');
    const fourteen = play(all, [[ORGANISER, { type: 'vacate-seat', seat: 'S15', reason: 'declined' }]]);
    expect(gate(fourteen, 'learning')).toBe('seats-not-filled');
  });

  test('but it begins with fewer than planned once the reserve is used up', () => {
    const without = juryAt('onboarding', { seats: 16, alternates: 0 });
    const gap = play(confirmed(16, without), [
      [ORGANISER, EXHIBIT],
      [ORGANISER, { type: 'vacate-seat', seat: 'S16', reason: 'illness' }],
    ]);
    expect(play(gap, [advance('learning')]).jury.charter.stage).toBe('learning');
  });

  test('without anything to learn from', () => {
    expect(gate(confirmed(20), 'learning')).toBe('no-exhibit');
    const withdrawn = play(confirmed(20), [
      [ORGANISER, EXHIBIT],
      [ORGANISER, { type: 'withdraw-exhibit', exhibit: 'E1', reason: 'Wrong.' }],
    ]);
    expect(gate(withdrawn, 'learning')).toBe('no-exhibit');
  });
});

describe('[S7] nothing is voted on', () => {
  const drafting = play(juryAt('drafting'), [
    [juror(1), { type: 'propose-recommendation', ...wording('Run buses all night') }],
  ]);

  test('while wording is still open', () => {
    expect(gate(drafting, 'voting')).toBe('recommendations-undecided');
  });

  test('when there is nothing to vote on', () => {
    expect(gate(juryAt('drafting'), 'voting')).toBe('no-recommendation');
    const withdrawn = play(drafting, [
      [juror(1), { type: 'withdraw-recommendation', recommendation: 'R1', reason: 'Not ours to say.' }],
    ]);
    expect(gate(withdrawn, 'voting')).toBe('no-recommendation');
  });

  test('until the wording is frozen', () => {
    const frozen = play(drafting, [[FACILITATOR, { type: 'freeze-recommendation', recommendation: 'R1', version: 1 }]]);
    expect(play(frozen, [advance('voting')]).jury.charter.stage).toBe('voting');
  });
});

test('[S8] only publishing the verdict leads to its publication', () => {
  expect(gate(juryAfter('voting'), 'published')).toBe('not-the-next-stage');
  expect(
    eventsOf(play(approvedByAll(juryAfter('voting')), RELEASE.slice(0, 2)), ORGANISER, { type: 'publish-verdict' }).map(
      (event) => event.type,
    ),
  ).toEqual(['verdict-published', 'stage-reached']);
});

describe('[S9] a jury is not closed', () => {
  test('while an adopted recommendation has no answer', () => {
    const unanswered = play(juryAt('published'), [advance('responding')]);
    expect(gate(unanswered, 'closed')).toBe('recommendations-unanswered');
    expect(play(unanswered, [[AUTHORITY, answer('R1')], advance('closed')]).jury.charter.stage).toBe('closed');
  });

  test('but nothing need be answered where nothing was adopted', () => {
    const [first, second] = ['R1', 'R2'];
    const voted = vote(vote(juryAt('voting'), first as string, { against: 20 }), second as string, { against: 20 });
    const approved = play(
      voted,
      Array.from({ length: 20 }, (_, index) => [juror(index + 1), { type: 'approve-verdict' }]),
    );
    const closed = play(approved, [...RELEASE, advance('responding'), advance('closed')]);
    expect(closed.jury.charter.stage).toBe('closed');
  });
});
