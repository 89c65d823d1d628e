/** What SQLite can keep in a column. */
export type Value = string | number | bigint | Uint8Array | null;

/** One SQL sentence with its parameters. What Kysely's `.compile()` returns fits. */
export interface Statement {
  readonly sql: string;
  readonly parameters: readonly unknown[];
  /** The number of rows that must be changed; any other number fails the unit with `conflict`. */
  readonly expect?: number;
}

export interface StatementResult {
  readonly changes: number;
  /** The rows of a `RETURNING` clause. */
  readonly rows: readonly unknown[];
}

/** Statements that succeed or fail together. */
export type Unit = readonly Statement[];

/** Adds to a statement the number of rows that it must change. */
export function expecting(changes: number, { sql, parameters }: Statement): Statement {
  return { sql, parameters, expect: changes };
}
