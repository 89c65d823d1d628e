/** Maximises the product of all chances. */
import type { Row } from '../solver.ts';
import { solveSymmetric } from './cholesky.ts';
import type { Averages } from './lottery-by-type.ts';
import { chanceRows } from './outer.ts';
import type { Outer } from './outer.ts';

const STEPS = 200;
/** How near complementary pairs come to zero, and rows to their values. */
const PRECISION = 1e-11;

/**
 * The averages of the outer side with the largest product of chances (Flanigan et al., 2021, "Nash"): a primal-dual
 * interior-point method. Rows are variables of their own between their bounds, so that a Newton step is one symmetric system
 * with an unknown per row, however many types there are. Neither logarithms nor powers are needed, only their derivatives,
 * so that every machine comes to the same numbers.
 */
export function nash(outer: Outer): Averages {
  const { sizes, seats } = outer.space;
  const types = sizes.flatMap((_, type) => (outer.selectable[type] ? [type] : []));
  const people = types.reduce((sum, type) => sum + sizes[type]!, 0);
  const chances = new InteriorPoint(
    types.map((type) => sizes[type]!),
    chanceRows(outer).map((row) => ({ ...row, terms: row.terms.filter(([type]) => outer.selectable[type]) })),
    new Map(types.map((type, place) => [type, place])),
    seats / people,
  ).maximum();
  const averages = new Float64Array(sizes.length);
  types.forEach((type, place) => (averages[type] = sizes[type]! * chances[place]!));
  return averages;
}

/** A variable between bounds, with the multipliers of both; a bound may be infinite, and equal bounds fix it. */
interface Bounded {
  readonly lower: number;
  readonly upper: number;
  value: number;
  belowPrice: number;
  abovePrice: number;
}

class InteriorPoint {
  readonly #sizes: readonly number[];
  /** For each type: the rows with its coefficients. */
  readonly #columns: (readonly [row: number, coefficient: number])[][];
  readonly #chances: Bounded[];
  readonly #rows: Bounded[];
  readonly #prices: Float64Array;

  constructor(sizes: readonly number[], rows: readonly Row[], placeOf: ReadonlyMap<number, number>, equal: number) {
    this.#sizes = sizes;
    const columns: [number, number][][] = sizes.map(() => []);
    rows.forEach(({ terms }, row) => terms.forEach(([type, value]) => columns[placeOf.get(type)!]!.push([row, value])));
    this.#columns = columns;
    this.#chances = sizes.map(() => inside(-Infinity, 1, Math.min(equal, 0.5)));
    this.#rows = rows.map(({ lower = -Infinity, upper = Infinity }) => inside(lower, upper, upper));
    this.#prices = new Float64Array(rows.length);
  }

  maximum(): number[] {
    for (let step = 0; step < STEPS; step += 1) {
      const { gap, missed } = this.#distance();
      if (gap < PRECISION && missed < PRECISION) break;
      this.#newton(gap * (missed > 1e-3 ? 0.3 : 0.1));
    }
    return this.#chances.map(({ value }) => value);
  }

  /** The mean complementary product, and by how much a row differs from its value at most. */
  #distance(): { gap: number; missed: number } {
    let products = 0;
    let pairs = 0;
    for (const variable of [...this.#chances, ...this.#rows]) {
      for (const product of [below(variable), above(variable)]) {
        if (product === null) continue;
        products += product;
        pairs += 1;
      }
    }
    return { gap: pairs === 0 ? 0 : products / pairs, missed: Math.max(...this.#misses().map(Math.abs)) };
  }

  /** What each row counts less its value. */
  #misses(): Float64Array {
    const misses = Float64Array.from(this.#rows, ({ value }) => -value);
    this.#columns.forEach((column, type) => {
      for (const [row, coefficient] of column) misses[row]! += coefficient * this.#chances[type]!.value;
    });
    return misses;
  }

