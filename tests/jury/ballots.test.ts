import { describe, expect, test } from 'vitest';
import { approvalsNeeded } from '../../src/lib/jury/verdict/release-rules.ts';
import {
  FACILITATOR,
  OFFICER,
  RELEASE,
  ORGANISER,
  RULE,
  approve,
  approvedByAll,
  attempt,
  codeOf,
  eventsOf,
  juror,
  juryAfter,
  juryAt,
  play,
  refusalOf,
  vote,
} from '../support/jury.ts';
import type { Played, Step } from '../support/jury.ts';

const open = (recommendation: string) => ({ type: 'open-ballot', recommendation }) as const;
const cast = (choice: 'for' | 'against' | 'abstain', ballot = 'B1') =>
  ({ type: 'cast-paper', ballot, choice }) as const;
const close = (ballot: string) => ({ type: 'close-ballot', ballot }) as const;
const voidBallot = (ballot: string) => ({ type: 'void-ballot', ballot, reason: 'The power failed.' }) as const;
const leave = (seat: string) => ({ type: 'vacate-seat', seat, reason: 'illness' }) as const;

const voting = juryAt('voting');
const opened = play(voting, [[OFFICER, open('R1')]]);
const ballots = ({ jury }: Played) => jury.verdict.ballots;

describe('opening', () => {
  test('[V8] wording, rule, electorate and seats are fixed when a ballot opens', () => {
    expect(ballots(opened)).toMatchObject([
      { id: 'B1', recommendation: 'R1', version: 1, rule: RULE, seats: 20, state: 'open', decision: null },
    ]);
    expect(ballots(opened)[0]?.electorate).toHaveLength(20);
    expect(ballots(opened)[0]?.wordingHash).toBe(opened.jury.verdict.recommendations[0]?.wordingHash);
  });

  test('[V8] whoever leaves afterwards still counts among those entitled', () => {
    const left = play(opened, [[ORGANISER, leave('S20')]]);
    expect(ballots(left)[0]?.electorate).toContain('S20');
    expect(codeOf(left, juror(20), cast('for'))).toBe('not-allowed');
  });

  test('[V9] whoever left before is not entitled', () => {
    const left = play(voting, [
      [ORGANISER, leave('S20')],
      [OFFICER, open('R1')],
    ]);
    expect(ballots(left)[0]?.electorate).toHaveLength(19);
    expect(ballots(left)[0]?.electorate).not.toContain('S20');
  });

  test('[V15] one ballot on a recommendation', () => {
    expect(codeOf(opened, OFFICER, open('R1'))).toBe('ballot-exists');
    expect(codeOf(vote(voting, 'R1', { for: 18 }), OFFICER, open('R1'))).toBe('ballot-exists');
    expect(codeOf(opened, OFFICER, open('R9'))).toBe('unknown-recommendation');
  });

  test('[V15] a tie is put to the vote once more where the rule says so, and no further', () => {
    const tied = vote(voting, 'R1', { for: 10, against: 10 });
    expect(ballots(tied)[0]?.decision?.outcome).toBe('tie');
    const twice = vote(tied, 'R1', { for: 10, against: 10 });
    expect(ballots(twice)[1]).toMatchObject({ recommendation: 'R1', decision: { outcome: 'tie' } });
    expect(codeOf(twice, OFFICER, open('R1'))).toBe('ballot-exists');
  });

  test('[V15] a second ballot that was voided may be held again', () => {
    const again = play(vote(voting, 'R1', { for: 10, against: 10 }), [
      [OFFICER, open('R1')],
      [OFFICER, voidBallot('B2')],
    ]);
    expect(eventsOf(again, OFFICER, open('R1'))).toMatchObject([{ ballot: 'B3' }]);
  });

  test('[V15] where a tie decides, it decides at once', () => {
    const strict = juryAt('voting', { rule: { tie: 'not-adopted' } });
    expect(codeOf(vote(strict, 'R1', { for: 10, against: 10 }), OFFICER, open('R1'))).toBe('ballot-exists');
  });

  test('[V6] only frozen wording is voted on, by a rule that stands', () => {
    const { jury } = voting;
    const thawed = {
      ...jury.verdict,
      recommendations: jury.verdict.recommendations.map((one) => ({ ...one, state: 'open' as const })),
    };
    expect(codeOf({ ...voting, jury: { ...jury, verdict: thawed } }, OFFICER, open('R1'))).toBe('not-frozen-wording');
    expect(
      codeOf({ ...voting, jury: { ...jury, charter: { ...jury.charter, rule: null } } }, OFFICER, open('R1')),
    ).toBe('decision-rule-missing');
  });
});

