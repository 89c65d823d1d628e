/** Which bounds of the outer side always bind, and a point away from all others. */
import type { Row, Solver, Terms } from '../solver.ts';
import { chanceRows } from './outer.ts';
import type { Outer } from './outer.ts';

/** A row between its sides; where the sides are equal, every lottery has it there. */
export interface TightRow {
  readonly lower: number;
  readonly upper: number;
  readonly terms: Terms;
}

export interface RelativeInterior {
  /** The rows of the outer side, those that always bind with equal sides. */
  readonly rows: readonly TightRow[];
  /** Whether everybody of a type sits on every panel. */
  readonly certain: readonly boolean[];
  /** Chances strictly inside everything that does not always bind. */
  readonly inside: Float64Array;
}

/**
 * One linear programme (Freund, Roundy and Todd, 1985): chances scaled up by α ≥ 1 leave as many bounds as can be at least one
 * unit of room each; a bound that is left none binds in every lottery. An interior method needs to know, since it creeps along
 * bounds that cannot be left.
 */
export function relativeInterior(outer: Outer, solver: Solver): RelativeInterior {
  const { sizes } = outer.space;
  const rows = chanceRows(outer).map(({ lower = -Infinity, upper = Infinity, terms }) => ({ lower, upper, terms }));
  const scale = sizes.length;
  const columns = [
    ...outer.selectable.map((selectable) => ({ lower: 0, upper: selectable ? Infinity : 0 })),
    { lower: 1, upper: Infinity },
  ];
  const scaled: Row[] = [];
  /** A new row with room to be gained in the direction of the sign, or none. */
  const add = (terms: Terms, bound: number, sign: 1 | -1 | 0): number => {
    const all: [number, number][] = [...terms.map(([type, value]): [number, number] => [type, value]), [scale, -bound]];
    if (sign !== 0) all.push([columns.push({ lower: 0, upper: 1 }) - 1, sign]);
    scaled.push({ ...(sign === 1 ? {} : { lower: 0 }), ...(sign === -1 ? {} : { upper: 0 }), terms: all });
    return columns.length - 1;
  };
  const roomBelow = rows.map(({ lower, upper, terms }) =>
    lower === upper ? add(terms, lower, 0) : Number.isFinite(lower) ? add(terms, lower, -1) : null,
  );
  const roomAbove = rows.map(({ lower, upper, terms }) =>
    lower !== upper && Number.isFinite(upper) ? add(terms, upper, 1) : null,
  );
  sizes.forEach((_, type) => outer.selectable[type] && add([[type, 1]], 0, -1));
  const roomToOne = sizes.map((_, type) => (outer.selectable[type] ? add([[type, 1]], 1, 1) : null));
  const programme = solver.open(
    { columns: columns.map((column, index) => ({ ...column, cost: index > scale ? 1 : 0 })), rows: scaled },
    { maximise: true },
  );
  try {
    const values = programme.solve()?.values;
    if (values === undefined) throw new Error('The targets admit no averages although they admit a panel');
    const binds = (room: number | null): boolean => room !== null && room > scale && values[room]! < 0.5;
    return {
      rows: rows.map(({ lower, upper, terms }, row) => {
        if (lower === upper) return { lower, upper, terms };
        if (binds(roomBelow[row]!)) return { lower, upper: lower, terms };
        return binds(roomAbove[row]!) ? { lower: upper, upper, terms } : { lower, upper, terms };
      }),
      certain: roomToOne.map(binds),
      inside: Float64Array.from(sizes, (_, type) => values[type]! / values[scale]!),
    };
  } finally {
    programme.close();
  }
}
