/** How long somebody attended, and where they stand at a moment. */
import type { Instant, SeatId } from '../../terms.ts';
import type { Mode, SessionAttendance, Spell } from './attendance.ts';

/** [D55] A break in the line no longer than this counts as attended: five minutes, after which something was missed. Milliseconds. */
export const AWAY_GRACE = 5 * 60_000;

export interface Attended {
  /** `present` or `away` for a moment while the session lasts; `left` after longer; then `attended`, or `missed` altogether. */
  readonly state: 'present' | 'away' | 'left' | 'attended' | 'missed';
  /** Whole minutes. */
  readonly minutes: number;
  /** The last way of taking part; null for those who never came. */
  readonly mode: Mode | null;
}

/** [D55] What one juror attended by `now`, the end of the session once it is over. */
export function attendedBy({ spells }: SessionAttendance, seat: SeatId, now: Instant, over: boolean): Attended {
  const own = spells.filter((one) => one.seat === seat);
  const last = own.at(-1);
  if (!last) return { state: 'missed', minutes: 0, mode: null };
  const minutes = Math.round(timeOf(own, now) / 60_000);
  return { state: over ? 'attended' : stateOf(last, now), minutes, mode: last.mode };
}

function stateOf({ to }: Spell, now: Instant): 'present' | 'away' | 'left' {
  if (to === null) return 'present';
  return now - to <= AWAY_GRACE ? 'away' : 'left';
}

function timeOf(spells: readonly Spell[], now: Instant): number {
  return spells.reduce((sum, { from, to }, index) => {
    const before = spells[index - 1]?.to ?? from;
    const bridged = from - before <= AWAY_GRACE ? from - before : 0;
    return sum + bridged + (to ?? now) - from;
  }, 0);
}
