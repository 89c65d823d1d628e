import type { Targets } from '../pool.ts';
import { termsOf } from '../person-types.ts';
import type { PersonType } from '../person-types.ts';
import type { Programme, Row, Solver } from '../solver.ts';

/** A suggested change of one bound. */
export interface Change {
  readonly category: string;
  readonly value: string;
  readonly bound: 'min' | 'max';
  readonly from: number;
  readonly to: number;
}

/**
 * The changes of least total weight that make a panel exist, within each target's flex. Raising a maximum by one weighs
 * 1, lowering a minimum by one weighs 1 + 2/min, so that small groups are given up last. Null when none suffices.
 */
export function leastRelaxation(
  targets: Targets,
  types: readonly PersonType[],
  seats: number,
  solver: Solver,
): Change[] | null {
  const values = solver.solve(relaxedProgramme(targets, types, seats));
  if (values === null) return null;
  return targets.flatMap(({ category, value, min, max }, target): Change[] => {
    const lowered = values[types.length + 2 * target]!;
    const raised = values[types.length + 2 * target + 1]!;
    const place = { category, value };
    return [
      ...(lowered > 0 ? [{ ...place, bound: 'min' as const, from: min, to: min - lowered }] : []),
      ...(raised > 0 ? [{ ...place, bound: 'max' as const, from: max, to: max + raised }] : []),
    ];
  });
}

/** The panels' programme with two more columns a target: by how much its minimum is lowered and its maximum raised. */
function relaxedProgramme(targets: Targets, types: readonly PersonType[], seats: number): Programme {
  const slack = targets.flatMap(({ min, max, minFlex = 0, maxFlex = Math.max(max, seats) }) => [
    { lower: 0, upper: min - minFlex, cost: min === 0 ? 0 : 1 + 2 / min },
    { lower: 0, upper: maxFlex - max, cost: 1 },
  ]);
  const rows = targets.flatMap(({ min, max }, target): Row[] => {
    const terms = termsOf(types, target);
    const lowered = types.length + 2 * target;
    return [
      { lower: min, terms: [...terms, [lowered, 1]] },
      { upper: max, terms: [...terms, [lowered + 1, -1]] },
    ];
  });
  rows.push({ lower: seats, upper: seats, terms: types.map((_, type) => [type, 1]) });
  return { columns: [...types.map(({ size }) => ({ lower: 0, upper: size })), ...slack], rows };
}

/** The changes as English sentences, one a change. */
export function describeRelaxation(relaxation: readonly Change[]): string[] {
  return relaxation.map(({ category, value, bound, from, to }) => {
    const verb = bound === 'min' ? 'Lower the minimum' : 'Raise the maximum';
    return `${verb} of ${category} = ${value} from ${String(from)} to ${String(to)}.`;
  });
}
