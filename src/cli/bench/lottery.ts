/**
 * `npm run bench -- lottery`: how long the fairest lottery takes and what it reaches, beside other programs where the published
 * pools are at hand. Each measurement is a process of its own; nothing runs longer than its limit, and what was cut off is said.
 */
import { availableParallelism, loadavg } from 'node:os';
import { runInBrowser } from '../../../tests/bench/lottery/browser.ts';
import { isMeasured, measured } from '../../../tests/bench/lottery/child.ts';
import {
  comparisonsOf,
  comparisonTable,
  isNeverBelow,
  isTenfold,
  yes,
} from '../../../tests/bench/lottery/comparison.ts';
import { isReferenceThere, referenceRun } from '../../../tests/bench/lottery/reference.ts';
import { arePoolsThere, generated, published, readFigures, termsOf } from '../../../tests/bench/lottery/sources.ts';
import type { Figure, SourceName } from '../../../tests/bench/lottery/sources.ts';
import { casesTable, stagesTable } from '../../../tests/bench/lottery/tables.ts';
import type { Case } from '../../../tests/bench/lottery/tables.ts';
import { OBJECTIVES } from '../../lib/lottery/index.ts';

const MINUTE = 60_000;
/** For one measurement, for all together, and what of it is kept for the browser. */
const CASE_LIMIT = MINUTE;
const LIMIT = 12 * MINUTE;
const BROWSER_LIMIT = 1.5 * MINUTE;
/** Less is not worth beginning. */
const LEAST = 1000;

/** A jury of 24 from this pool within so many seconds in Node, and in a browser on a processor slowed down so many times. */
const AIM = { source: 'generated 1,000', people: 1000, node: 5, browser: 15, slowdown: 4 } as const;

export async function benchLottery(): Promise<void> {
  const end = performance.now() + LIMIT;
  const left = (): number => Math.min(CASE_LIMIT, end - performance.now() - BROWSER_LIMIT);
  console.log(`The lottery. ${load()}\n`);
  const cases = await measureAll(published(), left);
  const today = runReference(left);
  cases.push(...(await measureAll(generated(), left)));
  console.log(
    '\nEvery pool by every objective; the median of three where it is short. Of selectable: the smallest chance of those who',
  );
  console.log(
    'sit on some panel; none: how many sit on none. Loss: by how much the list lowers the smallest chance; astray: how many',
  );
  console.log('people stand on the list more than one time too often or too rarely.\n');
  console.log(casesTable(cases));
  console.log('\nWhere the time of leximin and its list goes\n');
  console.log(stagesTable(cases));
  const aims = [...compare(cases, today), nodeAim(cases), await browserAim()];
  console.log(`\nThe aims\n\n${aims.join('\n')}\n\n${load()}`);
}

function load(): string {
  const processors = availableParallelism();
  const now = loadavg()[0]!;
  const noise = now > processors ? ': times of the clock are too long by about as much' : '';
  return `Load ${now.toFixed(1)} on ${String(processors)} processors${noise}.`;
}

async function measureAll(sources: readonly SourceName[], left: () => number): Promise<Case[]> {
  const cases: Case[] = [];
  for (const source of sources)
    for (const objective of OBJECTIVES) {
      const outcome =
        left() < LEAST ? { instead: 'left out: the time was over' } : await measured({ source, objective }, left);
      cases.push({ source, objective, outcome });
      const told = isMeasured(outcome) ? `${outcome.seconds.toFixed(2)} s` : outcome.instead;
      console.log(`  ${source} ${objective}: ${told}`);
    }
  return cases;
}

/** Leximin by the field's program in this very run, by pool; empty where it is not at hand. */
function runReference(left: () => number): Map<SourceName, Figure> {
  const today = new Map<SourceName, Figure>();
  if (!arePoolsThere) console.log('The published pools are not at hand: nothing is compared with other programs.');
  else if (!isReferenceThere())
    console.log(
      '  A Python with sortition-algorithms and highspy is not at hand: ratios are to figures published on another day.',
    );
  else
    for (const source of published()) {
      if (left() < LEAST) break;
      today.set(source, referenceRun(termsOf(source), left()));
      console.log(`  ${source} leximin by sortition-algorithms: ${String(today.get(source)!.seconds)} s`);
    }
  return today;
}

/** Prints the comparison, and says whether its aims are met. */
function compare(cases: readonly Case[], today: ReadonlyMap<SourceName, Figure>): string[] {
  if (!arePoolsThere) return [];
  const comparisons = comparisonsOf(cases, readFigures(), today);
  console.log('\nBeside sortition-algorithms with HiGHS and beside an exploratory trial\n');
  console.log(comparisonTable(comparisons));
  const leximin = comparisons.filter(({ objective }) => objective === 'leximin');
  const isWhole = leximin.length === published().length;
  return [
    `Leximin at least ten times as fast on every published pool: ${yes(isWhole && leximin.every(isTenfold))}`,
    `Leximin never below the optimum of the reference: ${yes(isWhole && leximin.every(isNeverBelow))}`,
  ];
}

function nodeAim(cases: readonly Case[]): string {
  const name = `24 seats from 1,000 people in Node within ${String(AIM.node)} s`;
  const outcome = cases.find(({ source, objective }) => source === AIM.source && objective === 'leximin')?.outcome;
  if (outcome === undefined || !isMeasured(outcome)) return `${name}: not measured`;
  const seconds = outcome.seconds + outcome.listSeconds;
  const cpu = outcome.cpuSeconds.toFixed(1);
  return `${name}: ${yes(seconds <= AIM.node)}, ${seconds.toFixed(1)} s with the list, of which ${cpu} s on a processor`;
}

async function browserAim(): Promise<string> {
  const name = `24 seats from 1,000 people in Chromium, ${String(AIM.slowdown)}× slowed down, within ${String(AIM.browser)} s`;
  const run = await runInBrowser(AIM.people, AIM.slowdown, BROWSER_LIMIT);
  if (run === null) return `${name}: NO, cut off after ${String(BROWSER_LIMIT / 1000)} s`;
  const seconds = run.seconds + run.listSeconds;
  return `${name}: ${yes(seconds <= AIM.browser)}, ${seconds.toFixed(1)} s with the list`;
}
