import { vacancies } from '$lib/jury/recruitment/seats.ts';
import { withoutLapsed } from '$lib/jury/recruitment/calls.ts';
import { SEATS } from '$lib/jury/charter/rules.ts';
import type { Jury } from '$lib/jury/jury.ts';
import type { Instant, SeatId } from '$lib/jury/terms.ts';
import { asPool } from '$lib/server/errands/selection.ts';
import type { Database } from '$lib/server/records/database.ts';
import { peopleOf } from '$lib/server/records/people.ts';
import { poolOf } from '$lib/server/records/registrants.ts';
import { belongsTo } from '../../stage-gate.ts';
import { nextAlternate } from './panel.server.ts';
import type { NextAlternate } from './panel.server.ts';

export interface EmptyPlaces {
  readonly vacant: readonly SeatId[];
  /** Whom the rules call next; null where nobody is left. `name` is empty where it is not in the list. */
  readonly next: (NextAlternate & { readonly name: string }) | null;
  readonly mayCall: boolean;
  /** So few jurors are enough. */
  readonly least: number;
}

/** [R27] The places that wait for the organiser at this time, and whom the rules call. Without those whose call has lapsed ([R21]). */
export async function emptyPlaces(database: Database, jury: Jury, now: Instant): Promise<EmptyPlaces> {
  const { charter, selection } = jury;
  const standing = { ...jury, seats: withoutLapsed(jury.seats, now) };
  const vacant = vacancies(standing.seats).map(({ id }) => id);
  const none = { vacant, next: null, mayCall: false, least: SEATS.min };
  if (vacant.length === 0) return none;
  const [people, pool] = await Promise.all([peopleOf(database, jury.id), poolOf(database, jury.id)]);
  const next = nextAlternate(standing, asPool(pool));
  const name = people.find(({ ref }) => ref === next?.seat)?.name ?? '';
  return {
    ...none,
    next: next && { ...next, name: name === next.seat ? '' : name },
    mayCall: belongsTo(charter.stage, 'call-alternate') && selection.replacement === null,
  };
}
