export type ProblemCode =
  | 'too-large'
  | 'too-many-columns'
  | 'unreadable-csv'
  | 'unreadable-workbook'
  | 'uneven-row'
  | 'no-rows'
  | 'missing-column'
  | 'duplicate-column'
  | 'missing-value'
  | 'formula'
  | 'not-a-number'
  | 'not-a-whole-number'
  | 'min-above-max'
  | 'flex-inside-range'
  | 'duplicate-value'
  | 'written-twice'
  | 'unknown-value'
  | 'empty-id'
  | 'duplicate-id'
  | 'sum-of-min-above-seats'
  | 'sum-of-max-below-seats'
  | 'too-few-in-pool'
  | 'shares-do-not-add-up'
  | 'small-group'
  | 'merged-in-a-circle'
  | 'more-problems';

/** One thing wrong with the targets or the people, for whoever can put it right. */
export interface Problem {
  readonly file: 'categories' | 'respondents' | 'population';
  readonly code: ProblemCode;
  /** Line of the file, its header being line 1. */
  readonly row?: number;
  readonly column?: string;
  readonly value?: string;
  readonly params?: Readonly<Record<string, string | number>>;
  /** What was probably meant. */
  readonly suggestion?: string;
}

/** So many problems of a file are told; the rest is counted. */
export const MOST_PROBLEMS = 1000;

/** Gathers a file's problems in bounded memory. */
export class Problems {
  readonly #file: Problem['file'];
  readonly #told: Problem[] = [];
  #count = 0;

  constructor(file: Problem['file']) {
    this.#file = file;
  }

  /** Takes one, or those that a shorter list has counted. */
  add(problem: Problem): void {
    this.#count += problem.code === 'more-problems' ? Number(problem.params?.['count']) : 1;
    if (!this.isFull) this.#told.push(shortened(problem));
  }

  /** Whether further problems are only counted. */
  get isFull(): boolean {
    return this.#told.length >= MOST_PROBLEMS;
  }

  get isEmpty(): boolean {
    return this.#count === 0;
  }

  /** The first thousand in the order of their rows, and how many there are beyond them. */
  list(): Problem[] {
    this.#told.sort((a, b) => (a.row ?? 0) - (b.row ?? 0));
    const more = this.#count - this.#told.length;
    return more > 0
      ? [...this.#told, { file: this.#file, code: 'more-problems', params: { count: more } }]
      : this.#told;
  }
}

/** A cell may hold megabytes; its beginning tells which it is. */
const shortened = ({ value, ...problem }: Problem): Problem =>
  value === undefined ? problem : { ...problem, value: value.length > 200 ? `${value.slice(0, 200)}…` : value };

/** A problem of a row, by whoever does not know which row of which file it is. */
export type RowProblem = Omit<Problem, 'file' | 'row'>;

const SENTENCES: Record<ProblemCode, (problem: Problem) => string> = {
  'too-large': ({ params }) =>
    `The file is too large: at most ${of(params, 'limit')} ${of(params, 'unit')} can be read.`,
  'too-many-columns': ({ params }) => `The row has more than ${of(params, 'limit')} columns.`,
  'unreadable-csv': ({ params }) => `This is not a readable CSV file (${of(params, 'reason')}).`,
  'unreadable-workbook': ({ params }) =>
    `This workbook cannot be read (${of(params, 'reason')}). Save it as XLSX without a password, or as CSV.`,
  'uneven-row': ({ params }) =>
    `The row has ${of(params, 'cells')} cells, the header ${of(params, 'columns')}. Put a cell that contains the separator in quotes.`,
  'no-rows': () => 'There are no rows below the header.',
  'missing-column': ({ column }) => `There is no column "${column ?? ''}".`,
  'duplicate-column': ({ column }) => `There is more than one column "${column ?? ''}". Rename or remove one.`,
  'missing-value': ({ column }) => `The cell in column "${column ?? ''}" is empty.`,
  formula: ({ column, value }) =>
    `"${value ?? ''}" in column "${column ?? ''}" is a formula. Put its result there as a value.`,
  'not-a-number': ({ column, value }) => `"${value ?? ''}" in column "${column ?? ''}" is not a number such as 27.5.`,
  'not-a-whole-number': ({ column, value }) =>
    `"${value ?? ''}" in column "${column ?? ''}" is not a whole number such as 0 or 12.`,
  'min-above-max': ({ value, params }) =>
    `"${value ?? ''}" asks for at least ${of(params, 'min')} but at most ${of(params, 'max')}.`,
  'flex-inside-range': ({ value, column }) =>
    `The ${column ?? ''} of "${value ?? ''}" is narrower than its target: min_flex may not exceed min, max_flex not be below max.`,
  'duplicate-value': ({ column, value }) => `"${value ?? ''}" is listed twice in the category "${column ?? ''}".`,
  'written-twice': ({ column, value }) =>
    `"${value ?? ''}" in column "${column ?? ''}" is also written in another way: letter case, blanks or look-alike letters differ.`,
  'unknown-value': ({ column, value }) => `"${value ?? ''}" is not among the listed values of "${column ?? ''}".`,
  'empty-id': () => 'The person has no id.',
  'duplicate-id': ({ value }) => `The id "${value ?? ''}" is used twice.`,
  'sum-of-min-above-seats': ({ column, params }) =>
    `The minimums of "${column ?? ''}" add up to ${of(params, 'sum')}, more than the ${of(params, 'seats')} seats.`,
  'sum-of-max-below-seats': ({ column, params }) =>
    `The maximums of "${column ?? ''}" add up to ${of(params, 'sum')}, fewer than the ${of(params, 'seats')} seats.`,
  'too-few-in-pool': ({ column, value, params }) =>
    column === undefined
      ? `The pool has ${of(params, 'count')} people for ${of(params, 'needed')} seats.`
      : `At least ${of(params, 'needed')} people with "${column}" = "${value ?? ''}" are needed; the pool has ${of(params, 'count')}.`,
  'shares-do-not-add-up': ({ column, params }) =>
    `The shares of "${column ?? ''}" add up to ${of(params, 'sum')} instead of ${of(params, 'expected')}.`,
  'small-group': ({ column, value, params }) =>
    `"${value ?? ''}" of "${column ?? ''}" comes to ${of(params, 'exact')} of ${of(params, 'seats')} seats, less than one. Decide: at least one seat, a soft target, or merged with another value.`,
  'merged-in-a-circle': ({ column, value }) => `"${value ?? ''}" of "${column ?? ''}" is merged into itself.`,
  'more-problems': ({ params }) => `There are ${of(params, 'count')} more problems in this file.`,
};

/** The problem as one or two English sentences, with its place in the file. */
export function describeProblem(problem: Problem): string {
  const place = problem.row === undefined ? problem.file : `${problem.file}, line ${String(problem.row)}`;
  const meant = problem.suggestion === undefined ? '' : ` Did you mean "${problem.suggestion}"?`;
  return `${place}: ${SENTENCES[problem.code](problem)}${meant}`;
}

const of = (params: Problem['params'], name: string): string => String(params?.[name] ?? '?');
