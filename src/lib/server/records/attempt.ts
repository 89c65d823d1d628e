import { ok, refuse, type Result } from '../../jury/result.ts';
import type { Database } from './database.ts';
import type { StatementResult, Unit } from './statement.ts';
import { WriteError } from './write-error.ts';

/** Writes a unit; a disk that takes no writes is a refusal, every other failure is thrown as WriteError. */
export async function attempt(database: Database, unit: Unit): Promise<Result<readonly StatementResult[]>> {
  try {
    return ok(await database.write(unit));
  } catch (error) {
    if (error instanceof WriteError && (error.code === 'read-only' || error.code === 'busy'))
      return refuse('read-only');
    throw error;
  }
}
