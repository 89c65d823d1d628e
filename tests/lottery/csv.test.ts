import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scanCsv, separatorOf } from '../../src/lib/lottery/reading/csv.ts';
import { readTable } from '../../src/lib/lottery/reading/table.ts';

const separators = fc.constantFrom(',', ';', '\t', '|');
const lineEnds = fc.constantFrom('\n', '\r\n', '\r');

const cell = fc.string({
  unit: fc.constantFrom('a', 'Қ', 'я', '1', ' ', ',', ';', '\t', '|', '"', '\n', '.'),
  maxLength: 6,
});
const tables = fc
  .tuple(fc.integer({ min: 2, max: 5 }), fc.integer({ min: 1, max: 12 }))
  .chain(([columns, rows]) =>
    fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }),
  )
  .map((rows) => rows.map((cells, row) => [`r${String(row)}`, ...cells]));

function written(rows: readonly (readonly string[])[], separator: string, lineEnd: string, quoteAll: boolean): string {
  const special = new RegExp(`["\\n\\r${separator}]|^\\s*"`);
  const asCell = (text: string): string => (quoteAll || special.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return rows.map((cells) => cells.map(asCell).join(separator)).join(lineEnd);
}

function scanned(text: string, separator: string): string[][] {
  const rows: string[][] = [];
  expect(scanCsv(text, separator, 1000, (cells) => rows.push(cells) > 0)).toBeNull();
  return rows;
}

describe('CSV', () => {
  test('is read as it was written, and as csv-parse reads it', () => {
    fc.assert(
      fc.property(tables, separators, lineEnds, fc.boolean(), (rows, separator, lineEnd, quoteAll) => {
        const text = written(rows, separator, lineEnd, quoteAll);
        expect(scanned(text, separator)).toEqual(rows);
        expect(parse(text, { delimiter: separator, record_delimiter: lineEnd })).toEqual(rows);
      }),
    );
  });

  test('is the same table in whatever separator, line end and encoding', () => {
    const encodings: readonly ((text: string) => Uint8Array)[] = [
      (text) => new TextEncoder().encode(text),
      (text) => new TextEncoder().encode(`\uFEFF${text}`),
      (text) => new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le')),
      (text) => new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()),
    ];
    const plain = fc.array(
      fc.array(fc.constantFrom('Қала', 'село', '16-29', 'a, b', 'c; d', '1|2'), { minLength: 3, maxLength: 3 }),
      {
        minLength: 2,
        maxLength: 12,
      },
    );
    fc.assert(
      fc.property(plain, separators, lineEnds, fc.constantFrom(...encodings), (rows, separator, lineEnd, encode) => {
        const table = readTable('respondents', encode(written(rows, separator, lineEnd, false)));
        expect(table).toMatchObject({ ok: true, value: { headers: rows[0], rows: rows.slice(1) } });
      }),
    );
  });

  test.each([
    ['commas within quotes', '"a, b, c, d";x\n1;2\n', ';'],
    ['a first line with many commas', 'id;age, in years, at least, about\np1;3\np2;4\n', ';'],
    ['decimal commas', 'id|share\na|1,5\nb|2,5\n', '|'],
    ['a single column', 'id\n1\n2\n', ','],
  ])('has its separator told among %s', (_, text, separator) => {
    expect(separatorOf(text)).toBe(separator);
  });

  test('has the line told on which a record begins, or on which it breaks', () => {
    const lines: number[] = [];
    const text = 'a,b\r\n"two\r\nlines",x\r\n\r\ny,z\r\n"open';
    const fault = scanCsv(text, ',', 1000, (_, line) => lines.push(line) > 0);
    expect(lines).toEqual([1, 2, 4, 5]);
    expect(fault).toEqual({ line: 6, reason: 'open-quote' });
  });
});
