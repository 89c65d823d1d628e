import type Sqlite from 'better-sqlite3';
import { DummyDriver, Kysely, SqliteAdapter, SqliteDialect, SqliteIntrospector, SqliteQueryCompiler } from 'kysely';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../project-root.ts';
import { openForReading, openForWriting } from './connection.ts';
import { migrate } from './migrate.ts';
import type { Tables } from './schema.ts';
import type { StatementResult, Unit, Value } from './statement.ts';
import { WriteError } from './write-error.ts';
import { startWriter } from './writer-thread.ts';

export interface Database {
  /** Queries; sees a unit as soon as its `write` has resolved. Writing through it fails. */
  readonly reader: Kysely<Tables>;
  /** The first row that a statement finds, prepared once: for what is asked at every command. */
  findRow<R extends object>(sql: string, parameters: readonly Value[]): Promise<R | undefined>;
  /**
   * Stores all statements of the unit or none, and resolves once they are safe on the disk.
   * @throws WriteError; see its codes.
   */
  write(unit: Unit): Promise<readonly StatementResult[]>;
  /** True while the disk takes no writes; the database tries again every second by itself. */
  readonly readOnly: boolean;
  /** Tells of each change of `readOnly`. Returns the way to stop listening. */
  onReadOnly(listener: (readOnly: boolean, why: string) => void): () => void;
  /** Moves the write-ahead log into the database file and empties it. */
  checkpoint(): Promise<void>;
  /** How many transactions have been committed or tried. */
  readonly commits: number;
  /** Where the database and the uploaded files lie. */
  readonly folder: string;
  /** Stores what is still waiting, then lets go of the files. */
  close(): Promise<void>;
}

/** Opens, and when needed creates or migrates, the database in `folder`. */
export async function openDatabase(folder: string): Promise<Database> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, 'alqa.sqlite');
  const migrating = openForWriting(path);
  try {
    migrate(migrating, join(projectRoot, 'db/migrations'));
  } finally {
    migrating.close();
  }

  const listeners = new Set<(readOnly: boolean, why: string) => void>();
  let readOnly = false;
  let closing: Promise<void> | undefined;
  const writer = await startWriter(path, (writable, why) => {
    if (readOnly === !writable) return;
    readOnly = !writable;
    for (const listener of listeners) listener(readOnly, why);
  });
  const reading = openForReading(path);
  const reader = new Kysely<Tables>({ dialect: new SqliteDialect({ database: reading }) });
  const prepared = new Map<string, Sqlite.Statement<Value[]>>();

  return {
    reader,
    findRow: <R extends object>(sql: string, parameters: readonly Value[]) =>
      new Promise<R | undefined>((resolve) => {
        const statement = prepared.get(sql) ?? reading.prepare<Value[]>(sql);
        prepared.set(sql, statement);
        resolve(statement.get(...parameters) as R | undefined);
      }),
    folder,
    write(unit) {
      if (!readOnly) return writer.write(unit);
      return Promise.reject(new WriteError({ code: 'read-only', message: 'The disk takes no writes at present.' }));
    },
    get readOnly() {
      return readOnly;
    },
    onReadOnly(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    checkpoint: writer.checkpoint,
    get commits() {
      return writer.commits;
    },
    close: () => (closing ??= writer.close().then(() => reader.destroy())),
  };
}

/** Compiles statements for `write`; it is connected to nothing. */
export const compose = new Kysely<Tables>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (connection) => new SqliteIntrospector(connection),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
});
