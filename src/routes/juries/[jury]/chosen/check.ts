/** What can be checked of a selection from the public record alone, without the pool. */
import type { Selection } from '$lib/jury/recruitment/selection.ts';
import { canonicalJson, sha256Hex, targetsHash } from '$lib/lottery/index.ts';
import type { Targets } from '$lib/lottery/index.ts';

export interface SelectionCheck {
  /** The targets shown are those that were frozen. */
  readonly targets: boolean;
  /** The commitment follows from the published parts (`commitmentOf` in src/lib/lottery, from hashes). */
  readonly commitment: boolean;
  /** The panel meets every target; null before the draw. */
  readonly composition: boolean | null;
}

export function checkSelection({ targets, pool, frozen, draw }: Selection): SelectionCheck | null {
  if (!frozen || !pool) return null;
  const { poolHash, method, seats } = frozen;
  const alternates = Math.max(0, Math.min(frozen.alternates, pool.size - seats));
  const committed = sha256Hex(
    canonicalJson({ method, pool: poolHash, targets: frozen.targetsHash, seats, alternates }),
  );
  const meets = draw?.composition.every(({ category, value, count }) =>
    targets.every(
      (target) =>
        target.category !== category || target.value !== value || (count >= target.min && count <= target.max),
    ),
  );
  return {
    targets: targetsHash(targets as Targets) === frozen.targetsHash,
    commitment: committed === frozen.commitment,
    composition: meets ?? null,
  };
}
