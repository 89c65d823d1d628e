/** The jury as a whole: decides commands by the rules of every stage. Stages never import this file. */
import { BEFORE_CATCHING_UP, BEFORE_CONFIRMING } from './before-acting.ts';
import { checkCharter, charterRules } from './charter/rules.ts';
import type { Command, CommandOf, CommandType } from './commands.ts';
import type { Context, Rule } from './context.ts';
import { isRemoved } from './deliberation/moderation/moderation.ts';
import { complaintRules } from './complaints/rules.ts';
import { deliberationRules } from './deliberation/rules.ts';
import { evidenceRules } from './evidence/rules.ts';
import { stageRules } from './gates.ts';
import { mustCatchUp } from './deliberation/attendance/catch-up.ts';
import { PERMISSIONS, doerOf, isActive, roleOf } from './permissions.ts';
import { minutesRules } from './minutes/rules.ts';
import { recruitmentRules } from './recruitment/rules.ts';
import { seatOf } from './recruitment/seats.ts';
import { observationRules } from './response/observation-rules.ts';
import { responseRules } from './response/rules.ts';
import { ok, refuse } from './result.ts';
import type { Result } from './result.ts';
import type { Jury, JuryEvent } from './state.ts';
import type { Actor, Role } from './terms.ts';
import { surveyRules } from './surveys/rules.ts';
import { ballotKeepingRules } from './verdict/ballot-keeping-rules.ts';
import { closingRules } from './verdict/closing-rules.ts';
import { ballotRules } from './verdict/ballot-rules.ts';
import { draftingRules } from './verdict/drafting-rules.ts';
import { erratumRules } from './verdict/erratum-rules.ts';
import { lateTranslationRules } from './verdict/late-translation-rules.ts';
import { outcomeRules } from './verdict/outcome-rules.ts';
import { pollRules } from './verdict/poll-rules.ts';
import { releaseRules } from './verdict/release-rules.ts';
import { objectionRules } from './verdict/objection.ts';
import { reviewRules } from './verdict/review-rules.ts';
import { roundRules } from './verdict/round-rules.ts';
import { spokespersonRules } from './verdict/spokesperson-rules.ts';
import { statementRules } from './verdict/statement-rules.ts';
import { suggestionRules } from './verdict/suggestion-rules.ts';
import { translationRules } from './verdict/translation-rules.ts';
import { writingRules } from './verdict/writing-rules.ts';

export { evolve, foundJury } from './state.ts';
export type { Jury, JuryEvent } from './state.ts';

const rules: { readonly [T in Exclude<CommandType, 'create-jury'>]: Rule<T> } = {
  ...charterRules,
  ...stageRules,
  ...recruitmentRules,
  ...evidenceRules,
  ...deliberationRules,
  ...draftingRules,
  ...ballotRules,
  ...ballotKeepingRules,
  ...closingRules,
  ...pollRules,
  ...outcomeRules,
  ...statementRules,
  ...spokespersonRules,
  ...translationRules,
  ...lateTranslationRules,
  ...releaseRules,
  ...erratumRules,
  ...objectionRules,
  ...reviewRules,
  ...roundRules,
  ...suggestionRules,
  ...writingRules,
  ...responseRules,
  ...observationRules,
  ...surveyRules,
  ...minutesRules,
  ...complaintRules,
};

/** [A2] Role, then stage: whether this actor may give such a command now at all, and in which role. */
export function admit(jury: Jury, type: CommandType, actor: Actor): Result<Role> {
  if (type === 'create-jury') return refuse('not-allowed');
  const { roles, stages } = PERMISSIONS[type];
  const role = roleOf(jury, actor);
  // [P26] What everybody may do, somebody without a seat here may do too.
  const doer = doerOf(jury, actor);
  const acts = doer === 'public' || BEFORE_CONFIRMING.includes(type) || isActive(jury, actor);
  if (!roles.includes(doer) || !acts) return refuse('not-allowed');
  if (!stages.includes(jury.charter.stage)) return refuse('wrong-stage', { stage: jury.charter.stage });
  const seat = doer === 'juror' && actor.kind === 'seat' ? seatOf(jury.seats, actor.id) : undefined;
  return seat && mustCatchUp(seat) && !BEFORE_CATCHING_UP.includes(type) ? refuse('catch-up-not-opened') : ok(role);
}

/** What follows from a command: events in order, or the first rule that forbids it. Nothing else is changed. */
export function decide(jury: Jury, command: Command, context: Context): Result<readonly JuryEvent[]> {
  const admitted = admit(jury, command.type, context.actor);
  if (!admitted.ok) return admitted;
  const rule = rules[command.type as keyof typeof rules] as Rule<CommandType>;
  const present = notRemoved(jury, context.present);
  return rule(command, { ...context, present, jury, role: admitted.value });
}

/** [D40] Whoever was removed from the live session is not waited for. */
function notRemoved({ sessions, moderation }: Jury, present: Context['present']): Context['present'] {
  const live = sessions.find((one) => one.state === 'live')?.id;
  if (live === undefined || moderation.removed.length === 0) return present;
  return new Set([...present].filter((seat) => !isRemoved(moderation, live, seat)));
}

/** [C2] A jury begins with its charter; whoever founds it, being allowed to, is its first organiser. */
export function decideFounding(
  command: CommandOf<'create-jury'>,
  context: Context,
): Result<readonly [Extract<JuryEvent, { type: 'jury-created' }>]> {
  if (context.actor.kind !== 'member' || !context.facts.mayFound) return refuse('not-allowed');
  const text = checkCharter(command);
  return text.ok ? ok([{ type: 'jury-created', by: context.actor.id, at: context.now, ...text.value }]) : text;
}
