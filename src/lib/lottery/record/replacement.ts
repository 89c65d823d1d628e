import { countByTarget } from '../pool.ts';
import type { Person, Targets } from '../pool.ts';

/** A target that the panel misses, and what it has instead. */
export interface Deviation {
  readonly category: string;
  readonly value: string;
  readonly count: number;
  readonly min: number;
  readonly max: number;
}

export interface Vacancy {
  readonly targets: Targets;
  readonly seats: number;
  readonly panelRemaining: readonly Person[];
  /** In the order in which they were drawn. */
  readonly alternates: readonly Person[];
}

export interface Replacement {
  readonly person: Person;
  /** The targets that the panel misses with this person; empty when all are met. */
  readonly deviations: readonly Deviation[];
}

/**
 * Who takes a free seat: the first alternate with whom every target is met, otherwise the one with whom the counts are
 * the fewest people away from the targets in total (the earlier one if equal). Null when no seat is free or the
 * reserve is empty. Several seats are filled one after the other.
 */
export function suggestReplacement({ targets, seats, panelRemaining, alternates }: Vacancy): Replacement | null {
  if (panelRemaining.length >= seats) return null;
  let best: (Replacement & { distance: number }) | null = null;
  for (const person of alternates) {
    const deviations = deviationsOf([...panelRemaining, person], targets);
    const distance = deviations.reduce((sum, { count, min, max }) => sum + Math.max(min - count, count - max), 0);
    if (best === null || distance < best.distance) best = { person, deviations, distance };
    if (distance === 0) break;
  }
  return best && { person: best.person, deviations: best.deviations };
}

function deviationsOf(people: readonly Person[], targets: Targets): Deviation[] {
  const counts = countByTarget(people, targets);
  return targets.flatMap(({ category, value, min, max }, index) => {
    const count = counts[index]!;
    return count < min || count > max ? [{ category, value, count, min, max }] : [];
  });
}
