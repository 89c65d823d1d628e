import { err, ok } from '../result.ts';
import type { Result } from '../result.ts';
import type { Target, Targets } from '../pool.ts';
import { targetProblems } from './check-input.ts';
import { crossingsInOneWriting, withUnlistedCombinations } from './crossed.ts';
import { isFormula } from './formula.ts';
import { Problems } from './problem.ts';
import type { Problem, RowProblem } from './problem.ts';
import { knownColumn, scanTable } from './table.ts';

const file = 'categories';

/** More values than any jury asks about, and few enough for whatever compares them with each other. */
export const MAX_TARGETS = 2000;
const TOO_MANY = { code: 'too-large', params: { limit: MAX_TARGETS, unit: 'rows' } } as const;

/** The columns of the file under each name that the field uses; the first is ours. */
const NAMES = {
  category: ['category', 'feature'],
  value: ['name', 'value'],
  min: ['min'],
  max: ['max'],
  minFlex: ['min_flex'],
  maxFlex: ['max_flex'],
} as const;

type Field = keyof typeof NAMES;
type Columns = ReadonlyMap<Field, number>;
type Report = (problem: RowProblem) => void;

/**
 * Reads a categories file, CSV or XLSX: `category` (or `feature`), `name` (or `value`), `min`, `max`, optionally
 * `min_flex` and `max_flex`. Other columns are ignored, and so are rows without category, min and max: people write
 * notes there. A category `a × b` (also `a x b`, `a * b`, `a & b`) of two others crosses them; the combinations it does
 * not list come last, unbound.
 */
export function readTargets(content: Uint8Array | string): Result<Targets, Problem[]> {
  const table = scanTable(file, content);
  if (!table.ok) return table;
  const { headers, rows, lines } = table.value;
  if (rows.length > MAX_TARGETS) return err([{ file, ...TOO_MANY }]);
  const problems = new Problems(file);
  table.value.problems.forEach((problem) => problems.add(problem));
  const columns = findColumns(headers, problems);
  const read: Target[] = [];
  const linesRead: number[] = [];
  rows.forEach((cells, index) => {
    const row = lines[index]!;
    const target = readRow(cells, columns, (problem) => problems.add({ file, row, ...problem }));
    if (target === null) return;
    read.push(target);
    linesRead.push(row);
  });
  const targets = crossingsInOneWriting(read, MAX_TARGETS, (index, problem) =>
    problems.add({ file, row: linesRead[index]!, ...problem }),
  );
  const rowsCanBeRead = columns.size > 0 && rows.length > 0;
  if (rowsCanBeRead) targetProblems(targets, (index) => linesRead[index]).forEach((problem) => problems.add(problem));
  if (!problems.isEmpty) return err(problems.list());
  const complete = withUnlistedCombinations(targets);
  return complete.length <= MAX_TARGETS ? ok(complete) : err([{ file, ...TOO_MANY }]);
}

function findColumns(headers: readonly string[], problems: Problems): Columns {
  const columns = new Map<Field, number>();
  for (const [field, names] of Object.entries(NAMES) as [Field, readonly string[]][]) {
    const found = knownColumn(file, headers, names);
    if (found.ok) columns.set(field, found.value);
    else if (found.error.code === 'duplicate-column' || !field.endsWith('Flex')) problems.add(found.error);
  }
  return columns;
}

/**
 * One target, or null for a row that holds none. A cell that cannot be read is reported once, as NaN passes every
 * comparison; one whose column is missing is not reported at all, as the column is.
 */
function readRow(cells: readonly string[], columns: Columns, report: Report): Target | null {
  const cellOf = (field: Field): string => cells[columns.get(field) ?? -1] ?? '';
  if (cellOf('category') + cellOf('min') + cellOf('max') === '') return null;
  const text = (field: Field): string => {
    const cell = cellOf(field);
    const column = NAMES[field][0];
    if (cell === '' && columns.has(field)) report({ column, code: 'missing-value' });
    if (isFormula(cell)) report({ column, value: cell, code: 'formula' });
    return cell;
  };
  const whole = (field: Field, cell: string): number => {
    if (/^\d+$/.test(cell) && Number.isSafeInteger(Number(cell))) return Number(cell);
    if (cell !== '' && !isFormula(cell)) report({ column: NAMES[field][0], value: cell, code: 'not-a-whole-number' });
    return Number.NaN;
  };
  return {
    category: text('category'),
    value: text('value'),
    min: whole('min', text('min')),
    max: whole('max', text('max')),
    ...(cellOf('minFlex') === '' ? {} : { minFlex: whole('minFlex', text('minFlex')) }),
    ...(cellOf('maxFlex') === '' ? {} : { maxFlex: whole('maxFlex', text('maxFlex')) }),
  };
}
