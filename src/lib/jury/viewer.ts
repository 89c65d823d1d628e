/** Who looks on, and what of a counted set they may know. */
import { NOBODY } from './terms.ts';
import type { Content, Counted, Role, SeatId } from './terms.ts';

export interface Viewer {
  readonly role: Role;
  /** The seat through which a juror or alternate looks. */
  readonly seat?: SeatId | undefined;
}

/** [W2] Of a counted set everyone may know the size, and each juror whether they are in it. */
export const own = (set: Counted, viewer: Viewer): Counted => ({
  count: set.count,
  seats: viewer.seat !== undefined && set.seats.includes(viewer.seat) ? [viewer.seat] : NOBODY.seats,
});

/** [W8] Nothing but whether the viewer is in it. */
export const onlyOwn = (set: Counted, viewer: Viewer): Counted => {
  const { seats } = own(set, viewer);
  return { count: seats.length, seats };
};

interface Electing {
  readonly rule: { readonly presence?: number };
  readonly electorate: readonly SeatId[];
}

/** [W13] Where the vote depends on presence, who is missing would tell who stayed away: as many electors, unnamed but for the viewer. */
export const electorsSeen = <V extends Electing>(vote: V, { role, seat }: Viewer): V =>
  vote.rule.presence === undefined || KEEPS_THE_ROLL.includes(role)
    ? vote
    : { ...vote, electorate: vote.electorate.map((one) => (one === seat ? one : '')) };
const KEEPS_THE_ROLL: readonly Role[] = ['organiser', 'facilitator', 'returning-officer'];

/** [W2] The event without whose it was, unless it was the viewer's own. */
export function unnamed<E extends { readonly seat?: SeatId }>(event: E, viewer: Viewer): E {
  const { seat, ...rest } = event;
  return seat !== undefined && seat === viewer.seat ? event : (rest as E);
}

/** Why something may be published is for those who decided it. */
export const withoutNote = <T extends { readonly note?: Content }>({ note: _note, ...rest }: T) => rest;
