/** The tables at the end of the bench of the lottery. */
import type { Objective } from '../../../src/lib/lottery/index.ts';
import { table } from '../figures.ts';
import { isMeasured } from './child.ts';
import type { Outcome } from './child.ts';
import type { SourceName } from './sources.ts';
import { STAGES } from './stages.ts';

export interface Case {
  readonly source: SourceName;
  readonly objective: Objective;
  readonly outcome: Outcome;
}

const small = (value: number | null): string => (value === null ? '–' : value === 0 ? '0' : value.toExponential(1));
export const chance = (value: number | null): string => (value === null ? '–' : value.toFixed(7));
export const seconds = (value: number): string => value.toFixed(value < 10 ? 3 : 1);

/** Every case with what it took and what it reached; below, those that were cut off. */
export function casesTable(cases: readonly Case[]): string {
  const head = ['', 'types', 'solve s', 'list s', 'CPU s', 'MiB', 'smallest', 'of selectable', 'bound', 'gap', 'none', 'loss', 'astray']; // prettier-ignore
  const rows = cases.flatMap(({ source, objective, outcome }) => {
    if (!isMeasured(outcome)) return [];
    const { types, listSeconds, cpuSeconds, peak, smallest, smallestSelectable, bound, gap, unselectable, loss, astray } = outcome; // prettier-ignore
    const took = [seconds(outcome.seconds), seconds(listSeconds), seconds(cpuSeconds), peak.toFixed(0)];
    const reached = [chance(smallest), chance(smallestSelectable), chance(bound), small(gap), String(unselectable)];
    return [[`${source} ${objective}`, String(types), ...took, ...reached, loss.toFixed(5), String(astray)]];
  });
  const missing = cases.flatMap(({ source, objective, outcome }) =>
    isMeasured(outcome) ? [] : [`${source} ${objective}: ${outcome.instead}`],
  );
  return [table([head, ...rows]), ...missing].join('\n');
}

/** Of the time for lottery and list together, how much goes where. */
export function stagesTable(cases: readonly Case[]): string {
  const rows = cases.flatMap(({ source, objective, outcome }) => {
    if (!isMeasured(outcome) || objective !== 'leximin') return [];
    const all = outcome.seconds + outcome.listSeconds;
    const shares = [...STAGES.map((stage) => outcome.stages[stage]), outcome.listSeconds];
    return [[source, seconds(all), ...shares.map((share) => `${((100 * share) / all).toFixed(0)}%`)]];
  });
  return table([['', 'seconds', ...STAGES, 'list'], ...rows]);
}
