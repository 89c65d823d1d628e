import * as v from 'valibot';
import { id, line } from '../../fields.ts';
import { ANSWERS } from './soundings.ts';

const KINDS = ['temperature', 'statement'] as const satisfies readonly (keyof typeof ANSWERS)[];

export const soundingCommands = [
  v.object({ type: v.literal('open-sounding'), session: id, kind: v.picklist(KINDS), text: line(300) }),
  v.object({ type: v.literal('propose-statement'), session: id, text: line(300) }),
  /** `text`: the words that are put; those that were proposed, or others. */
  v.object({ type: v.literal('put-statement'), held: id, text: line(300) }),
  v.object({
    type: v.literal('answer-sounding'),
    sounding: id,
    answer: v.picklist([...ANSWERS.temperature, ...ANSWERS.statement]),
  }),
  v.object({ type: v.literal('close-sounding'), sounding: id }),
] as const;

export type SoundingCommand = v.InferOutput<(typeof soundingCommands)[number]>;
