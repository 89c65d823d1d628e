import * as v from 'valibot';
import { id, prose, whole } from '../fields.ts';
import { LIMITS } from '../limits.ts';

/** The parts of the minutes, in their order. */
export const SECTIONS = [
  'attendance',
  'programme',
  'floor',
  'questions',
  'soundings',
  'tables',
  'decisions',
  'moderation',
] as const;

const session = { session: id };
const version = whole(1, 1_000);

export const minutesCommands = [
  v.object({
    type: v.literal('note-in-minutes'),
    ...session,
    section: v.picklist(SECTIONS),
    /** Empty to take the note out. */
    note: v.union([v.literal(''), prose(LIMITS.paragraph)]),
  }),
  v.object({ type: v.literal('send-minutes'), ...session }),
  v.object({ type: v.literal('back-minutes'), ...session, version }),
  v.object({ type: v.literal('object-to-minutes'), ...session, version, text: prose(LIMITS.message) }),
  v.object({ type: v.literal('print-objection'), ...session, objection: id }),
] as const;

export type MinutesCommand = v.InferOutput<(typeof minutesCommands)[number]>;
