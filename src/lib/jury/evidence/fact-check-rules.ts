import * as v from 'valibot';
import type { Asked, Rules } from '../context.ts';
import { id, optionalDay, prose } from '../fields.ts';
import { LIMITS } from '../limits.ts';
import { ok, refuse } from '../result.ts';
import type { Result } from '../result.ts';
import { dayAt, daysAfter } from './due.ts';
import { FINDINGS, isPending } from './fact-check.ts';
import type { ClaimedIn, FactCheck } from './fact-check.ts';
import { QUESTION_RULES } from './public-question.ts';

/** Characters of a claim. */
export const LONGEST_CLAIM = 500;

export const factCheckCommands = [
  v.object({
    type: v.literal('request-fact-check'),
    /** An exhibit, a question that was answered, or a message. */
    of: id,
    claim: prose(LONGEST_CLAIM),
  }),
  v.object({ type: v.literal('support-fact-check'), check: id }),
  v.object({ type: v.literal('take-fact-check'), check: id, due: optionalDay }),
  v.object({
    type: v.literal('answer-fact-check'),
    check: id,
    finding: v.picklist(FINDINGS),
    text: prose(LIMITS.paragraph),
    source: prose(1_000),
  }),
  v.object({ type: v.literal('decline-fact-check'), check: id, rule: v.picklist(QUESTION_RULES) }),
] as const;

type FactCheckCommand = v.InferOutput<(typeof factCheckCommands)[number]>;

/** [E53] Days for the answer where nobody names a day. */
const DAYS_TO_CHECK = 7;

export const factCheckRules: Rules<FactCheckCommand['type']> = {
  'request-fact-check': ({ of, claim }, asked) => {
    const { actor, jury, now, seal } = asked;
    if (actor.kind !== 'seat') return refuse('not-allowed');
    const kind = claimedIn(asked, of);
    if (!kind) return refuse('nothing-to-check');
    const check = `F${jury.evidence.checks.length + 1}`;
    const due = daysAfter(now, DAYS_TO_CHECK);
    return ok([{ type: 'fact-check-requested', check, kind, of, claim: seal(claim), at: now, due, seat: actor.id }]);
  },

  'support-fact-check': ({ check }, asked) => {
    const found = pending(asked, check);
    if (!found.ok) return found;
    if (asked.actor.kind !== 'seat') return refuse('not-allowed');
    return found.value.support.seats.includes(asked.actor.id)
      ? refuse('already-supported')
      : ok([{ type: 'fact-check-supported', check, seat: asked.actor.id }]);
  },

  'take-fact-check': ({ check, due }, asked) => {
    const found = pending(asked, check);
    if (!found.ok) return found;
    if (found.value.state === 'taken') return refuse('check-taken');
    if (due !== undefined && due < dayAt(asked.now)) return refuse('day-is-past');
    return ok([{ type: 'fact-check-taken', check, due: due ?? daysAfter(asked.now, DAYS_TO_CHECK) }]);
  },

  'answer-fact-check': ({ check, finding, text, source }, asked) => {
    const found = pending(asked, check);
    if (!found.ok) return found;
    const { seal, now } = asked;
    return ok([{ type: 'fact-check-answered', check, finding, text: seal(text), source: seal(source), at: now }]);
  },

  'decline-fact-check': ({ check, rule }, asked) => {
    const found = pending(asked, check);
    return found.ok ? ok([{ type: 'fact-check-declined', check, rule }]) : found;
  },
};

function pending({ jury }: Asked, id: string): Result<FactCheck> {
  const check = jury.evidence.checks.find((one) => one.id === id);
  if (!check) return refuse('unknown-check');
  return isPending(check) ? ok(check) : refuse('check-closed');
}

/** [E51] Where a claim stands before the jury at this moment; undefined where nothing of that number does. */
function claimedIn({ jury: { evidence, room } }: Asked, of: string): ClaimedIn | undefined {
  if (evidence.exhibits.some((one) => one.id === of && !one.withdrawn)) return 'exhibit';
  if (evidence.questions.some((one) => one.id === of && one.answer)) return 'answer';
  return room.messages.some((one) => one.id === of && !one.hidden) ? 'message' : undefined;
}
