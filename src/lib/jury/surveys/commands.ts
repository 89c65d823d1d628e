import * as v from 'valibot';
import { line, optionalLine, yes } from '../fields.ts';
import { ALL_ITEMS, LEVELS, SURVEYS } from './items.ts';
import { CODE } from './sheets.ts';

const survey = v.picklist(SURVEYS);

/** Twelve characters in any writing: in groups, in small letters, with O for 0 and I or L for 1. */
const code = v.pipe(
  line(40),
  v.transform((text) => text.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1')),
  v.regex(CODE),
);

export const surveyCommands = [
  v.object({ type: v.literal('open-survey'), survey, about: optionalLine(300) }),
  v.object({
    type: v.literal('answer-survey'),
    survey,
    code,
    /** The juror typed the code, so it must be one that was used before. */
    again: yes,
    answers: v.pipe(
      v.record(v.picklist(ALL_ITEMS), v.picklist(LEVELS)),
      v.check((answers) => Object.keys(answers).length > 0),
    ),
  }),
  v.object({ type: v.literal('close-survey'), survey }),
] as const;

export type SurveyCommand = v.InferOutput<(typeof surveyCommands)[number]>;
