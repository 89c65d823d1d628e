import { canonicalJson, poolHash, targetsHash } from '../canonical.ts';
import { sha256Hex } from '../chance.ts';
import type { Pool, Targets } from '../pool.ts';

/** Name and version of the lottery. A change of anything that could change a panel is a new name. */
export const METHOD = 'alqa-serial-1';

/** What a draw is made from, apart from the seed. */
export interface DrawTerms {
  readonly pool: Pool;
  readonly targets: Targets;
  readonly seats: number;
  /** Length of the reserve; where the pool is too small for it, everybody outside the panel. */
  readonly alternates: number;
}

/**
 * The hash to publish before the seed exists: SHA-256, in lower-case hex, of the canonical JSON
 * `{"alternates","method","pool","seats","targets"}`, in which pool and targets are their own hashes.
 */
export function commitmentOf(terms: DrawTerms): string {
  return sha256Hex(
    canonicalJson({
      method: METHOD,
      pool: poolHash(terms.pool),
      targets: targetsHash(terms.targets),
      seats: terms.seats,
      alternates: alternatesIn(terms),
    }),
  );
}

/** How many alternates the pool allows, at most those asked for. */
export const alternatesIn = ({ pool, seats, alternates }: DrawTerms): number =>
  Math.max(0, Math.min(alternates, pool.length - seats));
