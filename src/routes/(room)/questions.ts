import { formatDay } from '../../lib/i18n/format.ts';
import { dayAt } from '../../lib/i18n/deadline.ts';
import * as m from '../../lib/i18n/compiled/messages.js';
import { currentQuestion, inOrder, isOverdue, waits } from '../../lib/jury/evidence/question.ts';
import type { Question } from '../../lib/jury/evidence/question.ts';
import type { Instant } from '../../lib/jury/terms.ts';

export interface SortedQuestions {
  /** Not admitted yet, in the order of asking. */
  readonly submitted: readonly Question[];
  /** The one that is being asked. */
  readonly current: Question | undefined;
  /** Admitted and unanswered, the current one among them, in the order in which they should be put. */
  readonly waiting: readonly Question[];
  readonly answered: readonly Question[];
  readonly declined: readonly Question[];
}

/** The questions to one witness, given in the order of asking. What was joined with another or taken back is left out. */
export function sortQuestions(questions: readonly Question[], witness: string): SortedQuestions {
  const own = questions.filter((one) => one.witness === witness);
  return {
    submitted: own.filter((one) => one.state === 'submitted'),
    current: currentQuestion(own, witness),
    waiting: inOrder(own).filter(waits),
    answered: own.filter((one) => one.answer),
    declined: own.filter((one) => one.state === 'declined'),
  };
}

/** Where an unanswered question stands, in words; empty where there is nothing to say but that it waits. */
export function sayState(question: Question, now: Instant, current?: Question): string {
  switch (question.state) {
    case 'submitted':
      return m.evidence_submitted();
    case 'asked':
      return question.id === current?.id ? m.evidence_asked_now() : m.evidence_was_asked();
    case 'deferred': {
      const date = formatDay(question.due ?? '');
      return isOverdue(question, dayAt(now)) ? m.evidence_overdue({ date }) : m.evidence_due({ date });
    }
    default:
      return '';
  }
}

/** What the asker said of the answer, in words. */
export const sayJudgement = {
  yes: m.evidence_judged_yes,
  partly: m.evidence_judged_partly,
  no: m.evidence_judged_no,
};
