import { describe, expect, test } from 'vitest';
import { MAX_BYTES, MAX_COLUMNS, readPool, readTargets } from '../../src/lib/lottery/index.ts';
import type { Problem, Targets } from '../../src/lib/lottery/index.ts';
import { workbook, workbookParts, zipped } from './workbook-files.ts';

const targets: Targets = [
  { category: 'gender', value: 'female', min: 1, max: 2 },
  { category: 'gender', value: 'male', min: 1, max: 2 },
];

/** Generous where other tests compete for the machine; a file that is not refused in time takes minutes. */
const SECONDS = 4;
/** Of the heap and outside of it, beyond what the file itself takes. */
const MEGABYTES = 700;

const MILLION = 1_000_000;
const parts = workbookParts([['id', 'gender']]);
const sheetOf = (xml: string): Uint8Array =>
  zipped({ ...parts, 'xl/worksheets/sheet2.xml': `<worksheet><sheetData>${xml}</sheetData></worksheet>` });

/** The archive with another size written where an entry says how much it unpacks to. */
function understated(archive: Uint8Array): Uint8Array {
  const changed = Uint8Array.from(archive);
  const view = new DataView(changed.buffer);
  for (let at = 0; at + 30 < changed.length; at += 1) {
    if (view.getUint32(at, true) === 0x04034b50) view.setUint32(at + 22, 1000, true);
  }
  return changed;
}

describe('a hostile file is refused at once, by name', () => {
  test.each<[string, Problem['code'], () => Uint8Array | string]>([
    ['100 MB', 'too-large', () => new Uint8Array(100 * 1024 * 1024)],
    ['a million columns', 'too-many-columns', () => `id${',c'.repeat(MILLION)}\n1`],
    ['a million columns below a short header', 'too-many-columns', () => `id,gender\n1${',c'.repeat(MILLION)}\n`],
    ['a million empty columns', 'too-many-columns', () => `id,gender${','.repeat(MAX_BYTES - 9)}`],
    ['rows of many empty cells', 'too-large', () => `id,gender\n${`1${','.repeat(400)}x\n`.repeat(70_000)}`],
    ['nothing but line ends', 'too-large', () => '\n'.repeat(MAX_BYTES)],
    ['one line without an end', 'too-large', () => 'x'.repeat(MAX_BYTES)],
    ['one value in every cell', 'missing-column', () => `${'x,x,x,x\n'.repeat(150_000)}`],
    ['one wrong value in every row', 'unknown-value', () => `id,gender\n${'x,x\n'.repeat(150_000)}`],
    ['formulas', 'formula', () => `id,gender\n${'=1+1,=cmd()\n'.repeat(150_000)}`],
    ['a quote that nothing closes', 'unreadable-csv', () => `id,gender\n"${'a,b\n'.repeat(8 * MILLION - 4)}`],
    ['quotes alone', 'unreadable-csv', () => `id,gender\n${'"'.repeat(MAX_BYTES - 11)}`],
    ['quotes in every place', 'unreadable-csv', () => `id,gender\n${'"a"a,'.repeat(6 * MILLION)}`],
    ['zeros', 'unreadable-csv', () => new Uint8Array(MAX_BYTES)],
    [
      'a sheet of a million columns',
      'too-many-columns',
      () => sheetOf(`<row>${'<c><v>1</v></c>'.repeat(MILLION)}</row>`),
    ],
    ['a sheet of a million rows', 'too-large', () => sheetOf('<row><c><v>1</v></c></row>'.repeat(MILLION))],
    ['a sheet nested a million deep', 'unreadable-workbook', () => sheetOf('<a>'.repeat(MILLION))],
    [
      'a sheet that unpacks to too much',
      'unreadable-workbook',
      () => zipped({ ...parts, 'xl/worksheets/sheet2.xml': new Uint8Array(150 * MILLION) }),
    ],
    [
      'a sheet that unpacks to more than it says',
      'unreadable-workbook',
      () => understated(zipped({ ...parts, 'xl/worksheets/sheet2.xml': new Uint8Array(150 * MILLION).fill(32) })),
    ],
    ['a sheet with a single endless comment', 'unreadable-workbook', () => sheetOf(`<!-- ${'>'.repeat(20 * MILLION)}`)],
    [
      'entities within entities',
      'unreadable-workbook',
      () =>
        zipped({
          ...parts,
          'xl/sharedStrings.xml': `<!DOCTYPE s [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><sst><si><t>&b;</t></si><sst>`,
        }),
    ],
  ])(
    '%s: %s',
    (_, code, make) => {
      const file = make();
      const before = process.memoryUsage();
      const start = performance.now();
      const read = readPool(file, targets);
      const seconds = (performance.now() - start) / 1000;
      const after = process.memoryUsage();
      expect(read.ok ? [] : read.error.map((problem) => problem.code)).toContain(code);
      expect(seconds).toBeLessThan(SECONDS);
      expect((after.heapUsed + after.external - before.heapUsed - before.external) / 1e6).toBeLessThan(MEGABYTES);
    },
    60_000,
  );

  test('a table of as many columns as are allowed is read', () => {
    const wide = `id,gender${',c'.repeat(MAX_COLUMNS - 2)}\n1,male\n`.replaceAll(
      /,c/g,
      (_, at: number) => `,c${String(at)}`,
    );
    expect(readPool(wide, targets).ok).toBe(true);
  });

  test('a targets file that crosses two long lists is refused', () => {
    const list = (category: string): string =>
      Array.from({ length: 100 }, (_, at) => `${category},v${String(at)},0,1`).join('\n');
    const read = readTargets(`category,name,min,max\n${list('a')}\n${list('b')}\na × b,v1 × v1,0,1\n`);
    expect(read).toMatchObject({ ok: false, error: [{ code: 'too-large' }] });
  });
});

describe('a large pool', () => {
  const row = (id: number): string =>
    `p${String(id)},${id % 2 ? 'male' : 'female'}${Array.from({ length: 13 }, (_, at) => `,value ${String((id * at) % 7)}`).join('')}`;
  const header = `id,gender${Array.from({ length: 13 }, (_, at) => `,c${String(at)}`).join('')}`;
  const rowsOf = (people: number): string[] => [header, ...Array.from({ length: people }, (_, id) => row(id))];

  test('of 100,000 people and fifteen columns is read in about a second', () => {
    const content = rowsOf(100_000).join('\n');
    const start = performance.now();
    const read = readPool(content, targets);
    expect(read.ok && read.value.pool.length).toBe(100_000);
    expect(performance.now() - start).toBeLessThan(SECONDS * 1000);
  });

  test('is the same from a workbook', () => {
    const rows = rowsOf(10_000);
    expect(readPool(workbook(rows.map((line) => line.split(','))), targets)).toEqual(
      readPool(rows.join('\n'), targets),
    );
  });
});
