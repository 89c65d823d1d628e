import { categoriesOf, countByTarget, valueIn } from '../pool.ts';
import type { Pool, Targets } from '../pool.ts';
import { isFormula } from './formula.ts';
import { folded, suggestionFor } from './near-miss.ts';
import { Problems } from './problem.ts';
import type { Problem } from './problem.ts';

type RowOf = (index: number) => number | undefined;
const noRow: RowOf = () => undefined;
const at = (row: number | undefined): { row?: number } => (row === undefined ? {} : { row });

/** What is wrong with the targets in themselves. `rowOf` gives the line of the file from which a target was read. */
export function targetProblems(targets: Targets, rowOf: RowOf = noRow): Problem[] {
  const problems: Problem[] = [];
  if (targets.length === 0) problems.push({ file: 'categories', code: 'no-rows' });
  const seen = new Set<string>();
  const categories = new Map<string, string>();
  const values = new Map<string, string>();
  targets.forEach(({ category, value, min, max, minFlex, maxFlex }, index) => {
    const place = { file: 'categories', value, ...at(rowOf(index)) } as const;
    const key = JSON.stringify([category, value]);
    const asCategory = firstWritten(categories, folded(category), category);
    const asValue = firstWritten(values, JSON.stringify([folded(category), folded(value)]), value);
    if (seen.has(key)) problems.push({ ...place, column: category, code: 'duplicate-value' });
    seen.add(key);
    const twice = { ...place, code: 'written-twice' } as const;
    if (asCategory !== category)
      problems.push({ ...twice, column: 'category', value: category, suggestion: asCategory });
    else if (asValue !== value) problems.push({ ...twice, column: category, suggestion: asValue });
    if (min > max) problems.push({ ...place, column: category, code: 'min-above-max', params: { min, max } });
    if (minFlex !== undefined && minFlex > min)
      problems.push({ ...place, column: 'min_flex', code: 'flex-inside-range' });
    if (maxFlex !== undefined && maxFlex < max)
      problems.push({ ...place, column: 'max_flex', code: 'flex-inside-range' });
  });
  return problems;
}

/** How a text that is the same but for case, blanks and look-alike letters was written first. */
function firstWritten(known: Map<string, string>, key: string, text: string): string {
  const first = known.get(key) ?? text;
  known.set(key, first);
  return first;
}

/** What is wrong with the people: ids that are empty or used twice, values that are absent or not listed. */
export function poolProblems(
  pool: Pool,
  targets: Targets,
  { rowOf = noRow, idColumn = 'id', columnOf = (category: string) => category } = {},
): Problem[] {
  const problems = new Problems('respondents');
  if (pool.length === 0) problems.add({ file: 'respondents', code: 'no-rows' });
  const listed = new Map(categoriesOf(targets).map((category) => [category, new Set<string>()]));
  for (const { category, value } of targets) listed.get(category)?.add(value);
  const ids = new Set<string>();
  pool.forEach((person, index) => {
    const place = { file: 'respondents', ...at(rowOf(index)) } as const;
    if (person.id === '') problems.add({ ...place, column: idColumn, code: 'empty-id' });
    else if (ids.has(person.id)) problems.add({ ...place, column: idColumn, value: person.id, code: 'duplicate-id' });
    else if (isFormula(person.id)) problems.add({ ...place, column: idColumn, value: person.id, code: 'formula' });
    ids.add(person.id);
    for (const [category, values] of listed) {
      const column = columnOf(category);
      const value = valueIn(person, category) ?? '';
      if (values.has(value)) continue;
      const suggested = problems.isFull ? {} : suggestionFor(value, values);
      if (value === '') problems.add({ ...place, column, code: 'missing-value' });
      else if (isFormula(value)) problems.add({ ...place, column, value, code: 'formula' });
      else problems.add({ ...place, column, value, code: 'unknown-value', ...suggested });
    }
  });
  return problems.list();
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
