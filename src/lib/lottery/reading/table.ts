/** A table from a file of unknown make: CSV or XLSX, told apart by their first bytes, within limits of size. */
import { normalise } from '../pool.ts';
import { err, ok } from '../result.ts';
import type { Result } from '../result.ts';
import { scanCsv, separatorOf } from './csv.ts';
import { decode } from './decode.ts';
import { folded, suggestionFor } from './near-miss.ts';
import { Problems } from './problem.ts';
import type { Problem } from './problem.ts';
import { MAX_BYTES, MAX_COLUMNS, Records, tooLarge } from './records.ts';
import { isOldWorkbook, isZip, scanWorkbook } from './workbook.ts';

export { MAX_BYTES } from './records.ts';

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
  const fault = isWorkbook ? fillFromWorkbook(records, content) : fillFromText(records, content);
  if (fault) return err([{ file, ...fault }]);
  if (records.fault) return err([records.fault]);

  const [headers, ...rows] = records.rows;
  const lines = records.lines.slice(1);
  const empty: Problem = { file, code: 'no-rows' };
  if (!headers) return err([empty]);
  // Cells at the side of a sheet are notes. In a text they mean that a cell with the separator in it has no quotes.
  if (isWorkbook) rows.forEach((row) => row.splice(headers.length));
  const problems = new Problems(file);
  if (rows.length === 0) problems.add(empty);
  rows.forEach((row, index) => {
    const params = { cells: row.length, columns: headers.length };
    if (row.length > headers.length) problems.add({ file, row: lines[index]!, code: 'uneven-row', params });
  });
  return ok({ headers, rows, lines, problems: problems.list() });
}

type Unreadable = Omit<Problem, 'file'> | null;

function fillFromText(records: Records, content: Uint8Array | string): Unreadable {
  if (typeof content !== 'string' && isOldWorkbook(content)) {
    return { code: 'unreadable-workbook', params: { reason: 'old-format' } };
  }
  const text = typeof content === 'string' ? content.replace(/^\uFEFF/, '') : decode(content);
  if (text.includes('\0')) return { code: 'unreadable-csv', params: { reason: 'not-text' } };
  const fault = scanCsv(text, separatorOf(text), MAX_COLUMNS + 1, (cells, line) => records.add(cells, line));
  return fault && { code: 'unreadable-csv', row: fault.line, params: { reason: fault.reason } };
}

function fillFromWorkbook(records: Records, content: Uint8Array): Unreadable {
  const reason = scanWorkbook(content, MAX_COLUMNS, (cells, line) => records.add(cells, line));
  return reason && { code: 'unreadable-workbook', params: { reason } };
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
