/** A recording that everybody watches together: the facilitator starts, stops and winds it, and every screen follows. */
import type { Instant } from '../terms.ts';

export interface Showing {
  readonly exhibit: string;
  readonly playing: boolean;
  /** Where it stood at `at`. Seconds from its beginning. */
  readonly position: number;
  /** By the server's clock. */
  readonly at: Instant;
}

/** `showing`: null once it is taken away. */
export interface ShowingEvent {
  readonly type: 'recording-set';
  readonly session: string;
  readonly showing: Showing | null;
}

/** Where it stands by `now`, in seconds; a recording that is over does not know it. */
export const positionAt = ({ playing, position, at }: Showing, now: Instant): number =>
  playing ? position + Math.max(0, now - at) / 1_000 : position;
