/**
 * Company for a jury's turns. In a busy process a turn costs a commit and a write to each line, whatever it carries; so what is said in one
 * jury within a twentieth of a second shares one. In a process with time to spare nobody waits, and one jury alone never makes a process busy.
 */
import type { JuryId } from '../jury/terms.ts';

/** Between two moments at which a jury has its turn, in a busy process: half of what people take for at once (Miller 1968). Milliseconds. */
export const APART = 50;
/** A process is busy when so many juries had a turn within so many milliseconds: about twenty in session, if each juror acts every second. */
export const BUSY = { juries: 16, within: 100 };
/** The moments of juries that come one after the other lie as far from each other as they can, however many there are (Weyl 1916). */
const GOLDEN = (Math.sqrt(5) - 1) / 2;

export interface Gathering {
  /** For how many milliseconds the jury's next turn should wait; 0 for not at all. */
  wait(jury: JuryId, now: number): number;
  /** Notes that a turn of the jury begins. */
  begin(jury: JuryId, now: number): void;
}

interface Recent {
  readonly began: number;
  /** When its moments are: so long after each whole multiple of `APART`. If all juries had the same, they would be served in one long rush. */
  readonly phase: number;
}

export function createGathering(): Gathering {
  /** Juries that had a turn of late, the longest ago first. */
  const recent = new Map<JuryId, Recent>();
  let seen = 0;
  return {
    wait(jury, now) {
      for (const [other, { began }] of recent) {
        if (now - began < BUSY.within) break;
        recent.delete(other);
      }
      const known = recent.get(jury);
      if (!known || recent.size < BUSY.juries) return 0;
      return APART - ((now - known.phase) % APART);
    },
    begin(jury, now) {
      const phase = recent.get(jury)?.phase ?? ((seen++ * GOLDEN) % 1) * APART;
      recent.delete(jury);
      recent.set(jury, { began: now, phase });
    },
  };
}
