/** The words every stage shares: who acts, what may be said, in which languages. */

export type JuryId = string;
/** A person's place in one jury: `S01` for a drawn juror, `A01` for an alternate, for good. Never a name. */
export type SeatId = string;
/** A staff account. */
export type MemberId = string;
export type WitnessId = string;
/** A registrant's pseudonymous number in the pool. */
export type Ticket = string;
/** Milliseconds since 1970, as told by the server. */
export type Instant = number;
/** A calendar day, `2027-03-31`. */
export type Day = string;

export const LOCALES = ['en', 'ru', 'kk'] as const;
export type Locale = (typeof LOCALES)[number];
/** The same sentence in each interface language. */
export type Translated = Readonly<Record<Locale, string>>;

export const STAFF_ROLES = [
  'organiser',
  'facilitator',
  'oversight',
  'returning-officer',
  'authority',
  'observer',
] as const;
export type StaffRole = (typeof STAFF_ROLES)[number];
export const ROLES = [...STAFF_ROLES, 'juror', 'alternate', 'witness', 'public'] as const;
export type Role = (typeof ROLES)[number];

export type Actor =
  | { readonly kind: 'member'; readonly id: MemberId }
  | { readonly kind: 'seat'; readonly id: SeatId }
  | { readonly kind: 'witness'; readonly id: WitnessId }
  | { readonly kind: 'public' };

export const PUBLIC: Actor = { kind: 'public' };

/** Text that can be erased without breaking the chain: the journal holds only its salted SHA-256. `text` is null once erased. */
export interface Content {
  readonly sha256: string;
  readonly text: string | null;
}

/** A set of seats of which most viewers may know the size only, and each juror whether they are in it. */
export interface Counted {
  readonly count: number;
  readonly seats: readonly SeatId[];
}

export const NOBODY: Counted = { count: 0, seats: [] };

/** Adds a seat, or an unnamed one where the viewer may not know which. */
export function counted(set: Counted, seat?: SeatId): Counted {
  return { count: set.count + 1, seats: seat === undefined ? set.seats : [...set.seats, seat] };
}

export function uncounted(set: Counted, seat?: SeatId): Counted {
  return { count: set.count - 1, seats: set.seats.filter((member) => member !== seat) };
}

/** `S07` for 7. */
export const numbered = (letter: string, number: number): string => `${letter}${String(number).padStart(2, '0')}`;
