import * as v from 'valibot';
import type { Asked, Rules } from '../context.ts';
import { id, optionalLine, prose } from '../fields.ts';
import { ok, refuse } from '../result.ts';
import type { Result } from '../result.ts';
import type { JuryEvent } from '../state.ts';
import { QUESTION_RULES, waitsInBox } from './public-question.ts';
import type { BoxedQuestion } from './public-question.ts';
import { nextQuestion, owedLate } from './question-rules.ts';
import { standingWitness } from './standing.ts';

/** Characters of a question, and of the name somebody gives with it. */
export const LONGEST_PUBLIC = { text: 300, name: 60 } as const;

export const publicQuestionCommands = [
  v.object({
    type: v.literal('send-public-question'),
    text: prose(LONGEST_PUBLIC.text),
    called: optionalLine(LONGEST_PUBLIC.name),
  }),
  v.object({ type: v.literal('admit-public-question'), sent: id }),
  v.object({ type: v.literal('decline-public-question'), sent: id, rule: v.picklist(QUESTION_RULES) }),
  v.object({ type: v.literal('pass-public-question'), sent: id, witness: id }),
] as const;

type PublicQuestionCommand = v.InferOutput<(typeof publicQuestionCommands)[number]>;

/** [E47] So many wait at most: whoever floods the box fills it and nothing else. */
const FULL = 200;

export const publicQuestionRules: Rules<PublicQuestionCommand['type']> = {
  'send-public-question': ({ text, called }, { actor, jury, now, seal }) => {
    // Whoever was dismissed or has left is the public too, but comes in by the public's door and no other.
    if (actor.kind !== 'public') return refuse('public-door');
    const { box, admitted } = jury.evidence.fromPublic;
    if (box.filter(waitsInBox).length >= FULL) return refuse('box-full');
    const name = called === undefined ? {} : { name: seal(called) };
    const sent = `U${box.length + admitted.length + 1}`;
    return ok([{ type: 'public-question-sent', sent, text: seal(text), ...name, sentAt: now }]);
  },

  'admit-public-question': ({ sent }, asked) => {
    const found = waiting(asked, sent);
    if (!found.ok) return found;
    const { text, name, sentAt } = found.value;
    return ok([{ type: 'public-question-admitted', sent, text, ...(name ? { name } : {}), sentAt }]);
  },

  'decline-public-question': ({ sent, rule }, asked) => {
    const found = waiting(asked, sent);
    return found.ok ? ok([{ type: 'public-question-declined', sent, rule }]) : found;
  },

  'pass-public-question': ({ sent, witness: to }, asked) => {
    const found = asked.jury.evidence.fromPublic.admitted.find((one) => one.id === sent);
    if (!found) return waiting(asked, sent).ok ? refuse('question-not-approved') : refuse('unknown-question');
    if (found.question !== undefined) return refuse('question-admitted');
    const witness = standingWitness(asked, to);
    if (!witness.ok) return witness;
    const question = nextQuestion(asked);
    const late: JuryEvent[] = witness.value.hearing === 'closed' ? [owedLate(question, asked)] : [];
    return ok([
      { type: 'public-question-passed', sent, question },
      { type: 'question-asked', question, witness: to, text: found.text, fromPublic: sent },
      { type: 'question-approved', question },
      ...late,
    ]);
  },
};

function waiting({ jury }: Asked, id: string): Result<BoxedQuestion> {
  const { box, admitted } = jury.evidence.fromPublic;
  if (admitted.some((one) => one.id === id)) return refuse('question-admitted');
  const found = box.find((one) => one.id === id);
  if (!found) return refuse('unknown-question');
  return waitsInBox(found) ? ok(found) : refuse('question-closed');
}
