/** One measurement in a process of its own, so that its memory and time are nobody else's. Told the task, it answers and ends. */
import type { Objective } from '../../../src/lib/lottery/index.ts';
import { runLottery } from './lottery-run.ts';
import type { LotteryRun } from './lottery-run.ts';
import { termsOf } from './sources.ts';
import type { SourceName } from './sources.ts';

export interface Task {
  readonly source: SourceName;
  readonly objective: Objective;
}

export interface Measured extends LotteryRun {
  /** Processor seconds of the whole run, lottery and list, in all threads. */
  readonly cpuSeconds: number;
  /** The most memory that the process ever held, in MiB. */
  readonly peak: number;
}

process.once('message', (task: Task) => void measure(task).then((measured) => process.send?.(measured, () => process.exit(0)))); // prettier-ignore

async function measure({ source, objective }: Task): Promise<Measured> {
  const terms = termsOf(source);
  const before = process.cpuUsage();
  const run = await runLottery(terms, objective);
  const { user, system } = process.cpuUsage(before);
  return { ...run, cpuSeconds: (user + system) / 1e6, peak: process.resourceUsage().maxRSS / 1024 };
}
