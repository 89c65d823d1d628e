/** Keeps the smallest and the largest chance near equality. */
import type { Solver } from '../solver.ts';
import { leximin } from './leximin.ts';
import { NEGLIGIBLE } from './lottery-by-type.ts';
import type { Averages } from './lottery-by-type.ts';
import { chanceRows } from './outer.ts';
import type { Outer } from './outer.ts';

/**
 * Averages of the outer side that minimise `largest ÷ equal + equal ÷ smallest`, where `equal` is the chance that everybody
 * selectable would have in a plain lottery (Baharav and Flanigan, "Fair, Manipulation-Robust, and Transparent Sortition",
 * 2024, with γ = 1). A large chance is what lying about oneself can gain, a small one what it can take.
 *
 * `1 ÷ smallest` is convex, so it is met from below by tangents, one more after each solution, until they agree. Many averages
 * have the best smallest and largest chance; the leximin ones among them are the fairest, and lie where panels are easily found.
 */
export function goldilocks(outer: Outer, solver: Solver): Averages {
  const { sizes, seats } = outer.space;
  const people = sizes.reduce((sum, size, type) => sum + (outer.selectable[type] ? size : 0), 0);
  const equal = seats / people;
  const [smallest, largest, inverse] = [sizes.length, sizes.length + 1, sizes.length + 2];
  const chances = outer.selectable.map((selectable) => ({ lower: 0, upper: selectable ? 1 : 0 }));
  const programme = solver.open({
    columns: [
      ...chances,
      { lower: 0, upper: 1 },
      { lower: 0, upper: 1, cost: 1 / equal },
      { lower: 0, upper: Infinity, cost: equal },
    ],
    rows: [
      ...chanceRows(outer),
      ...sizes.flatMap((_, type) =>
        outer.selectable[type]
          ? ([
              { lower: 0, terms: [[type, 1], [smallest, -1]] }, // prettier-ignore
              { lower: 0, terms: [[largest, 1], [type, -1]] }, // prettier-ignore
            ] as const)
          : [],
      ),
    ],
  });
  try {
    for (let touch = equal; ;) {
      // The tangent of 1 ÷ x at x = touch: inverse ≥ 2 ÷ touch − x ÷ touch².
      programme.addRow({ lower: 2 / touch, terms: [[inverse, 1], [smallest, 1 / (touch * touch)]] }); // prettier-ignore
      const solution = programme.solve();
      if (solution === null) throw new Error('The targets admit no averages although they admit a panel');
      const least = solution.values[smallest]!;
      if (least > 0 && equal / least <= equal * solution.values[inverse]! + NEGLIGIBLE) {
        return leximin(outer, solver, Math.min(1, solution.values[largest]! + NEGLIGIBLE));
      }
      touch = Math.max(least, touch / 4);
    }
  } finally {
    programme.close();
  }
}
