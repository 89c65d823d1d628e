/** What is left to draw when some people sit already. */
import { panelSpace } from '../panel-space.ts';
import type { PanelSpace } from '../panel-space.ts';
import { countByTarget } from '../pool.ts';
import type { Pool, Targets } from '../pool.ts';
import type { LotteryRequest } from './solve.ts';

export interface OpenSeats {
  /** Ids of those who stay. */
  readonly seated: readonly string[];
  /** Those who may be drawn. */
  readonly pool: Pool;
  /** What the drawn people must count. */
  readonly targets: Targets;
  /** How many of those who stay count towards each target. */
  readonly seatedCounts: readonly number[];
  readonly seats: number;
  readonly space: PanelSpace;
  /** The ids of each type of the space. */
  readonly members: readonly (readonly string[])[];
}

/**
 * Takes those who sit already off the seats and the targets, and them, their households and the excluded out of the pool.
 * The request's pool and targets are in canonical order and free of problems.
 * @throws RangeError when an id that is said to sit is not in the pool, or more sit than there are seats
 */
export function openSeats({ pool, targets, seats, seated = [], excluded = [] }: LotteryRequest): OpenSeats {
  const sits = new Set(seated);
  const out = new Set(excluded);
  const sitting = pool.filter(({ id }) => sits.has(id));
  if (sitting.length !== sits.size) throw new RangeError('Somebody who is said to sit is not in the pool');
  if (sits.size > seats) throw new RangeError(`${String(sits.size)} sit on ${String(seats)} seats`);
  const taken = new Set(sitting.flatMap(({ household }) => household ?? []));
  const free = pool.filter(
    ({ id, household }) => !sits.has(id) && !out.has(id) && !(household !== undefined && taken.has(household)),
  );
  const counts = countByTarget(sitting, targets);
  const left = targets.map(({ category, value, min, max, minFlex = 0, maxFlex = seats }, index) => ({
    category,
    value,
    min: Math.max(0, min - counts[index]!),
    max: max - counts[index]!,
    minFlex: Math.max(0, minFlex - counts[index]!),
    maxFlex: Math.max(max, maxFlex) - counts[index]!,
  }));
  const openings = seats - sits.size;
  const { space, typeOf } = panelSpace(free, left, openings);
  const members: string[][] = space.sizes.map(() => []);
  free.forEach(({ id }, person) => members[typeOf[person]!]!.push(id));
  return {
    seated: sitting.map(({ id }) => id),
    pool: free,
    targets: left,
    seatedCounts: counts,
    seats: openings,
    space,
    members,
  };
}
