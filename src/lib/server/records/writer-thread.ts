import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { projectRoot } from '../project-root.ts';
import type { Outcome } from './commit.ts';
import type { StatementResult, Unit } from './statement.ts';
import { WriteError, type WriteFailure } from './write-error.ts';
import type { Letter, Reply, Request } from './writer-protocol.ts';

interface Waiting {
  readonly unit: Unit;
  readonly resolve: (results: readonly StatementResult[]) => void;
  readonly reject: (error: WriteError) => void;
}

/** The main thread's end of the writer. Units that arrive while a commit is under way travel together in the next message. */
export interface WriterThread {
  write(unit: Unit): Promise<readonly StatementResult[]>;
  checkpoint(): Promise<void>;
  /** Writes what is waiting, then ends the thread. */
  close(): Promise<void>;
  /** How many transactions have been asked for. */
  readonly commits: number;
}

/** Starts the thread and waits until it has proved that commits are durable. `onDisk` hears when the disk stops or resumes taking writes. */
export async function startWriter(
  path: string,
  onDisk: (writable: boolean, why: string) => void,
): Promise<WriterThread> {
  // Started from its source by Node itself, for a bundler would not know that it is a program of its own.
  const worker = new Worker(join(projectRoot, 'src/lib/server/records/writer.ts'), { workerData: { path } });
  const unanswered = new Map<number, (outcomes: readonly Outcome[]) => void>();
  let waiting: Waiting[] = [];
  let letters = 0;
  let commits = 0;
  let committing: Promise<void> | undefined;
  let ended: WriteFailure | undefined;

  await new Promise<void>((resolve, reject) => {
    worker.once('error', reject);
    worker.on('message', (reply: Reply) => {
      if (reply.type === 'ready') resolve();
      else if (reply.type === 'disk') onDisk(reply.writable, reply.why);
      else {
        unanswered.get(reply.id)?.(reply.outcomes);
        unanswered.delete(reply.id);
      }
    });
  });
  worker.on('error', (error) => {
    ended = { code: 'failed', message: `The writer thread failed: ${String(error)}` };
    onDisk(false, ended.message);
    for (const answer of unanswered.values()) answer([]);
    unanswered.clear();
  });

  const ask = (request: Request) =>
    new Promise<readonly Outcome[]>((resolve) => {
      if (ended) return resolve([]);
      letters += 1;
      unanswered.set(letters, resolve);
      worker.postMessage({ ...request, id: letters } satisfies Letter);
    });

  const settle = ({ resolve, reject }: Omit<Waiting, 'unit'>, outcome: Outcome | undefined) => {
    if (outcome?.ok) resolve(outcome.results);
    else reject(new WriteError(outcome?.failure ?? ended ?? { code: 'failed', message: 'The writer gave no answer.' }));
  };

  const commitWaiting = async () => {
    // Not at once: what else this turn of the event loop brings shall share the commit.
    await new Promise(setImmediate);
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      commits += 1;
      const outcomes = await ask({ type: 'commit', units: batch.map(({ unit }) => unit) });
      batch.forEach((entry, index) => settle(entry, outcomes[index]));
    }
    committing = undefined;
  };

  const askOnce = async (request: Request) => {
    const [outcome] = await ask(request);
    await new Promise((resolve, reject) => settle({ resolve, reject }, outcome));
  };

  return {
    write: (unit) =>
      new Promise((resolve, reject) => {
        if (ended) return reject(new WriteError(ended));
        if (!unit.every(isBindable)) return reject(new WriteError(UNBINDABLE));
        waiting.push({ unit: unit.map(bare), resolve, reject });
        committing ??= commitWaiting();
      }),
    checkpoint: () => askOnce({ type: 'checkpoint' }),
    close: async () => {
      await committing;
      const closed = askOnce({ type: 'close' });
      ended ??= { code: 'closed', message: 'The database is closed.' };
      await closed;
    },
    get commits() {
      return commits;
    },
  };
}

/** Without the syntax tree that Kysely hangs on its statements, which must not be copied between threads. */
function bare({ sql, parameters, expect }: Unit[number]): Unit[number] {
  return expect === undefined ? { sql, parameters } : { sql, parameters, expect };
}

const UNBINDABLE: WriteFailure = { code: 'failed', message: 'A parameter is not a value that SQLite can keep.' };

/** Anything else could not cross to the thread, and the units beside it would wait for an answer for ever. */
function isBindable({ parameters }: Unit[number]): boolean {
  return parameters.every((value) => {
    return value === null || ['string', 'number', 'bigint'].includes(typeof value) || value instanceof Uint8Array;
  });
}
