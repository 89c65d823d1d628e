import * as v from 'valibot';
import { MODERATION_RULES } from '../deliberation/moderation/policy.ts';
import { id, prose } from '../fields.ts';

/** Characters. */
export const LONGEST_OBSERVATION = 1_500;

export const observationCommands = [
  v.object({
    type: v.literal('observe-implementation'),
    recommendation: id,
    text: prose(LONGEST_OBSERVATION),
  }),
  v.object({ type: v.literal('show-observation'), observation: id }),
  v.object({ type: v.literal('refuse-observation'), observation: id, rule: v.picklist(MODERATION_RULES) }),
] as const;

export type ObservationCommand = v.InferOutput<(typeof observationCommands)[number]>;
