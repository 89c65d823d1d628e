import type { Question } from '../../lib/jury/evidence/evidence.ts';

export interface SortedQuestions {
  /** Most supported first; of equals, the one asked first. */
  readonly waiting: readonly Question[];
  readonly answered: readonly Question[];
  readonly declined: readonly Question[];
}

/** The questions to one witness, in the order in which they should be put. They arrive in the order of asking. */
export function sortQuestions(questions: readonly Question[], witness: string): SortedQuestions {
  const own = questions.filter((one) => one.witness === witness);
  return {
    waiting: own.filter((one) => !one.answer && !one.declined).toSorted((a, b) => b.support.count - a.support.count),
    answered: own.filter((one) => one.answer),
    declined: own.filter((one) => one.declined),
  };
}
