/** Writes averages as a mix of panels by column generation, or proves that no mix of panels has them. */
import type { PanelSpace } from '../panel-space.ts';
import type { OpenProgramme, Solver } from '../solver.ts';
import { HeaviestPanel, weightOf } from './heaviest-panel.ts';
import { NEGLIGIBLE } from './lottery-by-type.ts';
import type { Averages, Cut, Part } from './lottery-by-type.ts';
import { PanelSearch } from './panel-search.ts';
import type { Random, Within } from './panel-search.ts';

/** The nearest mix, by how much the chance of the worst-off person falls short, and a cut where it cannot be nearer. */
export interface Mix {
  readonly parts: readonly Part[];
  readonly shortfall: number;
  /** Null where the averages are met, and where time ran out. */
  readonly cut: Cut | null;
}

/** What a search for a mix works with. */
export interface Means {
  readonly solver: Solver;
  readonly random: Random;
  /** Asked before each round: whether to stop with the best found so far. */
  readonly isLate: () => boolean;
}

/** How many panels are looked for by search at each price, and how often as long as none helps: the exact programme is slow. */
const SEARCHES = 8;
const LOOKS = 4;

/**
 * The master programme mixes the panels found so far so that nobody's chance falls short of the averages by more than the
 * smallest possible `shortfall`; its prices say which panel would help most (Dantzig and Wolfe, 1960). When the heaviest
 * panel at these prices does not help, the mix is the nearest there is, and the prices are a cut.
 * @param panels to begin with; more are added in place
 * @param options.enough the shortfall at which to stop
 * @param options.exactQuestions how often the exact programme may be asked when the search finds nothing; there is a cut only
 *   when it answers that there is nothing to find
 */
export function mixOf(
  space: PanelSpace,
  averages: Averages,
  panels: Int32Array[],
  { solver, random, isLate }: Means,
  { enough = NEGLIGIBLE, exactQuestions = Infinity } = {},
): Mix {
  const master = new Master(space, averages, solver);
  const exact = new HeaviestPanel(space, solver);
  const search = new PanelSearch(space, random);
  try {
    if (panels.length === 0) panels.push(anyPanel(exact, averages));
    master.add(panels);
    for (let asked = 0; ;) {
      const { shares, shortfall, prices, worth } = master.solve();
      const parts = panels.map((panel, index) => ({ weight: shares[index]!, panel }));
      if (shortfall < enough || isLate()) return { parts, shortfall, cut: null };
      const helps = (panel: Int32Array): boolean => weightOf(panel, prices) > worth + NEGLIGIBLE;
      const found: Int32Array[] = [];
      for (let look = 0; look < LOOKS && found.length === 0; look += 1)
        found.push(...heavyPanels(search, space, averages, panels, prices).filter(helps));
      if (found.length === 0) {
        if (asked === exactQuestions) return { parts, shortfall, cut: null };
        asked += 1;
        const heaviest = exact.find(prices);
        if (heaviest === null) throw new Error('There was a panel, and now there is none');
        if (!helps(heaviest)) return { parts, shortfall, cut: { weights: prices, most: weightOf(heaviest, prices) } };
        found.push(heaviest);
      }
      panels.push(...found);
      master.add(found);
    }
  } finally {
    master.close();
    exact.close();
  }
}

function anyPanel(exact: HeaviestPanel, averages: Averages): Int32Array {
  const panel = exact.find(averages);
  if (panel === null) throw new Error('Averages of panels are asked for where there is no panel');
  return panel;
}

/** Panels that are heavy at these prices: climbed to from panels near the averages and from the heaviest known ones. */
function heavyPanels(
  search: PanelSearch,
  space: PanelSpace,
  averages: Averages,
  known: readonly Int32Array[],
  prices: Float64Array,
): Int32Array[] {
  const within: Within = {
    least: new Int32Array(space.sizes.length),
    most: Int32Array.from(space.sizes, (size, type) => (averages[type]! > 0 ? Math.min(size, space.seats) : 0)),
    lower: space.lower,
    upper: space.upper,
  };
  const byWeight = known.map((panel) => ({ panel, weight: weightOf(panel, prices) }));
  byWeight.sort((a, b) => b.weight - a.weight);
  const starts = byWeight.slice(0, SEARCHES / 2).map(({ panel }) => panel);
  while (starts.length < SEARCHES) {
    const near = search.near(averages, within);
    if (near === null) break;
    starts.push(near);
  }
  const found = new Map<string, Int32Array>();
  for (const start of starts) {
    const panel = search.heavier(start, prices, within);
    found.set(panel.join(), panel);
  }
  return [...found.values()];
}

/** Columns: the shortfall, then a share for each panel. Rows: a row for each type that has an average, then "shares sum to one". */
class Master {
  readonly #types: readonly number[];
  readonly #rowOf: Int32Array;
  readonly #programme: OpenProgramme;
  readonly #size: number;

  constructor({ sizes }: PanelSpace, averages: Averages, solver: Solver) {
    this.#size = sizes.length;
    this.#types = sizes.flatMap((_, type) => (averages[type]! > 0 ? [type] : []));
    this.#rowOf = new Int32Array(sizes.length).fill(-1);
    this.#types.forEach((type, row) => (this.#rowOf[type] = row));
    const shortfall = { lower: 0, upper: Infinity, cost: 1 };
    const rows = this.#types.map((type) => ({ lower: averages[type]!, terms: [[0, sizes[type]!]] as const }));
    this.#programme = solver.open({ columns: [shortfall], rows: [...rows, { lower: 1, upper: 1, terms: [] }] });
  }

  add(panels: readonly Int32Array[]): void {
    const one = this.#types.length;
    this.#programme.addColumns(
      panels.map((panel) => {
        const terms: [number, number][] = [[one, 1]];
        for (const [row, type] of this.#types.entries()) if (panel[type]! > 0) terms.push([row, panel[type]!]);
        return { lower: 0, upper: Infinity, terms };
      }),
    );
  }

  /** The best mix so far, the price of each type's average, and what a panel's people must be worth together to help. */
  solve() {
    const solution = this.#programme.solve();
    if (solution === null) throw new Error('Shares of panels always exist');
    const prices = new Float64Array(this.#size);
    const highest = this.#types.reduce((most, _, row) => Math.max(most, solution.prices[row]!), 0);
    this.#types.forEach((type, row) => {
      // Remainders of rounding would become coefficients of cuts; without them a cut holds as before.
      if (solution.prices[row]! > NEGLIGIBLE * highest) prices[type] = solution.prices[row]!;
    });
    return {
      shares: solution.values.subarray(1),
      shortfall: Math.max(0, solution.objective),
      prices,
      worth: -solution.prices[this.#types.length]!,
    };
  }

  close(): void {
    this.#programme.close();
  }
}
