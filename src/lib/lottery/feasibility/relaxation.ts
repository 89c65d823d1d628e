import { panelProgramme } from '../panel-space.ts';
import type { PanelSpace } from '../panel-space.ts';
import type { Targets } from '../pool.ts';
import type { Programme, Row, WholeSolver } from '../solver.ts';

/** A suggested change of one bound. */
export interface Change {
  readonly category: string;
  readonly value: string;
  readonly bound: 'min' | 'max';
  readonly from: number;
  readonly to: number;
}

/** Changes that together make a panel exist, none of which can be smaller while the others stay. */
export interface Relaxation {
  /** Raising a maximum by one weighs 1, lowering a minimum by one weighs 1 + 2/min: small groups are given up last. */
  readonly weight: number;
  readonly changes: readonly Change[];
}

/** How many ways out are suggested at most. */
const SUGGESTIONS = 3;

/**
 * The changes of least total weight that make a panel exist, within each target's flex, and the next ways out: each
 * leaves at least one change of every earlier one smaller. Lightest first; empty when nothing suffices.
 * Weights as in the field's libraries (`sortition-algorithms`): they protect small minimums.
 */
export function leastRelaxations(targets: Targets, space: PanelSpace, solver: WholeSolver): Relaxation[] {
  const programme = relaxedProgramme(targets, space);
  const firstSlack = space.sizes.length;
  const found: Relaxation[] = [];
  const exclusions: Row[] = [];
  while (found.length < SUGGESTIONS) {
    const values = solver.solve({ columns: programme.columns, rows: [...programme.rows, ...exclusions] });
    if (values === null) break;
    const used = values.flatMap((value, column) => (column >= firstSlack && value > 0 ? [{ column, value }] : []));
    const exact = used.reduce((sum, { column, value }) => sum + value * programme.columns[column]!.cost!, 0);
    // Thirds and sevenths added in another order would differ in their last digit.
    const weight = Math.round(exact * 1e9) / 1e9;
    found.push({ weight, changes: used.map(({ column, value }) => changeOf(targets, column - firstSlack, value)) });
    const most = used.reduce((sum, { value }) => sum + value, 0) - 1;
    exclusions.push({ upper: most, terms: used.map(({ column }) => [column, 1]) });
  }
  return found;
}

/** The panels' programme with two more columns a target: by how much its minimum is lowered and its maximum raised. */
function relaxedProgramme(targets: Targets, space: PanelSpace): Programme {
  const { columns, rows } = panelProgramme(space);
  const slack = targets.flatMap(({ min, max, minFlex = 0, maxFlex = Math.max(max, space.seats) }) => [
    { lower: 0, upper: min - minFlex, cost: min === 0 ? 0 : 1 + 2 / min },
    { lower: 0, upper: maxFlex - max, cost: 1 },
  ]);
  const relaxed = rows.flatMap((row, index): Row[] => {
    if (index >= targets.length) return [row];
    const lowered = columns.length + 2 * index;
    return [
      { lower: row.lower!, terms: [...row.terms, [lowered, 1]] },
      { upper: row.upper!, terms: [...row.terms, [lowered + 1, -1]] },
    ];
  });
  return { columns: [...columns, ...slack], rows: relaxed };
}

function changeOf(targets: Targets, slack: number, by: number): Change {
  const { category, value, min, max } = targets[Math.floor(slack / 2)]!;
  return slack % 2 === 0
    ? { category, value, bound: 'min', from: min, to: min - by }
    : { category, value, bound: 'max', from: max, to: max + by };
}

/** The changes as English sentences, one a change. */
export function describeRelaxation(changes: readonly Change[]): string[] {
  return changes.map(({ category, value, bound, from, to }) => {
    const verb = bound === 'min' ? 'Lower the minimum' : 'Raise the maximum';
    return `${verb} of ${category} = ${value} from ${String(from)} to ${String(to)}.`;
  });
}
