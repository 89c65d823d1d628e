import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decideBallot, votesNeeded } from '../../src/lib/jury/charter/decision-rule.ts';
import type { DecisionRule } from '../../src/lib/jury/charter/decision-rule.ts';
import { PAPERS, PAPER_KINDS, countsOf, marksIn, marksOn } from '../../src/lib/jury/charter/papers.ts';
import { OFFICER, RULE, codeOf, juror, juryAt, play, sitting } from '../support/jury.ts';
import type { Step } from '../support/jury.ts';

const consent = { ...RULE, paper: 'consent' } as const;
const agreement = { ...RULE, paper: 'agreement' } as const;
const FIFTHS = { num: 4, den: 5 } as const;

describe('scales', () => {
  test('[V21] whoever can live with it supports it', () => {
    const tally = { love: 4, like: 9, 'live-with': 6, lament: 3, 'cannot-live-with': 1 };
    expect(countsOf(consent, tally)).toEqual({ for: 19, against: 4, abstain: 0 });
    expect(decideBallot({ ...consent, threshold: FIFTHS }, countsOf(consent, tally), 23, 23)).toMatchObject({
      outcome: 'adopted',
      needed: 19,
    });
    const oneFewer = { ...tally, 'live-with': 5, lament: 4 };
    expect(decideBallot({ ...consent, threshold: FIFTHS }, countsOf(consent, oneFewer), 23, 23).outcome).toBe(
      'not-adopted',
    );
  });

  test('[V21] neither agreeing nor disagreeing is abstaining', () => {
    const tally = { 'strongly-agree': 5, agree: 6, neither: 4, disagree: 3, 'strongly-disagree': 2, abstain: 1 };
    expect(countsOf(agreement, tally)).toEqual({ for: 11, against: 5, abstain: 5 });
  });

  test('[V21] a paper offers abstaining only where the rule has it', () => {
    expect(marksOn(consent)).toEqual(['love', 'like', 'live-with', 'lament', 'cannot-live-with', 'abstain']);
    expect(marksOn({ ...agreement, abstention: false })).toEqual(Object.keys(PAPERS.agreement));
    expect(marksOn({ abstention: false })).toEqual(['for', 'against']);
  });

  test('[V21] a mark that no paper offers is not counted as something else', () => {
    expect(() => countsOf(consent, { for: 1 })).toThrow('the mark for');
    expect(() => countsOf({ ...consent, abstention: false }, { abstain: 2 })).toThrow('the mark abstain');
    expect(countsOf(consent, { for: 0, love: 1 })).toEqual({ for: 1, against: 0, abstain: 0 });
  });

  const anyTally = fc.constantFrom(...PAPER_KINDS).chain((paper) =>
    fc.record({
      paper: fc.constant(paper),
      tally: fc.record(Object.fromEntries(marksOn({ paper, abstention: true }).map((mark) => [mark, fc.nat(5)]))),
    }),
  );

  test('[V21] every paper is counted once, whatever is marked on it', () => {
    fc.assert(
      fc.property(anyTally, ({ paper, tally }) => {
        const rule = { paper, abstention: true };
        const papers = Object.values(tally).reduce((sum, count) => sum + count, 0);
        const counts = countsOf(rule, tally);
        expect(counts.for + counts.against + counts.abstain).toBe(papers);
        expect(Object.values(marksIn(rule, tally)).reduce((sum, count) => sum + count, 0)).toBe(papers);
      }),
      { seed: 20270115, numRuns: 1_000 },
    );
  });

  test('[V21] one more paper that supports, instead of any other or none, never undoes an adoption', () => {
    const denominators: DecisionRule['denominator'][] = ['for-and-against', 'cast', 'electorate', 'seats'];
    fc.assert(
      fc.property(anyTally, fc.constantFrom(...denominators), fc.nat(5), ({ paper, tally }, denominator, which) => {
        const rule: DecisionRule = { ...RULE, paper, denominator };
        const papers = Object.values(tally).reduce((sum, count) => sum + count, 0);
        const seats = papers + 1;
        const outcome = (of: typeof tally) => decideBallot(rule, countsOf(rule, of), seats, seats).outcome;
        const [best = 'for', ...others] = marksOn(rule);
        const worse = others[which % others.length] as string;
        if (outcome(tally) !== 'adopted') return;
        expect(outcome({ ...tally, [best]: (tally[best] ?? 0) + 1 })).toBe('adopted');
        if ((tally[worse] ?? 0) > 0)
          expect(outcome({ ...tally, [worse]: (tally[worse] ?? 0) - 1, [best]: (tally[best] ?? 0) + 1 })).toBe(
            'adopted',
          );
      }),
      { seed: 20270116, numRuns: 3_000 },
    );
  });
});

describe('every count in every jury', () => {
  const shares = [
    [1, 2],
    [3, 5],
    [2, 3],
    [3, 4],
    [4, 5],
    [9, 10],
    [1, 1],
  ] as const;

  test.each(Array.from({ length: 11 }, (_, at) => 15 + at))(
    '[V12] of %i seats: adopted exactly when the share is reached, and every seat accounted for',
    (seats) => {
      for (const [num, den] of shares)
        for (const denominator of ['for-and-against', 'cast', 'electorate', 'seats'] as const)
          for (let yes = 0; yes <= seats; yes += 1)
            for (let no = 0; yes + no <= seats; no += 1)
              for (let abstain = 0; yes + no + abstain <= seats; abstain += 1) {
                const rule = { ...RULE, threshold: { num, den }, denominator };
                const { outcome, cast, base, needed } = decideBallot(
                  rule,
                  { for: yes, against: no, abstain },
                  seats,
                  seats,
                );
                const enough = 2 * num === den ? 2 * yes > base : yes * den >= num * base && yes > 0;
                const expected =
                  4 * cast < 3 * seats
                    ? 'no-quorum'
                    : enough
                      ? 'adopted'
                      : yes === no && yes > 0
                        ? 'tie'
                        : 'not-adopted';
                if (outcome !== expected || needed !== votesNeeded(base, rule.threshold) || cast !== yes + no + abstain)
                  expect({ seats, num, den, denominator, yes, no, abstain, outcome }).toEqual(expected);
              }
    },
  );
});

describe('a ballot by consent', () => {
  const opened = play(juryAt('voting', { rule: { paper: 'consent' } }), [
    [OFFICER, { type: 'open-ballot', recommendation: 'R1' }],
  ]);
  const cast = (choice: string) => ({ type: 'cast-paper', ballot: 'B1', choice }) as const;

  test('[V10] [V21] takes the marks of its own scale and no other', () => {
    for (const choice of ['for', 'against', 'agree', 'constructor'])
      expect(codeOf(opened, juror(1), cast(choice))).toBe('unknown-choice');
    expect(play(opened, [[juror(1), cast('live-with')]]).papers.at(-1)).toEqual({ ballot: 'B1', choice: 'live-with' });
  });

  test('[V21] is published mark by mark beside what it comes to', () => {
    const marks = ['love', 'like', 'live-with', 'live-with', 'lament'];
    const papers = sitting(opened).map((actor, at): Step => [actor, cast(marks[at % marks.length] as string)]);
    const closed = play(opened, [...papers, [OFFICER, { type: 'close-ballot', ballot: 'B1' }]]);
    expect(closed.jury.verdict.ballots[0]?.decision).toMatchObject({
      outcome: 'adopted',
      counts: { for: 16, against: 4, abstain: 0 },
      marks: { love: 4, like: 4, 'live-with': 8, lament: 4, 'cannot-live-with': 0, abstain: 0 },
    });
  });
});
