import { categoriesOf } from '../pool.ts';
import type { Person, Pool, Targets } from '../pool.ts';
import { err, ok } from '../result.ts';
import type { Result } from '../result.ts';
import { poolProblems } from './check-input.ts';
import { crossingsIn, plainTargets, withCrossedValues } from './crossed.ts';
import { isFormula } from './formula.ts';
import { withHouseholds } from './households.ts';
import { withMergedValues } from './merge.ts';
import type { Merge } from './merge.ts';
import { Problems } from './problem.ts';
import type { Problem } from './problem.ts';
import { columnIndex, knownColumn, readTable, scanTable } from './table.ts';

const file = 'respondents';

/** Where an id is looked for when the caller names no column, in this order. */
export const ID_COLUMNS = ['id', 'unique_id', 'nationbuilder_id'] as const;

export interface PoolColumns {
  /** The column with the ids. */
  readonly idColumn?: string;
  /** The column of a category, where it has another name than the category. */
  readonly columns?: Readonly<Record<string, string>>;
  /** The columns of the address: people whose cells there are alike belong to one household. */
  readonly householdColumns?: readonly string[];
  /** Answers that count as another value of the targets. */
  readonly merges?: readonly Merge[];
}

export interface ReadPool {
  readonly pool: Pool;
  readonly idColumn: string;
  /** The column of each category that is not crossed of two others. */
  readonly columns: Readonly<Record<string, string>>;
  readonly headers: readonly string[];
}

/** The names of a respondents file's columns, for a form that lets somebody choose among them. */
export function readHeaders(content: Uint8Array | string): Result<readonly string[], Problem[]> {
  const table = readTable(file, content);
  return table.ok ? ok(table.value.headers) : table;
}

/**
 * Reads a respondents file, CSV or XLSX: one row a person, an id and one listed value for each category. Other columns
 * are left out. The values of crossed categories follow from those of the two they are made of.
 */
export function readPool(
  content: Uint8Array | string,
  targets: Targets,
  { idColumn, columns = {}, householdColumns = [], merges = [] }: PoolColumns = {},
): Result<ReadPool, Problem[]> {
  const table = scanTable(file, content);
  if (!table.ok) return table;
  const { headers, rows, lines } = table.value;
  const problems = new Problems(file);
  table.value.problems.forEach((problem) => problems.add(problem));
  const found = (column: Result<number, Problem>): number => {
    if (!column.ok) problems.add(column.error);
    return column.ok ? column.value : -1;
  };
  const find = (name: string): number => found(columnIndex(file, headers, name));
  const idAt = found(idColumn === undefined ? knownIdColumn(headers) : columnIndex(file, headers, idColumn));
  const asked = plainTargets(targets);
  const columnsAt = categoriesOf(asked)
    .map((category) => ({ category, index: find(Object.hasOwn(columns, category) ? columns[category]! : category) }))
    .filter(({ index }) => index >= 0);
  const addressAt = householdColumns.map(find).filter((index) => index >= 0);
  const chosen = new Map(columnsAt.map(({ category, index }) => [category, headers[index]!]));

  const people = rows.map((cells, row): Person => {
    // Without its column nobody has an id, which is said once, of the column.
    const id = idAt < 0 ? String(row) : (cells[idAt] ?? '');
    const values = Object.fromEntries(columnsAt.map(({ category, index }) => [category, cells[index] ?? '']));
    return withMergedValues({ id, values }, merges);
  });
  const addresses = rows.map((cells) => addressAt.map((index) => cells[index] ?? ''));
  if (rows.length > 0) {
    const inFile = asked.filter(({ category }) => chosen.has(category));
    const columnOf = (category: string): string => chosen.get(category)!;
    const places = { rowOf: (index: number) => lines[index], idColumn: headers[idAt] ?? '', columnOf };
    poolProblems(people, inFile, places).forEach((problem) => problems.add(problem));
  }
  addresses.forEach((cells, index) =>
    cells.forEach((value, place) => {
      if (!isFormula(value)) return;
      problems.add({ file, row: lines[index]!, column: headers[addressAt[place]!]!, value, code: 'formula' });
    }),
  );
  if (!problems.isEmpty) return err(problems.list());
  const crossings = crossingsIn(targets);
  const pool = withHouseholds(
    people.map((person) => withCrossedValues(person, crossings)),
    addresses,
  );
  return ok({ pool, idColumn: headers[idAt]!, columns: Object.fromEntries(chosen), headers });
}

/** The first of the known id columns that is there, or there twice. */
function knownIdColumn(headers: readonly string[]): Result<number, Problem> {
  for (const known of ID_COLUMNS) {
    const column = knownColumn(file, headers, [known]);
    if (column.ok || column.error.code === 'duplicate-column') return column;
  }
  return columnIndex(file, headers, ID_COLUMNS[0]);
}
