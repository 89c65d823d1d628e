/** An answered questionnaire as it lies in its box: under a key that leads to the juror's other sheets and to no seat. */
import { hexHash } from '../journal.ts';
import type { JuryId } from '../terms.ts';
import type { Answers, SurveyId } from './items.ts';

export interface Sheet {
  readonly key: string;
  readonly answers: Answers;
}

export type Sheets = Readonly<Partial<Record<SurveyId, readonly Sheet[]>>>;

/** A survey code: 60 random bits in Crockford's base 32, known to the juror alone. */
export const CODE = /^[0-9A-HJKMNP-TV-Z]{12}$/;

export const boxOf = (survey: SurveyId): string => `survey-${survey}`;

/** What is kept of a code: enough to know it again. */
export const keyOf = (jury: JuryId, code: string): string => hexHash(`survey ${jury} ${code}`);

export const writeSheet = (sheet: Sheet): string => JSON.stringify(sheet);

/** The sheets among the papers of a box; each is there once, as no key is used twice. */
export const readSheets = (papers: readonly string[]): Sheet[] => papers.map((paper) => JSON.parse(paper) as Sheet);
