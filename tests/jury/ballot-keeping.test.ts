/** How the returning officer keeps a ballot between its opening and the certificate. */
import { describe, expect, test } from 'vitest';
import { FACILITATOR, OFFICER, ORGANISER, codeOf, juror, juryAt, play, wording } from '../support/jury.ts';
import type { Played } from '../support/jury.ts';

const open = (recommendation: string) => ({ type: 'open-ballot', recommendation }) as const;
const cast = (choice: 'for' | 'against') => ({ type: 'cast-paper', ballot: 'B1', choice }) as const;
const close = (ballot: string) => ({ type: 'close-ballot', ballot }) as const;
const voidBallot = (ballot: string) => ({ type: 'void-ballot', ballot, reason: 'The power failed.' }) as const;

const voting = juryAt('voting');
const opened = play(voting, [[OFFICER, open('R1')]]);
const ballots = ({ jury }: Played) => jury.verdict.ballots;

describe('a ballot on its way', () => {
  const pause = { type: 'pause-ballot', ballot: 'B1', reason: 'The line is down.' } as const;
  const resume = { type: 'resume-ballot', ballot: 'B1' } as const;
  const remind = { type: 'remind-voters', ballot: 'B1' } as const;
  const some = play(opened, [
    [juror(1), cast('for')],
    [juror(2), cast('against')],
    [OFFICER, pause],
  ]);

  test('[V22] while a ballot is paused nobody votes, and nothing is counted', () => {
    expect(ballots(some)[0]).toMatchObject({ state: 'paused', cast: { count: 2 }, decision: null });
    expect(codeOf(some, juror(3), cast('for'))).toBe('ballot-paused');
    expect(codeOf(some, OFFICER, close('B1'))).toBe('ballot-paused');
    expect(codeOf(some, OFFICER, pause)).toBe('ballot-paused');
    expect(codeOf(some, OFFICER, remind)).toBe('ballot-paused');
  });

  test('[V22] resumed, it goes on with every paper that was in the box', () => {
    const resumed = play(some, [
      [OFFICER, resume],
      [juror(3), cast('for')],
    ]);
    expect(ballots(resumed)[0]).toMatchObject({ state: 'open', cast: { count: 3 } });
    expect(ballots(resumed)[0]).not.toHaveProperty('pauseReason');
    expect(codeOf(resumed, OFFICER, resume)).toBe('ballot-not-paused');
    expect(codeOf(resumed, juror(1), cast('against'))).toBe('already-voted');
    expect(codeOf(resumed, OFFICER, { ...resume, ballot: 'B9' })).toBe('unknown-ballot');
    expect(resumed.papers).toHaveLength(3);
  });

  test('[V20] a paused ballot can be voided, and its papers are gone', () => {
    const voided = play(some, [[OFFICER, voidBallot('B1')]]);
    expect([ballots(voided)[0]?.state, voided.papers]).toEqual(['void', []]);
  });

  test('[V23] a reminder is for those who have not voted; when all have, there is none', () => {
    const reminded = play(opened, [[OFFICER, remind]]);
    expect(ballots(reminded)[0]?.remindedAt).toEqual(expect.any(Number));
    const all = play(
      opened,
      Array.from({ length: 20 }, (_, at) => [juror(at + 1), cast('for')] as const),
    );
    expect(codeOf(all, OFFICER, remind)).toBe('everybody-voted');
  });
});

describe('after the close', () => {
  const certify = { type: 'certify-ballot', ballot: 'B1' } as const;
  const again = { type: 'reopen-ballot', ballot: 'B1', reason: 'One juror could not vote.' } as const;
  const closed = play(opened, [
    ...Array.from({ length: 18 }, (_, at) => [juror(at + 1), cast(at < 12 ? 'for' : 'against')] as const),
    [OFFICER, close('B1')],
  ]);

  test('[V24] the returning officer certifies once, and only after the close', () => {
    expect(codeOf(opened, OFFICER, certify)).toBe('ballot-not-closed');
    const certified = play(closed, [[OFFICER, certify]]);
    expect(ballots(certified)[0]?.certifiedAt).toEqual(expect.any(Number));
    expect(codeOf(certified, OFFICER, certify)).toBe('already-certified');
    expect(codeOf(certified, OFFICER, again)).toBe('already-certified');
  });

  test('[V24] a box that comes to something else is not certified', () => {
    for (const tally of [
      { for: 13, against: 5, abstain: 0 },
      { for: 12, against: 5, abstain: 0 },
      { for: 12, against: 6, abstain: 1 },
    ])
      expect(codeOf(closed, OFFICER, certify, { facts: { tally } })).toBe('count-differs');
  });

  test('[V25] held again: the same words, rule and electorate, an empty box, the earlier count beside it', () => {
    const left = play(closed, [[ORGANISER, { type: 'vacate-seat', seat: 'S20', reason: 'illness' }]]);
    const held = play(left, [[OFFICER, again]]);
    const [before, after] = [ballots(left)[0], ballots(held)[0]];
    expect(after).toMatchObject({
      state: 'open',
      cast: { count: 0 },
      decision: null,
      electorate: before?.electorate,
      wordingHash: before?.wordingHash,
      rule: before?.rule,
      heldAgain: [{ reason: { text: 'One juror could not vote.' }, decision: before?.decision }],
    });
    expect(held.papers).toEqual([]);
    const second = votedAgain(held);
    expect(ballots(second)).toHaveLength(1);
    expect(ballots(second)[0]).toMatchObject({ state: 'closed', decision: { counts: { for: 19 } } });
    expect(codeOf(opened, OFFICER, again)).toBe('ballot-not-closed');
  });

  const votedAgain = (from: Played): Played =>
    play(from, [
      ...Array.from({ length: 19 }, (_, at) => [juror(at + 1), cast('for')] as const),
      [OFFICER, close('B1')],
    ]);

  test('[V25] where a later ballot decides, the earlier one is not held again', () => {
    const tied = play(voting, [
      [OFFICER, open('R1')],
      ...Array.from({ length: 20 }, (_, at) => [juror(at + 1), cast(at < 10 ? 'for' : 'against')] as const),
      [OFFICER, close('B1')],
      [OFFICER, open('R1')],
    ]);
    expect(codeOf(tied, OFFICER, again)).toBe('ballot-exists');
  });

  test('[V7] changed words void the ballot, empty the box and take the approvals back', () => {
    const reopen = { type: 'reopen-recommendation', recommendation: 'R1', reason: 'A number was wrong.' } as const;
    for (const from of [closed, opened]) {
      const changed = play(from, [[FACILITATOR, reopen]]);
      expect(ballots(changed)[0]).toMatchObject({ state: 'void', textChanged: true, decision: null });
      expect(changed.papers).toEqual([]);
      expect(codeOf(changed, OFFICER, open('R1'))).toBe('not-frozen-wording');
      const reworded = play(changed, [
        [
          juror(1),
          { type: 'revise-recommendation', recommendation: 'R1', base: 1, ...wording('Run buses until three') },
        ],
        [FACILITATOR, { type: 'freeze-recommendation', recommendation: 'R1', version: 2 }],
        [OFFICER, open('R1')],
      ]);
      expect(ballots(reworded)[1]).toMatchObject({ version: 2, cast: { count: 0 } });
    }
    expect(codeOf(play(closed, [[OFFICER, certify]]), FACILITATOR, reopen)).toBe('already-certified');
  });
});
