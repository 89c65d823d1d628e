import * as v from 'valibot';
import { LIMITS, day, id, line, prose } from '../fields.ts';

export const POSITIONS = ['accepted', 'accepted-in-part', 'already-happening', 'rejected', 'needs-more-time'] as const;

export const responseCommands = [
  v.object({
    type: v.literal('answer-recommendation'),
    recommendation: id,
    position: v.picklist(POSITIONS),
    reasons: prose(LIMITS.paragraph),
    responsible: line(),
    until: v.optional(
      v.union([
        v.pipe(
          v.literal(''),
          v.transform(() => undefined),
        ),
        day,
      ]),
    ),
  }),
] as const;

export type ResponseCommand = v.InferOutput<(typeof responseCommands)[number]>;
