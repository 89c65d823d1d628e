/** The first visible sheet of an XLSX workbook (ECMA-376 SpreadsheetML), read as the rows of a table. */
import { sheetElements, stringElements } from './sheet.ts';
import { unzip } from './unzip.ts';
import type { ZipFault } from './unzip.ts';
import { xmlReader } from './xml.ts';
import type { Elements } from './xml.ts';

export type WorkbookFault = ZipFault | 'not-a-workbook';

const beginsWith = (bytes: Uint8Array, mark: readonly number[]): boolean =>
  mark.every((byte, at) => bytes[at] === byte);

export const isZip = (bytes: Uint8Array): boolean => beginsWith(bytes, [0x50, 0x4b, 0x03, 0x04]);

/** Excel up to 2003, and any workbook with a password. */
export const isOldWorkbook = (bytes: Uint8Array): boolean => beginsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0]);

/**
 * Gives the rows in their order with their numbers in the sheet, until `onCells` answers false. Formulas are never
 * computed: a cell has the value that the spreadsheet program kept with it, and one without any is given as `=formula`.
 */
export function scanWorkbook(
  bytes: Uint8Array,
  watch: number,
  onCells: (cells: string[], line: number) => boolean,
): WorkbookFault | null {
  let sheetId: string | undefined;
  const targets = new Map<string, string>();
  const contents: Elements = {
    open: (name, attribute) => {
      if (name === 'sheet' && (attribute('state') ?? 'visible') === 'visible') sheetId ??= attribute('r:id');
      if (name === 'Relationship') targets.set(attribute('Id') ?? '', attribute('Target') ?? '');
    },
  };
  const strings: string[] = [];
  const fault =
    readParts(bytes, { 'xl/workbook.xml': contents, 'xl/_rels/workbook.xml.rels': contents }) ??
    readParts(bytes, { 'xl/sharedStrings.xml': stringElements(strings) });
  if (fault) return fault;
  const target = targets.get(sheetId ?? '');
  if (target === undefined) return 'not-a-workbook';
  const path = target.startsWith('/') ? target.slice(1) : `xl/${target}`;
  return readParts(bytes, { [path]: sheetElements(strings, watch, onCells) });
}

function readParts(bytes: Uint8Array, parts: Readonly<Record<string, Elements>>): WorkbookFault | null {
  let isXml = true;
  const fault = unzip(bytes, (name) =>
    Object.hasOwn(parts, name)
      ? xmlReader(parts[name]!, () => {
          isXml = false;
        })
      : null,
  );
  return fault ?? (isXml ? null : 'damaged');
}
