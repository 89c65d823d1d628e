/**
 * Targets on two characteristics together, such as women under 30. A crossed category is an ordinary category made of
 * two others: `gender × age` with the values `female × 16-29`, …, which a person has who has both. The rest of the
 * library knows nothing of it.
 */
import { categoriesOf, valueIn } from '../pool.ts';
import type { Person, Target, Targets } from '../pool.ts';
import { folded, suggestionFor } from './near-miss.ts';
import type { RowProblem } from './problem.ts';

const CROSS = ' × ';
/** How people write the sign; the last is the Cyrillic letter. */
const WRITTEN = ['×', '*', '&', ' x ', ' х '];

/** The name of a category or value that is made of two others. */
export const crossed = (a: string, b: string): string => `${a}${CROSS}${b}`;

export interface Crossing {
  /** `a × b`. */
  readonly category: string;
  readonly a: string;
  readonly b: string;
}

/** Longer names are not looked through for a sign. */
const LONGEST_NAME = 300;

/** What each of these categories crosses, such as `Gender x age`, where both its sides are single categories among them. */
export function crossingsAmong(categories: readonly string[]): Map<string, Crossing> {
  const known = new Map(categories.map((category) => [folded(category), category]));
  const sidesOf = (written: string): Crossing | null => {
    if (written.length > LONGEST_NAME) return null;
    for (const sign of WRITTEN) {
      for (let at = written.indexOf(sign); at >= 0; at = written.indexOf(sign, at + 1)) {
        const a = known.get(folded(written.slice(0, at)));
        const b = known.get(folded(written.slice(at + sign.length)));
        if (a !== undefined && b !== undefined && a !== b && !sidesOf(a) && !sidesOf(b)) {
          return { category: crossed(a, b), a, b };
        }
      }
    }
    return null;
  };
  return new Map(
    categories.flatMap((category) => {
      const crossing = sidesOf(category);
      return crossing ? [[category, crossing] as const] : [];
    }),
  );
}

/** The crossed categories among these targets, as `readTargets` names them. */
export const crossingsIn = (targets: Targets): Crossing[] =>
  [...crossingsAmong(categoriesOf(targets))].flatMap(([name, crossing]) =>
    name === crossing.category ? [crossing] : [],
  );

/** The targets on single characteristics: those for which a person's answer is asked. */
export function plainTargets(targets: Targets): Targets {
  const made = new Set(crossingsIn(targets).map(({ category }) => category));
  return targets.filter(({ category }) => !made.has(category));
}

interface Row {
  readonly category: string;
  readonly value: string;
}

const valuesIn = (rows: readonly Row[], wanted: string): string[] =>
  rows.flatMap(({ category, value }) => (category === wanted ? [value] : []));

/** Every value of a crossing, by each way of writing it without blanks and in one case. */
function crossedValues({ a, b }: Crossing, rows: readonly Row[]): Map<string, string> {
  const values = new Map<string, string>();
  for (const left of valuesIn(rows, a)) {
    for (const right of valuesIn(rows, b)) {
      for (const sign of WRITTEN) values.set(folded(`${left}${sign}${right}`), crossed(left, right));
    }
  }
  return values;
}

/**
 * The rows with crossed categories and their values written in the one way that the pool will have them. Reports, by the
 * place of the row, values that are no combination, and crossings of more than `most` combinations.
 */
export function crossingsInOneWriting<R extends Row>(
  rows: readonly R[],
  most: number,
  report: (index: number, problem: RowProblem) => void,
): R[] {
  const crossings = new Map(
    [...crossingsAmong([...new Set(rows.map(({ category }) => category))])].map(([name, crossing]) => {
      const isTooLarge = valuesIn(rows, crossing.a).length * valuesIn(rows, crossing.b).length > most;
      return [name, { crossing, values: isTooLarge ? null : crossedValues(crossing, rows) }];
    }),
  );
  return rows.map((row, index) => {
    const known = crossings.get(row.category);
    if (!known) return row;
    const { crossing, values } = known;
    const value = values?.get(folded(row.value));
    const place = { column: crossing.category, value: row.value };
    if (values === null) report(index, { ...place, code: 'too-large', params: { limit: most, unit: 'rows' } });
    else if (value === undefined && row.value !== '') {
      report(index, { ...place, code: 'unknown-value', ...suggestionFor(row.value, new Set(values.values())) });
    }
    return { ...row, category: crossing.category, value: value ?? row.value };
  });
}

/**
 * The targets with a row for each combination that a crossing leaves out: from 0 to all. "All" is the larger sum of the
 * maximums of its two categories: no smaller than the seats wherever the single targets can fill them, so the row binds
 * nobody, and it needs neither pool nor seats to be known.
 */
export function withUnlistedCombinations(targets: Targets): Target[] {
  const added = crossingsIn(targets).flatMap((crossing) => {
    const listed = new Set(valuesIn(targets, crossing.category));
    const sumOfMax = (wanted: string): number =>
      targets.reduce((sum, { category, max }) => (category === wanted ? sum + max : sum), 0);
    const max = Math.max(sumOfMax(crossing.a), sumOfMax(crossing.b));
    return [...new Set(crossedValues(crossing, targets).values())]
      .filter((value) => !listed.has(value))
      .map((value): Target => ({ category: crossing.category, value, min: 0, max }));
  });
  return [...targets, ...added];
}

/** The person with a value for each crossing. */
export function withCrossedValues(person: Person, crossings: readonly Crossing[]): Person {
  if (crossings.length === 0) return person;
  const made = crossings.map(({ category, a, b }) => [
    category,
    crossed(valueIn(person, a) ?? '', valueIn(person, b) ?? ''),
  ]);
  return { ...person, values: { ...person.values, ...(Object.fromEntries(made) as Record<string, string>) } };
}
