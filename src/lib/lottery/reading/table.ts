import { CsvError, parse } from 'csv-parse/browser/esm/sync';
import { normalise } from '../pool.ts';
import { suggestionFor } from './problem.ts';
import type { Problem } from './problem.ts';
import { err, ok } from '../result.ts';
import type { Result } from '../result.ts';

export const MAX_BYTES = 5 * 1024 * 1024;
export const MAX_ROWS = 100_000;

/** A CSV file, its texts normalised. `lines[i]` is the line of the file on which `rows[i]` begins. */
export interface Table {
  readonly headers: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly lines: readonly number[];
}

/** Reads a CSV file, whatever its separator (comma, semicolon, tab) and its encoding among those `decode` knows. */
export function readTable(file: Problem['file'], content: Uint8Array | string): Result<Table, Problem[]> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  if (bytes.length > MAX_BYTES) {
    return err([{ file, code: 'too-large', params: { limit: MAX_BYTES / 1024 / 1024, unit: 'megabytes' } }]);
  }
  const text = decode(bytes);
  let records: Record[];
  try {
    records = parse(text, {
      delimiter: separatorOf(text),
      info: true,
      relax_column_count: true,
      skip_records_with_empty_values: true,
    }) as unknown as Record[];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error['lines'] === 'number' ? { row: error['lines'] } : {};
    return err([{ file, ...line, code: 'unreadable-csv', params: { reason: error.code } }]);
  }
  if (records.length - 1 > MAX_ROWS) {
    return err([{ file, code: 'too-large', params: { limit: MAX_ROWS, unit: 'rows' } }]);
  }
  const [headers = [], ...rows] = records.map(({ record }) => record.map(normalise));
  const lines = records.slice(1).map(firstLine);
  const problems = rows.flatMap((row, index): Problem[] =>
    row.slice(headers.length).some((cell) => cell !== '')
      ? [{ file, row: lines[index]!, code: 'uneven-row', params: { cells: row.length, columns: headers.length } }]
      : [],
  );
  if (headers.length === 0 || rows.length === 0) problems.push({ file, code: 'no-rows' });
  return problems.length > 0 ? err(problems) : ok({ headers, rows, lines });
}

interface Record {
  readonly record: string[];
  readonly info: { readonly lines: number };
}

/** The parser counts the line on which a row ends; a quoted cell may have begun it further up. */
function firstLine({ record, info }: Record): number {
  return info.lines - record.reduce((breaks, cell) => breaks + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 0);
}

/** UTF-8 and, by its mark, UTF-16 (Excel's "Unicode text"); anything else is taken for Windows-1251. */
function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return new TextDecoder('windows-1251').decode(bytes);
  }
}

/** The separator that the first line uses most. */
function separatorOf(text: string): string {
  const header = text
    .trimStart()
    .split(/[\r\n]/, 1)[0]!
    .replace(/"[^"]*"/g, '');
  const times = (separator: string): number => header.split(separator).length;
  return [',', ';', '\t'].reduce((best, other) => (times(other) > times(best) ? other : best));
}

/** The place of a column, or what to say when it is absent or there twice. */
export function columnIndex(file: Problem['file'], headers: readonly string[], name: string): Result<number, Problem> {
  const index = headers.indexOf(normalise(name));
  if (index < 0) return err({ file, row: 1, column: name, code: 'missing-column', ...suggestionFor(name, headers) });
  if (headers.lastIndexOf(headers[index]!) > index) {
    return err({ file, row: 1, column: headers[index]!, code: 'duplicate-column' });
  }
  return ok(index);
}
