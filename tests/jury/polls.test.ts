import { describe, expect, test } from 'vitest';
import { FACILITATOR, OFFICER, codeOf, eventsOf, juror, juryAt, play, sitting, vote } from '../support/jury.ts';
import type { Command } from '../../src/lib/jury/commands.ts';
import type { Played, Step } from '../support/jury.ts';

const write = (change: object = {}): Command =>
  ({
    type: 'write-poll',
    form: 'one-of',
    text: 'Who should pay?',
    options: ['The city', 'The passengers', 'Both'],
    ...change,
  }) as Command;
const open = (poll: string) => ({ type: 'open-poll', poll }) as const;
const cast = (choice: string, ballot = 'B1') => ({ type: 'cast-paper', ballot, choice }) as const;
const ranks = (places: Record<string, number>, ballot = 'B1') => ({ type: 'cast-ranking', ballot, places }) as const;
const finish = (ballot: string): readonly Step[] => [
  [OFFICER, { type: 'close-ballot', ballot }],
  [OFFICER, { type: 'certify-ballot', ballot }],
];

const voting = juryAt('voting');
const asked = play(voting, [
  [FACILITATOR, write()],
  [OFFICER, open('P1')],
]);
const ranking = play(voting, [
  [FACILITATOR, write({ form: 'ranking' })],
  [OFFICER, open('P1')],
]);
const last = ({ jury }: Played) => jury.verdict.pollBallots.at(-1);
const all = (from: Played, choose: (at: number) => Command): Played =>
  play(
    from,
    sitting(from).map((actor, at) => [actor, choose(at)]),
  );

describe('one of several', () => {
  test('[V8] [V26] wording, rule and electorate are fixed, and ballots are numbered together', () => {
    expect(last(asked)).toMatchObject({ id: 'B1', poll: 'P1', seats: 20, state: 'open' });
    expect(last(asked)?.electorate).toHaveLength(20);
    expect(eventsOf(asked, OFFICER, { type: 'open-ballot', recommendation: 'R1' })).toMatchObject([{ ballot: 'B2' }]);
  });

  test('[V26] it takes an option, none of them, or abstaining, and nothing else', () => {
    const votes = play(asked, [
      [juror(1), cast('b')],
      [juror(2), cast('none')],
      [juror(3), cast('abstain')],
    ]);
    expect(votes.papers.map(({ choice }) => choice)).toEqual(['b', 'none', 'abstain']);
    for (const choice of ['for', 'd', 'R1']) expect(codeOf(votes, juror(4), cast(choice))).toBe('unknown-choice');
    expect(codeOf(votes, juror(4), ranks({ a: 1 }))).toBe('unknown-choice');
    expect(codeOf(votes, juror(1), cast('a'))).toBe('already-voted');
  });

  test('[V14] [V26] what reaches the votes needed wins; every paper is accounted for', () => {
    const won = play(
      all(asked, (at) => cast(at < 14 ? 'a' : at < 17 ? 'b' : 'none')),
      finish('B1'),
    );
    expect(last(won)?.decision).toEqual({
      outcome: 'decided',
      winner: 'a',
      cast: 20,
      abstain: 0,
      quorum: 15,
      votes: { counts: { a: 14, b: 3, c: 0, none: 3 }, base: 20, needed: 14 },
    });
    const lost = play(
      all(asked, (at) => cast(at < 13 ? 'a' : 'none')),
      finish('B1'),
    );
    expect(last(lost)?.decision).toMatchObject({ outcome: 'undecided', winner: null });
    const none = play(
      all(asked, (at) => cast(at < 15 ? 'none' : 'a')),
      finish('B1'),
    );
    expect(last(none)?.decision).toMatchObject({ outcome: 'decided', winner: 'none' });
  });

  test('[V13] [V28] below the quorum nothing is decided', () => {
    const few = play(asked, [
      ...sitting(asked)
        .slice(0, 14)
        .map((actor): Step => [actor, cast('a')]),
      ...finish('B1'),
    ]);
    expect(last(few)?.decision).toMatchObject({ outcome: 'no-quorum', winner: null, cast: 14 });
  });

  test('[V26] it is withdrawn as long as nobody votes on it', () => {
    const withdraw = { type: 'withdraw-poll', poll: 'P1', reason: 'Asked already.' } as const;
    expect(codeOf(asked, FACILITATOR, withdraw)).toBe('ballot-exists');
    const gone = play(voting, [
      [FACILITATOR, write()],
      [FACILITATOR, withdraw],
    ]);
    expect(codeOf(gone, OFFICER, open('P1'))).toBe('unknown-poll');
    expect(codeOf(gone, OFFICER, open('P9'))).toBe('unknown-poll');
    expect(codeOf(asked, OFFICER, open('P1'))).toBe('ballot-exists');
  });

  test('[V22] [V24] [V25] it is paused, certified and held again like any other', () => {
    const held = play(
      all(asked, () => cast('a')),
      [
        [OFFICER, { type: 'close-ballot', ballot: 'B1' }],
        [OFFICER, { type: 'reopen-ballot', ballot: 'B1', reason: 'One could not vote.' }],
        [OFFICER, { type: 'pause-ballot', ballot: 'B1', reason: 'The line is down.' }],
      ],
    );
    expect(codeOf(held, juror(1), cast('b'))).toBe('ballot-paused');
    expect(last(held)).toMatchObject({
      state: 'paused',
      cast: { count: 0 },
      heldAgain: [{ decision: { winner: 'a' } }],
    });
  });
});

