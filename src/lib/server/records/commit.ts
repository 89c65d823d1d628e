import type Sqlite from 'better-sqlite3';
import type { StatementResult, Unit, Value } from './statement.ts';
import type { WriteFailure } from './write-error.ts';

export type Outcome =
  | { readonly ok: true; readonly results: readonly StatementResult[] }
  | { readonly ok: false; readonly failure: WriteFailure };

/** A function that commits many units at once, each all or nothing, and answers in their order. */
export type Commit = (units: readonly Unit[]) => readonly Outcome[];

/**
 * Group commit: one transaction, one wait for the disk, however many units. Each unit has a savepoint of its own, so that a refused unit takes
 * no other with it. An outcome exists only after COMMIT has returned.
 * @throws the SQLite error when the transaction as a whole fails; then nothing of it is stored.
 */
export function committer(connection: Sqlite.Database): Commit {
  const prepared = new Map<string, Sqlite.Statement<Value[]>>();
  const prepare = (sql: string) => {
    const known = prepared.get(sql);
    if (known) return known;
    if (prepared.size >= 500) prepared.clear();
    const statement = connection.prepare<Value[]>(sql);
    prepared.set(sql, statement);
    return statement;
  };
  const run = (sql: string) => prepare(sql).run();

  const carryOut = (unit: Unit): StatementResult[] =>
    unit.map(({ sql, parameters, expect }) => {
      const statement = prepare(sql);
      const values = parameters as Value[];
      const rows = statement.reader ? statement.all(...values) : [];
      const changes = statement.reader ? rows.length : statement.run(...values).changes;
      if (expect !== undefined && changes !== expect)
        throw new Conflict(`expected ${expect} changed rows, got ${changes}`);
      return { changes, rows };
    });

  const attempt = (unit: Unit): Outcome => {
    run('SAVEPOINT unit');
    try {
      const results = carryOut(unit);
      run('RELEASE unit');
      return { ok: true, results };
    } catch (error) {
      // Some errors end the whole transaction by themselves; then no unit of it has happened.
      if (!connection.inTransaction || isDiskError(error)) throw error;
      run('ROLLBACK TO unit');
      run('RELEASE unit');
      return { ok: false, failure: failureOf(error) };
    }
  };

  return (units) => {
    run('BEGIN IMMEDIATE');
    try {
      const outcomes = units.map(attempt);
      run('COMMIT');
      return outcomes;
    } catch (error) {
      if (connection.inTransaction) run('ROLLBACK');
      throw error;
    }
  };
}

class Conflict extends Error {}

/** The disk or the file is at fault, not the statement. */
export function isDiskError(error: unknown): boolean {
  return /^SQLITE_(FULL|IOERR|CANTOPEN|READONLY|CORRUPT|NOTADB)/.test(codeOf(error));
}

export function failureOf(error: unknown): WriteFailure {
  const message = error instanceof Error ? error.message : String(error);
  const code = codeOf(error);
  if (error instanceof Conflict) return { code: 'conflict', message };
  if (code.startsWith('SQLITE_CONSTRAINT')) return { code: 'constraint', message, constraint: code };
  if (code.startsWith('SQLITE_BUSY')) return { code: 'busy', message };
  if (isDiskError(error)) return { code: 'read-only', message: `${code}: ${message}` };
  return { code: 'failed', message };
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
