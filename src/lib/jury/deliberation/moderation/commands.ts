import * as v from 'valibot';
import { id, line, prose } from '../../fields.ts';
import { LIMITS } from '../../limits.ts';
import { MODERATION_RULES } from './policy.ts';

const rule = v.picklist(MODERATION_RULES);

/** How long messages are stopped: minutes, or to the end of the session. */
export const MUTE_LASTS = ['5', '10', '15', '30', '60', 'session'] as const;
export type MuteLasts = (typeof MUTE_LASTS)[number];

/** Left empty for as long as nobody ends it. */
const lasts = v.optional(
  v.union([
    v.pipe(
      v.literal(''),
      v.transform(() => undefined),
    ),
    v.picklist(MUTE_LASTS),
  ]),
);

export const moderationCommands = [
  v.object({ type: v.literal('nudge-juror'), session: id, seat: id, text: prose(LIMITS.message) }),
  v.object({ type: v.literal('hold-juror'), seat: id, rule }),
  v.object({ type: v.literal('release-juror'), seat: id }),
  v.object({ type: v.literal('approve-message'), held: id }),
  v.object({ type: v.literal('return-message'), held: id, rule }),
  v.object({ type: v.literal('report-message'), message: id, rule }),
  v.object({ type: v.literal('leave-message'), message: id }),
  v.object({ type: v.literal('hide-message'), message: id, rule }),
  v.object({ type: v.literal('request-edit'), message: id, rule }),
  v.object({ type: v.literal('drop-edit-request'), message: id }),
  v.object({ type: v.literal('keep-words'), message: id }),
  v.object({ type: v.literal('mute-juror'), seat: id, rule, lasts }),
  v.object({ type: v.literal('unmute-juror'), seat: id }),
  v.object({ type: v.literal('remove-juror'), session: id, seat: id, rule }),
  v.object({ type: v.literal('readmit-juror'), session: id, seat: id }),
  v.object({ type: v.literal('propose-exclusion'), seat: id, reason: prose(LIMITS.message) }),
  v.object({ type: v.literal('confirm-exclusion'), seat: id }),
  v.object({ type: v.literal('drop-exclusion'), seat: id }),
  v.object({ type: v.literal('appeal-action'), action: id, text: prose(LIMITS.message) }),
  v.object({
    type: v.literal('decide-appeal'),
    action: id,
    outcome: v.picklist(['upheld', 'changed']),
    reason: prose(LIMITS.message),
  }),
  v.object({ type: v.literal('redact-action'), action: id, reason: line() }),
] as const;

export type ModerationCommand = v.InferOutput<(typeof moderationCommands)[number]>;
