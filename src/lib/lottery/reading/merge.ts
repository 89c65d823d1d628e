/** Values that are counted as another one, as when 75+ is too small a group of its own and joins 60-74. */
import { valueIn } from '../pool.ts';
import type { Person } from '../pool.ts';
import { crossed, crossingsAmong } from './crossed.ts';
import type { Population } from './population.ts';

export interface Merge {
  readonly category: string;
  readonly value: string;
  readonly into: string;
}

/** The value under which a value is counted in the end; null when merges lead back to it. */
export function mergedInto(merges: readonly Merge[], category: string, value: string): string | null {
  let now = value;
  for (let steps = 0; steps <= merges.length; steps += 1) {
    const merge = merges.find((other) => other.category === category && other.value === now);
    if (!merge) return now;
    now = merge.into;
  }
  return null;
}

/** The person with merged values. Crossed categories are not touched: they follow from the single ones. */
export function withMergedValues(person: Person, merges: readonly Merge[]): Person {
  if (merges.length === 0) return person;
  const values = Object.keys(person.values).map((category) => {
    const value = valueIn(person, category)!;
    return [category, mergedInto(merges, category, value) ?? value] as const;
  });
  return { ...person, values: Object.fromEntries(values) };
}

/** The population with the amounts of merged values added up, in the crossed categories too. */
export function mergedPopulation(population: Population, merges: readonly Merge[]): Population {
  const valuesOf = new Map(population.categories.map(({ category, values }) => [category, values]));
  const crossings = crossingsAmong([...valuesOf.keys()]);
  const own = (category: string, value: string): string => mergedInto(merges, category, value) ?? value;
  const categories = population.categories.map((of) => {
    const renamed = new Map<string, string>();
    const crossing = crossings.get(of.category);
    for (const left of (crossing && valuesOf.get(crossing.a)) ?? []) {
      for (const right of valuesOf.get(crossing!.b)!) {
        const [a, b] = [own(crossing!.a, left.value), own(crossing!.b, right.value)];
        renamed.set(crossed(left.value, right.value), crossed(a, b));
      }
    }
    const amounts = new Map<string, number>();
    for (const { value, amount } of of.values) {
      const name = own(of.category, renamed.get(value) ?? value);
      amounts.set(name, (amounts.get(name) ?? 0) + amount);
    }
    return { ...of, values: [...amounts].map(([value, amount]) => ({ value, amount })) };
  });
  return { ...population, categories };
}
