import { Command } from 'commander';
import { checkFeasibility, loadSolver } from '../../lib/lottery/index.ts';
import { readInput, withInput } from './input.ts';
import type { InputOptions } from './input.ts';
import { infeasible, reporting } from './outcome.ts';
import type { Outcome } from './outcome.ts';

export const checkCommand = (): Command =>
  withInput(new Command('check'))
    .description('say whether a panel can meet the targets and, if none can, why and what could give way')
    .action(reporting(check));

async function check(options: InputOptions): Promise<Outcome> {
  const input = await readInput(options);
  if (!input.ok) return input.error;
  const { pool, targets, seats } = input.value;
  const feasibility = checkFeasibility(targets, pool, seats, await loadSolver());
  if (!feasibility.feasible) {
    return infeasible(input.value, feasibility.conflict, feasibility.relaxations);
  }
  return {
    code: 0,
    lines: [`A panel of ${String(seats)} can meet every target with this pool of ${String(pool.length)}.`],
    data: { feasible: true, seats, pool: pool.length },
  };
}
