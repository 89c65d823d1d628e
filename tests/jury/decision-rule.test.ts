import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  decideBallot,
  decideOptions,
  minorityNeeded,
  quorumNeeded,
  votesNeeded,
} from '../../src/lib/jury/charter/decision-rule.ts';
import type { Counts, DecisionRule, Fraction } from '../../src/lib/jury/charter/decision-rule.ts';

const share = (num: number, den: number): Fraction => ({ num, den });
const RULE: DecisionRule = {
  threshold: share(1, 2),
  denominator: 'cast',
  quorum: share(3, 4),
  abstention: true,
  tie: 'not-adopted',
  minorityFloor: share(1, 10),
};
const rule = (change: Partial<DecisionRule>): DecisionRule => ({ ...RULE, ...change });
const counts = (for_: number, against: number, abstain = 0): Counts => ({ for: for_, against, abstain });

/** Rows 15, 18, 20, 23, 24, 25 as published (UNDEF/newDemocracy thresholds); the others between them by hand. */
const TABLE = [
  [15, 8, 10, 12, 12, 2],
  [16, 9, 11, 12, 13, 2],
  [17, 9, 12, 13, 14, 2],
  [18, 10, 12, 14, 15, 2],
  [19, 10, 13, 15, 16, 2],
  [20, 11, 14, 15, 16, 2],
  [21, 11, 14, 16, 17, 3],
  [22, 12, 15, 17, 18, 3],
  [23, 12, 16, 18, 19, 3],
  [24, 13, 16, 18, 20, 3],
  [25, 13, 17, 19, 20, 3],
] as const;

describe('votes needed', () => {
  test.each(TABLE)(
    '[V12] of %i: half %i, two thirds %i, three quarters %i, four fifths %i, a tenth %i',
    (n, half, thirds, quarters, fifths, tenth) => {
      expect(votesNeeded(n, share(1, 2))).toBe(half);
      expect(votesNeeded(n, share(2, 3))).toBe(thirds);
      expect(votesNeeded(n, share(3, 4))).toBe(quarters);
      expect(votesNeeded(n, share(4, 5))).toBe(fifths);
      expect(minorityNeeded(n, share(1, 10))).toBe(tenth);
    },
  );

  test('[V12] one half means more than half however it is written', () => {
    expect([share(1, 2), share(2, 4), share(500, 1000)].map((half) => votesNeeded(24, half))).toEqual([13, 13, 13]);
  });

  test('[V16] one juror alone is no minority, however low the floor', () => {
    expect([share(1, 10), share(1, 25), share(1, 1000)].map((floor) => minorityNeeded(15, floor))).toEqual([2, 2, 2]);
    expect(minorityNeeded(24, share(1, 4))).toBe(6);
  });

  test('[V12] all means all, and of nobody at least one', () => {
    expect(votesNeeded(24, share(1, 1))).toBe(24);
    expect(votesNeeded(0, share(2, 3))).toBe(1);
    expect(votesNeeded(0, share(1, 2))).toBe(1);
  });

  const fraction = fc
    .tuple(fc.integer({ min: 1, max: 1000 }), fc.integer({ min: 1, max: 1000 }))
    .filter(([num, den]) => num <= den && 2 * num >= den);

  test('[V12] what is needed is more than half, at most all, and enough: exact for every fraction', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), fraction, (n, [num, den]) => {
        const needed = votesNeeded(n, share(num, den));
        expect(2 * needed).toBeGreaterThan(n);
        expect(needed).toBeLessThanOrEqual(n);
        expect(needed * den).toBeGreaterThanOrEqual(n * num);
        if (2 * num > den) expect((needed - 1) * den).toBeLessThan(n * num);
      }),
      { seed: 20270111, numRuns: 2_000 },
    );
  });

  test('[V12] a higher threshold or a larger body never needs fewer', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100 }), fraction, fraction, (n, [a, b], [c, d]) => {
        const [low, high] = a * d <= c * b ? [share(a, b), share(c, d)] : [share(c, d), share(a, b)];
        // One half is "more than half", so it may equal but not exceed what any larger share needs.
        expect(votesNeeded(n, low)).toBeLessThanOrEqual(votesNeeded(n, high));
        expect(votesNeeded(n, low)).toBeLessThanOrEqual(votesNeeded(n + 1, low));
      }),
      { seed: 20270112, numRuns: 2_000 },
    );
  });
});