describe('papers', () => {
  test('[V10] one paper each, and the journal does not hold the choice', () => {
    const first = attempt(opened, juror(1), cast('against'));
    expect(first.papers).toEqual([{ ballot: 'B1', choice: 'against' }]);
    expect(first.result).toEqual({ ok: true, value: [{ type: 'paper-cast', ballot: 'B1', seat: 'S01' }] });
    const one = play(opened, [[juror(1), cast('against')]]);
    expect(codeOf(one, juror(1), cast('against'))).toBe('already-voted');
    expect(codeOf(one, juror(1), cast('for'))).toBe('already-voted');
    expect(ballots(one)[0]?.cast).toEqual({ count: 1, seats: ['S01'] });
  });

  test.each(['for', 'against', 'abstain'] as const)(
    '[V10] what the journal holds of a vote %s is the same as of any other',
    (choice) => {
      expect(eventsOf(opened, juror(3), cast(choice))).toEqual(eventsOf(opened, juror(3), cast('for')));
    },
  );

  test('[V10] a ballot must be there and open', () => {
    expect(codeOf(opened, juror(1), cast('for', 'B9'))).toBe('unknown-ballot');
    expect(codeOf(vote(voting, 'R1', { for: 19 }), juror(20), cast('for'))).toBe('ballot-not-open');
    expect(codeOf(play(opened, [[OFFICER, voidBallot('B1')]]), juror(1), cast('for'))).toBe('ballot-not-open');
  });

  test('[V10] nobody abstains where the rule has no abstention', () => {
    const strict = play(juryAt('voting', { rule: { abstention: false } }), [[OFFICER, open('R1')]]);
    expect(codeOf(strict, juror(1), cast('abstain'))).toBe('unknown-choice');
    expect(eventsOf(strict, juror(1), cast('for'))).toHaveLength(1);
  });

  test('[V9] a juror who is not on the roll casts no paper', () => {
    const { jury } = opened;
    const short = jury.verdict.ballots.map((ballot) => ({ ...ballot, electorate: ballot.electorate.slice(1) }));
    expect(
      codeOf({ ...opened, jury: { ...jury, verdict: { ...jury.verdict, ballots: short } } }, juror(1), cast('for')),
    ).toBe('not-an-elector');
  });
});

