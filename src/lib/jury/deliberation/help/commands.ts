import * as v from 'valibot';
import { id, prose } from '../../fields.ts';
import { LIMITS } from '../../limits.ts';

/** What a juror may need help with: a device or a page; how they are; somebody who tries to influence them. */
export const HELP_TOPICS = ['technical', 'wellbeing', 'contact'] as const;

export const helpCommands = [
  v.object({ type: v.literal('request-help'), topic: v.picklist(HELP_TOPICS), text: prose(LIMITS.message) }),
  v.object({ type: v.literal('read-request'), request: id }),
  v.object({ type: v.literal('resolve-request'), request: id, reply: prose(LIMITS.message) }),
] as const;

export type HelpCommand = v.InferOutput<(typeof helpCommands)[number]>;
