import { panelProgramme } from '../person-types.ts';
import type { PersonType } from '../person-types.ts';
import type { Targets } from '../pool.ts';
import type { WholeSolver } from '../solver.ts';

/** A panel being filled seat by seat, together with the certainty that it can be filled to the end. */
export interface Completion {
  /** Seats one more person of the type if a panel that meets every target then still exists; says whether it did. */
  admit(type: number): boolean;
}

/** Begins an empty panel, or gives null when no panel at all meets the targets. */
export function beginPanel(
  types: readonly PersonType[],
  targets: Targets,
  seats: number,
  solver: WholeSolver,
): Completion | null {
  const bounds = targets.map(({ min, max }) => ({ lower: min, upper: max }));
  const seated = types.map(() => 0);
  /** A type once refused stays refused: every later question allows fewer panels than the one answered no. */
  const refused = new Set<number>();
  const first = solve(seated);
  if (first === null) return null;
  /** A complete panel that contains everyone seated so far; while it has room for the next, no search is needed. */
  let plan = first;

  function solve(atLeast: readonly number[]): number[] | null {
    return solver.solve(panelProgramme(types, bounds, seats, atLeast));
  }

  function totals(panel: readonly number[]): number[] {
    const counts = targets.map(() => 0);
    panel.forEach((count, type) => {
      for (const target of types[type]!.hits) counts[target]! += count;
    });
    return counts;
  }

  /** Sees at once that a target is overfull, or that the minimums of a category need more seats than are left. */
  function plainlyImpossible(atLeast: readonly number[]): boolean {
    const counts = totals(atLeast);
    const left = seats - atLeast.reduce((sum, count) => sum + count, 0);
    const needed = new Map<string, number>();
    for (const [target, { category, min, max }] of targets.entries()) {
      if (counts[target]! > max) return true;
      needed.set(category, (needed.get(category) ?? 0) + Math.max(0, min - counts[target]!));
    }
    return [...needed.values()].some((need) => need > left);
  }

  /** The plan with one person who is not seated yet exchanged for one of the type: far cheaper to try than a search. */
  function exchanged(current: readonly number[], type: number): number[] | null {
    const counts = totals(current);
    const joins = types[type]!.hits;
    const fits = (leaves: readonly number[]): boolean =>
      joins.every((target, category) => {
        const other = leaves[category]!;
        if (other === target) return true;
        return counts[target]! < targets[target]!.max && counts[other]! > targets[other]!.min;
      });
    const leaver = types.findIndex(({ hits }, other) => current[other]! > seated[other]! && fits(hits));
    return leaver < 0 ? null : current.map((count, other) => count + Number(other === type) - Number(other === leaver));
  }

  return {
    admit(type) {
      if (refused.has(type)) return false;
      const wanted = seated[type]! + 1;
      if (plan[type]! < wanted) {
        const atLeast = seated.map((count, other) => (other === type ? wanted : count));
        const next = plainlyImpossible(atLeast) ? null : (exchanged(plan, type) ?? solve(atLeast));
        if (next === null) {
          refused.add(type);
          return false;
        }
        plan = next;
      }
      seated[type] = wanted;
      return true;
    },
  };
}
