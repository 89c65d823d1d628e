import fc from 'fast-check';
import type { LotteryTerms, Person, Pool, Target, Targets } from '../../src/lib/lottery/index.ts';

const CATEGORIES = { gender: ['f', 'm'], age: ['young', 'middle', 'old'], place: ['town', 'village'] } as const;

const person = fc.record({
  gender: fc.constantFrom(...CATEGORIES.gender),
  age: fc.constantFrom(...CATEGORIES.age),
  place: fc.constantFrom(...CATEGORIES.place),
});

const pools: fc.Arbitrary<Person[]> = fc
  .array(person, { minLength: 4, maxLength: 16 })
  .map((people) => people.map((values, index) => ({ id: `ticket-${String(index)}`, values })));

function targetsFrom(range: (category: string, value: string) => { min: number; max: number }): Target[] {
  return Object.entries(CATEGORIES).flatMap(([category, values]) =>
    values.map((value) => ({ category, value, ...range(category, value) })),
  );
}

const slack = fc.array(fc.nat(1), { minLength: 14, maxLength: 14 });

/** Pools with targets built around one panel of theirs, so that at least that panel exists. */
export const feasible: fc.Arbitrary<LotteryTerms> = fc
  .tuple(pools, fc.integer({ min: 1, max: 4 }), slack)
  .map(([pool, seats, give]) => {
    const panel = pool.slice(0, seats);
    let next = 0;
    const targets = targetsFrom((category, value) => {
      const count = panel.filter((member) => member.values[category] === value).length;
      return { min: Math.max(0, count - give[next++]!), max: count + give[next++]! };
    });
    return { pool, targets, seats };
  });

/** Pools with targets that were not made for them: often no panel exists. */
export const arbitrary: fc.Arbitrary<LotteryTerms> = fc
  .tuple(pools, fc.integer({ min: 1, max: 4 }), fc.array(fc.nat(3), { minLength: 14, maxLength: 14 }))
  .map(([pool, seats, numbers]) => {
    let next = 0;
    const targets = targetsFrom(() => {
      const min = numbers[next++]!;
      return { min, max: min + numbers[next++]! };
    });
    return { pool, targets, seats };
  });

/** Whether these people, as a panel, meet every target: written apart from the library's own counting. */
export function meetsEvery(targets: Targets, panel: Pool): boolean {
  return targets.every(({ category, value, min, max }) => {
    const count = panel.filter((member) => member.values[category] === value).length;
    return min <= count && count <= max;
  });
}

export const membersOf = (ids: readonly string[], pool: Pool): Person[] => pool.filter(({ id }) => ids.includes(id));
