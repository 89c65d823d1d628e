/** Who writes a recommendation: volunteers, or those on whom the lot fell. */
import { activeJurors, seatOf } from '../recruitment/seats.ts';
import type { Seats } from '../recruitment/seats.ts';
import type { SeatId } from '../terms.ts';
import type { Recommendation } from './verdict.ts';

/** [V39] */
export const SMALLEST_GROUP = 2;
export const LARGEST_GROUP = 6;

export const DRAWN_AMONG = ['volunteers', 'everybody'] as const;
export type DrawnAmong = (typeof DRAWN_AMONG)[number];

export interface WritingGroup {
  readonly volunteers: readonly SeatId[];
  /** On whom the lot fell, how, and from whom; null where nothing was drawn. */
  readonly drawn: Lot | null;
}

export interface Lot {
  readonly among: DrawnAmong;
  /** Everybody on whom it could have fallen. */
  readonly pool: readonly SeatId[];
  /** Orders the pool; the first of that order are the group, so that anyone can draw it again. */
  readonly seed: string;
  readonly seats: readonly SeatId[];
}

export type WritingGroupEvent =
  | { readonly type: 'writing-group-joined'; readonly recommendation: string; readonly seat: SeatId }
  | { readonly type: 'writing-group-left'; readonly recommendation: string; readonly seat: SeatId }
  | ({ readonly type: 'writing-group-drawn'; readonly recommendation: string } & Lot);

export const NO_GROUP: WritingGroup = { volunteers: [], drawn: null };

export function evolveWritingGroup(group: WritingGroup, event: WritingGroupEvent): WritingGroup {
  switch (event.type) {
    case 'writing-group-joined':
      return { ...group, volunteers: [...group.volunteers, event.seat] };
    case 'writing-group-left': {
      const stays = (seat: SeatId): boolean => seat !== event.seat;
      const { drawn } = group;
      return {
        volunteers: group.volunteers.filter(stays),
        drawn: drawn && { ...drawn, seats: drawn.seats.filter(stays) },
      };
    }
    case 'writing-group-drawn': {
      const { type: _type, recommendation: _recommendation, ...lot } = event;
      return { ...group, drawn: lot };
    }
  }
}

interface Room {
  readonly seats: Seats;
}

/** Who belongs to the group of a recommendation, whether or not it stands. Whoever has left the jury does not. */
export function membersOf({ seats }: Room, { group = NO_GROUP }: Recommendation): readonly SeatId[] {
  const active = new Set(activeJurors(seats).map((seat) => seat.id));
  return (group.drawn?.seats ?? group.volunteers).filter((seat) => active.has(seat));
}

/** [V39] Who alone writes; empty where no group stands, and then any juror does. */
export function writingGroupOf(room: Room, recommendation: Recommendation): readonly SeatId[] {
  const members = membersOf(room, recommendation);
  return members.length >= SMALLEST_GROUP && members.length <= LARGEST_GROUP ? members : [];
}

/** [V39] Whether this juror's words go into the recommendation. */
export function writesIn(room: Room, recommendation: Recommendation, seat: SeatId): boolean {
  const group = writingGroupOf(room, recommendation);
  return group.length === 0 ? activeJurors(room.seats).some(({ id }) => id === seat) : group.includes(seat);
}

/** [V36] [V41] Who accepts and rejects suggestions: the writing group; where none stands whoever proposed it, or any juror once they have left. */
export function decidesSuggestions(room: Room, recommendation: Recommendation, seat: SeatId): boolean {
  const group = writingGroupOf(room, recommendation);
  if (group.length > 0) return group.includes(seat);
  const drafter = recommendation.versions[0]?.author ?? '';
  return seat === drafter || seatOf(room.seats, drafter)?.state === 'left';
}
