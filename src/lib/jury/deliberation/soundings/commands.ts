import * as v from 'valibot';
import { id, line } from '../../fields.ts';

/** What may be answered. The five levels of a temperature check are Loomio's and the UNDEF handbook's "can live with it". */
export const ANSWERS = {
  temperature: ['strongly-support', 'support', 'can-live-with', 'concerns', 'cannot-accept'],
  statement: ['agree', 'disagree', 'unsure'],
} as const;

const KINDS = ['temperature', 'statement'] as const satisfies readonly (keyof typeof ANSWERS)[];

export const soundingCommands = [
  v.object({ type: v.literal('open-sounding'), session: id, kind: v.picklist(KINDS), text: line(300) }),
  v.object({
    type: v.literal('answer-sounding'),
    sounding: id,
    answer: v.picklist([...ANSWERS.temperature, ...ANSWERS.statement]),
  }),
  v.object({ type: v.literal('close-sounding'), sounding: id }),
] as const;

export type SoundingCommand = v.InferOutput<(typeof soundingCommands)[number]>;
