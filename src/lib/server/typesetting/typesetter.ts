/** Sets manuscripts in a thread of their own, one after the other, and remembers the last few: a large verdict takes a good part of a second. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { projectRoot } from '../project-root.ts';
import type { Manuscript } from './manuscript.ts';

export interface Typesetter {
  /**
   * The PDF of this manuscript.
   * @throws Error when it could not be set within the time or the memory that the largest verdict needs many times over
   */
  set(manuscript: Manuscript): Promise<Uint8Array<ArrayBuffer>>;
}

const REMEMBERED = 12;
const SECONDS = 30;
const MEGABYTES = 256;

export function createTypesetter(): Typesetter {
  const known = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();
  let queue: Promise<unknown> = Promise.resolve();

  return {
    set(manuscript) {
      const key = createHash('sha256').update(JSON.stringify(manuscript)).digest('hex');
      const before = known.get(key);
      if (before) return before;
      const setting = queue.then(() => inThread(manuscript));
      queue = setting.catch(() => undefined);
      known.set(key, setting);
      setting.catch(() => known.delete(key));
      const oldest = known.keys().next();
      if (known.size > REMEMBERED && !oldest.done) known.delete(oldest.value);
      return setting;
    },
  };
}

async function inThread(manuscript: Manuscript): Promise<Uint8Array<ArrayBuffer>> {
  // Started from its source by Node itself, for a bundler would not know that it is a program of its own.
  const worker = new Worker(join(projectRoot, 'src/lib/server/typesetting/program.ts'), {
    workerData: manuscript,
    resourceLimits: { maxOldGenerationSizeMb: MEGABYTES },
  });
  let clock: NodeJS.Timeout | undefined;
  try {
    return await new Promise((resolve, reject) => {
      clock = setTimeout(() => reject(new Error(`A PDF was not set within ${SECONDS} s.`)), SECONDS * 1_000);
      worker.once('message', resolve);
      worker.once('error', reject);
      worker.once('exit', (code) => reject(new Error(`The typesetting thread ended with ${String(code)}.`)));
    });
  } finally {
    clearTimeout(clock);
    await worker.terminate();
  }
}
