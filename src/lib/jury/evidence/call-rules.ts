import * as v from 'valibot';
import type { Asked, Rules } from '../context.ts';
import { id, line, prose, yes } from '../fields.ts';
import { ok, refuse } from '../result.ts';
import type { Result } from '../result.ts';
import type { Call } from './call.ts';
import { daysAfter } from './due.ts';

export const callCommands = [
  v.object({ type: v.literal('call-witness'), who: line(), why: prose(1_000) }),
  v.object({ type: v.literal('sign-call'), call: id }),
  v.object({ type: v.literal('answer-call'), call: id, granted: yes, reason: prose(1_000) }),
] as const;

type CallCommand = v.InferOutput<(typeof callCommands)[number]>;

/** [E26] */
const DAYS_TO_ANSWER = 7;

export const callRules: Rules<CallCommand['type']> = {
  'call-witness': ({ who, why }, { actor, jury, now, seal }) => {
    if (actor.kind !== 'seat') return refuse('not-allowed');
    const call = `L${jury.evidence.calls.length + 1}`;
    const due = daysAfter(now, DAYS_TO_ANSWER);
    return ok([{ type: 'witness-called', call, who: seal(who), why: seal(why), at: now, due, seat: actor.id }]);
  },

  'sign-call': ({ call }, asked) => {
    const found = openCall(asked, call);
    if (!found.ok) return found;
    if (asked.actor.kind !== 'seat') return refuse('not-allowed');
    return found.value.signed.seats.includes(asked.actor.id)
      ? refuse('already-signed')
      : ok([{ type: 'call-signed', call, seat: asked.actor.id }]);
  },

  'answer-call': ({ call, granted, reason }, asked) => {
    const found = openCall(asked, call);
    return found.ok ? ok([{ type: 'call-answered', call, granted, reason: asked.seal(reason), at: asked.now }]) : found;
  },
};

function openCall({ jury }: Asked, id: string): Result<Call> {
  const call = jury.evidence.calls.find((one) => one.id === id);
  if (!call) return refuse('unknown-call');
  return call.answer ? refuse('call-answered') : ok(call);
}
