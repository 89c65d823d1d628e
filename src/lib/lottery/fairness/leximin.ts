/** Raises the smallest chance as far as it goes, then the next smallest, and so on. */
import type { OpenProgramme, Solver } from '../solver.ts';
import { NEGLIGIBLE } from './lottery-by-type.ts';
import type { Averages } from './lottery-by-type.ts';
import { chanceRows } from './outer.ts';
import type { Outer } from './outer.ts';

/**
 * The leximin averages of the outer side (Flanigan et al., Nature 596, 2021, Supplementary Information, algorithm 1, with
 * types for people and rows for panels). Each stage raises the common smallest chance of all types that are not fixed yet;
 * those whose price shows that nothing could raise them further are fixed there.
 * @param most what no chance may exceed
 */
export function leximin(outer: Outer, solver: Solver, most = 1): Averages {
  const levels = new Levels(outer, solver, most);
  try {
    while (levels.open > 0) levels.raise();
    return levels.averages();
  } finally {
    levels.close();
  }
}

/** Which types averages can have at all; those they cannot have sit on no panel either. */
export function possibleTypes(outer: Outer, solver: Solver): boolean[] {
  const levels = new Levels(outer, solver, 1);
  try {
    let level = 0;
    while (level <= NEGLIGIBLE && levels.open > 0) level = levels.raise();
    return Array.from(levels.averages(), (people) => people > NEGLIGIBLE);
  } finally {
    levels.close();
  }
}

/**
 * Columns: for each type what its chance has above the common level (once fixed: its whole chance), and last the level.
 * So there is a row for each target and none for each type, and the programme stays small however many types there are.
 */
class Levels {
  /** How many types are not fixed yet. */
  open = 0;
  readonly #outer: Outer;
  readonly #programme: OpenProgramme;
  readonly #most: number;
  readonly #levelColumn: number;
  /** In each row: the sum of the coefficients of all types that are not fixed. */
  readonly #levelIn: number[];
  readonly #rowsWith: readonly (readonly [row: number, coefficient: number])[][];
  readonly #isOpen: boolean[];
  /** Types that some solution took beyond the most allowed, in the order of the rows that forbid it. */
  readonly #capped: number[] = [];
  #chances: Float64Array;

  constructor(outer: Outer, solver: Solver, most: number) {
    const { sizes } = outer.space;
    const rows = chanceRows(outer);
    this.#outer = outer;
    this.#most = most;
    this.#levelColumn = sizes.length;
    this.#isOpen = [...outer.selectable];
    this.open = this.#isOpen.filter(Boolean).length;
    this.#chances = new Float64Array(sizes.length);
    const rowsWith: [number, number][][] = sizes.map(() => []);
    rows.forEach(({ terms }, row) => terms.forEach(([type, value]) => rowsWith[type]!.push([row, value])));
    this.#rowsWith = rowsWith;
    this.#levelIn = rows.map(({ terms }) =>
      terms.reduce((sum, [type, value]) => sum + (this.#isOpen[type] ? value : 0), 0),
    );
    const level = { lower: 0, upper: most, cost: 1 };
    this.#programme = solver.open(
      {
        columns: [...this.#isOpen.map((isOpen) => ({ lower: 0, upper: isOpen ? most : 0 })), level],
        rows: rows.map((row, index) => ({ ...row, terms: [...row.terms, [this.#levelColumn, this.#levelIn[index]!]] })),
      },
      { maximise: true },
    );
  }

  /** One stage: the highest common level, and everybody fixed who cannot rise above it. Gives the level. */
  raise(): number {
    const { values, reducedCosts, prices, level } = this.#highest();
    this.#chances = values.slice(0, this.#levelColumn);
    this.#isOpen.forEach((isOpen, type) => {
      if (isOpen) this.#chances[type] = Math.min(this.#most, values[type]! + level);
    });
    const firstCap = this.#levelIn.length;
    const stuck = new Set<number>();
    this.#isOpen.forEach((isOpen, type) => {
      if (isOpen && (level >= this.#most - NEGLIGIBLE || -reducedCosts[type]! > NEGLIGIBLE)) stuck.add(type);
    });
    this.#capped.forEach((type, cap) => {
      if (this.#isOpen[type] && Math.abs(prices[firstCap + cap]!) > NEGLIGIBLE) stuck.add(type);
    });
    if (stuck.size === 0) throw new Error('No chance is at its limit, yet none can be raised');
    for (const type of stuck) this.#fix(type);
    this.#levelIn.forEach((sum, row) => this.#programme.setCoefficient(row, this.#levelColumn, sum));
    return level;
  }

  /** The highest level at which no chance exceeds the most allowed. */
  #highest() {
    for (;;) {
      const solution = this.#programme.solve();
      if (solution === null) throw new Error('The targets admit no averages although they admit a panel');
      const level = solution.values[this.#levelColumn]!;
      const beyond = this.#isOpen.flatMap((isOpen, type) =>
        isOpen && solution.values[type]! + level > this.#most + NEGLIGIBLE && !this.#capped.includes(type)
          ? [type]
          : [],
      );
      if (beyond.length === 0) return { ...solution, level };
      for (const type of beyond) {
        this.#programme.addRow({ upper: this.#most, terms: [[type, 1], [this.#levelColumn, 1]] }); // prettier-ignore
        this.#capped.push(type);
      }
    }
  }

  #fix(type: number): void {
    const chance = this.#chances[type]!;
    this.#programme.setBounds(type, chance, chance);
    for (const [row, coefficient] of this.#rowsWith[type]!) this.#levelIn[row]! -= coefficient;
    const cap = this.#capped.indexOf(type);
    if (cap >= 0) this.#programme.setCoefficient(this.#levelIn.length + cap, this.#levelColumn, 0);
    this.#isOpen[type] = false;
    this.open -= 1;
  }

  averages(): Averages {
    const { sizes } = this.#outer.space;
    return Float64Array.from(sizes, (size, type) => size * this.#chances[type]!);
  }

  close(): void {
    this.#programme.close();
  }
}
