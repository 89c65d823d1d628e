/** Lotteries over every panel there is, written out: slow and plain, to hold the library's answers against. */
import type { Person, Solver, Targets } from '../../src/lib/lottery/index.ts';
import { meetsEvery } from './instances.ts';

/** Every panel of this many people that meets the targets, at most one of a household, as places in the pool. */
export function allPanels(pool: readonly Person[], targets: Targets, seats: number): number[][] {
  const found: number[][] = [];
  const fill = (panel: number[], next: number): void => {
    if (panel.length === seats) {
      const people = panel.map((place) => pool[place]!);
      const homes = people.flatMap(({ household }) => household ?? []);
      if (new Set(homes).size === homes.length && meetsEvery(targets, people)) found.push(panel);
      return;
    }
    for (let place = next; place < pool.length; place += 1) fill([...panel, place], place + 1);
  };
  fill([], 0);
  return found;
}

/**
 * The leximin chances of each person over these panels: a variable a panel, a row a person, stage after stage. Nobody's rise
 * is read off prices here: whether a person can rise above the level is asked of a programme of its own.
 */
export function leximinOver(panels: readonly number[][], people: number, solver: Solver): number[] {
  const fixed = new Map<number, number>();
  const panelsWith = Array.from({ length: people }, (_, person) =>
    panels.flatMap((panel, index) => (panel.includes(person) ? [index] : [])),
  );
  const best = (levelOf: (person: number) => number | null, maximised: number | null) => {
    const level = panels.length;
    const programme = solver.open(
      {
        columns: [
          ...panels.map((_, panel) => ({
            lower: 0,
            upper: 1,
            cost: maximised !== null && panels[panel]!.includes(maximised) ? 1 : 0,
          })),
          { lower: 0, upper: 1, cost: maximised === null ? 1 : 0 },
        ],
        rows: [
          { lower: 1, upper: 1, terms: panels.map((_, panel) => [panel, 1] as const) },
          ...panelsWith.map((own, person) => {
            const terms = own.map((panel): [number, number] => [panel, 1]);
            const atLeast = levelOf(person);
            return atLeast === null ? { lower: 0, terms: [...terms, [level, -1] as const] } : { lower: atLeast, terms };
          }),
        ],
      },
      { maximise: true },
    );
    try {
      return programme.solve()!.objective;
    } finally {
      programme.close();
    }
  };
  // A level is known to the solver's tolerance only; held to its last digit, the next stage may have no solution at all.
  const SLACK = 3e-8;
  while (fixed.size < people) {
    const level = best((person) => (fixed.has(person) ? fixed.get(person)! - SLACK : null), null);
    for (let person = 0; person < people; person += 1) {
      if (fixed.has(person)) continue;
      const most = best((other) => (fixed.get(other) ?? level) - SLACK, person);
      if (most < level + 1e-6) fixed.set(person, level);
    }
  }
  return Array.from({ length: people }, (_, person) => fixed.get(person)!);
}
