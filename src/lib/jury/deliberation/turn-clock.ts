/** How long a turn still lasts. Nobody is cut off: the clock tells, people decide. */
import type { Instant } from '../terms.ts';
import type { Turn } from './floor.ts';

/** After the time is up there is so long to finish the sentence. Milliseconds. */
export const GRACE = 10_000;

export type Phase = 'running' | 'closing' | 'grace' | 'over';

/** Milliseconds left at `now`, negative once the time is up; of a turn without a limit, infinite. */
export const leftOf = ({ endsAt, left }: Turn, now: Instant): number =>
  left ?? (endsAt === undefined ? Infinity : endsAt - now);

/** [D16] Where a turn stands: `closing` in its last quarter, `grace` while the sentence may be finished, then `over`. */
export function phaseOf(turn: Turn, limit: number, now: Instant): Phase {
  const left = leftOf(turn, now);
  if (left > ((limit + (turn.extra ?? 0)) * 1_000) / 4) return 'running';
  if (left > 0) return 'closing';
  return left > -GRACE ? 'grace' : 'over';
}
