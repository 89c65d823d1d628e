/** A juror's question to a witness, from its submission to the asker's own word on the answer. */
import { NOBODY, counted, uncounted } from '../terms.ts';
import type { Content, Counted, Day, Instant, SeatId, WitnessId } from '../terms.ts';
import type { JUDGEMENTS } from './question-commands.ts';

/** An approved question is queued from the moment its hearing opens; that it is overdue follows from the day ([E20]). */
export type QuestionState =
  'submitted' | 'approved' | 'asked' | 'deferred' | 'answered' | 'declined' | 'merged' | 'withdrawn';

export type Judgement = (typeof JUDGEMENTS)[number];

export interface Question {
  readonly id: string;
  readonly witness: WitnessId;
  readonly text: Content;
  readonly state: QuestionState;
  /** Shown to nobody but the asker and the facilitator. */
  readonly asker?: SeatId | undefined;
  readonly support: Counted;
  /** The question whose answer left this one open. */
  readonly follows?: string;
  /** The question of the public that was put to the witness; it has no asker here. */
  readonly fromPublic?: string;
  /** Whether it was written anew after it had been declined. */
  readonly resubmitted?: true;
  readonly declined?: { readonly rule: string; readonly note?: string | undefined } | undefined;
  readonly into?: string;
  readonly putAt?: Instant;
  /** The day by which it is answered in writing. */
  readonly due?: Day;
  readonly answer?: { readonly text: Content; readonly at: Instant; readonly how: 'live' | 'written' };
  readonly judged?: Judgement;
}

/** `told`: the hearing had begun, so that the number of supporters is no secret ([E15]). */
export type QuestionEvent =
  | {
      readonly type: 'question-asked';
      readonly question: string;
      readonly witness: WitnessId;
      readonly text: Content;
      readonly asker?: SeatId;
      readonly follows?: string;
      readonly fromPublic?: string;
    }
  | {
      readonly type: 'question-supported' | 'question-unsupported';
      readonly question: string;
      readonly told: boolean;
      readonly seat?: SeatId;
    }
  | { readonly type: 'question-approved' | 'question-withdrawn'; readonly question: string }
  | {
      readonly type: 'question-declined';
      readonly question: string;
      readonly rule: string;
      readonly note?: string | undefined;
    }
  | { readonly type: 'question-resubmitted'; readonly question: string; readonly text: Content }
  | {
      readonly type: 'question-merged';
      readonly question: string;
      readonly into: string;
      /** Who supports the other one from now on. */
      readonly support: Counted;
      readonly told: boolean;
    }
  | { readonly type: 'question-put'; readonly question: string; readonly at: Instant }
  | { readonly type: 'question-deferred'; readonly question: string; readonly due: Day }
  | {
      readonly type: 'question-answered';
      readonly question: string;
      readonly text: Content;
      readonly at: Instant;
      readonly how: 'live' | 'written';
    }
  | { readonly type: 'answer-judged'; readonly question: string; readonly judgement: Judgement };

export function evolveQuestions(questions: readonly Question[], event: QuestionEvent): readonly Question[] {
  if (event.type === 'question-asked') {
    const { type: _type, question: id, ...asked } = event;
    return [...questions, { ...asked, id, state: 'submitted', support: NOBODY }];
  }
  return questions.map((one) => {
    if (event.type === 'question-merged' && one.id === event.into) return { ...one, support: event.support };
    return one.id === event.question ? evolveQuestion(one, event) : one;
  });
}

function evolveQuestion(question: Question, event: Exclude<QuestionEvent, { type: 'question-asked' }>): Question {
  switch (event.type) {
    case 'question-supported':
      return { ...question, support: counted(question.support, event.seat) };
    case 'question-unsupported':
      return { ...question, support: uncounted(question.support, event.seat) };
    case 'question-approved':
      return { ...question, state: 'approved' };
    case 'question-withdrawn':
      return { ...question, state: 'withdrawn' };
    case 'question-declined':
      return { ...question, state: 'declined', declined: { rule: event.rule, note: event.note } };
    case 'question-resubmitted':
      return { ...question, state: 'submitted', text: event.text, resubmitted: true, declined: undefined };
    case 'question-merged':
      return { ...question, state: 'merged', into: event.into };
    case 'question-put':
      return { ...question, state: 'asked', putAt: event.at };
    case 'question-deferred':
      return { ...question, state: 'deferred', due: event.due };
    case 'question-answered':
      return { ...question, state: 'answered', answer: { text: event.text, at: event.at, how: event.how } };
    case 'answer-judged':
      return { ...question, judged: event.judgement };
  }
}

/** [E24] An open question goes over to the substitute; of one whose hearing is yet to begin, each knows their own support only. */
export function goneOver(question: Question, witness: WitnessId, count = question.support.seats.length): Question {
  if (question.state !== 'submitted' && !waits(question)) return question;
  const state = question.state === 'asked' ? 'approved' : question.state;
  return { ...question, witness, state, support: { ...question.support, count } };
}

const WAITING: readonly QuestionState[] = ['approved', 'asked', 'deferred'];

/** Approved, and without an answer so far. */
export const waits = ({ state }: Question): boolean => WAITING.includes(state);

/** The question that was put last and has no answer yet. */
export function currentQuestion(questions: readonly Question[], witness: WitnessId): Question | undefined {
  const put = questions.filter((one) => one.witness === witness && one.state === 'asked');
  return put.toSorted((a, b) => (b.putAt ?? 0) - (a.putAt ?? 0))[0];
}

/**
 * [E16] [E49] The order in which questions are put: the jurors' own before those of the public, then follow-ups, then by support, then those of which the asker has asked fewest before, then by
 * time. They must be given in the order of asking. Who does not know the askers sees equals in the order of asking.
 */
export function inOrder(questions: readonly Question[]): readonly Question[] {
  const askersKnown = questions.every((one) => one.asker !== undefined || one.fromPublic !== undefined);
  const before = new Map<SeatId, number>();
  const placed = questions.map((question) => {
    const earlier = askersKnown && question.asker !== undefined ? (before.get(question.asker) ?? 0) : 0;
    if (question.asker !== undefined) before.set(question.asker, earlier + 1);
    return { question, earlier };
  });
  const order = placed.toSorted(
    (a, b) =>
      Number(a.question.fromPublic !== undefined) - Number(b.question.fromPublic !== undefined) ||
      Number(b.question.follows !== undefined) - Number(a.question.follows !== undefined) ||
      b.question.support.count - a.question.support.count ||
      a.earlier - b.earlier,
  );
  return order.map(({ question }) => question);
}

/** [E20] Nobody marks what is late: it follows from the day. */
export const isOverdue = ({ state, due }: Question, today: Day): boolean =>
  state === 'deferred' && due !== undefined && today > due;
