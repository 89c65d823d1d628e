/** Whose line is open: seats, and the facilitators as one. A short break in the line is not an absence. */
import type { JuryId, SeatId } from '../jury/terms.ts';
import type { Viewer } from '../jury/view.ts';

/** How long a seat counts as present after its last line broke. Milliseconds. */
export const GRACE = 20_000;

const FACILITATOR = 'facilitator';
type Attendee = SeatId | typeof FACILITATOR;

/** As whom somebody is counted as present; undefined for those whose presence does not matter. */
export const attendeeOf = ({ seat, role }: Viewer): Attendee | undefined =>
  seat ?? (role === FACILITATOR ? FACILITATOR : undefined);

export interface Presence {
  of(jury: JuryId): ReadonlySet<SeatId>;
  /** Whether a facilitator's line is open. */
  facilitated(jury: JuryId): boolean;
  arrive(jury: JuryId, who: Attendee): void;
  leave(jury: JuryId, who: Attendee): void;
  onChanged(listener: (jury: JuryId) => void): void;
  close(): void;
}

export function createPresence(grace: number = GRACE): Presence {
  const lines = new Map<JuryId, Map<Attendee, number>>();
  const leaving = new Set<NodeJS.Timeout>();
  const listeners = new Set<(jury: JuryId) => void>();
  const changed = (jury: JuryId): void => listeners.forEach((listener) => listener(jury));

  const hangUp = (jury: JuryId, who: Attendee): void => {
    const here = lines.get(jury);
    const left = (here?.get(who) ?? 0) - 1;
    if (left > 0) return void here?.set(who, left);
    here?.delete(who);
    changed(jury);
  };

  return {
    of: (jury) => new Set([...(lines.get(jury)?.keys() ?? [])].filter((who) => who !== FACILITATOR)),
    facilitated: (jury) => lines.get(jury)?.has(FACILITATOR) ?? false,
    arrive(jury, who) {
      const here = lines.get(jury) ?? new Map<Attendee, number>();
      lines.set(jury, here);
      here.set(who, (here.get(who) ?? 0) + 1);
      if (here.get(who) === 1) changed(jury);
    },
    leave(jury, who) {
      const timer = setTimeout(() => {
        leaving.delete(timer);
        hangUp(jury, who);
      }, grace);
      leaving.add(timer);
    },
    onChanged: (listener) => void listeners.add(listener),
    close: () => leaving.forEach((timer) => clearTimeout(timer)),
  };
}
