/** How the panel stands, and what the next alternate would do to it; reckoned from the pool, which the journal never holds. */
import { composition, suggestReplacement } from '$lib/lottery/index.ts';
import type { Deviation, Person, Pool } from '$lib/lottery/index.ts';
import { jurorsOf, vacancies } from '$lib/jury/recruitment/seats.ts';
import type { Seat } from '$lib/jury/recruitment/seats.ts';
import type { Jury } from '$lib/jury/jury.ts';
import type { SeatId } from '$lib/jury/terms.ts';
import { targetsOf } from '$lib/server/lottery/terms.ts';
import type { CompositionRow } from '$lib/ui/charts/composition.ts';

export interface NextAlternate {
  readonly seat: SeatId;
  /** Targets that the panel would miss with this person. */
  readonly deviations: readonly Deviation[];
}

const peopleOn = (pool: Pool, seats: readonly Seat[]): Person[] => {
  const byTicket = new Map(pool.map((person) => [person.id, person]));
  return seats.flatMap((seat) => byTicket.get(seat.ticket ?? '') ?? []);
};

/** Whom the rules call to an empty seat; null when no seat is empty or the reserve is used up. */
export function nextAlternate({ seats, selection, charter }: Jury, pool: Pool): NextAlternate | null {
  if (vacancies(seats).length === 0) return null;
  const reserve = Object.values(seats).filter((seat) => seat.role === 'alternate' && seat.state !== 'left');
  const suggestion = suggestReplacement({
    targets: targetsOf(selection),
    seats: charter.seats,
    panelRemaining: peopleOn(pool, jurorsOf(seats)),
    alternates: peopleOn(pool, reserve),
  });
  const called = suggestion && reserve.find((seat) => seat.ticket === suggestion.person.id);
  return called ? { seat: called.id, deviations: suggestion.deviations } : null;
}

/** The people who hold a juror's seat now, beside the targets. */
export function panelRows({ seats, selection }: Jury, pool: Pool): CompositionRow[] {
  return composition(peopleOn(pool, jurorsOf(seats)), targetsOf(selection)).map(({ category, values }) => ({
    category,
    values: values.map(({ value, count, min, max }) => ({ value, min, max, panel: { count } })),
  }));
}
