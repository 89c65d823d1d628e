/** How words change that were said to the room or at a table, and how long they may; asked by the rules and by the pages alike. */
import type { Content, Instant } from '../../terms.ts';
import type { Message, Speaker } from '../room.ts';

type Said = Pick<Message, 'by' | 'at' | 'text' | 'hidden' | 'edited' | 'earlier'>;

/**
 * [D48] Five minutes: enough to mend a slip and too short to change what others have answered at length. What was there before stays
 * readable, so nobody is left agreeing with words they never read. Milliseconds.
 */
export const EDIT_WINDOW = 5 * 60_000;

export const mayEdit = ({ by, at, hidden, text }: Said, reader: Speaker, now: Instant): boolean =>
  by === reader && !hidden && text !== null && now - at <= EDIT_WINDOW;

/** The same message with other words; those that stood there stay beside it. */
export function otherWords<M extends Said>(message: M, text: Content, at: Instant): M {
  const { text: before, edited: since = message.at, earlier = [] } = message;
  return { ...message, text, edited: at, earlier: before ? [...earlier, { text: before, at: since }] : earlier };
}

/** [D11] With the words go the earlier ones. */
export function hiddenWords<M extends Said>(message: M, hidden: NonNullable<Said['hidden']>): M {
  const { earlier: _earlier, ...rest } = message;
  return { ...rest, text: null, hidden } as M;
}
