import type { Room } from '$lib/jury/deliberation/room.ts';
import type { DrawRecord } from '$lib/jury/recruitment/draws.ts';
import type { Seat, Seats } from '$lib/jury/recruitment/seats.ts';

/** Every seat with whether its ticket stands in the draw record: nobody may sit who was not drawn. */
export interface SeatProvenance extends Seat {
  readonly drawn: boolean;
}

export function provenanceOf(seats: Seats, draw: DrawRecord | null): readonly SeatProvenance[] {
  const tickets = new Set([...(draw?.panel ?? []), ...(draw?.alternates ?? [])]);
  return Object.values(seats).map((seat) => ({
    ...seat,
    drawn: seat.ticket !== undefined && tickets.has(seat.ticket),
  }));
}

/** Which messages were hidden, when and by which rule; never what they said. */
export function hiddenMessages({ messages }: Pick<Room, 'messages'>) {
  return messages.flatMap(({ id, session, hidden }) => (hidden ? [{ id, session, ...hidden }] : []));
}
