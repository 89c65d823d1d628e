/** What a viewer may know of a counted set. */
import { NOBODY } from './terms.ts';
import type { Counted, SeatId } from './terms.ts';

interface Looking {
  readonly seat?: SeatId | undefined;
}

/** [W2] Of a counted set everyone may know the size, and each juror whether they are in it. */
export const own = (set: Counted, viewer: Looking): Counted => ({
  count: set.count,
  seats: viewer.seat !== undefined && set.seats.includes(viewer.seat) ? [viewer.seat] : NOBODY.seats,
});

/** [W8] Nothing but whether the viewer is in it. */
export const onlyOwn = (set: Counted, viewer: Looking): Counted => {
  const { seats } = own(set, viewer);
  return { count: seats.length, seats };
};
