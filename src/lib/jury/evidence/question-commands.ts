import * as v from 'valibot';
import { day, id, optionalLine, prose } from '../fields.ts';
import { LIMITS } from '../limits.ts';
import { QUESTION_RULES } from './public-question.ts';

export const JUDGEMENTS = ['yes', 'partly', 'no'] as const;

const LONGEST = 300;

export const questionCommands = [
  v.object({ type: v.literal('ask-question'), witness: id, text: prose(LONGEST) }),
  v.object({ type: v.literal('withdraw-question'), question: id }),
  v.object({ type: v.literal('resubmit-question'), question: id, text: prose(LONGEST) }),
  v.object({ type: v.literal('support-question'), question: id }),
  v.object({ type: v.literal('unsupport-question'), question: id }),
  v.object({ type: v.literal('approve-question'), question: id }),
  v.object({
    type: v.literal('decline-question'),
    question: id,
    rule: v.picklist(QUESTION_RULES),
    note: optionalLine(LONGEST),
  }),
  v.object({ type: v.literal('merge-question'), question: id, into: id }),
  v.object({ type: v.literal('put-question'), question: id }),
  v.object({ type: v.literal('defer-question'), question: id, due: day }),
  v.object({ type: v.literal('answer-question'), question: id, text: prose(LIMITS.paragraph) }),
  v.object({
    type: v.literal('judge-answer'),
    question: id,
    judgement: v.picklist(JUDGEMENTS),
    missing: optionalLine(LONGEST),
  }),
] as const;

export type QuestionCommand = v.InferOutput<(typeof questionCommands)[number]>;
