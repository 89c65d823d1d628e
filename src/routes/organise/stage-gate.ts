/** Whether an act belongs to a stage, for pages that show only the forms that would be accepted. */
import type { CommandType } from '$lib/jury/commands.ts';
import { PERMISSIONS } from '$lib/jury/permissions.ts';
import type { Stage } from '$lib/jury/stages.ts';

export const belongsTo = (stage: Stage, type: Exclude<CommandType, 'create-jury'>): boolean =>
  PERMISSIONS[type].stages.includes(stage);
