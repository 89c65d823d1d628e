/**
 * `npm run bench -- live`: how many juries in session one process holds, beside a bare broadcast without rules or records; what a line costs in
 * memory; and how long it takes until everybody is back after a restart. Only the ratios mean anything beyond this machine.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { measureLive } from '../../../tests/bench/live-bench.ts';
import type { Extent } from '../../../tests/bench/live-bench.ts';
import { machineFacts } from '../../../tests/bench/machine.ts';
import { endEverything } from '../../../tests/bench/processes.ts';
import { heldLines, loopLines, runsTable, stormTable } from '../../../tests/bench/report.ts';

/** A juror does something once a second, which is far more than a person can: the denser, the fewer lines are needed to find the limit. */
const EVERY = 1;
const FULL: Extent = {
  sizes: [10, 20, 30, 40, 50, 60, 70, 80, 90],
  seconds: 5,
  every: EVERY,
  attempts: 3,
  halvings: 1,
  history: 200,
  clients: 500,
  missed: 20,
};
const QUICK: Extent = { ...FULL, sizes: [6, 12, 24], seconds: 3, attempts: 2 };

export async function benchLive({ quick }: { readonly quick: boolean }): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'alqa-bench-'));
  const extent = quick ? QUICK : FULL;
  try {
    console.log(`A jury in session${quick ? ', in short' : ''}\n${machineFacts(folder)}\n`);
    const { held, runs, memory, storms, restart } = await measureLive(folder, extent, (line) => console.log(line));
    const kib = (bytes: number): string => `${(bytes / 1024).toFixed(1)} KiB`;
    const memoryOf = ({ rss, heap }: { rss: number; heap: number }): string =>
      `${kib(rss)}, ${kib(heap)} of it objects`;
    console.log(
      [
        '',
        `Each juror acts once in ${extent.every} s on average, most by a message; medians of the runs of ${extent.seconds} s.`,
        runsTable(runs),
        '',
        heldLines(held, extent.sizes.at(-1) ?? 0),
        loopLines(runs, extent.every),
        `memory a line: Alqa ${memoryOf(memory.alqa)}; bare ${memoryOf(memory.bare)}`,
        '',
        `Coming back within a second after a restart (${restart.alqa.toFixed(0)} ms; bare ${restart.bare.toFixed(0)} ms):`,
        stormTable(storms),
      ].join('\n'),
    );
  } finally {
    endEverything();
    rmSync(folder, { recursive: true, force: true });
  }
}
