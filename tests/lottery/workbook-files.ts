import { strToU8, zipSync } from 'fflate';

const letters = (column: number): string =>
  column < 26
    ? String.fromCharCode(65 + column)
    : letters(Math.floor(column / 26) - 1) + String.fromCharCode(65 + (column % 26));

const escaped = (text: string): string => text.replace(/[<&]/g, (mark) => `&#${String(mark.charCodeAt(0))};`);

/** A cell as XML: a text becomes a shared string, anything else is taken as it stands. */
export type Cell = string | { readonly xml: string };

/** The files of a workbook with this as its first visible sheet. */
export function workbookParts(rows: readonly (readonly Cell[])[]): Record<string, string> {
  const strings = new Map<string, number>();
  const cellXml = (cell: Cell, row: number, column: number): string => {
    const reference = `${letters(column)}${String(row + 1)}`;
    if (typeof cell !== 'string') return cell.xml.replace('<c', `<c r="${reference}"`);
    if (cell === '') return '';
    const place = strings.get(cell) ?? strings.size;
    strings.set(cell, place);
    return `<c r="${reference}" t="s"><v>${String(place)}</v></c>`;
  };
  const sheet = rows.map(
    (cells, row) =>
      `<row r="${String(row + 1)}">${cells.map((cell, column) => cellXml(cell, row, column)).join('')}</row>`,
  );
  return {
    'xl/workbook.xml':
      '<workbook><sheets><sheet name="old" state="hidden" r:id="rId1"/><sheet name="Pool" state="visible" r:id="rId2"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Target="/xl/worksheets/sheet2.xml"/></Relationships>',
    'xl/worksheets/sheet1.xml': '<worksheet><sheetData/></worksheet>',
    'xl/worksheets/sheet2.xml': `<?xml version="1.0"?>\n<x:worksheet xmlns:x="y"><x:sheetData>${sheet.join('')}</x:sheetData></x:worksheet>`,
    'xl/sharedStrings.xml': `<sst>${[...strings.keys()].map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`).join('')}</sst>`,
  };
}

export const zipped = (parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part]),
    ),
  );

export const workbook = (rows: readonly (readonly Cell[])[]): Uint8Array => zipped(workbookParts(rows));
