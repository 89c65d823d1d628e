/** What was written and not yet stored by the server, kept on the device: a closed tab or an empty battery loses no keystroke ([V47]). */
import * as Y from 'yjs';
import { fromBase64, toBase64 } from './messages.ts';

export interface KeptChanges {
  /** What earlier pages of this person left behind for this draft. */
  readonly left: readonly Uint8Array[];
  /** Puts what waits on this page in the place of what was kept of it; with nothing waiting, nothing is kept. */
  keep(waiting: readonly Uint8Array[]): void;
  /** Call when what was `left` has arrived. What another page has added to it since stays. */
  forgetLeft(): void;
}

export const keyOf = (jury: string, seat: string, recommendation: string): string =>
  `alqa.together.${jury}.${seat}.${recommendation}`;

/** Every page keeps its own under the number it writes by, so that two tabs do not overwrite each other. */
export function keptChanges(key: string, epoch: string, writer: number, storage: Storage | null): KeptChanges {
  const own = `${key}.${epoch}.${writer}`;
  const others = new Map(
    Object.keys(storage ?? {})
      .filter((name) => name.startsWith(`${key}.`) && name !== own)
      .map((name) => [name, storage?.getItem(name) ?? '']),
  );
  return {
    left: [...others].flatMap(([name, kept]) => (name.startsWith(`${key}.${epoch}.`) ? bytesOf(kept) : [])),
    keep(waiting) {
      if (waiting.length === 0) storage?.removeItem(own);
      else storage?.setItem(own, toBase64(Y.mergeUpdates([...waiting])));
    },
    forgetLeft() {
      for (const [name, kept] of others) if (storage?.getItem(name) === kept) storage.removeItem(name);
    },
  };
}

function bytesOf(kept: string): readonly Uint8Array[] {
  try {
    return [fromBase64(kept)];
  } catch (error) {
    // Not ours: something else has written there.
    if (error instanceof DOMException) return [];
    throw error;
  }
}
