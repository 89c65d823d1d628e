/** What anyone sends to the jury from outside: first into a box that the facilitator and oversight see, once admitted before everybody. */
import type { Content, Instant } from '../terms.ts';

/** The only grounds on which a question is declined, a juror's or one of the public; each is published in plain words. */
export const QUESTION_RULES = ['off-topic', 'repeats', 'personal', 'unclear'] as const;
export type QuestionRule = (typeof QUESTION_RULES)[number];

interface Sent {
  readonly text: Content;
  /** As whoever asked wishes to be called; nobody checks it. */
  readonly name?: Content;
  readonly sentAt: Instant;
}

export interface BoxedQuestion extends Sent {
  readonly id: string;
  /** Why it was declined; absent while it waits. */
  readonly declined?: QuestionRule;
}

export interface PublicQuestion extends Sent {
  readonly id: string;
  /** The question to a witness that it became. */
  readonly question?: string;
}

export interface PublicQuestions {
  readonly box: readonly BoxedQuestion[];
  readonly admitted: readonly PublicQuestion[];
}

export const NO_PUBLIC_QUESTIONS: PublicQuestions = { box: [], admitted: [] };

export type PublicQuestionEvent =
  | ({ readonly type: 'public-question-sent'; readonly sent: string } & Sent)
  | ({ readonly type: 'public-question-admitted'; readonly sent: string } & Sent)
  | { readonly type: 'public-question-declined'; readonly sent: string; readonly rule: QuestionRule }
  | { readonly type: 'public-question-passed'; readonly sent: string; readonly question: string };

export function evolvePublicQuestions({ box, admitted }: PublicQuestions, event: PublicQuestionEvent): PublicQuestions {
  switch (event.type) {
    case 'public-question-sent': {
      const { type: _type, sent: id, ...words } = event;
      return { admitted, box: [...box, { id, ...words }] };
    }
    case 'public-question-admitted': {
      const { type: _type, sent: id, ...words } = event;
      return { box: box.filter((one) => one.id !== id), admitted: [...admitted, { id, ...words }] };
    }
    case 'public-question-declined':
      return { admitted, box: box.map((one) => (one.id === event.sent ? declined(one, event.rule) : one)) };
    case 'public-question-passed':
      return {
        box,
        admitted: admitted.map((one) => (one.id === event.sent ? { ...one, question: event.question } : one)),
      };
  }
}

/** [E48] Words about a person do not stay, not even for those who decide. */
function declined(question: BoxedQuestion, rule: QuestionRule): BoxedQuestion {
  if (rule !== 'personal') return { ...question, declined: rule };
  const name = question.name ? { name: { ...question.name, text: null } } : {};
  return { ...question, text: { ...question.text, text: null }, ...name, declined: rule };
}

export const waitsInBox = (question: BoxedQuestion): boolean => question.declined === undefined;
