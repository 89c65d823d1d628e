/** The clock of a room at work, on time that a test lets pass. */
import { vi } from 'vitest';
import type { Command } from '../../src/lib/jury/commands.ts';
import type { Jury } from '../../src/lib/jury/jury.ts';
import { ok } from '../../src/lib/jury/result.ts';
import type { Actor } from '../../src/lib/jury/terms.ts';
import type { Announcement } from '../../src/lib/server/commands.ts';
import { createLog } from '../../src/lib/server/log.ts';
import { createPresence } from '../../src/lib/server/presence.ts';
import { createRoomClock } from '../../src/lib/server/room-clock.ts';
import { attempt, record } from '../support/jury.ts';
import type { Played } from '../support/jury.ts';

/** A server with one jury, its rules and its lines; the disk is left out. `presence` outlives nothing: a restart makes a new one. */
export async function serverOn(first: Played) {
  let played = first;
  const asked: Command[] = [];
  const presence = createPresence();
  const listeners = new Set<(announcement: Announcement) => void>();
  const { id } = first.jury;
  const act = (actor: Actor, command: Command) => {
    const present = [...presence.of(id)];
    const lines = Object.fromEntries(
      Object.keys(first.jury.seats).map((seat) => [seat, presence.lineOf(id, seat)] as const),
    );
    const { result, papers } = attempt(played, actor, command, { present, lines, now: Date.now() });
    if (!result.ok) return result;
    played = record(played, actor, result.value, papers);
    for (const listener of listeners) listener({ jury: played.jury, entries: [] });
    return ok({ seq: 1, events: result.value });
  };
  const standing = () => Promise.resolve({ jury: played.jury, seq: 1, head: '', recent: [] });
  const clock = createRoomClock({
    juries: { all: async () => [await standing()], standing },
    commands: {
      run: ({ actor, command }) => Promise.resolve((asked.push(command), act(actor, command))),
      onAnnounced: (listener) => (listeners.add(listener), () => listeners.delete(listener)),
    },
    presence,
    log: createLog({ log: 'silent' }),
    now: Date.now,
  });
  await clock.start();
  return {
    asked,
    clock,
    comes: (...seats: number[]) => seats.forEach((seat) => presence.arrive(id, `S0${seat}`)),
    goes: (seat: number) => presence.leave(id, `S0${seat}`),
    does(actor: Actor, command: Command) {
      const done = act(actor, command);
      if (!done.ok) throw new Error(`${command.type} was refused: ${done.error.code}`);
    },
    played: () => played,
    jury: (): Jury => played.jury,
  };
}

export type Server = Awaited<ReturnType<typeof serverOn>>;
export const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);
export const running = ({ jury }: Server) => jury().sessions[0]?.running?.item;
