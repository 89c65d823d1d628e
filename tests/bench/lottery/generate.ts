/** Pools that look like those of real juries, as large as is asked for and the same for everybody. */
import seedrandom from 'seedrandom';
import type { LotteryTerms, Person } from '../../../src/lib/lottery/index.ts';

export const GENERATED_SEATS = 24;

/** Of each value its share of the population, and how readily people with it volunteer, beside the readiest. */
type Values = Readonly<Record<string, readonly [share: number, readiness: number]>>;

/**
 * Seven categories. Whoever has studied, is past the middle of life, lives in a town and cares about the question volunteers
 * more often, as the published pools show; the young, the poor and the indifferent are hard to reach.
 */
const CATEGORIES: Readonly<Record<string, Values>> = {
  gender: { woman: [0.52, 1], man: [0.48, 0.9] },
  age: { '18–29': [0.19, 0.5], '30–44': [0.29, 0.7], '45–59': [0.25, 0.9], '60–74': [0.2, 1], '75+': [0.07, 0.4] },
  education: { school: [0.38, 0.25], vocational: [0.35, 0.45], university: [0.27, 1] },
  region: { north: [0.17, 0.9], east: [0.22, 0.8], south: [0.36, 0.7], west: [0.25, 1] },
  settlement: { city: [0.46, 1], town: [0.27, 0.8], village: [0.27, 0.5] },
  work: { employed: [0.58, 0.8], retired: [0.2, 1], studying: [0.08, 0.7], without: [0.14, 0.35] },
  attitude: { for: [0.45, 1], undecided: [0.32, 0.4], against: [0.23, 0.8] },
};

/**
 * People are asked one after another and volunteer or not, until there are so many. Targets: each share of the seats,
 * rounded down and up.
 */
export function generatePool(people: number): LotteryTerms {
  const random = seedrandom(`pool of ${String(people)}`);
  const pool: Person[] = [];
  while (pool.length < people) {
    let readiness = 1;
    const values: Record<string, string> = {};
    for (const [category, ofCategory] of Object.entries(CATEGORIES)) {
      const value = valueAt(ofCategory, random());
      values[category] = value;
      readiness *= ofCategory[value]![1];
    }
    if (random() < readiness) pool.push({ id: `p${String(pool.length + 1).padStart(6, '0')}`, values });
  }
  return { pool, targets: targets(), seats: GENERATED_SEATS };
}

/** The value at a place from 0 to 1 when the shares are laid end to end. */
function valueAt(values: Values, place: number): string {
  let end = 0;
  for (const [value, [share]] of Object.entries(values)) {
    end += share;
    if (place < end) return value;
  }
  return Object.keys(values).at(-1)!;
}

function targets(): LotteryTerms['targets'] {
  return Object.entries(CATEGORIES).flatMap(([category, values]) =>
    Object.entries(values).map(([value, [share]]) => ({
      category,
      value,
      min: Math.floor(share * GENERATED_SEATS),
      max: Math.ceil(share * GENERATED_SEATS),
    })),
  );
}
