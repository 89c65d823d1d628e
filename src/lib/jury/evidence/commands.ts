import * as v from 'valibot';
import { id, line, optionalDay, optionalWhole, prose } from '../fields.ts';
import { LONGEST_HEARING, balanceCommands } from './balance-rules.ts';
import { callCommands } from './call-rules.ts';
import { factCheckCommands } from './fact-check-rules.ts';
import { handoutCommands } from './handout-rules.ts';
import { optionalPosition } from './position.ts';
import { publicQuestionCommands } from './public-question-rules.ts';
import { NOMINATED_BY, exhibitCommands } from './exhibit-commands.ts';
import { questionCommands } from './question-commands.ts';

export { NOMINATED_BY } from './exhibit-commands.ts';
export const WITNESS_KINDS = ['neutral-expert', 'stakeholder', 'advocate', 'lived-experience', 'authority'] as const;

export const evidenceCommands = [
  ...exhibitCommands,
  v.object({
    type: v.literal('invite-witness'),
    kind: v.picklist(WITNESS_KINDS),
    affiliation: line(),
    nominatedBy: v.picklist(NOMINATED_BY),
    why: prose(1_000),
    topic: line(),
    position: optionalPosition,
    planned: optionalWhole(1, LONGEST_HEARING),
  }),
  v.object({ type: v.literal('accept-invitation'), witness: id }),
  v.object({ type: v.literal('refuse-invitation'), witness: id, reason: prose(1_000) }),
  v.object({ type: v.literal('withdraw-witness'), witness: id, reason: prose(1_000) }),
  v.object({ type: v.literal('substitute-witness'), witness: id, by: id }),
  v.object({ type: v.literal('declare-interests'), witness: id, interests: prose(2_000) }),
  v.object({ type: v.literal('open-hearing'), witness: id }),
  v.object({ type: v.literal('close-hearing'), witness: id, due: optionalDay }),
  ...questionCommands,
  ...callCommands,
  ...handoutCommands,
  ...balanceCommands,
  ...publicQuestionCommands,
  ...factCheckCommands,
] as const;

export type EvidenceCommand = v.InferOutput<(typeof evidenceCommands)[number]>;
