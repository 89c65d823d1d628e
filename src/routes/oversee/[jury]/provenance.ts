import type { Room } from '$lib/jury/deliberation/room.ts';
import type { Selection } from '$lib/jury/recruitment/selection.ts';
import type { Seat, Seats } from '$lib/jury/recruitment/seats.ts';

/** Every seat with whether its ticket stands in the record of a draw: nobody may sit who was not drawn. */
export interface SeatProvenance extends Seat {
  readonly drawn: boolean;
}

export function provenanceOf(
  seats: Seats,
  { draw, replacements }: Pick<Selection, 'draw' | 'replacements'>,
): readonly SeatProvenance[] {
  const tickets = new Set([
    ...(draw?.panel ?? []),
    ...(draw?.alternates ?? []),
    ...replacements.flatMap(({ drawn }) => [...drawn.tickets, ...drawn.alternates]),
  ]);
  return Object.values(seats).map((seat) => ({
    ...seat,
    drawn: seat.ticket !== undefined && tickets.has(seat.ticket),
  }));
}

/** Which messages were hidden, when and by which rule; never what they said. */
export function hiddenMessages({ messages }: Pick<Room, 'messages'>) {
  return messages.flatMap(({ id, session, hidden }) => (hidden ? [{ id, session, ...hidden }] : []));
}
