/** What was written and not yet stored by the server, kept on the device: a closed tab or an empty battery loses no keystroke ([V47]). */
import * as Y from 'yjs';
import { fromBase64, toBase64 } from './messages.ts';

export interface KeptChanges {
  /** What earlier pages of this person left behind for this draft. */
  readonly left: readonly Uint8Array[];
  /** Puts what waits on this page in the place of what was kept of it; with nothing waiting, nothing is kept. */
  keep(waiting: readonly Uint8Array[]): void;
  /** Call when what was `left` has arrived. */
  forgetLeft(): void;
}

export const keyOf = (jury: string, seat: string, recommendation: string): string =>
  `alqa.together.${jury}.${seat}.${recommendation}`;

/** Every page keeps its own under the number it writes by, so that two tabs do not overwrite each other. */
export function keptChanges(key: string, epoch: string, writer: number, storage: Storage | null): KeptChanges {
  const own = `${key}.${epoch}.${writer}`;
  const others = Object.keys(storage ?? {}).filter((name) => name.startsWith(`${key}.`) && name !== own);
  const fitting = others.filter((name) => name.startsWith(`${key}.${epoch}.`));
  return {
    left: fitting.map((name) => fromBase64(storage?.getItem(name) ?? '')),
    keep(waiting) {
      if (waiting.length === 0) storage?.removeItem(own);
      else storage?.setItem(own, toBase64(Y.mergeUpdates([...waiting])));
    },
    forgetLeft: () => others.forEach((name) => storage?.removeItem(name)),
  };
}