describe('ballots', () => {
  test.each([
    ['for-and-against', 22, 15],
    ['cast', 24, 16],
    ['electorate', 24, 16],
    ['seats', 25, 17],
  ] as const)('[V12] of %s', (denominator, base, needed) => {
    expect(decideBallot(rule({ threshold: share(2, 3), denominator }), counts(16, 6, 2), 24, 25)).toMatchObject({
      base,
      needed,
      cast: 24,
    });
  });

  test('[V12] whether abstentions count decides this one', () => {
    const two = counts(15, 7, 2);
    const thirds = share(2, 3);
    expect(decideBallot(rule({ threshold: thirds, denominator: 'for-and-against' }), two, 24, 24).outcome).toBe(
      'adopted',
    );
    expect(decideBallot(rule({ threshold: thirds, denominator: 'cast' }), two, 24, 24).outcome).toBe('not-adopted');
  });

  test('[V13] the quorum is of the seats, and below it nothing is decided', () => {
    expect(quorumNeeded(24, share(3, 4))).toBe(18);
    expect(quorumNeeded(23, share(3, 4))).toBe(18);
    expect(decideBallot(RULE, counts(17, 0), 24, 24).outcome).toBe('no-quorum');
    expect(decideBallot(RULE, counts(18, 0), 24, 24).outcome).toBe('adopted');
    expect(decideBallot(RULE, counts(13, 0, 5), 24, 24)).toMatchObject({ outcome: 'adopted', cast: 18, needed: 10 });
    expect(decideBallot(RULE, counts(8, 8), 24, 24).outcome).toBe('no-quorum');
  });

  test('[V15] equal votes are a tie, whatever the threshold; no votes at all are none', () => {
    expect(decideBallot(RULE, counts(12, 12), 24, 24).outcome).toBe('tie');
    expect(decideBallot(RULE, counts(10, 10, 4), 24, 24).outcome).toBe('tie');
    expect(decideBallot(rule({ threshold: share(4, 5) }), counts(12, 12), 24, 24).outcome).toBe('tie');
    expect(decideBallot(RULE, counts(0, 0, 24), 24, 24).outcome).toBe('not-adopted');
    expect(decideBallot(rule({ denominator: 'for-and-against' }), counts(0, 0, 24), 24, 24)).toMatchObject({
      base: 0,
      needed: 1,
      outcome: 'not-adopted',
    });
  });

  const anyRule = fc.record({
    threshold: fc.constantFrom(share(1, 2), share(2, 3), share(3, 4), share(4, 5), share(1, 1)),
    denominator: fc.constantFrom('for-and-against', 'cast', 'electorate', 'seats' as const),
  });
  const jury = fc
    .tuple(fc.integer({ min: 15, max: 25 }), fc.nat(25), fc.nat(25), fc.nat(25))
    .map(([seats, for_, against, abstain]) => {
      const cast = [for_ % (seats + 1), 0, 0];
      cast[1] = against % (seats + 1 - (cast[0] as number));
      cast[2] = abstain % (seats + 1 - (cast[0] as number) - cast[1]);
      return { seats, counts: counts(cast[0] as number, cast[1], cast[2]) };
    });
  const decide = (change: Partial<DecisionRule>, of: Counts, seats: number) =>
    decideBallot(rule(change), of, seats, seats).outcome;

  test('[V12] a vote more for, one fewer against: what was adopted stays adopted', () => {
    fc.assert(
      fc.property(anyRule, jury, (change, { seats, counts: of }) => {
        if (of.against === 0 || decide(change, of, seats) !== 'adopted') return;
        expect(decide(change, counts(of.for + 1, of.against - 1, of.abstain), seats)).toBe('adopted');
        expect(decide(change, counts(of.for, of.against - 1, of.abstain + 1), seats)).toBe('adopted');
      }),
      { seed: 20270113, numRuns: 3_000 },
    );
  });

  test('[V12] nothing is adopted by fewer for than against, nor without a quorum', () => {
    fc.assert(
      fc.property(anyRule, jury, (change, { seats, counts: of }) => {
        const { outcome, cast, quorum } = decideBallot(rule(change), of, seats, seats);
        if (outcome === 'adopted') expect(of.for > of.against && cast >= quorum).toBe(true);
        expect(outcome === 'no-quorum').toBe(cast < quorum);
      }),
      { seed: 20270114, numRuns: 3_000 },
    );
  });
});

describe('ballots between options', () => {
  test('[V14] the one option that reaches what is needed wins; otherwise none', () => {
    expect(decideOptions(RULE, { bus: 13, taxi: 11 }, 0, 24, 24)).toEqual({ base: 24, needed: 13, winner: 'bus' });
    expect(decideOptions(RULE, { bus: 12, taxi: 12 }, 0, 24, 24).winner).toBeNull();
    expect(decideOptions(RULE, { bus: 10, taxi: 8, none: 6 }, 0, 24, 24).winner).toBeNull();
  });

  test('[V14] abstentions count where all papers count', () => {
    expect(decideOptions(RULE, { bus: 12, taxi: 10 }, 2, 24, 24)).toEqual({ base: 24, needed: 13, winner: null });
    expect(decideOptions(rule({ denominator: 'for-and-against' }), { bus: 12, taxi: 10 }, 2, 24, 24)).toEqual({
      base: 22,
      needed: 12,
      winner: 'bus',
    });
    expect(decideOptions(rule({ denominator: 'seats' }), { bus: 12, taxi: 10 }, 2, 24, 25)).toEqual({
      base: 25,
      needed: 13,
      winner: null,
    });
  });
});
