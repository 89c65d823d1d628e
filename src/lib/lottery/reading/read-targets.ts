import { targetProblems } from './check-input.ts';
import type { Target, Targets } from '../pool.ts';
import type { Problem } from './problem.ts';
import { err, ok } from '../result.ts';
import type { Result } from '../result.ts';
import { columnIndex, readTable } from './table.ts';

const file = 'categories';

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
type Columns = ReadonlyMap<Field, { readonly name: string; readonly index: number }>;

/**
 * Reads a categories file: `category` (or `feature`), `name` (or `value`), `min`, `max`, optionally `min_flex` and
 * `max_flex`. Other columns are ignored, and so are rows without category, min and max: people write notes there.
 */
export function readTargets(content: Uint8Array | string): Result<Targets, Problem[]> {
  const table = readTable(file, content);
  if (!table.ok) return table;
  const columns = findColumns(table.value.headers);
  if (!columns.ok) return columns;
  const problems: Problem[] = [];
  const targets: Target[] = [];
  const lines: number[] = [];
  table.value.rows.forEach((cells, index) => {
    const row = table.value.lines[index]!;
    const target = readRow(cells, columns.value, (problem) => problems.push({ file, row, ...problem }));
    if (target === null) return;
    targets.push(target);
    lines.push(row);
  });
  problems.push(...targetProblems(targets, (index) => lines[index]));
  return problems.length > 0 ? err(problems) : ok(targets);
}

function findColumns(headers: readonly string[]): Result<Columns, Problem[]> {
  const lowerCase = headers.map((header) => header.toLowerCase());
  const problems: Problem[] = [];
  const columns = new Map<Field, { name: string; index: number }>();
  for (const [field, names] of Object.entries(NAMES) as [Field, readonly string[]][]) {
    const name = names.find((known) => lowerCase.includes(known)) ?? names[0]!;
    const found = columnIndex(file, lowerCase, name);
    if (found.ok) columns.set(field, { name, index: found.value });
    else if (found.error.code === 'duplicate-column' || !field.endsWith('Flex')) problems.push(found.error);
  }
  return problems.length > 0 ? err(problems) : ok(columns);
}

/** One target, or null for a row that holds none. A cell that cannot be read is reported once, as NaN passes every comparison. */
function readRow(
  cells: readonly string[],
  columns: Columns,
  report: (problem: Omit<Problem, 'file' | 'row'>) => void,
): Target | null {
  const cellOf = (field: Field): string => cells[columns.get(field)?.index ?? -1] ?? '';
  if (cellOf('category') + cellOf('min') + cellOf('max') === '') return null;
  const required = (field: Field): string => {
    if (cellOf(field) === '') report({ column: columns.get(field)!.name, code: 'missing-value' });
    return cellOf(field);
  };
  const whole = (field: Field, cell: string): number => {
    if (cell === '') return Number.NaN;
    if (/^\d+$/.test(cell) && Number.isSafeInteger(Number(cell))) return Number(cell);
    report({ column: columns.get(field)!.name, value: cell, code: 'not-a-whole-number' });
    return Number.NaN;
  };
  return {
    category: required('category'),
    value: required('value'),
    min: whole('min', required('min')),
    max: whole('max', required('max')),
    ...(cellOf('minFlex') === '' ? {} : { minFlex: whole('minFlex', cellOf('minFlex')) }),
    ...(cellOf('maxFlex') === '' ? {} : { maxFlex: whole('maxFlex', cellOf('maxFlex')) }),
  };
}