  /** One step towards complementary products of `aim`. */
  #newton(aim: number): void {
    const count = this.#rows.length;
    const matrix = new Float64Array(count * count);
    const right = this.#misses();
    const chances = this.#chances.map((chance, type) => {
      const size = this.#sizes[type]!;
      const push = centring(chance, aim);
      const slope = -size / chance.value - push.force + this.#priced(type);
      const bend = size / chance.value ** 2 + push.stiffness;
      const column = this.#columns[type]!;
      for (const [row, coefficient] of column) {
        right[row]! -= (coefficient * slope) / bend;
        for (const [other, otherCoefficient] of column)
          matrix[row * count + other]! += (coefficient * otherCoefficient) / bend;
      }
      return { slope, bend };
    });
    const rows = this.#rows.map((bounded, row) => {
      const fixed = bounded.lower === bounded.upper;
      const push = centring(bounded, aim);
      const slope = -this.#prices[row]! - push.force;
      if (!fixed) {
        right[row]! += slope / push.stiffness;
        matrix[row * count + row]! += 1 / push.stiffness;
      }
      return { slope, bend: fixed ? Infinity : push.stiffness };
    });
    const change = solveSymmetric(matrix, right);
    const moves = [
      ...chances.map(({ slope, bend }, type) => {
        let priced = 0;
        for (const [row, coefficient] of this.#columns[type]!) priced += coefficient * change[row]!;
        return new Move(this.#chances[type]!, -(slope + priced) / bend, aim, true);
      }),
      ...rows.map(({ slope, bend }, row) => new Move(this.#rows[row]!, (change[row]! - slope) / bend, aim, false)),
    ];
    const length = moves.reduce((longest, move) => Math.min(longest, move.longest()), 1);
    for (const move of moves) move.make(length);
    change.forEach((step, row) => (this.#prices[row]! += length * step));
  }

  #priced(type: number): number {
    let priced = 0;
    for (const [row, coefficient] of this.#columns[type]!) priced += coefficient * this.#prices[row]!;
    return priced;
  }
}

/** A variable well inside its bounds, or at the value that they fix. */
function inside(lower: number, upper: number, otherwise: number): Bounded {
  const value =
    lower === upper
      ? lower
      : Number.isFinite(lower)
        ? Number.isFinite(upper)
          ? (lower + upper) / 2
          : lower + 1
        : Number.isFinite(upper)
          ? Math.min(otherwise, upper - 1e-3)
          : otherwise;
  return { lower, upper, value, belowPrice: 1, abovePrice: 1 };
}

const hasLower = ({ lower, upper }: Bounded): boolean => Number.isFinite(lower) && lower < upper;
const hasUpper = ({ lower, upper }: Bounded): boolean => Number.isFinite(upper) && lower < upper;
const below = (variable: Bounded): number | null =>
  hasLower(variable) ? (variable.value - variable.lower) * variable.belowPrice : null;
const above = (variable: Bounded): number | null =>
  hasUpper(variable) ? (variable.upper - variable.value) * variable.abovePrice : null;

/** How the bounds push a variable inwards when their complementary products are to be `aim`. */
function centring(variable: Bounded, aim: number): { force: number; stiffness: number } {
  let force = 0;
  let stiffness = 0;
  if (hasLower(variable)) {
    force += aim / (variable.value - variable.lower);
    stiffness += variable.belowPrice / (variable.value - variable.lower);
  }
  if (hasUpper(variable)) {
    force -= aim / (variable.upper - variable.value);
    stiffness += variable.abovePrice / (variable.upper - variable.value);
  }
  return { force, stiffness };
}

/** The change of one variable and of its multipliers, along which to go as far as everything stays positive. */
class Move {
  readonly #variable: Bounded;
  readonly #step: number;
  readonly #below: number;
  readonly #above: number;
  readonly #positive: boolean;

  constructor(variable: Bounded, step: number, aim: number, positive: boolean) {
    const { value, lower, upper, belowPrice, abovePrice } = variable;
    this.#variable = variable;
    this.#step = lower === upper ? 0 : step;
    this.#positive = positive;
    this.#below = hasLower(variable) ? (aim - belowPrice * this.#step) / (value - lower) - belowPrice : 0;
    this.#above = hasUpper(variable) ? (aim + abovePrice * this.#step) / (upper - value) - abovePrice : 0;
  }

  longest(): number {
    const { value, lower, upper, belowPrice, abovePrice } = this.#variable;
    const room = (size: number, change: number): number => (change < 0 ? (-0.995 * size) / change : 1);
    return Math.min(
      this.#positive ? room(value, this.#step) : 1,
      hasLower(this.#variable) ? Math.min(room(value - lower, this.#step), room(belowPrice, this.#below)) : 1,
      hasUpper(this.#variable) ? Math.min(room(upper - value, -this.#step), room(abovePrice, this.#above)) : 1,
    );
  }

  make(length: number): void {
    this.#variable.value += length * this.#step;
    this.#variable.belowPrice += length * this.#below;
    this.#variable.abovePrice += length * this.#above;
  }
}
