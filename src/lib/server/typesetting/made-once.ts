/** Makes files in a thread of their own, one after the other, and remembers the last few: each takes a good part of a second. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { projectRoot } from '../project-root.ts';

const REMEMBERED = 12;
const SECONDS = 30;
const MEGABYTES = 256;

/**
 * @param program a file of this folder that answers its draft with the bytes of the file
 * @returns the bytes for a draft; many who ask for one file wait for one making
 * @throws Error when it could not be made within the time or the memory that the largest needs many times over
 */
export function madeOnce<Draft>(program: string): (draft: Draft) => Promise<Uint8Array<ArrayBuffer>> {
  const known = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();
  let queue: Promise<unknown> = Promise.resolve();

  return (draft) => {
    const key = createHash('sha256').update(JSON.stringify(draft)).digest('hex');
    const before = known.get(key);
    if (before) return before;
    const making = queue.then(() => inThread(program, draft));
    queue = making.catch(() => undefined);
    known.set(key, making);
    making.catch(() => known.delete(key));
    const oldest = known.keys().next();
    if (known.size > REMEMBERED && !oldest.done) known.delete(oldest.value);
    return making;
  };
}

async function inThread(program: string, draft: unknown): Promise<Uint8Array<ArrayBuffer>> {
  // Started from its source by Node itself, for a bundler would not know that it is a program of its own.
  const worker = new Worker(join(projectRoot, 'src/lib/server/typesetting', program), {
    workerData: draft,
    resourceLimits: { maxOldGenerationSizeMb: MEGABYTES },
  });
  let clock: NodeJS.Timeout | undefined;
  try {
    return await new Promise((resolve, reject) => {
      clock = setTimeout(() => reject(new Error(`${program} did not end within ${SECONDS} s.`)), SECONDS * 1_000);
      worker.once('message', resolve);
      worker.once('error', reject);
      worker.once('exit', (code) => reject(new Error(`${program} ended with ${String(code)}.`)));
    });
  } finally {
    clearTimeout(clock);
    await worker.terminate();
  }
}
