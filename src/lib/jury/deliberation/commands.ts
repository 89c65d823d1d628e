import type * as v from 'valibot';
import { attendanceCommands } from './attendance/commands.ts';
import { floorCommands } from './floor-commands.ts';
import { helpCommands } from './help/commands.ts';
import { moderationCommands } from './moderation/commands.ts';
import { sessionCommands } from './session-commands.ts';
import { soundingCommands } from './soundings/commands.ts';
import { tableCommands } from './tables/commands.ts';
import { talkCommands } from './talk/commands.ts';

export const deliberationCommands = [
  ...sessionCommands,
  ...floorCommands,
  ...tableCommands,
  ...soundingCommands,
  ...moderationCommands,
  ...helpCommands,
  ...talkCommands,
  ...attendanceCommands,
] as const;

export type DeliberationCommand = v.InferOutput<(typeof deliberationCommands)[number]>;
