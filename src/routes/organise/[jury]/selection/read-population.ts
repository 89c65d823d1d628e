/** The population figures that a jury keeps: how many people each group of the targets has. */
import { readPopulation } from '$lib/lottery/index.ts';
import type { Problem, Result, Targets } from '$lib/lottery/index.ts';
import type { Figure } from '$lib/jury/recruitment/selection.ts';

export function readFigures(content: Uint8Array, targets: Targets): Result<readonly Figure[], readonly Problem[]> {
  const read = readPopulation(content, { targets });
  if (!read.ok) return read;
  if (read.value.measure === 'share') {
    return { ok: false, error: [{ file: 'population', row: 1, column: 'count', code: 'missing-column' }] };
  }
  const figures = read.value.categories.flatMap(({ category, values }) =>
    values.map(({ value, amount }): Figure => ({ category, value, count: amount })),
  );
  return { ok: true, value: figures };
}
