import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Database } from './records/database.ts';

export interface Health {
  readonly ok: boolean;
  readonly readOnly: boolean;
  /** The longest that anything had to wait for the event loop since the last look, in milliseconds. */
  readonly longestWaitMs: number;
}

const TOO_LONG_MS = 1000;

/** Begins to watch; each call of the result tells what happened since the one before it. */
export function watchHealth(database: Pick<Database, 'readOnly'>): () => Health {
  const waits = monitorEventLoopDelay({ resolution: 20 });
  waits.enable();
  return () => {
    // The histogram counts the 20 ms between its own ticks too.
    const longestWaitMs = Math.max(0, Math.round(waits.max / 1e6) - 20);
    waits.reset();
    const { readOnly } = database;
    return { ok: !readOnly && longestWaitMs < TOO_LONG_MS, readOnly, longestWaitMs };
  };
}
