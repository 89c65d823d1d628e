/** Where the time of a lottery goes, seen from outside: by the programmes that it opens and the progress that it tells. */
import type { Progress } from '../../../src/lib/lottery/index.ts';
import type { OpenProgramme, Solver } from '../../../src/lib/lottery/solver.ts';

/**
 * `feasibility`: whether there is a panel. `bounds`: the best point of the outer side. `peel`: panels taken off it. `master`, `exact` and
 * `search`: where peeling is not enough, the mix of the panels found, the heaviest panel by proof and by search. `people`: from types
 * to people, and why some can sit on no panel.
 */
export const STAGES = ['feasibility', 'bounds', 'peel', 'master', 'exact', 'search', 'people'] as const;
export type Stage = (typeof STAGES)[number];

/** Hands a solver on and keeps the clock. */
export class Stages {
  readonly #milliseconds = new Map<Stage, number>();
  /** Up to when the time has been told apart, and what it has been since. */
  #since = performance.now();
  #now: Stage = 'feasibility';

  readonly onProgress = ({ stage, shortfall = Infinity }: Progress): void => {
    if (stage === 'bounds') this.#turn('bounds');
    if (stage === 'panels') this.#turn(shortfall < 1e-6 ? 'people' : 'bounds');
  };

  watch(solver: Solver): Solver {
    return {
      solve: (programme) => solver.solve(programme),
      open: (programme, options = {}) => {
        const open = solver.open(programme, options);
        if (this.#now === 'feasibility' || this.#now === 'people') return open;
        if (!options.whole && options.maximise) return this.#bounded(open);
        return this.#mixed(open, options.whole ? 'exact' : 'master');
      },
    };
  }

  /** Seconds by stage, until now. */
  seconds(): Record<Stage, number> {
    this.#turn(this.#now);
    return Object.fromEntries(STAGES.map((stage) => [stage, (this.#milliseconds.get(stage) ?? 0) / 1000])) as Record<
      Stage,
      number
    >;
  }

  #turn(next: Stage): void {
    const now = performance.now();
    this.#milliseconds.set(this.#now, (this.#milliseconds.get(this.#now) ?? 0) + now - this.#since);
    this.#since = now;
    this.#now = next;
  }

  /** When a programme of the outer side closes, its best point is known and the peeling begins. */
  #bounded(open: OpenProgramme): OpenProgramme {
    this.#turn('bounds');
    const close = (): void => {
      open.close();
      this.#turn('peel');
    };
    return { ...open, close };
  }

  /** The first programme of a mix ends the peeling; its own time is told apart from the search that goes on between. */
  #mixed(open: OpenProgramme, stage: Stage): OpenProgramme {
    this.#turn('search');
    const solve = (): ReturnType<OpenProgramme['solve']> => {
      this.#turn(stage);
      const solution = open.solve();
      this.#turn('search');
      return solution;
    };
    return { ...open, solve };
  }
}
