import * as v from 'valibot';
import { LIMITS, id, prose } from '../fields.ts';
import { floorCommands } from './floor-commands.ts';
import { sessionCommands } from './session-commands.ts';
import { soundingCommands } from './soundings/commands.ts';
import { tableCommands } from './tables/commands.ts';

/** The published moderation policy: a message may be hidden for one of these reasons only. */
export const MODERATION_RULES = [
  'insult',
  'names-a-person',
  'private-data',
  'off-topic',
  'advertising',
  'repeats',
] as const;

export const deliberationCommands = [
  ...sessionCommands,
  ...floorCommands,
  ...tableCommands,
  ...soundingCommands,
  v.object({ type: v.literal('post-message'), session: id, text: prose(LIMITS.message), replyTo: v.optional(id) }),
  v.object({ type: v.literal('hide-message'), message: id, rule: v.picklist(MODERATION_RULES) }),
  v.object({ type: v.literal('mute-juror'), seat: id, rule: v.picklist(MODERATION_RULES) }),
  v.object({ type: v.literal('unmute-juror'), seat: id }),
] as const;

export type DeliberationCommand = v.InferOutput<(typeof deliberationCommands)[number]>;
