import { createContext } from 'svelte';
import type { Jury } from '../../../../lib/jury/state.ts';
import type { SeatId } from '../../../../lib/jury/terms.ts';
import type { JuryLine } from '../../../../lib/live/line.ts';

/** What every page of a juror shares: one open line and whose seat it is. */
export interface TakingPart {
  readonly live: JuryLine;
  /** The jury as this juror may see it, kept up to date. */
  readonly jury: Jury;
  readonly seat: SeatId;
  /** A confirmed juror acts; an alternate or a juror not yet confirmed reads. */
  readonly acts: boolean;
}

export const [takingPart, setTakingPart] = createContext<TakingPart>();
