/** What a decision rule comes to in whole votes, reckoned by the same functions that will decide the ballots. */
import { minorityNeeded, quorumNeeded, votesNeeded } from '../../../../lib/jury/charter/decision-rule.ts';
import type { DecisionRule, Fraction } from '../../../../lib/jury/charter/decision-rule.ts';

export interface WorkedExample {
  /** The number that the share is taken of, and the votes that make it; several where it depends on who votes. */
  readonly votes: readonly { readonly of: number; readonly needed: number }[];
  readonly quorum: number;
  readonly electorate: number;
  readonly minority: number;
}

type Shares = Pick<DecisionRule, 'threshold' | 'denominator' | 'quorum' | 'minorityFloor'>;

/** Null where the numbers do not make a rule. */
export function workedExample(
  { threshold, denominator, quorum, minorityFloor }: Shares,
  seats: number,
): WorkedExample | null {
  if (![threshold, quorum, minorityFloor].every(isShare) || 2 * threshold.num < threshold.den) return null;
  const least = quorumNeeded(seats, quorum);
  const electorate = denominator === 'seats' ? [seats] : [seats, seats - 1];
  const byWhoCame: readonly DecisionRule['denominator'][] = ['cast', 'for-and-against', 'present'];
  const bases = byWhoCame.includes(denominator) ? [seats, seats - 1, least] : electorate;
  return {
    votes: [...new Set(bases)].map((of) => ({ of, needed: votesNeeded(of, threshold) })),
    quorum: least,
    electorate: seats,
    minority: minorityNeeded(seats, minorityFloor),
  };
}

const isShare = ({ num, den }: Fraction): boolean =>
  Number.isInteger(num) && Number.isInteger(den) && num >= 1 && den >= 1 && num <= den;
