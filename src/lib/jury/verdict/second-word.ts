import type { Asked } from '../context.ts';
import { ok, refuse } from '../result.ts';
import type { Result } from '../result.ts';
import type { Content } from '../terms.ts';

/** [P91] Whoever agrees to words in which the search has found a name says why it may stand (`findings-unexplained`); sealed, where it is said. */
export function findingsExplained(
  { facts: { findings = 0 }, seal }: Pick<Asked, 'facts' | 'seal'>,
  why: string | undefined,
): Result<{ readonly why?: Content }> {
  if (why !== undefined) return ok({ why: seal(why) });
  return findings > 0 ? refuse('findings-unexplained', { count: findings }) : ok({});
}
