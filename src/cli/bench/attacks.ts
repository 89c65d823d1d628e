/** `npm run bench -- attacks`: what the neighbours of an attacker wait, as a ratio of what they wait in quiet. The aim is less than twice. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { attackTable, measureAttacks } from '../../../tests/bench/attack-bench.ts';
import { machineFacts } from '../../../tests/bench/machine.ts';
import { endEverything } from '../../../tests/bench/processes.ts';

export async function benchAttacks({ quick }: { readonly quick: boolean }): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'alqa-bench-'));
  try {
    console.log(`Beside an attacker${quick ? ', in short' : ''}\n${machineFacts(folder)}\n`);
    const extent = quick ? { seconds: 3, pairs: 1 } : { seconds: 5, pairs: 5 };
    const results = await measureAttacks(folder, extent, (line) => console.log(line));
    console.log(`\nUntil everyone in the room has it; medians of ${extent.pairs} runs of ${extent.seconds} s.`);
    console.log(attackTable(results));
  } finally {
    endEverything();
    rmSync(folder, { recursive: true, force: true });
  }
}
