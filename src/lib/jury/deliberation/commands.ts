import * as v from 'valibot';
import { LIMITS, id, instant, line, prose, whole } from '../fields.ts';
import { floorCommands } from './floor-commands.ts';

/** The published moderation policy: a message may be hidden for one of these reasons only. */
export const MODERATION_RULES = [
  'insult',
  'names-a-person',
  'private-data',
  'off-topic',
  'advertising',
  'repeats',
] as const;

const agenda = v.pipe(v.array(v.object({ title: line(), minutes: whole(1, 480) })), v.minLength(1), v.maxLength(40));

export const deliberationCommands = [
  v.object({ type: v.literal('plan-session'), title: line(), startsAt: instant, agenda }),
  v.object({ type: v.literal('open-session'), session: id }),
  v.object({
    type: v.literal('start-item'),
    session: id,
    item: id,
    after: v.nullable(
      v.union([
        v.pipe(
          v.literal(''),
          v.transform(() => null),
        ),
        id,
      ]),
    ),
  }),
  v.object({ type: v.literal('close-session'), session: id }),
  ...floorCommands,
  v.object({ type: v.literal('post-message'), session: id, text: prose(LIMITS.message), replyTo: v.optional(id) }),
  v.object({ type: v.literal('hide-message'), message: id, rule: v.picklist(MODERATION_RULES) }),
  v.object({ type: v.literal('mute-juror'), seat: id, rule: v.picklist(MODERATION_RULES) }),
  v.object({ type: v.literal('unmute-juror'), seat: id }),
] as const;

export type DeliberationCommand = v.InferOutput<(typeof deliberationCommands)[number]>;
