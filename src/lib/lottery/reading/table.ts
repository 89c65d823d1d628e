/** A table from a file of unknown make: CSV or XLSX, told apart by their first bytes, within limits of size. */
import { normalise } from '../pool.ts';
import { err, ok } from '../result.ts';
import type { Result } from '../result.ts';
import { scanCsv, separatorOf } from './csv.ts';
import { decode } from './decode.ts';
import { folded, suggestionFor } from './near-miss.ts';
import type { Problem } from './problem.ts';
import { isOldWorkbook, isZip, scanWorkbook } from './workbook.ts';

/** Room for 100,000 people with fifty columns, and no more, so that no file can exhaust the memory. */
export const MAX_BYTES = 32 * 1024 * 1024;
export const MAX_ROWS = 200_000;
export const MAX_COLUMNS = 500;
export const MAX_CELLS = 5_000_000;
/** As many characters as Excel puts into a cell. */
export const MAX_CELL_LENGTH = 32_767;

/** A file's first table, its texts normalised. `lines[i]` is the line of the file on which `rows[i]` begins. */
export interface Table {
  readonly headers: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly lines: readonly number[];
}

/** A table that can be read on although something is wrong with it, so that all can be told at once. */
export interface DoubtfulTable extends Table {
  readonly problems: readonly Problem[];
}

type File = Problem['file'];

/** Reads a CSV file (any separator, any encoding that `decode` knows) or the first sheet of an XLSX workbook. */
export function readTable(file: File, content: Uint8Array | string): Result<Table, Problem[]> {
  const table = scanTable(file, content);
  if (!table.ok) return table;
  const { headers, rows, lines, problems } = table.value;
  return problems.length > 0 ? err([...problems]) : ok({ headers, rows, lines });
}

/** As `readTable`, but gives rows too long for the header, or the want of any row, beside what could be read. */
export function scanTable(file: File, content: Uint8Array | string): Result<DoubtfulTable, Problem[]> {
  if (content.length > MAX_BYTES) return err([tooLarge(file, MAX_BYTES / 1024 / 1024, 'megabytes')]);
  const records = new Records(file);
  const isWorkbook = typeof content !== 'string' && isZip(content);
  const fault = isWorkbook ? fillFromWorkbook(content) : fillFromText(content);
  if (fault || records.fault) return err([fault ?? records.fault!]);
  const { rows: all, lines: allLines } = records;
  const [headers = [], ...rows] = all;
  const lines = allLines.slice(1);
  const empty: Problem = { file, code: 'no-rows' };
  if (headers.length === 0) return err([empty]);
  // In a sheet they are notes at the side; in a text they mean that a cell with the separator in it stands without quotes.
  const uneven = rows.flatMap((row, index): Problem[] =>
    row.length > headers.length && !isWorkbook
      ? [{ file, row: lines[index]!, code: 'uneven-row', params: { cells: row.length, columns: headers.length } }]
      : [],
  );
  return ok({ headers, rows, lines, problems: rows.length === 0 ? [empty] : uneven });

  function fillFromText(from: Uint8Array | string): Problem | null {
    if (typeof from !== 'string' && isOldWorkbook(from)) return unreadable('unreadable-workbook', 'old-format');
    const text = typeof from === 'string' ? from.replace(/^\uFEFF/, '') : decode(from);
    if (text.includes('\0')) return unreadable('unreadable-csv', 'not-text');
    const stop = scanCsv(text, separatorOf(text), MAX_COLUMNS + 1, (cells, line) => records.add(cells, line));
    return stop && { ...unreadable('unreadable-csv', stop.reason), row: stop.line };
  }

  function fillFromWorkbook(from: Uint8Array): Problem | null {
    const stop = scanWorkbook(from, MAX_COLUMNS, (cells, line) => records.add(cells, line));
    return stop && unreadable('unreadable-workbook', stop);
  }

  function unreadable(code: Problem['code'], reason: string): Problem {
    return { file, code, params: { reason } };
  }
}

const tooLarge = (file: File, limit: number, unit: string): Problem => ({
  file,
  code: 'too-large',
  params: { limit, unit },
});

/** So many different texts are remembered. */
const MOST_TEXTS = 10_000;

/** Takes the records that hold anything, until a limit is passed. */
class Records {
  readonly rows: string[][] = [];
  readonly lines: number[] = [];
  fault: Problem | null = null;
  readonly #file: File;
  readonly #texts = new Map<string, string>();
  #cells = 0;

  constructor(file: File) {
    this.#file = file;
  }

  /** False: read no further. */
  add(cells: string[], line: number): boolean {
    if (cells.some((cell) => cell.length > MAX_CELL_LENGTH)) {
      this.fault = { ...tooLarge(this.#file, MAX_CELL_LENGTH, 'characters'), row: line };
      return false;
    }
    const row = cells.map((cell) => this.#normalised(cell));
    while (row.at(-1) === '' && row.length > (this.rows[0]?.length ?? Infinity)) row.pop();
    this.#cells += row.length;
    if (row.length > MAX_COLUMNS) {
      this.fault = { file: this.#file, row: line, code: 'too-many-columns', params: { limit: MAX_COLUMNS } };
    } else if (row.some((cell) => cell !== '')) {
      this.rows.push(row);
      this.lines.push(line);
      if (this.rows.length - 1 > MAX_ROWS) this.fault = tooLarge(this.#file, MAX_ROWS, 'rows');
    }
    if (this.#cells > MAX_CELLS) this.fault ??= tooLarge(this.#file, MAX_CELLS, 'cells');
    return this.fault === null;
  }

  /** Most cells of a pool are one of a few values: each is normalised once, and kept once. */
  #normalised(cell: string): string {
    const known = this.#texts.get(cell);
    if (known !== undefined) return known;
    const text = normalise(cell);
    if (this.#texts.size < MOST_TEXTS) this.#texts.set(cell, text);
    return text;
  }
}

/** The place of a column, or what to say when it is absent or there twice. */
export function columnIndex(file: File, headers: readonly string[], name: string): Result<number, Problem> {
  const index = headers.indexOf(normalise(name));
  if (index < 0) return err({ file, row: 1, column: name, code: 'missing-column', ...suggestionFor(name, headers) });
  if (headers.lastIndexOf(headers[index]!) > index) {
    return err({ file, row: 1, column: headers[index]!, code: 'duplicate-column' });
  }
  return ok(index);
}

/** The place of a column that the field writes under any of several names, in any case, with blanks or lines between words. */
export function knownColumn(file: File, headers: readonly string[], names: readonly string[]): Result<number, Problem> {
  const plain = (text: string): string => folded(text).replace(/[_-]/g, '');
  const found = headers.flatMap((header, index) =>
    names.some((name) => plain(name) === plain(header)) ? [index] : [],
  );
  if (found.length > 1) return err({ file, row: 1, column: headers[found[1]!]!, code: 'duplicate-column' });
  return found.length === 1 ? ok(found[0]!) : columnIndex(file, headers, names[0]!);
}
