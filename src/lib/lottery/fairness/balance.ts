/** Brings people's counts on a list of panels into their band by exchanging people on panels. */
import { countRows } from '../panel-space.ts';
import type { PanelSpace } from '../panel-space.ts';
import type { Within } from './panel-search.ts';

/** On how many panels of the list the people of each type stand together, at least and at most: each person's share rounded. */
export interface Band {
  readonly lower: Float64Array;
  readonly upper: Float64Array;
}

/** On one panel, one person of a type makes room for one of another. */
interface Step {
  readonly leaves: number;
  readonly joins: number;
  readonly panel: number;
}

/**
 * Whoever stands on too many panels hands a place on, and whoever stands on too few takes one over: directly where some panel
 * allows it, else along the shortest chain of types of which each hands a place to the next (augmenting paths, by breadth
 * first search). Every panel stays a panel. Changes the panels, each an array of its own, and the counts in place.
 * @param any what every panel keeps to
 * @param reach from how many types a chain is looked for at most, before it is given up
 */
export function balance(
  space: PanelSpace,
  panels: Int32Array[],
  counts: Float64Array,
  band: Band,
  any: Within,
  reach: number,
): void {
  const exchanges = new Exchanges(space, panels, counts, any, reach);
  counts.forEach((_, type) => {
    while (counts[type]! > band.upper[type]! && exchanges.give(type, (other) => counts[other]! < band.upper[other]!));
    while (counts[type]! < band.lower[type]! && exchanges.take(type, (other) => counts[other]! > band.lower[other]!));
  });
}

class Exchanges {
  readonly #space: PanelSpace;
  readonly #panels: Int32Array[];
  readonly #counts: Float64Array;
  readonly #any: Within;
  readonly #reach: number;
  /** What each panel counts in each row. */
  readonly #rows: Float64Array[];
  /** The types that sit on each panel. */
  readonly #seated: number[][];

  constructor(space: PanelSpace, panels: Int32Array[], counts: Float64Array, any: Within, reach: number) {
    this.#space = space;
    this.#panels = panels;
    this.#counts = counts;
    this.#any = any;
    this.#reach = reach;
    this.#rows = panels.map((panel) => countRows(space, panel));
    this.#seated = panels.map(seatedTypes);
  }

  /** Takes one place from a type, which ends with a type that may have one more. */
  give(type: number, mayHaveMore: (type: number) => boolean): boolean {
    return this.#chain(type, mayHaveMore, (from, panel, isNew, visit) => {
      if (this.#panels[panel]![from]! <= this.#any.least[from]!) return;
      for (let to = 0; to < this.#any.most.length; to += 1) {
        if (isNew(to) && this.#allows(panel, from, to)) visit(to, { leaves: from, joins: to, panel });
      }
    });
  }

  /** Gives a type one place more, which ends with a type that may have one less. */
  take(type: number, mayHaveLess: (type: number) => boolean): boolean {
    return this.#chain(type, mayHaveLess, (to, panel, isNew, visit) => {
      if (this.#panels[panel]![to]! >= this.#any.most[to]!) return;
      for (const from of this.#seated[panel]!) {
        const spare = this.#panels[panel]![from]! > this.#any.least[from]!;
        if (spare && isNew(from) && this.#allows(panel, from, to)) visit(from, { leaves: from, joins: to, panel });
      }
    });
  }

  /** Breadth first from a type to the nearest that is a goal, and the exchanges on the way made. */
  #chain(
    start: number,
    isGoal: (type: number) => boolean,
    expand: (
      type: number,
      panel: number,
      isNew: (next: number) => boolean,
      visit: (next: number, step: Step) => void,
    ) => void,
  ): boolean {
    const cameBy = new Map<number, Step | null>([[start, null]]);
    const queue = [start];
    for (let next = 0; next < Math.min(queue.length, this.#reach); next += 1) {
      let goal = -1;
      for (let panel = 0; panel < this.#panels.length && goal < 0; panel += 1) {
        const isNew = (type: number): boolean => goal < 0 && !cameBy.has(type);
        expand(queue[next]!, panel, isNew, (type, step) => {
          cameBy.set(type, step);
          queue.push(type);
          if (isGoal(type)) goal = type;
        });
      }
      if (goal >= 0) return this.#make(this.#wayTo(goal, start, cameBy));
    }
    return false;
  }

  #wayTo(goal: number, start: number, cameBy: ReadonlyMap<number, Step | null>): Step[] {
    const steps: Step[] = [];
    for (let type = goal; type !== start;) {
      const step = cameBy.get(type)!;
      steps.push(step);
      type = step.leaves === type ? step.joins : step.leaves;
    }
    return steps;
  }

  /** Makes the exchanges, or none of them where two on the same panel do not go together. */
  #make(steps: readonly Step[]): boolean {
    for (const [index, step] of steps.entries()) {
      if (!this.#allows(step.panel, step.leaves, step.joins) || this.#panels[step.panel]![step.leaves] === 0) {
        for (const { leaves, joins, panel } of steps.slice(0, index)) this.#exchange(panel, joins, leaves);
        return false;
      }
      this.#exchange(step.panel, step.leaves, step.joins);
    }
    return true;
  }

  #allows(panel: number, leaves: number, joins: number): boolean {
    if (leaves === joins || this.#panels[panel]![joins]! >= this.#any.most[joins]!) return false;
    const rows = this.#rows[panel]!;
    const { rowsOf, lower, upper } = this.#space;
    const [losing, winning] = [rowsOf[leaves]!, rowsOf[joins]!];
    for (const row of winning) if (rows[row]! >= upper[row]! && !losing.includes(row)) return false;
    for (const row of losing) if (rows[row]! <= lower[row]! && !winning.includes(row)) return false;
    return true;
  }

  #exchange(panel: number, leaves: number, joins: number): void {
    this.#panels[panel]![leaves]! -= 1;
    this.#panels[panel]![joins]! += 1;
    this.#counts[leaves]! -= 1;
    this.#counts[joins]! += 1;
    this.#seated[panel] = seatedTypes(this.#panels[panel]!);
    for (const row of this.#space.rowsOf[leaves]!) this.#rows[panel]![row]! -= 1;
    for (const row of this.#space.rowsOf[joins]!) this.#rows[panel]![row]! += 1;
  }
}

function seatedTypes(panel: Int32Array): number[] {
  const types: number[] = [];
  panel.forEach((people, type) => {
    if (people > 0) types.push(type);
  });
  return types;
}
