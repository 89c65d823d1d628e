import type { CommandType } from '$lib/jury/commands.ts';

/** What the returning officer does on this page by forms of one action: sent, and answered at its top. */
export const DESK_COMMANDS: readonly CommandType[] = [
  'open-ballot',
  'open-poll',
  'open-priorities',
  'pause-ballot',
  'resume-ballot',
  'remind-voters',
  'plan-closing',
  'close-ballot',
  'void-ballot',
  'certify-ballot',
  'reopen-ballot',
];
