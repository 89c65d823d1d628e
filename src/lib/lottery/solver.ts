import { openHighs } from './highs.ts';

/** A linear programme over columns within their bounds while every row holds. */
export interface Programme {
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
}

export interface Column {
  readonly lower: number;
  readonly upper: number;
  /** 0 when absent. */
  readonly cost?: number;
}

/** `lower ≤ Σ coefficient × column ≤ upper`; a side that is absent does not bind. */
export interface Row {
  readonly lower?: number;
  readonly upper?: number;
  readonly terms: Terms;
}

/** In a row: the columns with their coefficients. In a new column: the rows with theirs. */
export type Terms = readonly (readonly [place: number, coefficient: number])[];

export interface Solution {
  /** One a column. */
  readonly values: Float64Array;
  readonly objective: number;
  /** One a column: by how much the objective changes per unit of the column's bound. Zeros for whole programmes. */
  readonly reducedCosts: Float64Array;
  /** One a row: by how much the objective changes per unit of the row's side. Zeros for whole programmes. */
  readonly prices: Float64Array;
}

/** A programme that is solved again and again with small changes. Its memory is given back by `close` only. */
export interface OpenProgramme {
  addColumns(columns: readonly (Column & { readonly terms: Terms })[]): void;
  addRow(row: Row): void;
  setCosts(costs: ArrayLike<number>): void;
  setBounds(column: number, lower: number, upper: number): void;
  setSides(row: number, lower: number, upper: number): void;
  setCoefficient(row: number, column: number, coefficient: number): void;
  /** Null when no values satisfy every row. Blocks until it knows. */
  solve(): Solution | null;
  close(): void;
}

export interface OpenOptions {
  /** Whether the columns take whole values only. */
  readonly whole?: boolean;
  /** Whether the cost is to be as large as possible instead of as small. */
  readonly maximise?: boolean;
}

export interface Solver {
  /** The cheapest whole values, one a column, or null when no values satisfy every row. Blocks until it knows. */
  solve(programme: Programme): number[] | null;
  open(programme: Programme, options?: OpenOptions): OpenProgramme;
}

/** All that a yes-or-no question about panels needs of a solver. */
export type WholeSolver = Pick<Solver, 'solve'>;

/**
 * Loads HiGHS (WebAssembly). Call it once and pass the solver on. Its memory grows and never shrinks: whoever solves much
 * does it in a worker that is thrown away.
 * @param wasmUrl where a bundled page finds `highs.wasm` (`import url from 'highs/runtime?url'`); Node needs none.
 */
export async function loadSolver(wasmUrl?: string): Promise<Solver> {
  const { default: loadHighs } = await import('highs');
  const highs = await loadHighs(wasmUrl === undefined ? {} : { locateFile: () => wasmUrl });
  return {
    open: (programme, options = {}) => openHighs(highs, programme, options),
    solve(programme) {
      const open = openHighs(highs, programme, { whole: true });
      try {
        const solution = open.solve();
        return solution && Array.from(solution.values, Math.round);
      } finally {
        open.close();
      }
    },
  };
}
