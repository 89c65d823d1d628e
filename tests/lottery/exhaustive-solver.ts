import type { Programme, WholeSolver } from '../../src/lib/lottery/solver.ts';

/** Tries every combination of whole values: slow and beyond doubt, to hold HiGHS against on tiny programmes. */
export const exhaustiveSolver: WholeSolver = {
  solve(programme) {
    let best: { values: number[]; cost: number } | null = null;
    for (const values of combinations(programme.columns)) {
      if (!satisfies(programme, values)) continue;
      const cost = values.reduce((sum, value, column) => sum + value * (programme.columns[column]!.cost ?? 0), 0);
      if (best === null || cost < best.cost - 1e-9) best = { values, cost };
    }
    return best?.values ?? null;
  },
};

function* combinations(columns: Programme['columns']): Generator<number[]> {
  const [first, ...rest] = columns;
  if (first === undefined) return yield [];
  for (let value = first.lower; value <= first.upper; value += 1) {
    for (const others of combinations(rest)) yield [value, ...others];
  }
}

function satisfies({ rows }: Programme, values: readonly number[]): boolean {
  return rows.every(({ lower = -Infinity, upper = Infinity, terms }) => {
    const activity = terms.reduce((sum, [column, coefficient]) => sum + coefficient * values[column]!, 0);
    return activity >= lower && activity <= upper;
  });
}
