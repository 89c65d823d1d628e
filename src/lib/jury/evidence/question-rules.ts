import type { Asked, Rules } from '../context.ts';
import { ok, refuse } from '../result.ts';
import type { Result } from '../result.ts';
import type { JuryEvent } from '../state.ts';
import type { Counted, Day, Instant } from '../terms.ts';
import { dayAt, daysAfter } from './due.ts';
import type { QuestionCommand } from './question-commands.ts';
import { waits } from './question.ts';
import type { Question, QuestionState } from './question.ts';
import { standingWitness } from './standing.ts';

/** [E19] Days for a written answer where the facilitator names no day. */
const DAYS_TO_ANSWER = 14;

export const questionRules: Rules<QuestionCommand['type']> = {
  'ask-question': ({ witness, text }, asked) => {
    const found = standingWitness(asked, witness);
    if (!found.ok) return found;
    if (found.value.hearing === 'closed') return refuse('hearing-not-open');
    if (asked.actor.kind !== 'seat') return refuse('not-allowed');
    return ok([
      { type: 'question-asked', question: nextQuestion(asked), witness, text: asked.seal(text), asker: asked.actor.id },
    ]);
  },

  'withdraw-question': ({ question }, asked) => {
    const found = questionIn(asked, question, ['submitted', 'approved']);
    if (!found.ok) return found;
    return isAsker(asked, found.value) ? ok([{ type: 'question-withdrawn', question }]) : refuse('not-allowed');
  },

  'resubmit-question': ({ question, text }, asked) => {
    const found = asked.jury.evidence.questions.find((one) => one.id === question);
    if (!found) return refuse('unknown-question');
    if (!isAsker(asked, found)) return refuse('not-allowed');
    if (found.state !== 'declined') return refuse('not-declined');
    if (found.resubmitted) return refuse('already-resubmitted');
    return ok([{ type: 'question-resubmitted', question, text: asked.seal(text) }]);
  },

  'support-question': ({ question }, asked) => {
    const found = openQuestion(asked, question);
    if (!found.ok) return found;
    if (asked.actor.kind !== 'seat') return refuse('not-allowed');
    if (isAsker(asked, found.value)) return refuse('own-question');
    if (found.value.support.seats.includes(asked.actor.id)) return refuse('already-supported');
    return ok([{ type: 'question-supported', question, told: begun(asked, found.value), seat: asked.actor.id }]);
  },

  'unsupport-question': ({ question }, asked) => {
    const found = openQuestion(asked, question);
    if (!found.ok) return found;
    if (asked.actor.kind !== 'seat' || !found.value.support.seats.includes(asked.actor.id))
      return refuse('not-supported');
    return ok([{ type: 'question-unsupported', question, told: begun(asked, found.value), seat: asked.actor.id }]);
  },

  'approve-question': ({ question }, asked) => {
    const found = questionIn(asked, question, ['submitted']);
    if (!found.ok) return found;
    const witness = standingWitness(asked, found.value.witness);
    if (!witness.ok) return witness;
    const late: JuryEvent[] = witness.value.hearing === 'closed' ? [owedLate(question, asked)] : [];
    return ok([{ type: 'question-approved', question }, ...late]);
  },

  'decline-question': ({ question, rule, note }, asked) => {
    const found = questionIn(asked, question, ['submitted', 'approved']);
    return found.ok ? ok([{ type: 'question-declined', question, rule, note }]) : found;
  },

  'merge-question': ({ question, into }, asked) => {
    const found = questionIn(asked, question, ['submitted', 'approved']);
    if (!found.ok) return found;
    const other = questionIn(asked, into, ['approved']);
    if (!other.ok) return other;
    if (question === into || found.value.witness !== other.value.witness) return refuse('not-mergeable');
    // [E49] Joined with one of the public a juror's question would lose its place.
    if (other.value.fromPublic !== undefined && found.value.fromPublic === undefined) return refuse('not-mergeable');
    const support = union(found.value, other.value);
    return ok([{ type: 'question-merged', question, into, support, told: begun(asked, other.value) }]);
  },

  'put-question': ({ question }, asked) => {
    const found = questionIn(asked, question, ['approved', 'deferred']);
    if (!found.ok) return found;
    const witness = standingWitness(asked, found.value.witness);
    if (!witness.ok) return witness;
    return witness.value.hearing === 'open'
      ? ok([{ type: 'question-put', question, at: asked.now }])
      : refuse('hearing-not-open');
  },

  'defer-question': ({ question, due }, asked) => {
    const found = questionIn(asked, question, ['approved', 'asked', 'deferred']);
    if (!found.ok) return found;
    return due < dayAt(asked.now) ? refuse('day-is-past') : ok([{ type: 'question-deferred', question, due }]);
  },

  'answer-question': ({ question, text }, asked) => {
    const found = questionIn(asked, question, ['approved', 'asked', 'deferred']);
    if (!found.ok) return found;
    const witness = standingWitness(asked, found.value.witness);
    if (!witness.ok) return witness;
    if (asked.actor.kind === 'witness' && asked.actor.id !== found.value.witness) return refuse('not-allowed');
    if (witness.value.hearing === 'planned') return refuse('hearing-not-open');
    const how = witness.value.hearing === 'open' && found.value.state === 'asked' ? 'live' : 'written';
    return ok([{ type: 'question-answered', question, text: asked.seal(text), at: asked.now, how }]);
  },

  'judge-answer': ({ question, judgement, missing }, asked) => {
    const found = asked.jury.evidence.questions.find((one) => one.id === question);
    if (!found) return refuse('unknown-question');
    if (asked.actor.kind !== 'seat' || !isAsker(asked, found)) return refuse('not-allowed');
    if (!found.answer) return refuse('not-answered');
    if (found.judged) return refuse('already-judged');
    const judged: JuryEvent = { type: 'answer-judged', question, judgement };
    const { witness } = found;
    // [E22] A follow-up is had once; what it leaves open is a new question like any other.
    if (judgement === 'yes' || found.follows !== undefined || !standingWitness(asked, witness).ok) return ok([judged]);
    if (missing === undefined) return refuse('missing-unsaid');
    const followUp = { question: nextQuestion(asked), witness, text: asked.seal(missing), asker: asked.actor.id };
    return ok([judged, { type: 'question-asked', ...followUp, follows: question }]);
  },
};

