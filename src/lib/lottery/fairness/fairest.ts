/** The best lottery of an objective: the outer side from above, panels from below, until they meet. */
import type { PanelSpace } from '../panel-space.ts';
import { HeaviestPanel } from './heaviest-panel.ts';
import { peeled } from './decompose.ts';
import { possibleTypes } from './leximin.ts';
import { normalised } from './lottery-by-type.ts';
import type { Averages, Cut, Part } from './lottery-by-type.ts';
import { mixOf } from './mix.ts';
import type { Means } from './mix.ts';
import type { Outer } from './outer.ts';

/** A lottery over panels of types, and what no lottery exceeds. */
export interface Fairest {
  readonly parts: readonly Part[];
  readonly selectable: readonly boolean[];
  /** The best averages of the outer side: no lottery does better by the objective. */
  readonly ideal: Averages;
  /** By how much the chance of the worst-off person stays below the ideal: 0 up to rounding unless time ran out. */
  readonly shortfall: number;
}

/** Told after each round: how many there were, and how much the worst-off person still lacks. */
export type OnRound = (round: number, shortfall: number) => void;

/**
 * Every lottery's averages lie in the outer side, so the best point there bounds all of them. If panels can be mixed to it,
 * the mix is the best lottery and the point its proof. If not, a cut takes the point away and leaves every lottery
 * (a cutting plane method, as Kelley's of 1960). There must be a panel.
 */
export function fairest(
  space: PanelSpace,
  objective: (outer: Outer) => Averages,
  means: Means,
  onRound: OnRound = () => undefined,
): Fairest {
  let selectable = possibleTypes({ space, selectable: space.sizes.map(() => true), cuts: [] }, means.solver);
  let isProved = false;
  const cuts: Cut[] = [];
  const known: Int32Array[] = [];
  for (let round = 1; ; round += 1) {
    const ideal = objective({ space, selectable, cuts });
    const quick = peeled(space, ideal, known, means);
    if (quick === null && !isProved && !means.isLate()) {
      // No panels near these averages: perhaps they give a chance to people who can sit on none. To find that out first spares
      // the long proof that no mix of panels has the averages.
      const possible = selectable;
      selectable = onSomePanel(space, possible, known, means);
      isProved = true;
      if (selectable.some((isSelectable, type) => isSelectable !== possible[type])) continue;
    }
    const { parts, shortfall, cut } = quick ?? mixOf(space, ideal, known, means);
    onRound(round, shortfall);
    if (cut === null) return { parts: normalised(parts), selectable, ideal, shortfall };
    cuts.push(cut);
  }
}

/** Which of these types sit on a panel, adding panels that show it: the heaviest panel of unseen types, until none is seen. */
function onSomePanel(
  space: PanelSpace,
  possible: readonly boolean[],
  known: Int32Array[],
  { solver }: Means,
): boolean[] {
  const seen = space.sizes.map((_, type) => known.some((panel) => panel[type]! > 0));
  const exact = new HeaviestPanel(space, solver);
  try {
    for (;;) {
      const unseen = seen.map((isSeen, type) => (!isSeen && possible[type] ? 1 : 0));
      const panel = exact.find(unseen);
      if (panel === null) throw new Error('There was a panel, and now there is none');
      if (!panel.some((people, type) => people > 0 && unseen[type])) return seen;
      known.push(panel);
      panel.forEach((people, type) => (seen[type] ||= people > 0));
    }
  } finally {
    exact.close();
  }
}
