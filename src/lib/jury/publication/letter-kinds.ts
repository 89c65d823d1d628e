/** The kinds of letters, what gives reason for one, and to whom they go. */
import { activeJurors } from '../recruitment/seats.ts';
import type { Jury } from '../state.ts';
import type { Actor, Day, Instant, MemberId, Role, SeatId } from '../terms.ts';

/** Letters that a jury has reason to send by itself. */
export type JuryLetter =
  | { readonly kind: 'session'; readonly session: string }
  | { readonly kind: 'session-moved'; readonly session: string; readonly startsAt: Instant }
  | { readonly kind: 'session-cancelled'; readonly session: string }
  /** `closesAt`: the planned close gave reason for it. */
  | { readonly kind: 'ballot'; readonly ballot: string; readonly closesAt?: Instant }
  /** To whoever is called to a seat, with their personal link. */
  | { readonly kind: 'call' }
  | { readonly kind: 'vacancy'; readonly seat: SeatId }
  | { readonly kind: 'release'; readonly at: Instant }
  /** [P90] To the two, when its time has come and it could not go out. */
  | { readonly kind: 'release-held'; readonly at: Instant }
  | { readonly kind: 'due'; readonly day: Day }
  | { readonly kind: 'verdict' }
  | { readonly kind: 'answer'; readonly recommendation: string; readonly answer: number }
  | { readonly kind: 'report'; readonly recommendation: string; readonly report: number }
  | { readonly kind: 'handover'; readonly recommendation: string; readonly assignment: number }
  | { readonly kind: 'erratum'; readonly erratum: string }
  | { readonly kind: 'translation'; readonly translation: string }
  /** [P88] To oversight that one came in, to whoever filed it that it is answered. */
  | { readonly kind: 'complaint'; readonly complaint: string }
  | { readonly kind: 'complaint-answered'; readonly complaint: string }
  | { readonly kind: 'closed' };

/** Letters that somebody asks for: a personal link, a way to sign in, a place among those who follow a jury. */
export type AskedLetter =
  | { readonly kind: 'link' }
  | { readonly kind: 'appointed' }
  | { readonly kind: 'sign-in' }
  | { readonly kind: 'follow' }
  | { readonly kind: 'following' };

export type Letter = JuryLetter | AskedLetter;

export type Addressees =
  | { readonly kind: 'seats'; readonly seats: readonly SeatId[] }
  | { readonly kind: 'witnesses'; readonly witnesses: readonly string[] }
  | { readonly kind: 'members'; readonly members: readonly MemberId[] }
  | { readonly kind: 'followers' };

export interface Occasion {
  /** The same occasion has the same reason, and is written of once to each. */
  readonly reason: string;
  readonly to: Addressees;
  readonly letter: JuryLetter;
  readonly notBefore?: Instant;
  /** Afterwards it would be of no use to anybody. */
  readonly notAfter?: Instant;
}

export const jurorsOf = ({ seats }: Pick<Jury, 'seats'>): Addressees => ({
  kind: 'seats',
  seats: activeJurors(seats).map(({ id }) => id),
});

export const membersAs = ({ charter }: Pick<Jury, 'charter'>, ...roles: readonly Role[]): Addressees => ({
  kind: 'members',
  members: Object.entries(charter.members).flatMap(([member, role]) => (roles.includes(role) ? [member] : [])),
});

/** Nobody who stands for the public has an address. */
export function justTo(actor: Actor): Addressees {
  switch (actor.kind) {
    case 'seat':
      return { kind: 'seats', seats: [actor.id] };
    case 'witness':
      return { kind: 'witnesses', witnesses: [actor.id] };
    case 'member':
      return { kind: 'members', members: [actor.id] };
    case 'public':
      return { kind: 'members', members: [] };
  }
}
