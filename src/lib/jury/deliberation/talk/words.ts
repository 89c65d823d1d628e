/** How long words may be changed, asked by the rules and by the pages alike. */
import type { Instant } from '../../terms.ts';
import type { Message, Speaker } from '../room.ts';

/**
 * [D48] Five minutes: enough to mend a slip and too short to change what others have answered at length. What was there before stays
 * readable, so nobody is left agreeing with words they never read. Milliseconds.
 */
export const EDIT_WINDOW = 5 * 60_000;

export const mayEdit = ({ by, at, hidden, text }: Message, reader: Speaker, now: Instant): boolean =>
  by === reader && !hidden && text !== null && now - at <= EDIT_WINDOW;
