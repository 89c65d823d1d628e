/** The panel of the greatest weight, exactly: what proves that no better one is left. */
import { isPanel, panelProgramme } from '../panel-space.ts';
import type { PanelSpace } from '../panel-space.ts';
import type { OpenProgramme, Solver } from '../solver.ts';

/** One whole-number programme, kept for many weights. Close it. */
export class HeaviestPanel {
  readonly #space: PanelSpace;
  readonly #programme: OpenProgramme;

  constructor(space: PanelSpace, solver: Solver) {
    this.#space = space;
    this.#programme = solver.open(panelProgramme(space), { whole: true, maximise: true });
  }

  /** The heaviest panel, or null when there is no panel at all. */
  find(weights: ArrayLike<number>): Int32Array | null {
    this.#programme.setCosts(weights);
    const solution = this.#programme.solve();
    if (solution === null) return null;
    const panel = Int32Array.from(solution.values, Math.round);
    if (!isPanel(this.#space, panel)) throw new Error('The solver gave a panel that misses its targets');
    return panel;
  }

  close(): void {
    this.#programme.close();
  }
}

export const weightOf = (panel: Int32Array, weights: ArrayLike<number>): number =>
  panel.reduce((sum, people, type) => sum + people * weights[type]!, 0);
