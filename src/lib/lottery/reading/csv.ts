/** Comma-separated values as RFC 4180 has them, with any separator and any line end. */

/** Where a text stops being CSV: a quote that nothing closes, or text between a closing quote and the next separator. */
export interface CsvFault {
  readonly line: number;
  readonly reason: 'open-quote' | 'text-after-quote';
}

const SEPARATORS = [',', ';', '\t', '|'] as const;
const [QUOTE, LINE_FEED, RETURN, BLANK] = ['"', '\n', '\r', ' '].map((mark) => mark.charCodeAt(0));

/**
 * Gives each record with the line on which it begins, until `onCells` answers false. It is also asked about a record
 * that has grown to `watch` cells and is not at its end, so that nobody waits for a line of a million columns.
 */
export function scanCsv(
  text: string,
  separator: string,
  watch: number,
  onCells: (cells: string[], line: number) => boolean,
): CsvFault | null {
  const separates = separator.charCodeAt(0);
  let at = 0;
  let line = 1;
  while (at < text.length) {
    const cells: string[] = [];
    const firstLine = line;
    for (;;) {
      let start = at;
      while (text.charCodeAt(start) === BLANK) start += 1;
      if (text.charCodeAt(start) === QUOTE) {
        const close = closingQuote(text, start);
        if (close < 0) return { line, reason: 'open-quote' };
        const cell = text.slice(start + 1, close);
        line += cell.match(/\r\n|\r|\n/g)?.length ?? 0;
        cells.push(cell.replaceAll('""', '"'));
        at = close + 1;
        while (text.charCodeAt(at) === BLANK) at += 1;
        if (cellEnd(text, at, separates) > at) return { line, reason: 'text-after-quote' };
      } else {
        const end = cellEnd(text, start, separates);
        cells.push(text.slice(at, end));
        at = end;
      }
      if (text.charCodeAt(at) !== separates) break;
      at += 1;
      if (cells.length === watch && !onCells(cells, firstLine)) return null;
    }
    at += text.charCodeAt(at) === RETURN && text.charCodeAt(at + 1) === LINE_FEED ? 2 : 1;
    line += 1;
    if (!onCells(cells, firstLine)) return null;
  }
  return null;
}

/** The quote that closes the one at `open`: two in a row stand for one within the cell. */
function closingQuote(text: string, open: number): number {
  let close = text.indexOf('"', open + 1);
  while (close >= 0 && text.charCodeAt(close + 1) === QUOTE) close = text.indexOf('"', close + 2);
  return close;
}

/** Where a cell without quotes ends. */
function cellEnd(text: string, start: number, separates: number): number {
  let at = start;
  for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === separates || code === LINE_FEED || code === RETURN) break;
  }
  return at;
}

const SAMPLE_LENGTH = 65_536;
const SAMPLE_RECORDS = 20;
const SAMPLE_CELLS = 1000;

/** The separator that divides the first records most evenly: as many as can be have the columns of the first. */
export function separatorOf(text: string): string {
  const sample = text.slice(0, SAMPLE_LENGTH);
  let best = { separator: SEPARATORS[0] as string, even: 0, columns: 1 };
  for (const separator of SEPARATORS) {
    const widths: number[] = [];
    scanCsv(sample, separator, SAMPLE_CELLS, (cells) => {
      if (cells.some((cell) => cell.trim() !== '')) widths.push(cells.length);
      return widths.length < SAMPLE_RECORDS && cells.length < SAMPLE_CELLS;
    });
    const columns = widths[0] ?? 1;
    const even = widths.filter((width) => width === columns).length;
    const isBetter = columns > 1 && (even > best.even || (even === best.even && columns > best.columns));
    if (isBetter) best = { separator, even, columns };
  }
  return best.separator;
}
