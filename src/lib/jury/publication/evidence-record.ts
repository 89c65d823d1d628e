/** What the public record tells of the hearings: the ledger, the jurors' ratings, the public's own questions, the fact checks. */
import type { Evidence } from '../evidence/evidence.ts';
import { isPending } from '../evidence/fact-check.ts';
import type { ClaimedIn, FactCheckAnswer } from '../evidence/fact-check.ts';
import { ledgerOf } from '../evidence/ledger.ts';
import type { Ledger } from '../evidence/ledger.ts';
import type { Question } from '../evidence/question.ts';
import { QUESTION_RULES, waitsInBox } from '../evidence/public-question.ts';
import type { PublicQuestion, QuestionRule } from '../evidence/public-question.ts';
import type { Jury } from '../state.ts';
import { PERMISSIONS } from '../permissions.ts';
import type { Content, Day, Instant } from '../terms.ts';

export interface PublishedHearings {
  /** Minutes, witnesses and exhibits by position, kind of witness and who put them forward. */
  readonly balance: Ledger & {
    /** Of each hearing that is over and told; `counts` is null below five answers. */
    readonly ratings: readonly {
      readonly witness: string;
      readonly answered: number;
      readonly counts: Readonly<Record<string, number>> | null;
    }[];
  };
  readonly publicQuestions: {
    /** Whether anyone may send one now. */
    readonly open: boolean;
    readonly sent: number;
    readonly waiting: number;
    readonly declined: Readonly<Record<QuestionRule, number>>;
    /** In the order in which they were admitted. */
    readonly admitted: readonly PublicQuestion[];
    /** To whom those were put that have become a question to a witness; `as` is another one where it was joined with that. */
    readonly put: readonly { readonly id: string; readonly as: string; readonly witness: string }[];
  };
  readonly factChecks: {
    /** Those that are to be answered, without their words. */
    readonly owed: readonly { readonly id: string; readonly due: Day }[];
    readonly declined: number;
    readonly answered: readonly PublishedCheck[];
  };
}

export interface PublishedCheck {
  readonly id: string;
  readonly kind: ClaimedIn;
  /** The exhibit or the question; null for what was said in the room. */
  readonly of: string | null;
  readonly claim: Content;
  readonly at: Instant;
  readonly due: Day;
  readonly supported: number;
  readonly answer: FactCheckAnswer;
}

export const publishedHearings = ({ charter, evidence }: Jury): PublishedHearings => ({
  balance: { ...ledgerOf(evidence), ratings: publishedRatings(evidence) },
  publicQuestions: publishedQuestions(evidence, PERMISSIONS['send-public-question'].stages.includes(charter.stage)),
  factChecks: publishedChecks(evidence),
});

const publishedRatings = ({ ratings }: Evidence): PublishedHearings['balance']['ratings'] =>
  ratings.flatMap(({ witness, state, raters, counts }) =>
    state === 'told' ? [{ witness, answered: raters.count, counts }] : [],
  );

/** [E50] Everybody can count how many were sent and what became of them. */
function publishedQuestions({ fromPublic: { box, admitted }, questions }: Evidence, open: boolean) {
  const declinedBy = (rule: QuestionRule): number => box.filter((one) => one.declined === rule).length;
  return {
    open,
    sent: box.length + admitted.length,
    waiting: box.filter(waitsInBox).length,
    declined: Object.fromEntries(QUESTION_RULES.map((rule) => [rule, declinedBy(rule)])) as Record<
      QuestionRule,
      number
    >,
    admitted,
    put: questions.flatMap((one) =>
      one.fromPublic === undefined ? [] : [{ id: one.id, as: standsAs(questions, one), witness: one.witness }],
    ),
  };
}

/** [E54] Public once answered; until then only that something is owed, and by when. */
function publishedChecks({ checks }: Evidence): PublishedHearings['factChecks'] {
  return {
    owed: checks.filter(isPending).map(({ id, due }) => ({ id, due })),
    declined: checks.filter((one) => one.state === 'declined').length,
    answered: checks.flatMap(({ id, kind, of, claim, at, due, support, answer }) =>
      answer
        ? [{ id, kind, of: kind === 'message' ? null : of, claim, at, due, supported: support.count, answer }]
        : [],
    ),
  };
}

/** The question under which one is answered that was joined with another, and that perhaps with a third. */
function standsAs(questions: readonly Question[], question: Question): string {
  const into = questions.find((one) => one.id === question.into);
  return into ? standsAs(questions, into) : question.id;
}
