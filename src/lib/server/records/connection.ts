import Sqlite from 'better-sqlite3';

const FULL = 2;

/**
 * Opens the one connection that writes, and proves with a first write that a commit waits for the disk: better-sqlite3 is built to fall back
 * to `synchronous=NORMAL` in WAL mode unless FULL is asked for by name.
 */
export function openForWriting(path: string): Sqlite.Database {
  const connection = new Sqlite(path);
  connection.pragma('busy_timeout = 5000');
  connection.pragma('journal_mode = WAL');
  connection.pragma('synchronous = FULL');
  connection.pragma('foreign_keys = ON');
  connection.pragma('recursive_triggers = ON');
  connection.pragma('secure_delete = ON');
  return connection;
}

/** Writes about a hundred kilobytes and takes them away again. Throws when the disk refuses or when commits would not be durable. */
export function proveWritable(connection: Sqlite.Database): void {
  connection.prepare('INSERT OR REPLACE INTO probe VALUES (1, zeroblob(98304))').run();
  connection.prepare('UPDATE probe SET filler = NULL').run();
  const mode = connection.pragma('journal_mode', { simple: true });
  const synchronous = connection.pragma('synchronous', { simple: true });
  if (mode !== 'wal' || synchronous !== FULL) {
    throw new Error(
      `Commits would not be durable: journal_mode is ${String(mode)}, synchronous is ${String(synchronous)}.`,
    );
  }
}

export function openForReading(path: string): Sqlite.Database {
  const connection = new Sqlite(path, { readonly: true, fileMustExist: true });
  connection.pragma('busy_timeout = 5000');
  connection.pragma('query_only = ON');
  return connection;
}
