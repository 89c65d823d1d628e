import { categoriesOf, countByTarget, valueIn } from '../pool.ts';
import type { Pool, Targets } from '../pool.ts';
import { suggestionFor } from './problem.ts';
import type { Problem } from './problem.ts';

type RowOf = (index: number) => number | undefined;
const noRow: RowOf = () => undefined;
const at = (row: number | undefined): { row?: number } => (row === undefined ? {} : { row });

/** What is wrong with the targets in themselves. `rowOf` gives the line of the file from which a target was read. */
export function targetProblems(targets: Targets, rowOf: RowOf = noRow): Problem[] {
  const problems: Problem[] = [];
  if (targets.length === 0) problems.push({ file: 'categories', code: 'no-rows' });
  const seen = new Set<string>();
  targets.forEach(({ category, value, min, max, minFlex, maxFlex }, index) => {
    const place = { file: 'categories', value, ...at(rowOf(index)) } as const;
    const key = JSON.stringify([category, value]);
    if (seen.has(key)) problems.push({ ...place, column: category, code: 'duplicate-value' });
    seen.add(key);
    if (min > max) problems.push({ ...place, column: category, code: 'min-above-max', params: { min, max } });
    if (minFlex !== undefined && minFlex > min)
      problems.push({ ...place, column: 'min_flex', code: 'flex-inside-range' });
    if (maxFlex !== undefined && maxFlex < max)
      problems.push({ ...place, column: 'max_flex', code: 'flex-inside-range' });
  });
  return problems;
}

/** What is wrong with the people: ids that are empty or used twice, values that are absent or not listed. */
export function poolProblems(
  pool: Pool,
  targets: Targets,
  { rowOf = noRow, idColumn = 'id', columnOf = (category: string) => category } = {},
): Problem[] {
  const problems: Problem[] = [];
  if (pool.length === 0) problems.push({ file: 'respondents', code: 'no-rows' });
  const listed = new Map(categoriesOf(targets).map((category) => [category, new Set<string>()]));
  for (const { category, value } of targets) listed.get(category)?.add(value);
  const ids = new Set<string>();
  pool.forEach((person, index) => {
    const place = { file: 'respondents', ...at(rowOf(index)) } as const;
    if (person.id === '') problems.push({ ...place, column: idColumn, code: 'empty-id' });
    else if (ids.has(person.id)) problems.push({ ...place, column: idColumn, value: person.id, code: 'duplicate-id' });
    ids.add(person.id);
    for (const [category, values] of listed) {
      const column = columnOf(category);
      const value = valueIn(person, category) ?? '';
      if (values.has(value)) continue;
      if (value === '') problems.push({ ...place, column, code: 'missing-value' });
      else problems.push({ ...place, column, value, code: 'unknown-value', ...suggestionFor(value, values) });
    }
  });
  return problems;
}

/**
 * The plain reasons for which no panel can exist: sums of a category that miss the seats, groups smaller than their
 * minimum, fewer people than seats. None found does not mean that a panel exists: that is `checkFeasibility`.
 */
export function seatProblems(targets: Targets, pool: Pool, seats: number): Problem[] {
  const problems: Problem[] = [];
  for (const column of categoriesOf(targets)) {
    const ofCategory = targets.filter((target) => target.category === column);
    const least = ofCategory.reduce((sum, target) => sum + target.min, 0);
    const most = ofCategory.reduce((sum, target) => sum + target.max, 0);
    const place = { file: 'categories', column } as const;
    if (least > seats) problems.push({ ...place, code: 'sum-of-min-above-seats', params: { sum: least, seats } });
    if (most < seats) problems.push({ ...place, code: 'sum-of-max-below-seats', params: { sum: most, seats } });
  }
  const few = { file: 'respondents', code: 'too-few-in-pool' } as const;
  if (pool.length < seats) problems.push({ ...few, params: { count: pool.length, needed: seats } });
  const counts = countByTarget(pool, targets);
  targets.forEach(({ category, value, min }, index) => {
    const count = counts[index]!;
    if (count < min) problems.push({ ...few, column: category, value, params: { count, needed: min } });
  });
  return problems;
}
