/** Who sits: one entry for every person the lottery drew, kept for good. */
import type { Instant, SeatId, Ticket } from '../terms.ts';

export type VacateReason = 'declined' | 'unreachable' | 'ineligible' | 'illness' | 'left' | 'excluded';
/** Nobody's doing: a replacement draw made a new reserve, and who was only in the old one goes back to the pool. */
type Released = 'released';
/** [R21] Called, and no answer in time. */
type Expired = 'expired';

/** [R22] What somebody who declines may say, or not. */
export const DECLINE_REASONS = ['no-time', 'work', 'care', 'health', 'far', 'other'] as const;
export type DeclineReason = (typeof DECLINE_REASONS)[number];

export interface Seat {
  readonly id: SeatId;
  readonly role: 'juror' | 'alternate';
  readonly state: 'drawn' | 'confirmed' | 'left';
  /** Shown to the organiser and oversight only. */
  readonly ticket?: Ticket | undefined;
  readonly reason?: VacateReason | Released | Expired | undefined;
  /** [W46] Why the person declined, if they said so; for the organiser and oversight. */
  readonly why?: DeclineReason | undefined;
  /** [R20] When this alternate was called. Absent from older journals: those calls do not lapse. */
  readonly calledAt?: Instant | undefined;
  /** [R23] Sessions that had begun before this seat was theirs. */
  readonly heldBefore?: readonly string[] | undefined;
  /** [R24] When they last opened what they had missed, and which sessions that was; for those whom [W47] names. */
  readonly opened?: { readonly at: Instant; readonly sessions: readonly string[] } | undefined;
  /** The seat whose place this alternate or replacement took. */
  readonly replaces?: SeatId | undefined;
  /** The replacement draw that it came by, `X1`; absent where it came by the draw of the panel. */
  readonly drawnIn?: string | undefined;
  /** [D86] Whether this juror has tried the room before the first session; for those whom [D87] names. */
  readonly rehearsed?: true | undefined;
}

export type Seats = Readonly<Record<SeatId, Seat>>;

export type NewSeat = Pick<Seat, 'id' | 'role' | 'ticket' | 'replaces' | 'drawnIn' | 'heldBefore'>;

interface Vacated {
  readonly seat: SeatId;
  readonly reason?: VacateReason | Expired;
  readonly why?: DeclineReason;
}

export type SeatsEvent =
  | { readonly type: 'seats-assigned'; readonly seats: readonly NewSeat[] }
  | { readonly type: 'reserve-released'; readonly seats: readonly SeatId[] }
  | { readonly type: 'seat-confirmed'; readonly seat: SeatId }
  | { readonly type: 'juror-rehearsed'; readonly seat: SeatId }
  | {
      readonly type: 'catch-up-opened';
      readonly seat: SeatId;
      readonly at: Instant;
      readonly sessions: readonly string[];
    }
  | ({ readonly type: 'seat-vacated' } & Vacated)
  | {
      readonly type: 'alternate-called';
      readonly vacant: SeatId;
      readonly seat: SeatId;
      readonly at?: Instant;
      readonly heldBefore?: readonly string[];
    };

export function evolveSeats(seats: Seats, event: SeatsEvent): Seats {
  switch (event.type) {
    case 'seats-assigned':
      return {
        ...seats,
        ...Object.fromEntries(event.seats.map((seat) => [seat.id, { ...seat, state: 'drawn' as const }])),
      };
    case 'reserve-released':
      return event.seats.reduce((all, id) => change(all, id, { state: 'left', reason: 'released' }), seats);
    case 'seat-confirmed':
      return change(seats, event.seat, { state: 'confirmed' });
    case 'juror-rehearsed':
      return change(seats, event.seat, { rehearsed: true });
    case 'seat-vacated':
      return vacated(seats, event);
    case 'catch-up-opened':
      return change(seats, event.seat, { opened: { at: event.at, sessions: event.sessions } });
    case 'alternate-called': {
      const { vacant, seat, at, heldBefore } = event;
      const called = { ...(at === undefined ? {} : { calledAt: at }), ...(heldBefore ? { heldBefore } : {}) };
      return change(seats, seat, { role: 'juror', state: 'drawn', replaces: vacant, ...called });
    }
  }
}

/** The seat without its person. */
export const vacated = (seats: Seats, { seat, reason, why }: Vacated): Seats =>
  change(seats, seat, {
    state: 'left',
    ...(reason === undefined ? {} : { reason }),
    ...(why === undefined ? {} : { why }),
  });

/** A seat for whoever may see its ticket and why it is empty, or not; and whether its juror has rehearsed and caught up, or not. */
export function seatSeen(
  { ticket, reason, why, rehearsed, opened, ...seat }: Seat,
  tickets: boolean,
  readiness: boolean,
): Seat {
  return {
    ...seat,
    ...(ticket !== undefined && tickets ? { ticket } : {}),
    // Everyone knows when a reserve is released; of all other reasons only the organiser and oversight.
    ...(reason !== undefined && (tickets || reason === 'released') ? { reason } : {}),
    ...(why !== undefined && tickets ? { why } : {}),
    ...(rehearsed && readiness ? { rehearsed } : {}),
    ...(opened && readiness ? { opened } : {}),
  };
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

/** Those who may still be called. */
export const reserveOf = (seats: Seats): readonly Seat[] =>
  Object.values(seats).filter((seat) => seat.role === 'alternate' && seat.state !== 'left');

/** Jurors' places that fell empty and were not yet taken by an alternate. */
export function vacancies(seats: Seats): readonly Seat[] {
  const filled = new Set(Object.values(seats).map((seat) => seat.replaces));
  return Object.values(seats).filter((seat) => seat.role === 'juror' && seat.state === 'left' && !filled.has(seat.id));
}
