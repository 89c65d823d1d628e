/** The pool as a lottery thread reads it: by a connection of its own, so that the server's thread does not wait for it. */
import { randomInt } from 'node:crypto';
import type { Person, Pool, RecordFiles } from '../../lottery/index.ts';
import { openForReading } from '../records/connection.ts';

export interface PoolSource {
  /** Path of the database file. */
  readonly path: string;
  readonly jury: string;
  /** Whether the pool's households matter, that is, whether at most one person of each may sit. */
  readonly households: boolean;
}

interface Row {
  readonly ticket: string;
  readonly answers: string;
  readonly household: string | null;
}

/** In the order of the tickets. */
export function poolFrom({ path, jury, households }: PoolSource): Pool {
  const sql = 'SELECT ticket, answers, household FROM registrant WHERE jury = ? ORDER BY ticket';
  return rowsFrom<Row>(path, sql, jury).map(({ ticket, answers, household }): Person => ({
    id: ticket,
    values: JSON.parse(answers) as Person['values'],
    ...(households && household !== null ? { household } : {}),
  }));
}

/** The public record of an earlier draw. */
export function recordFilesFrom({ path, jury }: Pick<PoolSource, 'path' | 'jury'>, draw: string): RecordFiles {
  const sql = 'SELECT name, text FROM record_file WHERE jury = ? AND draw = ?';
  const rows = rowsFrom<{ name: string; text: string }>(path, sql, jury, draw);
  return Object.fromEntries(rows.map(({ name, text }) => [name, text])) as unknown as RecordFiles;
}

function rowsFrom<R>(path: string, sql: string, ...parameters: readonly string[]): R[] {
  const connection = openForReading(path);
  try {
    return connection.prepare<unknown[], R>(sql).all(...parameters);
  } finally {
    connection.close();
  }
}

/**
 * [R15] The same answers given to other people, each category by itself: as many of every value, but nobody of the
 * pool. What a rehearsal shows of chances is nobody's chance.
 * @param below gives a whole number from 0 up to, not including, its argument, each equally likely.
 */
export function withColumnsShuffled(pool: Pool, below: (count: number) => number = randomInt): Pool {
  const categories = Object.keys(pool[0]?.values ?? {});
  const columns = categories.map((category) =>
    shuffled(
      pool.map(({ values }) => values[category] ?? ''),
      below,
    ),
  );
  const households = shuffled(
    pool.map(({ household }) => household),
    below,
  );
  return pool.map((_, row) => ({
    id: `rehearsal-${String(row + 1)}`,
    values: Object.fromEntries(categories.map((category, column) => [category, columns[column]?.[row] ?? ''])),
    ...(households[row] === undefined ? {} : { household: households[row] }),
  }));
}

function shuffled<T>(items: readonly T[], below: (count: number) => number): T[] {
  const order = [...items];
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = below(last + 1);
    [order[last], order[other]] = [order[other] as T, order[last] as T];
  }
  return order;
}
