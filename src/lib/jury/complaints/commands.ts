import * as v from 'valibot';
import { id, optionalProse, prose } from '../fields.ts';
import { LIMITS } from '../limits.ts';

/** What of the process somebody complains about. */
export const COMPLAINT_SUBJECTS = ['selection', 'evidence', 'facilitation', 'conditions', 'voting', 'other'] as const;

export const complaintCommands = [
  v.object({
    type: v.literal('file-complaint'),
    subject: v.picklist(COMPLAINT_SUBJECTS),
    text: prose(LIMITS.paragraph),
  }),
  v.object({
    type: v.literal('answer-complaint'),
    complaint: id,
    /** What the complaint says, in words of oversight that point at nobody. */
    summary: prose(LIMITS.message),
    reply: prose(LIMITS.message),
    /** Why a name that was found in the two may be published. */
    note: optionalProse(LIMITS.message),
  }),
] as const;

export type ComplaintCommand = v.InferOutput<(typeof complaintCommands)[number]>;
