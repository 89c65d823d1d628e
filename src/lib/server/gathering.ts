/**
 * Company for a jury's turns. In a busy process a turn costs a commit and a write to each line, whatever it carries; so what is said in one
 * jury within a twentieth of a second shares one. In a process with time to spare nobody waits, and one jury alone never makes a process busy.
 */
import type { JuryId } from '../jury/terms.ts';

/** Between the beginnings of two turns of a jury, in a busy process: half of what people take for at once (Miller 1968). Milliseconds. */
export const APART = 50;
/** A process is busy when so many juries had a turn within so many milliseconds: about twenty in session, if each juror acts every second. */
export const BUSY = { juries: 16, within: 100 };

export interface Gathering {
  /** For how many milliseconds the jury's next turn should wait; 0 for not at all. */
  wait(jury: JuryId, now: number): number;
  /** Notes that a turn of the jury begins. */
  begin(jury: JuryId, now: number): void;
}

export function createGathering(): Gathering {
  /** When the last turn of each jury began, the longest ago first; those of long ago are forgotten. */
  const last = new Map<JuryId, number>();
  return {
    wait(jury, now) {
      for (const [other, began] of last) {
        if (now - began < BUSY.within) break;
        last.delete(other);
      }
      const began = last.get(jury);
      return began === undefined || last.size < BUSY.juries ? 0 : Math.max(0, began + APART - now);
    },
    begin(jury, now) {
      last.delete(jury);
      last.set(jury, now);
    },
  };
}