describe('a ranking', () => {
  test('[V27] the journal says who has voted; the order goes into the box alone', () => {
    expect(eventsOf(ranking, juror(1), ranks({ b: 1, a: 2 }))).toEqual([
      { type: 'paper-cast', ballot: 'B1', seat: 'S01' },
    ]);
    expect(play(ranking, [[juror(1), ranks({ b: 1, a: 2 })]]).papers).toEqual([{ ballot: 'B1', choice: 'b>a>c' }]);
    for (const places of [{}, { z: 1 }] as Record<string, number>[])
      expect(codeOf(ranking, juror(1), ranks(places))).toBe('unknown-choice');
    expect(codeOf(ranking, juror(1), cast('a'))).toBe('unknown-choice');
  });

  test('[V27] the winner beats every other; whoever abstained is counted apart', () => {
    const counted = play(
      all(ranking, (at) => (at < 11 ? ranks({ b: 1, a: 2, c: 3 }) : at < 18 ? ranks({ c: 1 }) : cast('abstain'))),
      finish('B1'),
    );
    expect(last(counted)?.decision).toMatchObject({
      outcome: 'decided',
      winner: 'b',
      cast: 20,
      abstain: 2,
      ranked: { places: { b: 1, a: 2, c: 3 }, preferred: { b: { c: 11 }, c: { b: 7 } } },
    });
    expect(JSON.stringify(counted.jury)).not.toContain('b>a');
  });

  test('[V28] a shared first place is a tie, put to the vote once more where the rule says so', () => {
    const tie = (from: Played, ballot: string) =>
      play(
        all(from, (at) => ranks(at % 2 ? { a: 1 } : { b: 1 }, ballot)),
        finish(ballot),
      );
    const tied = tie(ranking, 'B1');
    expect(last(tied)?.decision).toMatchObject({
      outcome: 'tie',
      winner: null,
      ranked: { places: { a: 1, b: 1, c: 3 } },
    });
    const again = tie(play(tied, [[OFFICER, open('P1')]]), 'B2');
    expect(codeOf(again, OFFICER, open('P1'))).toBe('ballot-exists');
  });
});

