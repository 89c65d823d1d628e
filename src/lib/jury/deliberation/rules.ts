import type { Rules } from '../context.ts';
import { attendanceRules } from './attendance/rules.ts';
import type { DeliberationCommand } from './commands.ts';
import { floorRules } from './floor-rules.ts';
import { helpRules } from './help/rules.ts';
import { moderationRules } from './moderation/rules.ts';
import { sessionRules } from './session-rules.ts';
import { signalRules } from './signal-rules.ts';
import { soundingRules } from './soundings/rules.ts';
import { tableRules } from './tables/rules.ts';
import { talkRules } from './talk/rules.ts';

export const deliberationRules: Rules<DeliberationCommand['type']> = {
  ...sessionRules,
  ...floorRules,
  ...signalRules,
  ...tableRules,
  ...soundingRules,
  ...moderationRules,
  ...helpRules,
  ...talkRules,
  ...attendanceRules,
};
