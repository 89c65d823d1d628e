/** What the elements of a sheet and of its table of strings mean. */
import type { Elements } from './xml.ts';

/** Fills `strings` from sharedStrings.xml. A string may be in several runs; `rPh` says how it is pronounced. */
export function stringElements(strings: string[]): Elements {
  let text = '';
  let inText = false;
  let inPhonetic = false;
  return {
    open: (name) => {
      if (name === 'si') text = '';
      if (name === 'rPh') inPhonetic = true;
      inText = name === 't' && !inPhonetic;
    },
    text: (piece) => {
      if (inText) text += piece;
    },
    close: (name) => {
      inText = false;
      if (name === 'rPh') inPhonetic = false;
      if (name === 'si') strings.push(text);
      return true;
    },
  };
}

/** Gives each row of a sheet that holds anything. A row that passes `watch` columns is given at once, so far. */
export function sheetElements(
  strings: readonly string[],
  watch: number,
  onCells: (cells: string[], line: number) => boolean,
): Elements {
  let line = 0;
  let cells: string[] = [];
  let column = -1;
  let kind = '';
  let value = '';
  let formula = '';
  let within = '';
  return {
    open: (name, attribute) => {
      within = name;
      if (name === 'row') {
        line = Number(attribute('r')) || line + 1;
        cells = [];
        column = -1;
      } else if (name === 'c') {
        column = columnOf(attribute('r')) ?? column + 1;
        kind = attribute('t') ?? 'n';
        value = '';
        formula = '';
      }
    },
    text: (piece) => {
      if (within === 'v' || (within === 't' && kind === 'inlineStr')) value += piece;
      if (within === 'f') formula += piece;
    },
    close: (name) => {
      within = '';
      if (name === 'row') return cells.length === 0 || onCells(cells, line);
      if (name !== 'c') return true;
      const shown = value === '' && formula !== '' ? `=${formula}` : shownValue(kind, value, strings);
      if (shown === '') return true;
      const place = Math.min(column, watch);
      while (cells.length < place) cells.push('');
      cells[place] = shown;
      return place < watch || onCells(cells, line);
    },
  };
}

function shownValue(kind: string, value: string, strings: readonly string[]): string {
  if (kind === 's') return strings[Number(value)] ?? '#REF!';
  if (kind === 'b') return value === '1' ? 'TRUE' : 'FALSE';
  const number = Number(value);
  if (kind !== 'n' || value === '' || Number.isNaN(number) || Number.isSafeInteger(number)) return value;
  // Fractions are kept with more digits than anybody typed: 0.28000000000000003.
  return String(Number(number.toPrecision(15)));
}

/** The place of the column in a reference such as `AB12`, from 0. */
function columnOf(reference: string | undefined): number | undefined {
  let column = 0;
  for (let at = 0; reference !== undefined && at < 3; at += 1) {
    const letter = reference.charCodeAt(at) - 64;
    if (!(letter >= 1 && letter <= 26)) break;
    column = column * 26 + letter;
  }
  return column === 0 ? undefined : column - 1;
}
