import * as v from 'valibot';
import { id, line, prose } from '../../fields.ts';
import { LIMITS } from '../../limits.ts';
import { MODERATION_RULES } from './policy.ts';

const rule = v.picklist(MODERATION_RULES);

export const moderationCommands = [
  v.object({ type: v.literal('nudge-juror'), session: id, seat: id, text: prose(LIMITS.message) }),
  v.object({ type: v.literal('hold-juror'), seat: id, rule }),
  v.object({ type: v.literal('release-juror'), seat: id }),
  v.object({ type: v.literal('approve-message'), held: id }),
  v.object({ type: v.literal('return-message'), held: id, rule }),
  v.object({ type: v.literal('report-message'), message: id, rule }),
  v.object({ type: v.literal('leave-message'), message: id }),
  v.object({ type: v.literal('hide-message'), message: id, rule }),
  v.object({ type: v.literal('mute-juror'), seat: id, rule }),
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
