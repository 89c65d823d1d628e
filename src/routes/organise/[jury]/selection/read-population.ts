/** Reads population figures: a table with the columns `category`, `name` (or `value`) and `count`; one row a group of the targets. */
import { normalise } from '$lib/lottery/pool.ts';
import type { Problem, Result, Targets } from '$lib/lottery/index.ts';
import { columnIndex, readTable } from '$lib/lottery/reading/table.ts';
import type { Figure } from '$lib/jury/recruitment/selection.ts';

const file = 'categories';

export function readPopulation(content: Uint8Array, targets: Targets): Result<readonly Figure[], readonly Problem[]> {
  const table = readTable(file, content);
  if (!table.ok) return table;
  const headers = table.value.headers.map((header) => header.toLowerCase());
  const category = columnIndex(file, headers, headers.includes('category') ? 'category' : 'feature');
  const value = columnIndex(file, headers, headers.includes('name') ? 'name' : 'value');
  const count = columnIndex(file, headers, 'count');
  if (!category.ok || !value.ok || !count.ok) {
    return { ok: false, error: [category, value, count].flatMap((column) => (column.ok ? [] : [column.error])) };
  }
  const listed = new Set(targets.map((target) => JSON.stringify([target.category, target.value])));
  const seen = new Set<string>();
  const problems: Problem[] = [];
  const figures = table.value.rows.map((cells, index): Figure => {
    const figure = { category: normalise(cells[category.value] ?? ''), value: normalise(cells[value.value] ?? '') };
    const number = (cells[count.value] ?? '').replace(/\s/g, '');
    const place = { file, row: table.value.lines[index] ?? 1 } as const;
    const key = JSON.stringify([figure.category, figure.value]);
    if (!listed.has(key))
      problems.push({ ...place, column: figure.category, value: figure.value, code: 'unknown-value' });
    else if (seen.has(key))
      problems.push({ ...place, column: figure.category, value: figure.value, code: 'duplicate-value' });
    if (!/^\d{1,9}$/.test(number))
      problems.push({
        ...place,
        column: 'count',
        value: number,
        code: number === '' ? 'missing-value' : 'not-a-whole-number',
      });
    seen.add(key);
    return { ...figure, count: Number(number) };
  });
  return problems.length > 0 ? { ok: false, error: problems } : { ok: true, value: figures };
}
