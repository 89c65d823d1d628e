/** Whether the numbers of a result give away how people voted, however secret the papers. */

import type { Counts } from '../charter/decision-rule.ts';

/** `everybody`: all voted alike. `all-but-one`: whoever was alone knows of all the others, and the others guess at one. */
export type Telling = 'everybody' | 'all-but-one';

/** [V57] Of papers by mark; null where they tell nothing about any one voter. */
export function whatNumbersTell(papers: Counts | Readonly<Record<string, number>>): Telling | null {
  const counts: readonly number[] = Object.values(papers);
  const cast = counts.reduce((sum, count) => sum + count, 0);
  const most = Math.max(0, ...counts);
  if (cast === 0) return null;
  if (most === cast) return 'everybody';
  return most === cast - 1 ? 'all-but-one' : null;
}