describe('dependent votes', () => {
  const dependent = play(voting, [[FACILITATOR, write({ onlyIf: 'R1:adopted' })]]);

  test('[V29] a condition names a vote that there is and an outcome that it can have', () => {
    for (const onlyIf of ['R9:adopted', 'R1:a', 'P1:z', 'P2:a'])
      expect(codeOf(dependent, FACILITATOR, write({ onlyIf }))).toBe('unknown-condition');
    for (const onlyIf of ['R1:not-adopted', 'P1:c', 'P1:none'])
      expect(eventsOf(dependent, FACILITATOR, write({ onlyIf }))).toHaveLength(1);
  });

  test('[V29] it waits until the earlier one is certified and came out so, then everybody votes', () => {
    expect(codeOf(dependent, OFFICER, open('P1'))).toBe('condition-not-met');
    const rejected = vote(dependent, 'R1', { for: 5, against: 15 });
    expect(codeOf(rejected, OFFICER, open('P1'))).toBe('condition-not-met');
    const { jury } = vote(dependent, 'R1', { for: 18, against: 2 });
    const uncertified = jury.verdict.ballots.map(({ certifiedAt: _at, ...ballot }) => ballot);
    const early = { ...dependent, jury: { ...jury, verdict: { ...jury.verdict, ballots: uncertified } } };
    expect(codeOf(early, OFFICER, open('P1'))).toBe('condition-not-met');
    const adopted = play(vote(dependent, 'R1', { for: 18, against: 2 }), [[OFFICER, open('P1')]]);
    expect(last(adopted)?.electorate).toHaveLength(20);
  });

  test('[V29] one question after another: Ireland 2017 asked of all, whatever they had answered before', () => {
    const chained = play(voting, [
      [FACILITATOR, write({ text: 'Keep the route?', options: ['Keep', 'Not keep'] })],
      [FACILITATOR, write({ text: 'What instead?', options: ['Another', 'None at all'], onlyIf: 'P1:b' })],
      [OFFICER, open('P1')],
    ]);
    const first = play(
      all(chained, (at) => cast(at < 5 ? 'a' : 'b')),
      finish('B1'),
    );
    const second = play(first, [[OFFICER, open('P2')]]);
    expect(eventsOf(second, juror(1), cast('a', 'B2'))).toHaveLength(1);
    expect(codeOf(chained, OFFICER, open('P2'))).toBe('condition-not-met');
  });
});

describe('priorities', () => {
  const priorities = { type: 'open-priorities' } as const;
  const decided = vote(vote(voting, 'R1', { for: 18, against: 2 }), 'R2', { for: 16, against: 4 });

  test('[V30] only when all is decided, of two at least, and once', () => {
    expect(codeOf(voting, OFFICER, priorities)).toBe('ballots-open');
    const one = vote(vote(voting, 'R1', { for: 18, against: 2 }), 'R2', { for: 4, against: 16 });
    expect(codeOf(one, OFFICER, priorities)).toBe('nothing-to-rank');
    expect(codeOf(play(decided, [[OFFICER, priorities]]), OFFICER, priorities)).toBe('ballots-open');
    const done = play(
      all(play(decided, [[OFFICER, priorities]]), () => ranks({ R1: 1 }, 'B3')),
      finish('B3'),
    );
    expect(codeOf(done, OFFICER, priorities)).toBe('ballot-exists');
    expect(codeOf(done, OFFICER, open('P1'))).toBe('unknown-poll');
  });

  test('[V30] places may be shared, and what was adopted stays adopted', () => {
    const opened = play(decided, [[OFFICER, priorities]]);
    const shared = play(
      all(opened, (at) => ranks(at % 2 ? { R1: 1 } : { R2: 1 }, 'B3')),
      finish('B3'),
    );
    expect(last(shared)?.decision).toMatchObject({
      outcome: 'decided',
      winner: null,
      ranked: { places: { R1: 1, R2: 1 } },
    });
    expect(shared.jury.verdict.ballots.map((ballot) => ballot.decision?.outcome)).toEqual(['adopted', 'adopted']);
  });

  test('[V17] [V18] a poll under way or not certified holds the approval up, and a new one takes approvals back', () => {
    const approved = play(decided, [[juror(1), { type: 'approve-verdict' }]]);
    const opened = play(approved, [[OFFICER, priorities]]);
    expect(opened.jury.verdict.approvals.count).toBe(0);
    expect(codeOf(opened, juror(1), { type: 'approve-verdict' })).toBe('ballots-open');
    const closed = play(
      all(opened, () => ranks({ R1: 1 }, 'B3')),
      [[OFFICER, { type: 'close-ballot', ballot: 'B3' }]],
    );
    expect(codeOf(closed, juror(1), { type: 'approve-verdict' })).toBe('ballots-uncertified');
  });
});
