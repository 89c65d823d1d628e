import * as v from 'valibot';
import { id, prose, whole } from '../../fields.ts';
import { LIMITS } from '../../limits.ts';
import { REACTIONS } from '../room.ts';

/** What a message may point to: `exhibit:E1`, `answer:Q3`. Left out or empty for nothing. */
export const quote = v.optional(
  v.union([
    v.pipe(
      v.literal(''),
      v.transform(() => undefined),
    ),
    v.pipe(v.string(), v.regex(/^(?:exhibit|answer):[A-Za-z0-9_-]{1,64}$/)),
  ]),
);

const text = prose(LIMITS.message);
const reaction = v.picklist(REACTIONS);

export const talkCommands = [
  v.object({
    type: v.literal('post-message'),
    session: id,
    text,
    replyTo: v.optional(id),
    quote,
    /** Seconds during which the author was writing, as their device counted them. */
    active: v.optional(whole(0, 86_400)),
  }),
  v.object({ type: v.literal('edit-message'), message: id, text }),
  v.object({ type: v.literal('react-to-message'), message: id, reaction }),
  v.object({ type: v.literal('take-back-reaction'), message: id, reaction }),
  v.object({ type: v.literal('enter-contribution'), session: id, seat: id, text }),
  v.object({ type: v.literal('confirm-contribution'), contribution: id }),
  v.object({ type: v.literal('refuse-contribution'), contribution: id }),
] as const;

export type TalkCommand = v.InferOutput<(typeof talkCommands)[number]>;
