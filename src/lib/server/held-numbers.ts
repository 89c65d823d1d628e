/**
 * Numbers without words. Whoever may see nothing of an entry still has to learn its number, or would take it for lost; but nobody has to be woken for
 * that. Their number goes out with the next thing that they may see, or after a moment if there is none.
 */
import type { JuryId } from '../jury/terms.ts';
import type { Telling } from './audience.ts';

interface Held {
  readonly jury: JuryId;
  /** The last number that everybody in the room has. */
  readonly after: number;
  readonly seq: number;
}

/** `tell` reaches those in the rooms at once; `later` calls what it is given after a moment. Returns how tellings are passed on. */
export function holdNumbers(
  tell: (telling: Telling) => void,
  later: (release: () => void) => void,
): (tellings: readonly Telling[]) => void {
  let held = new Map<string, Held>();

  const release = (): void => {
    const due = Map.groupBy(held, ([, { jury, after, seq }]) => JSON.stringify([jury, after, seq]));
    held = new Map();
    for (const rooms of due.values()) {
      const [first] = rooms;
      if (first)
        tell({ rooms: rooms.map(([room]) => room), within: [], except: [], entries: { ...first[1], entries: [] } });
    }
  };

  function hold(room: string, { jury, after, seq }: Held): void {
    if (held.size === 0) later(release);
    held.set(room, { jury, after: held.get(room)?.after ?? after, seq });
  }

  /**
   * Each room's packet reaches back as far as that room was not told, and no further: nobody in it may see anything of what lies between, while
   * reaching past something that a room was told would hide from a client that it was lost on the way.
   */
  function withHeld(telling: Telling): readonly Telling[] {
    const afterOf = (room: string): number =>
      Math.min(telling.entries.after, ...[room, ...telling.within].flatMap((one) => held.get(one)?.after ?? []));
    return [...Map.groupBy(telling.rooms, afterOf)].map(([after, rooms]) => ({
      ...telling,
      rooms,
      entries: { ...telling.entries, after },
    }));
  }

  return (tellings) => {
    const [silent, heard] = [tellings.filter(isSilent), tellings.filter((telling) => !isSilent(telling))];
    // All look back before any room counts as told, for a seat is also reached through its role.
    for (const telling of heard.flatMap(withHeld)) tell(telling);
    for (const room of heard.flatMap(({ rooms }) => rooms)) held.delete(room);
    for (const { rooms, entries } of silent) for (const room of rooms) hold(room, entries);
  };
}

/** Where somebody of a role is told apart, all of it are told at once: the one who saw something must not be reached past it later. */
const isSilent = ({ entries, within, except }: Telling): boolean =>
  entries.entries.length === 0 && within.length === 0 && except.length === 0;
