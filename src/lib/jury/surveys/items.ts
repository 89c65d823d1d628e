/**
 * What jurors are asked about themselves. The items are statements on one scale, the same before, midway and after, so that they can be compared.
 * The wording is ours, in the order of the OECD's evaluation guidelines (2021) without being its questionnaire; `indicators`, `ineffective` and
 * `unanswered` are the three reasons for distrust in Kalashnikova and Aitmagambetov (2021).
 */

const OPINION = [
  'position',
  'sure',
  'informed',
  'trust-citizens',
  'trust-experts',
  'trust-authority',
  'indicators',
  'ineffective',
  'unanswered',
] as const;

const EVALUATION = [
  'question-clear',
  'selection-fair',
  'time-enough',
  'evidence-balanced',
  'evidence-plain',
  'facilitation-impartial',
  'could-speak',
  'was-heard',
  'was-pressed',
  'sees-others',
  'verdict-ours',
  'expects-answer',
  'again',
  'privacy-respected',
  'access-met',
  'would-recommend',
] as const;

/** T0, T1 and T2, and the evaluation at the end, in this order. */
export const SURVEYS = ['before', 'midway', 'after', 'evaluation'] as const;
export type SurveyId = (typeof SURVEYS)[number];

export type Item = (typeof OPINION)[number] | (typeof EVALUATION)[number];
export const ALL_ITEMS: readonly Item[] = [...OPINION, ...EVALUATION];
export const ITEMS: Readonly<Record<SurveyId, readonly Item[]>> = {
  before: OPINION,
  midway: OPINION,
  after: OPINION,
  evaluation: EVALUATION,
};

export const LEVELS = ['strongly-disagree', 'disagree', 'neither', 'agree', 'strongly-agree', 'unsure'] as const;
export type Level = (typeof LEVELS)[number];
export type Answers = Readonly<Partial<Record<Item, Level>>>;
