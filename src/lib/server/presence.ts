/** Whose line is open: seats, and the facilitators as one. A short break in the line is not an absence. */
import type { Line } from '../jury/context.ts';
import type { Instant, JuryId, SeatId } from '../jury/terms.ts';
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
  /** A seat's line itself, without any grace. */
  lineOf(jury: JuryId, seat: SeatId): Line;
  arrive(jury: JuryId, who: Attendee): void;
  leave(jury: JuryId, who: Attendee): void;
  onChanged(listener: (jury: JuryId) => void): void;
  /** Hears of every line that opens or breaks, at once. */
  onLine(listener: (jury: JuryId) => void): void;
  close(): void;
}

export function createPresence(grace: number = GRACE, now: () => Instant = Date.now): Presence {
  /** How many lines are open, or since when the last one is gone. */
  const open = new Map<JuryId, Map<Attendee, { count: number; goneSince: Instant }>>();
  const lineListeners = new Set<(jury: JuryId) => void>();
  const lines = new Map<JuryId, Map<Attendee, number>>();
  const leaving = new Set<NodeJS.Timeout>();
  const listeners = new Set<(jury: JuryId) => void>();
  const changed = (jury: JuryId): void => listeners.forEach((listener) => listener(jury));

  const count = (jury: JuryId, who: Attendee, change: 1 | -1): void => {
    const here = open.get(jury) ?? new Map<Attendee, { count: number; goneSince: Instant }>();
    open.set(jury, here);
    here.set(who, { count: (here.get(who)?.count ?? 0) + change, goneSince: now() });
    lineListeners.forEach((listener) => listener(jury));
  };

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
    lineOf(jury, seat) {
      const line = open.get(jury)?.get(seat);
      if (!line) return 'none';
      return line.count > 0 ? 'open' : line.goneSince;
    },
    arrive(jury, who) {
      const here = lines.get(jury) ?? new Map<Attendee, number>();
      lines.set(jury, here);
      here.set(who, (here.get(who) ?? 0) + 1);
      if (here.get(who) === 1) changed(jury);
      count(jury, who, 1);
    },
    leave(jury, who) {
      count(jury, who, -1);
      const timer = setTimeout(() => {
        leaving.delete(timer);
        hangUp(jury, who);
      }, grace);
      leaving.add(timer);
    },
    onChanged: (listener) => void listeners.add(listener),
    onLine: (listener) => void lineListeners.add(listener),
    close: () => leaving.forEach((timer) => clearTimeout(timer)),
  };
}
