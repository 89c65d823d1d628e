import { inCanonicalOrder, poolHash, targetsHash, targetsInCanonicalOrder } from '../canonical.ts';
import { poolProblems, targetProblems } from '../reading/check-input.ts';
import { METHOD } from './commitment.ts';
import { drawPanel } from './draw.ts';
import type { Draw } from './draw.ts';
import { countByTarget } from '../pool.ts';
import type { Pool, Targets } from '../pool.ts';
import { describeProblem } from '../reading/problem.ts';
import { err, ok } from '../result.ts';
import type { Result } from '../result.ts';
import type { WholeSolver } from '../solver.ts';

/** The first thing in a record that does not hold: what the record says and what was found instead. */
export interface Discrepancy {
  readonly code:
    | 'method-unknown'
    | 'pool-differs'
    | 'targets-differ'
    | 'input-malformed'
    | 'panel-not-from-pool'
    | 'panel-misses-target'
    | 'commitment-differs'
    | 'not-repeatable'
    | 'order-differs'
    | 'panel-differs'
    | 'alternates-differ';
  readonly stated: string;
  readonly found: string;
}

/**
 * Checks a published record from nothing but the published pool and targets: the hashes, the panel against each target,
 * then the whole draw once more from the seed.
 */
export async function verifyDraw(
  record: Draw,
  pool: Pool,
  targets: Targets,
  solver: WholeSolver,
): Promise<Result<Draw, Discrepancy>> {
  const plain = checkRecord(record, inCanonicalOrder(pool), targetsInCanonicalOrder(targets));
  if (plain !== null) return err(plain);
  const { seats, seed, commitment } = record;
  const again = await drawPanel(
    { pool, targets, seats, alternates: record.alternates.length, seed, commitment },
    solver,
  );
  if (!again.ok) {
    if (again.error.code === 'commitment-differs') {
      return err({ code: 'commitment-differs', stated: commitment, found: again.error.expected });
    }
    return err({ code: 'not-repeatable', stated: 'a panel', found: again.error.code });
  }
  const compared = [
    ['order-differs', record.orderHash, again.value.orderHash],
    ['panel-differs', record.panel.join(), again.value.panel.join()],
    ['alternates-differ', record.alternates.join(), again.value.alternates.join()],
  ] as const;
  for (const [code, stated, found] of compared) if (stated !== found) return err({ code, stated, found });
  return ok(again.value);
}

/** What can be seen without repeating the draw. */
function checkRecord(record: Draw, pool: Pool, targets: Targets): Discrepancy | null {
  if (record.method !== METHOD) return { code: 'method-unknown', stated: record.method, found: METHOD };
  const [problem] = [...targetProblems(targets), ...poolProblems(pool, targets)];
  if (problem) return { code: 'input-malformed', stated: 'a pool and its targets', found: describeProblem(problem) };
  const poolFound = poolHash(pool);
  if (record.poolHash !== poolFound) return { code: 'pool-differs', stated: record.poolHash, found: poolFound };
  const targetsFound = targetsHash(targets);
  if (record.targetsHash !== targetsFound) {
    return { code: 'targets-differ', stated: record.targetsHash, found: targetsFound };
  }
  const ids = new Set(record.panel);
  const panel = pool.filter((person) => ids.has(person.id));
  if (panel.length !== record.seats || record.panel.length !== record.seats) {
    const stated = `${String(record.seats)} seats, ${String(record.panel.length)} ids`;
    return { code: 'panel-not-from-pool', stated, found: `${String(panel.length)} of them in the pool` };
  }
  const counts = countByTarget(panel, targets);
  for (const [index, { category, value, min, max }] of targets.entries()) {
    const count = counts[index]!;
    if (count >= min && count <= max) continue;
    const stated = `${category} = ${value}: ${String(min)} to ${String(max)}`;
    return { code: 'panel-misses-target', stated, found: String(count) };
  }
  return null;
}

const SENTENCES: Record<Discrepancy['code'], string> = {
  'method-unknown': 'The record names a method that this program does not know',
  'pool-differs': 'The pool is not the one that was drawn from',
  'targets-differ': 'The targets are not the ones that were drawn for',
  'input-malformed': 'The pool or the targets are malformed',
  'panel-not-from-pool': 'The panel is not made of that many people of the pool',
  'panel-misses-target': 'The panel misses a target',
  'commitment-differs': 'The commitment does not belong to this pool, these targets, seats and alternates',
  'not-repeatable': 'The draw cannot be repeated',
  'order-differs': 'The seed gives another order',
  'panel-differs': 'The seed gives another panel',
  'alternates-differ': 'The seed gives other alternates',
};

export const describeDiscrepancy = ({ code, stated, found }: Discrepancy): string =>
  `${SENTENCES[code]}. Stated: ${stated}. Found: ${found}.`;
