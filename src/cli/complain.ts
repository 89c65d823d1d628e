import { ConfigError } from '../lib/server/config.ts';
import { MigrationError } from '../lib/server/records/migrate.ts';

/** The command was given something that it cannot work with; the message is a whole sentence. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Says a sentence about what was foreseen and sets the exit code; what was not foreseen is a bug and is thrown on. */
export function complain(error: unknown): void {
  if (error instanceof ConfigError || error instanceof UsageError) process.exitCode = 2;
  else if (error instanceof MigrationError) process.exitCode = 1;
  else throw error;
  console.error(error.message);
}
