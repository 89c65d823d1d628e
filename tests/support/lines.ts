import type { Command } from '../../src/lib/jury/commands.ts';
import type { Line } from '../../src/lib/jury/context.ts';
import type { Jury } from '../../src/lib/jury/jury.ts';
import type { Instant, SeatId } from '../../src/lib/jury/terms.ts';

/** Lines that are not open: whoever is to be passed over has been gone for a minute. */
export function linesFor({ floor }: Jury, command: Command, now: Instant): Readonly<Record<SeatId, Line>> {
  const turn = command.type === 'skip-turn' ? floor.turns.find(({ id }) => id === command.turn) : undefined;
  return turn ? { [turn.seat]: now - 60_000 } : {};
}
