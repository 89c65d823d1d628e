/** HiGHS behind the seam of `solver.ts`: the only file that knows its interface. */
import type { Highs, Model, ModelData, SparseMatrix } from 'highs';
import type { OpenOptions, OpenProgramme, Programme, Terms } from './solver.ts';

/** Feasibility and optimality are held to this, per row and column, in the programme's own units. */
const TOLERANCE = 1e-9;

export function openHighs(highs: Highs, programme: Programme, options: OpenOptions): OpenProgramme {
  const model = highs.createModel(modelOf(highs, programme, options));
  const sides = programme.rows.map(({ lower = -Infinity, upper = Infinity }) => ({ lower, upper }));
  let columns = programme.columns.length;
  model.options.set({
    output_flag: false,
    // A relative gap would let HiGHS stop at a panel that is only nearly the best.
    mip_rel_gap: 0,
    mip_abs_gap: options.whole ? TOLERANCE : 0,
    // Panels are found easily; the time goes into proofs, to which these jumps add nothing.
    mip_heuristic_run_feasibility_jump: false,
    primal_feasibility_tolerance: TOLERANCE,
    dual_feasibility_tolerance: TOLERANCE,
  });
  return {
    addColumns(added) {
      model.addCols({
        cost: Float64Array.from(added, ({ cost }) => cost ?? 0),
        lower: Float64Array.from(added, ({ lower }) => lower),
        upper: Float64Array.from(added, ({ upper }) => upper),
        matrix: {
          format: 'csc',
          numRows: sides.length,
          numCols: added.length,
          ...sparse(added.map(({ terms }) => terms)),
        },
      });
      columns += added.length;
    },
    addRow({ lower = -highs.infinity, upper = highs.infinity, terms }) {
      const { indices, values } = sparse([terms]);
      model.addRow(lower, upper, { indices, values });
      sides.push({ lower, upper });
    },
    setCosts: (costs) =>
      void model.changeColsCost({ kind: 'range', from: 0, to: columns - 1 }, Float64Array.from(costs)),
    setBounds: (column, lower, upper) => void model.changeColBounds(column, lower, upper),
    setSides(row, lower, upper) {
      model.changeRowBounds(row, lower, upper);
      sides[row] = { lower, upper };
    },
    setCoefficient: (row, column, coefficient) => void model.changeCoefficient(row, column, coefficient),
    solve() {
      // HiGHS calls a model without columns "empty", whether or not its rows hold.
      if (columns === 0) {
        const holds = sides.every(({ lower, upper }) => lower <= 0 && upper >= 0);
        const none = new Float64Array();
        return holds
          ? { values: none, objective: 0, reducedCosts: none, prices: new Float64Array(sides.length) }
          : null;
      }
      if (!run(highs, model)) return null;
      const { colValue, colDual, rowDual } = model.getSolution();
      return { values: colValue, objective: model.getObjectiveValue(), reducedCosts: colDual, prices: rowDual };
    },
    close: () => model.dispose(),
  };
}

/** Whether an optimum was found; otherwise no values satisfy the rows. */
function run(highs: Highs, model: Model): boolean {
  const { optimal, infeasible, unboundedOrInfeasible } = highs.constants.modelStatus;
  for (const attempt of ['warm', 'cold'] as const) {
    // Simplex started from an older basis now and then gives up on a programme that it solves from scratch.
    if (attempt === 'cold') model.clearSolver();
    const { modelStatus } = model.run();
    if (modelStatus === optimal) return true;
    // Every column is bounded where it matters, so "unbounded or infeasible" can only be infeasible.
    if (modelStatus === infeasible || modelStatus === unboundedOrInfeasible) return false;
    if (attempt === 'cold') throw new Error(`HiGHS stopped without an answer (model status ${String(modelStatus)})`);
  }
  return false;
}

function modelOf(
  highs: Highs,
  { columns, rows }: Programme,
  { whole = false, maximise = false }: OpenOptions,
): ModelData {
  const { integer } = highs.constants.variableType;
  const { objectiveSense } = highs.constants;
  return {
    numCols: columns.length,
    numRows: rows.length,
    sense: maximise ? objectiveSense.maximize : objectiveSense.minimize,
    colCost: columns.map(({ cost }) => cost ?? 0),
    colLower: columns.map(({ lower }) => lower),
    colUpper: columns.map(({ upper }) => upper),
    ...(whole ? { integrality: columns.map(() => integer) } : {}),
    rowLower: rows.map(({ lower }) => lower ?? -highs.infinity),
    rowUpper: rows.map(({ upper }) => upper ?? highs.infinity),
    matrix: {
      format: 'csr',
      numRows: rows.length,
      numCols: columns.length,
      ...sparse(rows.map(({ terms }) => terms)),
    },
  };
}

function sparse(lines: readonly Terms[]): Pick<SparseMatrix, 'starts' | 'indices' | 'values'> {
  const starts = [0];
  const indices: number[] = [];
  const values: number[] = [];
  for (const terms of lines) {
    for (const [place, coefficient] of terms) {
      indices.push(place);
      values.push(coefficient);
    }
    starts.push(indices.length);
  }
  return { starts: Int32Array.from(starts), indices: Int32Array.from(indices), values: Float64Array.from(values) };
}
