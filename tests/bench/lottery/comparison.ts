/** The lottery beside other programs on the same pools. */
import type { Objective } from '../../../src/lib/lottery/index.ts';
import { table } from '../figures.ts';
import { isMeasured } from './child.ts';
import type { Measured } from './measure.ts';
import type { Figure, Figures, SourceName } from './sources.ts';
import { chance, seconds } from './tables.ts';
import type { Case } from './tables.ts';

/** A case beside what other programs reached on the same pool. */
export interface Comparison {
  readonly source: SourceName;
  readonly objective: Objective;
  readonly run: Measured;
  readonly reference: Figure;
  readonly isOfToday: boolean;
  /** The best smallest chance that the reference reached by any objective, if it reached one. */
  readonly optimum: number | undefined;
  readonly trial: Figure | undefined;
}

/** @param today leximin of the reference measured in this run, by pool */
export function comparisonsOf(
  cases: readonly Case[],
  figures: Readonly<Record<string, Figures>>,
  today: ReadonlyMap<SourceName, Figure>,
): Comparison[] {
  return cases.flatMap(({ source, objective, outcome }) => {
    const of = figures[source];
    if (of === undefined || !isMeasured(outcome)) return [];
    const before = of['sortition-algorithms+HiGHS'];
    const now = objective === 'leximin' ? today.get(source) : undefined;
    // Where it was tried in vain by the easier objective, it was not tried by this one.
    const reference = now ?? before[objective] ?? (objective === 'leximin' ? before['maximin'] : undefined);
    if (reference === undefined) return [];
    const reached = [now, before['leximin'], before['maximin']].flatMap((figure) => figure?.min ?? []);
    const optimum = reached.length === 0 ? undefined : Math.max(...reached);
    const trial = of['exploratory HiGHS-wasm in Node'][objective];
    return [{ source, objective, run: outcome, reference, isOfToday: now !== undefined, optimum, trial }];
  });
}

/** A reference that gave no lottery at all was waited for longer than ten times our time. */
export const isTenfold = ({ run, reference }: Comparison): boolean =>
  typeof reference.seconds !== 'number' || reference.seconds >= 10 * run.seconds;

/** Figures are published to five decimals. */
export const isNeverBelow = ({ run, optimum }: Comparison): boolean => run.smallest >= (optimum ?? 0) - 5e-6;

export const yes = (holds: boolean): string => (holds ? 'yes' : 'NO');

const ratio = ({ seconds: theirs }: Figure, { seconds: ours }: Measured): string =>
  typeof theirs === 'number' ? `${(theirs / ours).toFixed(theirs / ours < 10 ? 1 : 0)}×` : '–';

export function comparisonTable(comparisons: readonly Comparison[]): string {
  const head = ['', 'reference s', 'measured', 'ours s', 'CPU s', 'ratio', 'its smallest', 'ours', '≥ 10×', 'never below', 'trial s', 'ratio']; // prettier-ignore
  const rows = comparisons.map((comparison) => {
    const { source, objective, run, reference, isOfToday, trial } = comparison;
    const isAim = objective === 'leximin';
    return [
      `${source} ${objective}`,
      typeof reference.seconds === 'number' ? seconds(reference.seconds) : (reference.note ?? '–'),
      isOfToday ? 'now' : 'before',
      seconds(run.seconds),
      seconds(run.cpuSeconds),
      ratio(reference, run),
      reference.min === undefined ? '–' : chance(reference.min),
      chance(run.smallest),
      isAim ? yes(isTenfold(comparison)) : '',
      isAim ? yes(isNeverBelow(comparison)) : '',
      typeof trial?.seconds === 'number' ? seconds(trial.seconds) : '–',
      trial === undefined ? '–' : ratio(trial, run),
    ];
  });
  return table([head, ...rows]);
}
