import * as m from '$lib/i18n/compiled/messages.js';
import type { DecisionRule } from '$lib/jury/charter/decision-rule.ts';

const OF: Record<DecisionRule['denominator'], () => string> = {
  'for-and-against': m.public_rule_of_for_and_against,
  cast: m.public_rule_of_cast,
  present: m.public_rule_of_present,
  electorate: m.public_rule_of_electorate,
  seats: m.public_rule_of_seats,
};

/** The rule by which a ballot was decided, in words. `quorum` and `seats` are head counts. */
export function ruleSentence({ threshold, denominator }: DecisionRule, seats: number, quorum: number): string {
  const { num, den } = threshold;
  const share = 2 * num === den ? m.public_rule_share_majority() : m.public_rule_share({ num, den });
  return m.public_rule({ share, of: OF[denominator](), quorum, seats });
}

/** [V105] Who might vote where the rule asks for presence, with how many that were; empty where all might. */
export const presenceSentence = ({
  rule: { presence },
  electorate,
}: {
  readonly rule: DecisionRule;
  readonly electorate: number;
}): string => (presence === undefined ? '' : m.public_rule_presence({ percent: presence, electorate }));
