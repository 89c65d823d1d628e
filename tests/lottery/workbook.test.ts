import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPool, readTargets } from '../../src/lib/lottery/index.ts';
import type { Targets } from '../../src/lib/lottery/index.ts';
import { readTable } from '../../src/lib/lottery/reading/table.ts';
import { workbook, workbookParts, zipped } from './workbook-files.ts';

const targets: Targets = [
  { category: 'gender', value: 'female', min: 1, max: 2 },
  { category: 'gender', value: 'male', min: 0, max: 1 },
];
const HEADER = ['category', 'name', 'min', 'max'];
const number = (value: number): { xml: string } => ({ xml: `<c><v>${String(value)}</v></c>` });
const readRows = (file: Uint8Array) => {
  const table = readTable('respondents', file);
  return table.ok ? [table.value.headers, ...table.value.rows] : table.error;
};

describe('an XLSX workbook', () => {
  test('is read as a categories file and as a pool, from its first visible sheet', () => {
    const categories = workbook([
      HEADER,
      ['gender', 'female', number(1), number(2)],
      ['gender', 'male', number(0), number(1)],
    ]);
    expect(readTargets(categories)).toEqual({ ok: true, value: targets });
    const pool = workbook([
      ['id', 'gender'],
      [number(7), 'female'],
    ]);
    expect(readPool(pool, targets)).toMatchObject({
      ok: true,
      value: { pool: [{ id: '7', values: { gender: 'female' } }] },
    });
  });

  test('may have gaps, entities, runs of text, truths, fractions and notes at the side', () => {
    const file = workbook([
      ['id', 'a & b', 'c'],
      [],
      ['', '', ''],
      [
        'p1',
        { xml: '<c t="inlineStr"><is><r><t>North </t></r><r><t>Side</t></r></is></c>' },
        number(0.28000000000000003),
      ],
      ['p2', '', { xml: '<c t="b"><v>1</v></c>' }, 'a note'],
    ]);
    expect(readRows(file)).toEqual([
      ['id', 'a & b', 'c'],
      ['p1', 'North Side', '0.28'],
      ['p2', '', 'TRUE'],
    ]);
  });

  test('has a formula read by the value kept with it, and refused without one where it is needed', () => {
    const cell = (value: string) => ({ xml: `<c t="str"><f>IF(A1,"male","female")</f>${value}</c>` });
    const read = (value: string) =>
      readPool(
        workbook([
          ['id', 'gender', 'note'],
          ['p1', cell(value), cell('')],
        ]),
        targets,
      );
    expect(read('<v>male</v>')).toMatchObject({ ok: true, value: { pool: [{ values: { gender: 'male' } }] } });
    expect(read('')).toMatchObject({ ok: false, error: [{ row: 2, column: 'gender', code: 'formula' }] });
  });

  test('names the row of the sheet', () => {
    const file = workbook([['id', 'gender'], [], ['p1', 'Male']]);
    expect(readPool(file, targets)).toMatchObject({ ok: false, error: [{ row: 3, suggestion: 'male' }] });
  });

  test.each<[string, Uint8Array, string]>([
    ['a zip archive of something else', zipped({ 'a.txt': 'hello' }), 'not-a-workbook'],
    ['a workbook of old', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1), 'old-format'],
    [
      'a broken sheet',
      zipped({ ...workbookParts([HEADER]), 'xl/worksheets/sheet2.xml': '<worksheet><row' }),
      'damaged',
    ],
    ['a cut file', workbook([HEADER, HEADER]).slice(0, 700), 'damaged'],
  ])('is refused as %s', (_, file, reason) => {
    expect(readTable('categories', file)).toEqual({
      ok: false,
      error: [{ file: 'categories', code: 'unreadable-workbook', params: { reason } }],
    });
  });

  test('is answered for whatever happened to its bytes', () => {
    const sound = workbook([HEADER, ['gender', 'female', number(1), number(2)]]);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(sound.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 }),
        (changes) => {
          const damaged = Uint8Array.from(sound);
          for (const [at, byte] of changes) damaged[at] = byte;
          expect(typeof readTable('categories', damaged).ok).toBe('boolean');
        },
      ),
      { numRuns: 2000 },
    );
  });
});
