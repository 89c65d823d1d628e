/** The longer check of a record: whether its list is the one that the fairest lottery gives. */
import { equalChanceList } from '../fairness/list.ts';
import { solveLottery } from '../fairness/solve.ts';
import type { LotteryRequest, SolveRefusal } from '../fairness/solve.ts';
import type { EqualChanceList } from '../lottery.ts';
import { ok } from '../result.ts';
import type { Result } from '../result.ts';
import type { Solver } from '../solver.ts';
import { relaxed } from './check-panels.ts';
import { chancesIn, listHash } from './list.ts';
import type { PublishedRecord } from './read-record.ts';

export interface Recomputed {
  /** Whether it is the same list, to the letter. */
  readonly same: boolean;
  /** The smallest chance, 0 to 1, of anybody in the pool who may be drawn: in the record's list and in this program's. */
  readonly stated: number;
  readonly found: number;
}

/**
 * Makes the list of a verified record once more, from its pool, targets, objective and length. Another list is no proof of
 * a fraud: whoever made it may have set a time limit or used another version. The smallest chances show what it cost.
 */
export function recomputeList(
  { pool, targets, list, commitment }: PublishedRecord,
  solver: Solver,
  options: Pick<LotteryRequest, 'onProgress'> = {},
): Result<Recomputed, SolveRefusal> {
  const { seats, objective, size, replacement } = commitment;
  const excluded = [...(replacement?.leaving ?? []), ...(replacement?.left ?? [])];
  const request = {
    ...options,
    ...{ pool, seats, objective, excluded, seated: replacement?.seated ?? [] },
    targets: replacement === undefined ? targets : relaxed(targets, replacement.deviations),
  };
  const lottery = solveLottery(request, solver);
  if (!lottery.ok) return lottery;
  const { panels } = equalChanceList(lottery.value, request, size);
  const never = new Set([...excluded, ...lottery.value.unselectable.map(({ id }) => id)]);
  const drawable = pool.map(({ id }) => id).filter((id) => !never.has(id));
  const smallest = (of: EqualChanceList): number => {
    const chances = chancesIn(of);
    return drawable.reduce((least, id) => Math.min(least, chances.get(id) ?? 0), 1);
  };
  return ok({ same: listHash(panels) === commitment.list, stated: smallest(list), found: smallest(panels) });
}
