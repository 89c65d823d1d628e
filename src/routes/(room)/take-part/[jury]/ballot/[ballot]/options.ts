import * as m from '$lib/i18n/compiled/messages.js';
import { term } from '$lib/i18n/terms.ts';
import type { DecisionRule } from '$lib/jury/charter/decision-rule.ts';
import { PAPERS, isScale, marksOn } from '$lib/jury/charter/papers.ts';
import type { Mark } from '$lib/jury/charter/papers.ts';
import { NONE } from '$lib/jury/verdict/poll.ts';
import type { Poll } from '$lib/jury/verdict/poll.ts';

export interface PaperOption {
  readonly value: string;
  readonly label: string;
  readonly hint: string;
}

const PLAIN: Partial<Record<Mark, () => Omit<PaperOption, 'value'>>> = {
  for: () => ({ label: m.verdict_choose_for(), hint: m.verdict_choose_for_more() }),
  against: () => ({ label: m.verdict_choose_against(), hint: m.verdict_choose_against_more() }),
  abstain: () => ({ label: m.verdict_choose_abstain(), hint: m.verdict_choose_abstain_more() }),
};

const COUNTS_AS = {
  for: m.verdict_mark_counts_for,
  against: m.verdict_mark_counts_against,
  abstain: m.verdict_mark_counts_abstain,
};

/** The choices on a juror's paper, each with what it will count as. */
export function optionsOn(rule: DecisionRule): readonly PaperOption[] {
  const meaning: Partial<Record<Mark, keyof typeof COUNTS_AS>> = isScale(rule)
    ? PAPERS[rule.paper ?? 'for-or-against']
    : {};
  return marksOn(rule).map((value) => {
    const plain = PLAIN[value]?.();
    return { value, ...(plain ?? { label: term('choice', value), hint: COUNTS_AS[meaning[value] ?? 'abstain']() }) };
  });
}

/** The choices where one of several is marked. Of a ranking, which has places instead, only abstaining. */
export function pollOptions({ form, options }: Poll, { abstention }: DecisionRule): readonly PaperOption[] {
  const listed = options.map(({ id, text }) => ({
    value: id,
    label: text.text ?? m.common_tombstone_erased(),
    hint: '',
  }));
  const none = { value: NONE, label: m.common_poll_none(), hint: m.verdict_poll_none_hint() };
  const abstain = { value: 'abstain', label: m.verdict_choose_abstain(), hint: m.verdict_choose_abstain_more() };
  return [...(form === 'one-of' ? [...listed, none] : []), ...(abstention ? [abstain] : [])];
}
