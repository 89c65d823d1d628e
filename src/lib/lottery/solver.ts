import type { Highs, ModelData } from 'highs';

/** A whole-number linear programme: minimise the cost over columns within their bounds while every row holds. */
export interface Programme {
  readonly columns: readonly { readonly lower: number; readonly upper: number; readonly cost?: number }[];
  readonly rows: readonly Row[];
}

/** `lower ≤ Σ coefficient × column ≤ upper`; a side that is absent does not bind. */
export interface Row {
  readonly lower?: number;
  readonly upper?: number;
  readonly terms: readonly (readonly [column: number, coefficient: number])[];
}

export interface Solver {
  /** The best whole values, one a column, or null when no values satisfy every row. Blocks until it knows. */
  solve(programme: Programme): number[] | null;
}

/**
 * Loads HiGHS (WebAssembly). Call it once and pass the solver on.
 * @param wasmUrl where a bundled page finds `highs.wasm` (`import url from 'highs/runtime?url'`); Node needs none.
 */
export async function loadSolver(wasmUrl?: string): Promise<Solver> {
  const { default: loadHighs } = await import('highs');
  const highs = await loadHighs(wasmUrl === undefined ? {} : { locateFile: () => wasmUrl });
  return { solve: (programme) => solveWith(highs, programme) };
}

function solveWith(highs: Highs, programme: Programme): number[] | null {
  // HiGHS reports a model without columns as "empty", whether or not its rows hold.
  if (programme.columns.length === 0) {
    return programme.rows.every((row) => (row.lower ?? 0) <= 0 && (row.upper ?? 0) >= 0) ? [] : null;
  }
  const { optimal, infeasible, unboundedOrInfeasible } = highs.constants.modelStatus;
  return highs.withModel(modelOf(highs, programme), (model) => {
    // A relative gap would let HiGHS stop at a panel or a relaxation that is only nearly the best.
    model.options.set({ output_flag: false, mip_rel_gap: 0, mip_abs_gap: 0 });
    const { modelStatus } = model.run();
    if (modelStatus === optimal) return Array.from(model.getSolution().colValue, Math.round);
    // Every column is bounded, so "unbounded or infeasible" can only be infeasible.
    if (modelStatus === infeasible || modelStatus === unboundedOrInfeasible) return null;
    throw new Error(`HiGHS stopped without an answer (model status ${String(modelStatus)})`);
  });
}

function modelOf(highs: Highs, { columns, rows }: Programme): ModelData {
  const starts = [0];
  for (const row of rows) starts.push(starts.at(-1)! + row.terms.length);
  return {
    numCols: columns.length,
    numRows: rows.length,
    colCost: columns.map((column) => column.cost ?? 0),
    colLower: columns.map((column) => column.lower),
    colUpper: columns.map((column) => column.upper),
    integrality: columns.map(() => highs.constants.variableType.integer),
    rowLower: rows.map((row) => row.lower ?? -highs.infinity),
    rowUpper: rows.map((row) => row.upper ?? highs.infinity),
    matrix: {
      format: 'csr',
      numRows: rows.length,
      numCols: columns.length,
      starts,
      indices: rows.flatMap((row) => row.terms.map(([column]) => column)),
      values: rows.flatMap((row) => row.terms.map(([, coefficient]) => coefficient)),
    },
  };
}
