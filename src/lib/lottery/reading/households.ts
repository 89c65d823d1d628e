/** People of one address, told by the columns in which the address stands. */
import { byCodeUnits, normalise } from '../pool.ts';
import type { Person } from '../pool.ts';

/** An address without what one writer puts and another leaves out: case, blanks, punctuation. */
const folded = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/**
 * Gives people with the same address the same label, `h1`, `h2`, … in the order of the smallest id of each household:
 * it says who lives together and nothing of where. `addresses[i]` are the cells of person i. Somebody without any
 * address, or alone at one, gets no label.
 */
export function withHouseholds(people: readonly Person[], addresses: readonly (readonly string[])[]): Person[] {
  const members = new Map<string, Person[]>();
  people.forEach((person, index) => {
    const cells = addresses[index]!.map(folded);
    if (cells.every((cell) => cell === '')) return;
    const key = JSON.stringify(cells);
    const household = members.get(key);
    if (household) household.push(person);
    else members.set(key, [person]);
  });
  const first = (household: readonly Person[]): string =>
    household.map(({ id }) => normalise(id)).sort(byCodeUnits)[0]!;
  const labels = new Map<Person, string>();
  [...members.values()]
    .filter((household) => household.length > 1)
    .map((household) => ({ household, first: first(household) }))
    .sort((a, b) => byCodeUnits(a.first, b.first))
    .forEach(({ household }, index) => household.forEach((person) => labels.set(person, `h${String(index + 1)}`)));
  return people.map((person) => {
    const household = labels.get(person);
    return household === undefined ? person : { ...person, household };
  });
}
