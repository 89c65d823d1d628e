/** Whose line is open, by seat. A short break in the line is not an absence. */
import type { JuryId, SeatId } from '../jury/terms.ts';

/** How long a seat counts as present after its last line broke. Milliseconds. */
export const GRACE = 20_000;

export interface Presence {
  of(jury: JuryId): ReadonlySet<SeatId>;
  arrive(jury: JuryId, seat: SeatId): void;
  leave(jury: JuryId, seat: SeatId): void;
  onChanged(listener: (jury: JuryId) => void): void;
  close(): void;
}

export function createPresence(grace: number = GRACE): Presence {
  const lines = new Map<JuryId, Map<SeatId, number>>();
  const leaving = new Set<NodeJS.Timeout>();
  const listeners = new Set<(jury: JuryId) => void>();
  const changed = (jury: JuryId): void => listeners.forEach((listener) => listener(jury));

  const hangUp = (jury: JuryId, seat: SeatId): void => {
    const seats = lines.get(jury);
    const left = (seats?.get(seat) ?? 0) - 1;
    if (left > 0) return void seats?.set(seat, left);
    seats?.delete(seat);
    changed(jury);
  };

  return {
    of: (jury) => new Set(lines.get(jury)?.keys()),
    arrive(jury, seat) {
      const seats = lines.get(jury) ?? new Map<SeatId, number>();
      lines.set(jury, seats);
      seats.set(seat, (seats.get(seat) ?? 0) + 1);
      if (seats.get(seat) === 1) changed(jury);
    },
    leave(jury, seat) {
      const timer = setTimeout(() => {
        leaving.delete(timer);
        hangUp(jury, seat);
      }, grace);
      leaving.add(timer);
    },
    onChanged: (listener) => void listeners.add(listener),
    close: () => leaving.forEach((timer) => clearTimeout(timer)),
  };
}