/** [E19] When a hearing closes, whatever was approved and not answered is owed in writing. */
export function owedInWriting({ jury, now }: Asked, witness: string, due?: Day): JuryEvent[] {
  const left = jury.evidence.questions.filter((one) => one.witness === witness && waits(one) && !one.due);
  return left.map(({ id }) => deferred(id, now, due));
}

/** Of each question of a witness how many support it, told when the hearing opens. */
export const countsOf = ({ jury }: Asked, witness: string): Record<string, number> =>
  Object.fromEntries(
    jury.evidence.questions.filter((one) => one.witness === witness).map(({ id, support }) => [id, support.count]),
  );

export const nextQuestion = ({ jury }: Asked): string => `Q${jury.evidence.questions.length + 1}`;

/** [E19] A question that is admitted once its hearing is over. */
export const owedLate = (question: string, { now }: Asked): JuryEvent => deferred(question, now);

const deferred = (question: string, now: Instant, due = daysAfter(now, DAYS_TO_ANSWER)): JuryEvent => ({
  type: 'question-deferred',
  question,
  due,
});

const isAsker = ({ actor }: Asked, { asker }: Question): boolean => actor.kind === 'seat' && actor.id === asker;

const begun = ({ jury }: Asked, { witness }: Question): boolean =>
  jury.evidence.witnesses.some((one) => one.id === witness && one.hearing !== 'planned');

/** [E13] Whoever asked or supported either supports the one that stays; its own asker is no supporter. */
function union(merged: Question, kept: Question): Counted {
  const all = new Set([...kept.support.seats, ...merged.support.seats, ...(merged.asker ? [merged.asker] : [])]);
  const seats = [...all].filter((seat) => seat !== kept.asker);
  return { count: seats.length, seats };
}

function openQuestion(asked: Asked, id: string): Result<Question> {
  return questionIn(asked, id, ['submitted', 'approved', 'asked', 'deferred']);
}

/** The question, if it is in one of these states; otherwise the refusal that says why it is not. */
function questionIn({ jury }: Asked, id: string, states: readonly QuestionState[]): Result<Question> {
  const question = jury.evidence.questions.find((one) => one.id === id);
  if (!question) return refuse('unknown-question');
  if (states.includes(question.state)) return ok(question);
  switch (question.state) {
    case 'submitted':
      return refuse('question-not-approved');
    case 'approved':
      return refuse('question-admitted');
    case 'asked':
    case 'deferred':
      return refuse('question-already-asked');
    case 'answered':
    case 'declined':
    case 'merged':
    case 'withdrawn':
      return refuse('question-closed');
  }
}
