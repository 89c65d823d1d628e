/** What is wrong with an uploaded table, and why targets cannot be met, as sentences. */
import * as m from '$lib/i18n/compiled/messages.js';
import { formatNumber } from '$lib/i18n/format.ts';
import type { Bound, Change, Problem, ProblemCode } from '$lib/lottery/index.ts';

type Said = Readonly<
  Record<
    | 'column'
    | 'value'
    | 'limit'
    | 'unit'
    | 'cells'
    | 'columns'
    | 'min'
    | 'max'
    | 'sum'
    | 'seats'
    | 'needed'
    | 'count'
    | 'expected'
    | 'exact',
    string
  >
>;

const SENTENCES: Record<ProblemCode, (said: Said) => string> = {
  'too-large': ({ unit, limit }) => m.recruitment_problem_too_large({ unit, limit }),
  'too-many-columns': ({ limit }) => m.recruitment_problem_too_many_columns({ limit }),
  'unreadable-workbook': () => m.recruitment_problem_unreadable_workbook(),
  'unreadable-csv': () => m.recruitment_problem_unreadable_csv(),
  'uneven-row': ({ cells, columns }) => m.recruitment_problem_uneven_row({ cells, columns }),
  'no-rows': () => m.recruitment_problem_no_rows(),
  'missing-column': ({ column }) => m.recruitment_problem_missing_column({ column }),
  'duplicate-column': ({ column }) => m.recruitment_problem_duplicate_column({ column }),
  'missing-value': () => m.recruitment_problem_missing_value(),
  formula: ({ value }) => m.recruitment_problem_formula({ value }),
  'not-a-number': ({ value }) => m.recruitment_problem_not_a_number({ value }),
  'not-a-whole-number': ({ value }) => m.recruitment_problem_not_a_whole_number({ value }),
  'min-above-max': ({ value, min, max }) => m.recruitment_problem_min_above_max({ value, min, max }),
  'flex-inside-range': ({ value }) => m.recruitment_problem_flex_inside_range({ value }),
  'duplicate-value': ({ value, column }) => m.recruitment_problem_duplicate_value({ value, column }),
  'written-twice': ({ value }) => m.recruitment_problem_written_twice({ value }),
  'unknown-value': ({ value }) => m.recruitment_problem_unknown_value({ value }),
  'empty-id': () => m.recruitment_problem_empty_id(),
  'duplicate-id': ({ value }) => m.recruitment_problem_duplicate_id({ value }),
  'sum-of-min-above-seats': ({ column, sum, seats }) =>
    m.recruitment_problem_sum_of_min_above_seats({ column, sum, seats }),
  'sum-of-max-below-seats': ({ column, sum, seats }) =>
    m.recruitment_problem_sum_of_max_below_seats({ column, sum, seats }),
  'too-few-in-pool': ({ column, value, needed, count }) =>
    column === ''
      ? m.recruitment_problem_too_few_people({ needed, count })
      : m.recruitment_problem_too_few_in_pool({ value, needed, count }),
  'shares-do-not-add-up': ({ column, sum, expected }) =>
    m.recruitment_problem_shares_do_not_add_up({ column, sum, expected }),
  'small-group': ({ value, exact, seats }) => m.recruitment_problem_small_group({ value, exact, seats }),
  'merged-in-a-circle': ({ value }) => m.recruitment_problem_merged_in_a_circle({ value }),
  'more-problems': ({ count }) => m.recruitment_problem_more_problems({ count }),
};

export function sayProblem({ code, column = '', value = '', params = {}, suggestion }: Problem): string {
  const param = (name: string): string => {
    const given = params[name];
    return typeof given === 'number' ? formatNumber(given) : (given ?? '');
  };
  const figures = {
    limit: param('limit'),
    unit: param('unit'),
    cells: param('cells'),
    columns: param('columns'),
    min: param('min'),
  };
  const more = {
    max: param('max'),
    sum: param('sum'),
    seats: param('seats'),
    needed: param('needed'),
    count: param('count'),
    expected: param('expected'),
    exact: param('exact'),
  };
  const sentence = SENTENCES[code]({ column, value, ...figures, ...more });
  return suggestion === undefined ? sentence : `${sentence} ${m.recruitment_problem_suggestion({ suggestion })}`;
}

export const sayConflict = ({ bound, limit, value, category, inPool }: Bound): string =>
  bound === 'min'
    ? m.recruitment_conflict_min({ limit, value, category, inPool })
    : m.recruitment_conflict_max({ limit, value, category, inPool });

export const sayChange = ({ bound, value, category, from, to }: Change): string =>
  bound === 'min'
    ? m.recruitment_relax_min({ value, category, from, to })
    : m.recruitment_relax_max({ value, category, from, to });
