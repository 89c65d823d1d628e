import { poolProblems } from './check-input.ts';
import { categoriesOf } from '../pool.ts';
import type { Person, Pool, Targets } from '../pool.ts';
import type { Problem } from './problem.ts';
import { err, ok } from '../result.ts';
import type { Result } from '../result.ts';
import { columnIndex, readTable } from './table.ts';

const file = 'respondents';

/** Where an id is looked for when the caller names no column, in this order. */
export const ID_COLUMNS = ['id', 'unique_id', 'nationbuilder_id'] as const;

export interface PoolColumns {
  /** The column with the ids. */
  readonly idColumn?: string;
  /** The column of a category, where it has another name than the category. */
  readonly columns?: Readonly<Record<string, string>>;
}

export interface ReadPool {
  readonly pool: Pool;
  readonly idColumn: string;
  readonly columns: Readonly<Record<string, string>>;
  readonly headers: readonly string[];
}

/** The names of a respondents file's columns, for a form that lets somebody choose among them. */
export function readHeaders(content: Uint8Array | string): Result<readonly string[], Problem[]> {
  const table = readTable(file, content);
  return table.ok ? ok(table.value.headers) : table;
}

/** Reads a respondents file: one row a person, an id and one listed value for each category. Other columns are left out. */
export function readPool(
  content: Uint8Array | string,
  targets: Targets,
  { idColumn, columns = {} }: PoolColumns = {},
): Result<ReadPool, Problem[]> {
  const table = readTable(file, content);
  if (!table.ok) return table;
  const { headers, rows, lines } = table.value;
  const problems: Problem[] = [];
  const find = (name: string): number => {
    const found = columnIndex(file, headers, name);
    if (!found.ok) problems.push(found.error);
    return found.ok ? found.value : -1;
  };
  const idAt = find(idColumn ?? knownIdColumn(headers));
  const columnsAt = categoriesOf(targets).map((category) => ({
    category,
    index: find(Object.hasOwn(columns, category) ? columns[category]! : category),
  }));
  if (problems.length > 0) return err(problems);

  const chosen = new Map(columnsAt.map(({ category, index }) => [category, headers[index]!]));
  const pool = rows.map((cells): Person => ({
    id: cells[idAt] ?? '',
    values: Object.fromEntries(columnsAt.map(({ category, index }) => [category, cells[index] ?? ''])),
  }));
  problems.push(
    ...poolProblems(pool, targets, {
      rowOf: (index) => lines[index],
      idColumn: headers[idAt]!,
      columnOf: (category) => chosen.get(category) ?? category,
    }),
  );
  if (problems.length > 0) return err(problems);
  return ok({ pool, idColumn: headers[idAt]!, columns: Object.fromEntries(chosen), headers });
}

function knownIdColumn(headers: readonly string[]): string {
  for (const known of ID_COLUMNS) {
    const header = headers.find((name) => name.toLowerCase() === known);
    if (header !== undefined) return header;
  }
  return ID_COLUMNS[0];
}