describe('count', () => {
  test.each([close, voidBallot])('[V20] only an open ballot is closed or voided', (command) => {
    expect(codeOf(opened, OFFICER, command('B9'))).toBe('unknown-ballot');
    expect(codeOf(vote(voting, 'R1', { for: 18 }), OFFICER, command('B1'))).toBe('ballot-not-open');
    expect(codeOf(play(opened, [[OFFICER, voidBallot('B1')]]), OFFICER, command('B1'))).toBe('ballot-not-open');
  });

  test('[V11] as many papers as names on the roll, or nothing is announced', () => {
    const cast3 = play(opened, [
      [juror(1), cast('for')],
      [juror(2), cast('for')],
      [juror(3), cast('against')],
    ]);
    const count = (counts: { for: number; against: number; abstain: number }) => () =>
      eventsOf(cast3, OFFICER, close('B1'), { facts: { tally: counts } });
    expect(count({ for: 2, against: 0, abstain: 0 })).toThrow('2 papers for 3 voters');
    expect(count({ for: 3, against: 1, abstain: 0 })).toThrow('4 papers for 3 voters');
    expect(() => eventsOf(cast3, OFFICER, close('B1'), { facts: {} })).toThrow('counted without its papers');
    expect(count({ for: 2, against: 1, abstain: 0 })()).toMatchObject([
      { decision: { outcome: 'no-quorum', cast: 3, quorum: 15 } },
      { type: 'statement-deadline-set', usual: true },
    ]);
  });

  test('[V20] a voided ballot leaves no result, and the vote may be held again', () => {
    const voided = play(opened, [
      [juror(1), cast('for')],
      [OFFICER, voidBallot('B1')],
    ]);
    expect(ballots(voided)).toMatchObject([{ state: 'void', decision: null, voidReason: 'The power failed.' }]);
    expect(ballots(vote(voided, 'R1', { for: 20 }))[1]).toMatchObject({
      state: 'closed',
      decision: { outcome: 'adopted', counts: { for: 20 } },
    });
  });
});

describe('minority statements', () => {
  const write = (recommendation: string) =>
    ({ type: 'write-minority-statement', recommendation, text: 'We fear the cost.' }) as const;
  const join = (statement: string) => ({ type: 'join-minority-statement', statement }) as const;
  const voted = vote(voting, 'R1', { for: 17, against: 3 });
  const written = play(voted, [[juror(20), write('R1')]]);

  test('[V16] whoever was entitled to vote may write one, once the ballot is closed, and counts for it', () => {
    expect(written.jury.verdict.statements).toMatchObject([
      { id: 'N1', recommendation: 'R1', needed: 2, joined: { count: 1, seats: ['S20'] } },
    ]);
    expect(codeOf(opened, juror(20), write('R1'))).toBe('ballots-open');
    expect(codeOf(voting, juror(20), write('R1'))).toBe('unknown-recommendation');
    expect(codeOf(voted, juror(20), write('R9'))).toBe('unknown-recommendation');
  });

  test('[V16] others join once', () => {
    const joined = play(written, [[juror(19), join('N1')]]);
    expect(joined.jury.verdict.statements[0]?.joined).toEqual({ count: 2, seats: ['S20', 'S19'] });
    expect(codeOf(joined, juror(19), join('N1'))).toBe('already-joined');
    expect(codeOf(joined, juror(20), join('N1'))).toBe('already-joined');
    expect(codeOf(joined, juror(1), join('N9'))).toBe('unknown-statement');
  });

  test('[V16] whoever was not entitled neither writes nor joins', () => {
    const { jury } = written;
    const short = jury.verdict.ballots.map((ballot) => ({ ...ballot, electorate: ballot.electorate.slice(1) }));
    const without = { ...written, jury: { ...jury, verdict: { ...jury.verdict, ballots: short } } };
    expect(codeOf(without, juror(1), write('R1'))).toBe('not-an-elector');
    expect(codeOf(without, juror(1), join('N1'))).toBe('not-an-elector');
  });
});

