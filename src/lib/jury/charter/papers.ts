/**
 * The papers on which a recommendation can be voted on, and how each mark on them counts. A scale is read as for, against or
 * neither before the rule is applied, so that one rule decides every kind of paper.
 */
import type { Counts, DecisionRule } from './decision-rule.ts';

/**
 * The marks of each paper in their order.
 * `consent`: whoever can live with it supports it (newDemocracy and MosaicLab: love, like, live with, lament, loathe).
 * `agreement`: the five points of Climate Assembly UK's secret ballots; the middle one counts as an abstention.
 */
export const PAPERS = {
  'for-or-against': { for: 'for', against: 'against' },
  consent: { love: 'for', like: 'for', 'live-with': 'for', lament: 'against', 'cannot-live-with': 'against' },
  agreement: {
    'strongly-agree': 'for',
    agree: 'for',
    neither: 'abstain',
    disagree: 'against',
    'strongly-disagree': 'against',
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, keyof Counts>>>>;

export type PaperKind = keyof typeof PAPERS;
export const PAPER_KINDS = Object.keys(PAPERS) as readonly PaperKind[];

export type Mark = { [K in PaperKind]: keyof (typeof PAPERS)[K] }[PaperKind] | 'abstain';

/** The five marks of consent, also asked while the text is being written. */
export const CONSENT_MARKS = Object.keys(PAPERS.consent) as readonly (keyof typeof PAPERS.consent)[];

/** How many papers bear each mark; what nobody marked may be left out. */
export type Tally = Readonly<Record<string, number>>;

type Paper = Pick<DecisionRule, 'paper' | 'abstention'>;

/** A scale is published mark by mark beside what it comes to. */
export const isScale = ({ paper }: Paper): boolean => paper !== undefined && paper !== 'for-or-against';

/** Every mark that a paper under this rule may bear, in the order in which it offers them. */
export function marksOn({ paper, abstention }: Paper): readonly Mark[] {
  return [...(Object.keys(PAPERS[paper ?? 'for-or-against']) as Mark[]), ...(abstention ? (['abstain'] as const) : [])];
}

/** How many papers bear each mark that they may bear, none left out. A mark that no paper offers is a bug: the box was tampered with. */
export function marksIn(rule: Paper, tally: Tally): Readonly<Record<string, number>> {
  const marks = marksOn(rule);
  const stray = Object.keys(tally).find((mark) => tally[mark] !== 0 && !(marks as readonly string[]).includes(mark));
  if (stray !== undefined) throw new Error(`A paper bears the mark ${stray}, which was not on it`);
  return Object.fromEntries(marks.map((mark) => [mark, tally[mark] ?? 0]));
}

/** What the marks come to as votes for, against and neither. */
export function countsOf(rule: Paper, tally: Tally): Counts {
  const meaning: Readonly<Record<string, keyof Counts>> = PAPERS[rule.paper ?? 'for-or-against'];
  const counts = { for: 0, against: 0, abstain: 0 };
  for (const [mark, count] of Object.entries(marksIn(rule, tally))) counts[meaning[mark] ?? 'abstain'] += count;
  return counts;
}
