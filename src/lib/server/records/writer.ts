/** The writer thread: owns the only connection that writes, so that the event loop never waits for the disk. */
import type Sqlite from 'better-sqlite3';
import { parentPort, workerData } from 'node:worker_threads';
import { committer, failureOf, isDiskError, type Commit, type Outcome } from './commit.ts';
import { openForWriting, proveWritable } from './connection.ts';
import type { Letter, Reply, Request } from './writer-protocol.ts';

const PROBE_EVERY_MS = 1000;
/** So long, and at these intervals, it is tried to empty the log while others read or copy it. Milliseconds. */
const PATIENCE_MS = 5000;
const BETWEEN_MS = 20;

if (!parentPort) throw new Error('The writer runs as a thread of the server.');
const port = parentPort;
const { path } = workerData as { path: string };

let connection: Sqlite.Database = openForWriting(path);
let commit: Commit = committer(connection);
let probe: NodeJS.Timeout | undefined;
proveWritable(connection);

const tell = (reply: Reply) => port.postMessage(reply);

port.on('message', (letter: Letter) => tell({ type: 'done', id: letter.id, outcomes: answer(letter) }));
tell({ type: 'ready' });

function answer(request: Request): readonly Outcome[] {
  try {
    return carryOut(request);
  } catch (error) {
    if (isDiskError(error)) stopWriting(failureOf(error).message);
    const count = request.type === 'commit' ? request.units.length : 1;
    return Array.from({ length: count }, () => ({ ok: false, failure: failureOf(error) }));
  }
}

function carryOut(request: Request): readonly Outcome[] {
  switch (request.type) {
    case 'commit':
      return commit(request.units);
    case 'checkpoint':
      emptyTheLog();
      return [done];
    case 'close':
      clearTimeout(probe);
      connection.close();
      setImmediate(() => port.close());
      return [done];
  }
}

/** What was erased lies in the log until this is done, so that an attempt which came to nothing must not look like one that did. */
function emptyTheLog(): void {
  const began = performance.now();
  while (connection.pragma('wal_checkpoint(TRUNCATE)', { simple: true }) !== 0) {
    if (performance.now() - began > PATIENCE_MS) throw new Error('The log was not emptied: somebody kept reading it.');
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, BETWEEN_MS);
  }
}

const done: Outcome = { ok: true, results: [] };

/** After a disk error nothing is acknowledged until a fresh connection has written and the file has been checked. */
function stopWriting(why: string): void {
  tell({ type: 'disk', writable: false, why });
  clearTimeout(probe);
  probe = setTimeout(tryAgain, PROBE_EVERY_MS);
}

function tryAgain(): void {
  try {
    if (connection.open) connection.close();
    connection = openForWriting(path);
    proveWritable(connection);
    const verdict = connection.pragma('quick_check(1)', { simple: true });
    if (verdict !== 'ok') throw new Error(`The database is damaged: ${String(verdict)}`);
    commit = committer(connection);
    tell({ type: 'disk', writable: true, why: '' });
  } catch (error) {
    stopWriting(error instanceof Error ? error.message : String(error));
  }
}