describe('approval', () => {
  const approveIt = { type: 'approve-verdict' } as const;
  const publish = { type: 'publish-verdict' } as const;
  const decided = vote(vote(voting, 'R1', { for: 18, against: 2 }), 'R2', { for: 4, against: 16 });
  const given = ({ jury }: Played) => jury.verdict.approvals.count;

  test('[V17] nothing is approved or published before every recommendation is voted on', () => {
    const half = vote(voting, 'R1', { for: 18 });
    expect(refusalOf(half, juror(1), approveIt)).toEqual({ code: 'ballots-open', params: { count: 1 } });
    expect(codeOf(half, ORGANISER, publish)).toBe('ballots-open');
    expect(codeOf(play(half, [[OFFICER, open('R2')]]), ORGANISER, publish)).toBe('ballots-open');
    const reopen = { type: 'reopen-recommendation', recommendation: 'R2', reason: 'A number was wrong.' } as const;
    expect(codeOf(play(half, [[FACILITATOR, reopen]]), juror(1), approveIt)).toBe('recommendations-undecided');
  });

  test('[V17] nor before every result is certified', () => {
    const { jury } = decided;
    const uncertified = jury.verdict.ballots.map(({ certifiedAt: _at, ...ballot }) => ballot);
    const from = { ...decided, jury: { ...jury, verdict: { ...jury.verdict, ballots: uncertified } } };
    expect(refusalOf(from, juror(1), approveIt)).toEqual({ code: 'ballots-uncertified', params: { count: 2 } });
  });

  test('[V18] a juror approves once, and again when the verdict is no longer the same', () => {
    const approved = approve(decided, 3);
    expect(given(approved)).toBe(3);
    expect(codeOf(approved, juror(1), approveIt)).toBe('already-approved');
    const written = play(approved, [
      [juror(20), { type: 'write-minority-statement', recommendation: 'R1', text: 'Cost.' }],
    ]);
    expect(given(written)).toBe(0);
    expect(eventsOf(written, juror(1), approveIt)).toHaveLength(1);
  });

  test('[V18] the name that lifts a statement over its floor changes what is published; the next one does not', () => {
    const written = play(decided, [
      [juror(20), { type: 'write-minority-statement', recommendation: 'R1', text: 'Cost.' }],
    ]);
    const lifted = play(approve(written, 3), [[juror(19), { type: 'join-minority-statement', statement: 'N1' }]]);
    expect(given(lifted)).toBe(0);
    expect(given(play(approve(lifted, 3), [[juror(18), { type: 'join-minority-statement', statement: 'N1' }]]))).toBe(
      3,
    );
  });

  test('[V18] a new ballot and a voided one take approvals back', () => {
    const tied = vote(vote(voting, 'R1', { for: 10, against: 10 }), 'R2', { for: 18 });
    expect(given(play(approve(tied, 3), [[OFFICER, open('R1')]]))).toBe(0);
    const reopened = play(tied, [
      [OFFICER, open('R1')],
      [OFFICER, voidBallot('B3')],
    ]);
    expect(
      given(
        play(approve(reopened, 3), [
          [OFFICER, open('R1')],
          [OFFICER, voidBallot('B4')],
        ]),
      ),
    ).toBe(0);
  });

  test('[V19] more than half of the jurors approve, or nothing is published', () => {
    expect(refusalOf(approve(decided, 10), ORGANISER, publish)).toEqual({
      code: 'not-approved',
      params: { count: 10, needed: 11 },
    });
    const [first, second, last] = RELEASE;
    const agreed = play(approve(decided, 11), [first as Step, second as Step]);
    const now = agreed.jury.verdict.release?.at ?? 0;
    expect(play(agreed, [last as Step], { now }).jury.charter.stage).toBe('published');
    expect([15, 16, 20, 23, 24, 25].map(approvalsNeeded)).toEqual([8, 9, 11, 12, 13, 13]);
  });

  test('[V19] an approval does not outlast its juror', () => {
    const left = play(approve(decided, 11), [
      [ORGANISER, leave('S01')],
      [ORGANISER, leave('S02')],
    ]);
    expect(refusalOf(left, ORGANISER, publish)).toEqual({ code: 'not-approved', params: { count: 9, needed: 10 } });
  });

  test('[V19] what is published is dated', () => {
    const agreed = play(approvedByAll(juryAfter('voting')), RELEASE.slice(0, 2));
    expect(eventsOf(agreed, ORGANISER, publish)).toEqual([
      { type: 'verdict-published', at: expect.any(Number) },
      { type: 'stage-reached', stage: 'published', at: expect.any(Number) },
    ]);
  });
});
