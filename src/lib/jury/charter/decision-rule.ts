/**
 * When a recommendation is adopted, in whole numbers only: 18 of 23 must not become 80% by rounding.
 * Sources: UNDEF/newDemocracy handbook pp. 172–196 (supermajority of those who can live with it, minority report from 10%);
 * Irish Citizens' Assembly rules (majority of members present and voting).
 */
import type { PaperKind } from './papers.ts';

export interface Fraction {
  readonly num: number;
  readonly den: number;
}

export interface DecisionRule {
  /** What a paper on a recommendation offers to mark; for or against where the rule does not say. */
  readonly paper?: PaperKind;
  /** One half means more than half; every other fraction means at least that share. */
  readonly threshold: Fraction;
  /** What the share is taken of: votes for and against, all papers cast, those present, all entitled to vote, or all seats. */
  readonly denominator: 'for-and-against' | 'cast' | 'present' | 'electorate' | 'seats';
  /** Share of the jury's seats that must have cast a paper. */
  readonly quorum: Fraction;
  readonly abstention: boolean;
  readonly tie: 'not-adopted' | 'reballot-once';
  /** Share of those entitled to vote (and at least two) who must stand behind a minority statement for it to be published. */
  readonly minorityFloor: Fraction;
  /** [V117] For how many hours after the close of a vote minority statements are written; the usual number where it does not say. */
  readonly statementHours?: number;
  /** Papers bear a code and are published under it, so that voters find their own and anyone can count ([V54]). */
  readonly codes?: true;
  /** Whoever shows the code of their paper may change it until the close ([V58]). */
  readonly changeable?: true;
  /** Percent of the sessions at which a juror must have been present to vote, 1 to 100; absent where all may ([V105]). */
  readonly presence?: number;
}

/** [V117] How long statements are written after a vote closes where the rule does not say. Hours. */
export const USUAL_STATEMENT_HOURS = 72;

export interface Counts {
  readonly for: number;
  readonly against: number;
  readonly abstain: number;
}

/** `n·num/den` rounded up by remainder, never by floating point. */
function ceilOf(n: number, { num, den }: Fraction): number {
  const rest = (n * num) % den;
  return (n * num - rest) / den + (rest > 0 ? 1 : 0);
}

/** Votes needed out of `n`: more than half for one half, else `n·num/den` rounded up. */
export function votesNeeded(n: number, threshold: Fraction): number {
  if (2 * threshold.num === threshold.den) return Math.floor(n / 2) + 1;
  return Math.max(1, ceilOf(n, threshold));
}

export function quorumNeeded(seats: number, quorum: Fraction): number {
  return ceilOf(seats, quorum);
}

export function minorityNeeded(electorate: number, floor: Fraction): number {
  return Math.max(2, ceilOf(electorate, floor));
}

export type Outcome = 'adopted' | 'not-adopted' | 'no-quorum' | 'tie';

export interface Decision {
  readonly outcome: Outcome;
  readonly counts: Counts;
  readonly cast: number;
  /** The number that the threshold is a share of. */
  readonly base: number;
  readonly needed: number;
  readonly quorum: number;
  /** Papers by mark, where the paper was a scale. */
  readonly marks?: Readonly<Record<string, number>>;
}

/** `present`: of those entitled, how many were there when the vote opened; needed only where the rule counts them. */
export function baseOf(
  rule: DecisionRule,
  counts: Counts,
  electorate: number,
  seats: number,
  present: number = 0,
): number {
  switch (rule.denominator) {
    case 'for-and-against':
      return counts.for + counts.against;
    case 'cast':
      return counts.for + counts.against + counts.abstain;
    case 'present':
      // [V114] Whoever votes is present, also when they came later.
      return Math.max(present, counts.for + counts.against + counts.abstain);
    case 'electorate':
      return electorate;
    case 'seats':
      return seats;
  }
}

/** [V12] [V13] Applies the rule to a finished count. `electorate`, `seats` and `present` are head counts. */
export function decideBallot(
  rule: DecisionRule,
  counts: Counts,
  electorate: number,
  seats: number,
  present?: number,
): Decision {
  const cast = counts.for + counts.against + counts.abstain;
  const base = baseOf(rule, counts, electorate, seats, present);
  const needed = votesNeeded(base, rule.threshold);
  const quorum = quorumNeeded(seats, rule.quorum);
  const outcome =
    cast < quorum ? 'no-quorum' : counts.for >= needed ? 'adopted' : isTie(counts) ? 'tie' : 'not-adopted';
  return { outcome, counts, cast, base, needed, quorum };
}

const isTie = (counts: Counts): boolean => counts.for === counts.against && counts.for > 0;

/**
 * [V14] A ballot between options: each option's votes against the votes needed; the winner is the one option that reaches them.
 * `abstain` counts in the denominator only where the rule's denominator is all papers cast or those present.
 */
export function decideOptions(
  rule: DecisionRule,
  options: Readonly<Record<string, number>>,
  abstain: number,
  electorate: number,
  seats: number,
  present?: number,
): { readonly base: number; readonly needed: number; readonly winner: string | null } {
  const chosen = Object.values(options).reduce((sum, votes) => sum + votes, 0);
  const base = baseOf(rule, { for: chosen, against: 0, abstain }, electorate, seats, present);
  const needed = votesNeeded(base, rule.threshold);
  const winners = Object.keys(options).filter((option) => (options[option] ?? 0) >= needed);
  return { base, needed, winner: winners.length === 1 ? (winners[0] ?? null) : null };
}
