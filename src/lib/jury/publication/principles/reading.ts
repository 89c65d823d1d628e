/** What every check of the record begins with, and the words in which each ends. */
import { hasReached } from '../../stages.ts';
import type { Stage } from '../../stages.ts';
import type { Item } from '../../surveys/items.ts';
import type { Day, Instant } from '../../terms.ts';
import type { PublicRecord } from '../record.ts';

/** `not-yet`: the jury has not come so far. `cannot-tell`: the record does not say, and neither does the check. */
export const OUTCOMES = ['met', 'partly', 'not-met', 'not-yet', 'cannot-tell'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** The record on a day. `dayOf` knows the institution's time zone. */
export interface Reading {
  readonly record: PublicRecord;
  readonly today: Day;
  readonly dayOf: (at: Instant) => Day;
}

export interface Finding<Figures> {
  readonly outcome: Outcome;
  readonly figures: Figures;
}

export const reached = ({ record }: Reading, stage: Stage): boolean => hasReached(record.charter.stage, stage);

/** When a stage began; null before. */
export const beganAt = ({ record }: Reading, stage: Stage): Instant | null =>
  record.charter.reached.find((one) => one.stage === stage)?.at ?? null;

/** All, some or none of so many; the caller knows that there are any. */
export const shareOf = (part: number, whole: number): Outcome => {
  if (part >= whole) return 'met';
  return part === 0 ? 'not-met' : 'partly';
};

/** [P43] What the record never tells, so that nobody reads silence as praise. */
export const untold = (): Finding<Record<never, never>> => ({ outcome: 'cannot-tell', figures: {} });

/** Numbers below five are null, as in the record. */
export interface Said {
  readonly answers: number | null;
  readonly agree: number | null;
  readonly between: number | null;
  readonly disagree: number | null;
}

const NOTHING_SAID: Said = { answers: null, agree: null, between: null, disagree: null };

/** [P44] Met where more than half of those who answered agree, not met where more than half disagree. `against`: the item complains. */
export const saidByJurors =
  (item: Item, { against = false } = {}) =>
  (reading: Reading): Finding<Said> => {
    const evaluation = reading.record.surveys?.surveys.evaluation;
    const told = evaluation?.[item];
    // [Q15] What was not asked is not asked later either.
    const over = evaluation !== undefined || reached(reading, 'closed');
    if (!told) return { outcome: over ? 'cannot-tell' : 'not-yet', figures: NOTHING_SAID };
    const { answers, cells } = told;
    const leads = (count: number | null): boolean => count !== null && answers !== null && 2 * count > answers;
    const [good, bad] = against ? [cells.disagree, cells.agree] : [cells.agree, cells.disagree];
    const figures = { answers, agree: cells.agree, between: cells.between, disagree: cells.disagree };
    if (leads(good)) return { outcome: 'met', figures };
    if (leads(bad)) return { outcome: 'not-met', figures };
    // Without a majority that is told, all three numbers are told or the middle one leads.
    const known = leads(cells.between) || (good !== null && bad !== null);
    return { outcome: known ? 'partly' : 'cannot-tell', figures };
  };
