/** What the objectives measure, over those who can be selected. */
import type { PanelSpace } from '../panel-space.ts';

/** The smallest chance. */
export const leastOf = (chances: Float64Array, selectable: readonly boolean[]): number =>
  chances.reduce((least, chance, type) => (selectable[type] ? Math.min(least, chance) : least), 1);

/** The geometric mean of the chances. */
export function meanOf({ sizes }: PanelSpace, chances: Float64Array, selectable: readonly boolean[]): number {
  let logs = 0;
  let people = 0;
  sizes.forEach((size, type) => {
    if (!selectable[type]) return;
    logs += size * Math.log(chances[type]!);
    people += size;
  });
  return Math.exp(logs / people);
}

/** Largest chance ÷ equal chance + equal chance ÷ smallest chance: 2 when all are equal, more the further apart they are. */
export function goldilocksOf(
  { sizes, seats }: PanelSpace,
  chances: Float64Array,
  selectable: readonly boolean[],
): number {
  const people = sizes.reduce((sum, size, type) => sum + (selectable[type] ? size : 0), 0);
  const most = chances.reduce((largest, chance, type) => (selectable[type] ? Math.max(largest, chance) : largest), 0);
  return (most * people) / seats + seats / people / leastOf(chances, selectable);
}
