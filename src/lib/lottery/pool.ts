/** How many members of a panel must have one value of one category: at least `min`, at most `max`, both whole. */
export interface Target {
  readonly category: string;
  readonly value: string;
  readonly min: number;
  readonly max: number;
  /** The lowest minimum that a relaxation may suggest; 0 when absent. */
  readonly minFlex?: number;
  /** The highest maximum that a relaxation may suggest; unlimited when absent. */
  readonly maxFlex?: number;
}

export type Targets = readonly Target[];

/** A volunteer: a unique id and one value for each category. */
export interface Person {
  readonly id: string;
  readonly values: Readonly<Record<string, string>>;
  /** The same text for people of one address, of whom at most one may sit; absent where the rule is not used. */
  readonly household?: string;
}

export type Pool = readonly Person[];

/** The form in which names, values and ids are compared and hashed: well-formed Unicode NFC, no blanks at the ends. */
export const normalise = (text: string): string => text.toWellFormed().normalize('NFC').trim();

/** Orders by UTF-16 code units, as RFC 8785 orders keys: the same on every machine, whatever its language. */
export const byCodeUnits = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Categories in the order of their first target. */
export const categoriesOf = (targets: Targets): string[] => [...new Set(targets.map((target) => target.category))];

/** The person's own value; a category called `constructor` must not find what every object inherits. */
export function valueIn(person: Person, category: string): string | undefined {
  return Object.hasOwn(person.values, category) ? person.values[category] : undefined;
}

/** How many of these people have each target's value, in the order of the targets. */
export function countByTarget(people: Iterable<Person>, targets: Targets): number[] {
  const counts = targets.map(() => 0);
  for (const person of people) {
    targets.forEach((target, index) => {
      if (valueIn(person, target.category) === target.value) counts[index]! += 1;
    });
  }
  return counts;
}
