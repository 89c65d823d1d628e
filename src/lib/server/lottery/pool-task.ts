/** Reading uploaded tables, which may have a hundred thousand rows, away from the server's own thread. */
import { poolHash, readPool, uniqueRows } from '../../lottery/index.ts';
import type { Merge, Pool, Problem, ReadPool, Targets } from '../../lottery/index.ts';
import { readTable } from '../../lottery/reading/table.ts';
import type { Figure } from '../../jury/recruitment/selection.ts';
import type { Registrant } from '../records/registrants.ts';
import { figuresOf } from './figures.ts';
import { ticketsFor } from './tickets.ts';

/** What came of a file: its contents, or every problem in it at once. */
export type ReadFile<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problems: readonly Problem[] };

export interface UploadInput {
  readonly bytes: Uint8Array;
}

export interface UploadRead {
  readonly headers: readonly string[];
  /** The first rows, to choose columns by. */
  readonly rows: readonly (readonly string[])[];
  /** The table in one encoding and one separator, whatever it came in. */
  readonly text: string;
}

const ROWS_TO_CHOOSE_BY = 5;

export function readUpload({ bytes }: UploadInput): ReadFile<UploadRead> {
  const table = readTable('respondents', bytes);
  if (!table.ok) return { ok: false, problems: table.error };
  const { headers, rows } = table.value;
  return {
    ok: true,
    value: { headers, rows: rows.slice(0, ROWS_TO_CHOOSE_BY), text: asCsv([headers, ...rows]) },
  };
}

/** Which columns of the table hold what; a name that is empty is a column that the table does not have. */
export interface Columns {
  readonly id: string;
  readonly categories: Readonly<Record<string, string>>;
  readonly household: readonly string[];
  readonly name: string;
  readonly email: string;
  readonly phone: string;
}

export interface PoolInput {
  readonly text: string;
  readonly targets: Targets;
  readonly columns: Columns;
  readonly salt: string;
  /** Groups that are counted as others because they were too small. */
  readonly merges: readonly Merge[];
}

export interface PoolRead {
  /** `Registrant[]` as JSON: they go into the table as one text. */
  readonly registrants: string;
  readonly size: number;
  readonly figures: readonly Figure[];
  /** SHA-256 by which this pool is told from another. */
  readonly sha256: string;
  /** How many people have a combination of answers that nobody else has. */
  readonly uniqueRows: number;
}

export function takePool({ text, targets, columns, salt, merges }: PoolInput): ReadFile<PoolRead> {
  const { id, categories, household } = columns;
  const chosen = { ...(id === '' ? {} : { idColumn: id }), columns: categories, householdColumns: household, merges };
  const read = readPool(text, targets, chosen);
  if (!read.ok) return { ok: false, problems: read.error };
  const registrants = registrantsIn(text, read.value, columns, salt);
  const pool = registrants.map(({ ticket, answers, household: address }): Pool[number] => ({
    id: ticket,
    values: answers,
    ...(address === null ? {} : { household: address }),
  }));
  return {
    ok: true,
    value: {
      registrants: JSON.stringify(registrants),
      size: pool.length,
      figures: figuresOf(pool, targets),
      sha256: poolHash(pool),
      uniqueRows: uniqueRows(pool, targets).count,
    },
  };
}

function registrantsIn(text: string, { pool, headers }: ReadPool, columns: Columns, salt: string): Registrant[] {
  const table = readTable('respondents', text);
  if (!table.ok) throw new Error('A pool that was just read cannot be read again.');
  const { rows } = table.value;
  const tickets = ticketsFor(
    pool.map((person) => person.id),
    salt,
  );
  const cell = (column: string, row: number): string | null => rows[row]?.[headers.indexOf(column)]?.trim() || null;
  return pool.map(({ id, values, household = null }, row) => ({
    ticket: tickets.get(id) ?? '',
    fileId: id,
    answers: values,
    household,
    name: cell(columns.name, row) ?? '',
    email: cell(columns.email, row),
    phone: cell(columns.phone, row),
  }));
}

const asCsv = (rows: readonly (readonly string[])[]): string =>
  rows.map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\n');
