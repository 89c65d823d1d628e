import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { COLUMNS, csvOf, recommendationRows } from '../../src/lib/jury/publication/csv.ts';
import { publicRecord } from '../../src/lib/jury/publication/record.ts';
import { juryAfter } from '../support/jury.ts';

const read = (text: string) => parse(text, { bom: true }) as string[][];

describe('the verdict as a table', () => {
  test('[P2] has a row for every recommendation that was voted on, and a name for every column', () => {
    const record = publicRecord(juryAfter('published').jury, {});
    const rows = recommendationRows({ verdict: record?.verdict ?? null });
    expect(rows.map((row) => row.length)).toEqual([COLUMNS.length, COLUMNS.length, COLUMNS.length]);
    const [head, first] = read(csvOf(rows));
    expect(head).toEqual([...COLUMNS]);
    const named = Object.fromEntries(COLUMNS.map((column, at) => [column, first?.[at]]));
    expect(named).toMatchObject({
      id: 'R1',
      outcome: 'adopted',
      for: '18',
      against: '2',
      needed: '14',
      position: 'accepted',
    });
  });

  test.each(['=1+1', '+7 701', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1'])(
    'what a spreadsheet would take for a formula is text: %j',
    (formula) => {
      const [[cell] = []] = read(csvOf([[formula]]));
      expect(cell).toBe(`'${formula}`);
    },
  );

  test('a table before the verdict has its head alone', () => {
    expect(recommendationRows({ verdict: null })).toEqual([[...COLUMNS]]);
  });

  test('everything else comes back as it was', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.string(), { minLength: 2, maxLength: 2 }), { minLength: 1 }), (rows) => {
        const plain = rows.map((row) => row.map((text) => `x${text.replaceAll('\0', '')}`));
        expect(read(csvOf(plain))).toEqual(plain);
      }),
      { seed: 20270118, numRuns: 300 },
    );
  });
});
