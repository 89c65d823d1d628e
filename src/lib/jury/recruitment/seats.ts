/** Who sits: one entry for every person the lottery drew, kept for good. */
import type { SeatId, Ticket } from '../terms.ts';

export type VacateReason = 'declined' | 'unreachable' | 'ineligible' | 'illness' | 'left' | 'excluded';

export interface Seat {
  readonly id: SeatId;
  readonly role: 'juror' | 'alternate';
  readonly state: 'drawn' | 'confirmed' | 'left';
  /** Shown to the organiser and oversight only. */
  readonly ticket?: Ticket | undefined;
  readonly reason?: VacateReason | undefined;
  /** The seat whose place this alternate took. */
  readonly replaces?: SeatId | undefined;
}

export type Seats = Readonly<Record<SeatId, Seat>>;

export type SeatsEvent =
  | {
      readonly type: 'seats-assigned';
      readonly seats: readonly { readonly id: SeatId; readonly role: Seat['role']; readonly ticket?: Ticket }[];
    }
  | { readonly type: 'seat-confirmed'; readonly seat: SeatId }
  | { readonly type: 'seat-vacated'; readonly seat: SeatId; readonly reason?: VacateReason }
  | { readonly type: 'alternate-called'; readonly vacant: SeatId; readonly seat: SeatId };

export function evolveSeats(seats: Seats, event: SeatsEvent): Seats {
  switch (event.type) {
    case 'seats-assigned':
      return Object.fromEntries(event.seats.map((seat) => [seat.id, { ...seat, state: 'drawn' as const }]));
    case 'seat-confirmed':
      return change(seats, event.seat, { state: 'confirmed' });
    case 'seat-vacated':
      return change(
        seats,
        event.seat,
        event.reason === undefined ? { state: 'left' } : { state: 'left', reason: event.reason },
      );
    case 'alternate-called':
      return change(seats, event.seat, { role: 'juror', state: 'drawn', replaces: event.vacant });
  }
}

/** The seat of this number; a name that every object answers to is no seat. */
export const seatOf = (seats: Seats, id: SeatId): Seat | undefined =>
  Object.hasOwn(seats, id) ? seats[id] : undefined;

function change(seats: Seats, id: SeatId, change: Partial<Seat>): Seats {
  const seat = seatOf(seats, id);
  return seat ? { ...seats, [id]: { ...seat, ...change } } : seats;
}

/** Jurors whose place is taken or offered, in the order of their numbers. */
export const jurorsOf = (seats: Seats): readonly Seat[] =>
  Object.values(seats).filter((seat) => seat.role === 'juror' && seat.state !== 'left');

/** [V9] Jurors who may deliberate and vote. */
export const activeJurors = (seats: Seats): readonly Seat[] =>
  jurorsOf(seats).filter((seat) => seat.state === 'confirmed');

/** Jurors' places that fell empty and were not yet taken by an alternate. */
export function vacancies(seats: Seats): readonly Seat[] {
  const filled = new Set(Object.values(seats).map((seat) => seat.replaces));
  return Object.values(seats).filter((seat) => seat.role === 'juror' && seat.state === 'left' && !filled.has(seat.id));
}
