/** The records of a file while it is read, within limits, so that no file can exhaust the memory. */
import { normalise } from '../pool.ts';
import type { Problem } from './problem.ts';

/** Room for 100,000 people with fifty columns. */
export const MAX_BYTES = 32 * 1024 * 1024;
export const MAX_ROWS = 200_000;
export const MAX_COLUMNS = 500;
export const MAX_CELLS = 5_000_000;
/** As many characters as Excel puts into a cell. */
export const MAX_CELL_LENGTH = 32_767;

/** So many different texts are remembered. */
const MOST_TEXTS = 10_000;

export const tooLarge = (file: Problem['file'], limit: number, unit: string): Problem => ({
  file,
  code: 'too-large',
  params: { limit, unit },
});

/** Takes the records that hold anything, until a limit is passed. The first is the header. */
export class Records {
  readonly rows: string[][] = [];
  readonly lines: number[] = [];
  /** Which limit was passed. */
  fault: Problem | null = null;
  readonly #file: Problem['file'];
  readonly #texts = new Map<string, string>();
  #cells = 0;

  constructor(file: Problem['file']) {
    this.#file = file;
  }

  /** False: read no further. */
  add(cells: string[], line: number): boolean {
    this.#cells += cells.length;
    this.fault = this.#passedLimit(cells, line);
    if (this.fault) return false;
    const row = cells.map((cell) => this.#normalised(cell));
    if (row.every((cell) => cell === '')) return true;
    while (row.at(-1) === '' && row.length > (this.rows[0]?.length ?? Infinity)) row.pop();
    this.rows.push(row);
    this.lines.push(line);
    return true;
  }

  #passedLimit(cells: readonly string[], line: number): Problem | null {
    const file = this.#file;
    if (cells.length > MAX_COLUMNS)
      return { file, row: line, code: 'too-many-columns', params: { limit: MAX_COLUMNS } };
    if (cells.some((cell) => cell.length > MAX_CELL_LENGTH)) {
      return { ...tooLarge(file, MAX_CELL_LENGTH, 'characters'), row: line };
    }
    if (this.#cells > MAX_CELLS) return tooLarge(file, MAX_CELLS, 'cells');
    return this.rows.length > MAX_ROWS ? tooLarge(file, MAX_ROWS, 'rows') : null;
  }

  /** Most cells of a pool are one of a few values: each is normalised once, and kept once. */
  #normalised(cell: string): string {
    const known = this.#texts.get(cell);
    if (known !== undefined) return known;
    const text = normalise(cell);
    if (this.#texts.size < MOST_TEXTS) this.#texts.set(cell, text);
    return text;
  }
}
