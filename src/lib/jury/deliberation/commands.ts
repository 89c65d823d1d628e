import * as v from 'valibot';
import { LIMITS, id, prose, whole } from '../fields.ts';
import { floorCommands } from './floor-commands.ts';
import { helpCommands } from './help/commands.ts';
import { moderationCommands } from './moderation/commands.ts';
import { sessionCommands } from './session-commands.ts';
import { soundingCommands } from './soundings/commands.ts';
import { tableCommands } from './tables/commands.ts';

export const deliberationCommands = [
  ...sessionCommands,
  ...floorCommands,
  ...tableCommands,
  ...soundingCommands,
  ...moderationCommands,
  ...helpCommands,
  v.object({
    type: v.literal('post-message'),
    session: id,
    text: prose(LIMITS.message),
    replyTo: v.optional(id),
    /** Seconds during which the author was writing, as their device counted them. */
    active: v.optional(whole(0, 86_400)),
  }),
] as const;

export type DeliberationCommand = v.InferOutput<(typeof deliberationCommands)[number]>;
