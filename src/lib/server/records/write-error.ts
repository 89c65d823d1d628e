/**
 * Why a unit was not written.
 * - `conflict`: a statement changed another number of rows than it expected
 * - `constraint`: the law of the schema forbids it; `constraint` holds SQLite's extended code
 * - `busy`: another process held the database for too long
 * - `read-only`: the disk does not take writes at present
 * - `closed`: the database is closed
 * - `failed`: anything else; a bug
 */
export type WriteErrorCode = 'conflict' | 'constraint' | 'busy' | 'read-only' | 'closed' | 'failed';

/** A failed unit as it crosses from the writer thread. */
export interface WriteFailure {
  readonly code: WriteErrorCode;
  readonly message: string;
  readonly constraint?: string;
}

export class WriteError extends Error {
  readonly code: WriteErrorCode;
  readonly constraint: string | undefined;

  constructor(failure: WriteFailure) {
    super(failure.message);
    this.name = 'WriteError';
    this.code = failure.code;
    this.constraint = failure.constraint;
  }
}
