export type ProblemCode =
  | 'too-large'
  | 'unreadable-csv'
  | 'uneven-row'
  | 'no-rows'
  | 'missing-column'
  | 'duplicate-column'
  | 'missing-value'
  | 'not-a-whole-number'
  | 'min-above-max'
  | 'flex-inside-range'
  | 'duplicate-value'
  | 'unknown-value'
  | 'empty-id'
  | 'duplicate-id'
  | 'sum-of-min-above-seats'
  | 'sum-of-max-below-seats'
  | 'too-few-in-pool';

/** One thing wrong with the targets or the people, for whoever can put it right. */
export interface Problem {
  readonly file: 'categories' | 'respondents';
  readonly code: ProblemCode;
  /** Line of the file, its header being line 1. */
  readonly row?: number;
  readonly column?: string;
  readonly value?: string;
  readonly params?: Readonly<Record<string, string | number>>;
  /** What was probably meant. */
  readonly suggestion?: string;
}

const SENTENCES: Record<ProblemCode, (problem: Problem) => string> = {
  'too-large': ({ params }) =>
    `The file is too large: at most ${of(params, 'limit')} ${of(params, 'unit')} can be read.`,
  'unreadable-csv': ({ params }) => `This is not a readable CSV file (${of(params, 'reason')}).`,
  'uneven-row': ({ params }) =>
    `The row has ${of(params, 'cells')} cells, the header ${of(params, 'columns')}. Put a cell that contains the separator in quotes.`,
  'no-rows': () => 'There are no rows below the header.',
  'missing-column': ({ column }) => `There is no column "${column ?? ''}".`,
  'duplicate-column': ({ column }) => `There is more than one column "${column ?? ''}". Rename or remove one.`,
  'missing-value': ({ column }) => `The cell in column "${column ?? ''}" is empty.`,
  'not-a-whole-number': ({ column, value }) =>
    `"${value ?? ''}" in column "${column ?? ''}" is not a whole number such as 0 or 12.`,
  'min-above-max': ({ value, params }) =>
    `"${value ?? ''}" asks for at least ${of(params, 'min')} but at most ${of(params, 'max')}.`,
  'flex-inside-range': ({ value, column }) =>
    `The ${column ?? ''} of "${value ?? ''}" is narrower than its target: min_flex may not exceed min, max_flex not be below max.`,
  'duplicate-value': ({ column, value }) => `"${value ?? ''}" is listed twice in the category "${column ?? ''}".`,
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
};

/** The problem as one or two English sentences, with its place in the file. */
export function describeProblem(problem: Problem): string {
  const place = problem.row === undefined ? problem.file : `${problem.file}, line ${String(problem.row)}`;
  const meant = problem.suggestion === undefined ? '' : ` Did you mean "${problem.suggestion}"?`;
  return `${place}: ${SENTENCES[problem.code](problem)}${meant}`;
}

const of = (params: Problem['params'], name: string): string => String(params?.[name] ?? '?');

const folded = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/g, '');

/** The one of `known` that differs from `text` in nothing but case and blanks, as a spreadable part of a problem. */
export function suggestionFor(text: string, known: Iterable<string>): { suggestion?: string } {
  for (const suggestion of known) if (folded(suggestion) === folded(text)) return { suggestion };
  return {};
}
