import type Sqlite from 'better-sqlite3';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Migration {
  readonly name: string;
  readonly sql: string;
  readonly sha256: string;
}

/** The database and the code do not belong together; the message says what to do. */
export class MigrationError extends Error {
  override readonly name = 'MigrationError';
}

/**
 * Brings the database up to the code: each migration that is not yet recorded is applied in a transaction of its own.
 * @throws MigrationError when a migration that was applied has since been edited or when the database is newer than the code.
 */
export function migrate(connection: Sqlite.Database, folder: string): void {
  connection.exec(
    `CREATE TABLE IF NOT EXISTS migration (name TEXT PRIMARY KEY, sha256 TEXT NOT NULL, applied_at INTEGER NOT NULL) STRICT`,
  );
  const migrations = readMigrations(folder);
  refuseNewer(connection, migrations);
  // Immediate, so that of two processes that start at once the second waits and then finds the work done.
  for (const migration of migrations) connection.transaction(() => apply(connection, migration)).immediate();
}

function apply(connection: Sqlite.Database, { name, sql, sha256 }: Migration): void {
  const applied = connection.prepare('SELECT sha256 FROM migration WHERE name = ?').pluck().get(name);
  if (applied === sha256) return;
  if (applied !== undefined) {
    throw new MigrationError(
      `The migration ${name} was edited after it had been applied to this database. Restore the file and add a new migration.`,
    );
  }
  connection.exec(sql);
  connection.prepare('INSERT INTO migration VALUES (?, ?, ?)').run(name, sha256, Date.now());
}

function refuseNewer(connection: Sqlite.Database, migrations: readonly Migration[]): void {
  const known = new Set(migrations.map((migration) => migration.name));
  const applied = connection.prepare('SELECT name FROM migration ORDER BY name').pluck().all() as string[];
  const unknown = applied.find((name) => !known.has(name));
  if (unknown === undefined) return;
  throw new MigrationError(
    `This database was written by a newer Alqa (it has the migration ${unknown}). Start that version, or restore an older copy.`,
  );
}

function readMigrations(folder: string): Migration[] {
  const names = readdirSync(folder).filter((name) => /^\d{4}_[a-z_]+\.sql$/.test(name));
  return names.sort().map((name) => {
    // Git may check text out with other line ends; the law is the same.
    const sql = readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n');
    return { name, sql, sha256: createHash('sha256').update(sql).digest('hex') };
  });
}
