import * as v from 'valibot';
import { id, line, paperCode } from '../../fields.ts';
import { ANSWERS } from './soundings.ts';

const KINDS = ['temperature', 'statement'] as const satisfies readonly (keyof typeof ANSWERS)[];

const answer = v.picklist([...ANSWERS.temperature, ...ANSWERS.statement]);
/** An empty field. */
const none = v.pipe(
  v.literal(''),
  v.transform(() => undefined),
);

export const soundingCommands = [
  v.object({ type: v.literal('open-sounding'), session: id, kind: v.picklist(KINDS), text: line(300) }),
  v.object({ type: v.literal('propose-statement'), session: id, text: line(300) }),
  v.object({ type: v.literal('withdraw-statement'), held: id }),
  /** `text`: the words that are put; those that were proposed, or others. */
  v.object({ type: v.literal('put-statement'), held: id, text: line(300) }),
  v.object({
    type: v.literal('answer-sounding'),
    sounding: id,
    answer,
    /** Made up by the device, and known to it alone; without one the answer is final. */
    code: v.optional(v.union([none, paperCode])),
  }),
  v.object({ type: v.literal('change-answer'), sounding: id, answer, code: paperCode }),
  v.object({ type: v.literal('close-sounding'), sounding: id }),
] as const;

export type SoundingCommand = v.InferOutput<(typeof soundingCommands)[number]>;
