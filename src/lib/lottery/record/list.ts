/** The list of equally likely panels as it is published, and the chances that anyone can count in it. */
import { canonicalJson } from '../canonical.ts';
import { chanceFrom, normaliseSeed, sha256Hex, shuffle } from '../chance.ts';
import type { EqualChanceList } from '../lottery.ts';
import { byCodeUnits, normalise } from '../pool.ts';

/**
 * The list in its published order: members by their ids, panels by their members. So the same panels have one text and
 * one hash, and whoever makes the list cannot choose the number that a panel gets.
 */
export function inListOrder(list: EqualChanceList): string[][] {
  return list.map((panel) => panel.map(normalise).sort(byCodeUnits)).sort(byMembers);
}

/** The order of panels in a list; both have their members in order. */
export function byMembers(a: readonly string[], b: readonly string[]): number {
  const differs = a.findIndex((id, place) => id !== b[place]);
  return differs < 0 ? a.length - b.length : byCodeUnits(a[differs]!, b[differs] ?? '');
}

/** The text of `list.json`: `{"panels":[["id",…],…]}`. */
export const canonicalList = (list: EqualChanceList): string => canonicalJson({ panels: inListOrder(list) });

/** SHA-256 of the canonical text, in lower-case hex: what `sha256sum list.json` prints. */
export const listHash = (list: EqualChanceList): string => sha256Hex(canonicalList(list));

/** On how many of the panels each person sits, for all who sit on any. */
export function countsIn(list: EqualChanceList): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const id of list.flat()) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}

/** The chance, 0 to 1, of each person who sits on any panel; everybody else has none. */
export function chancesIn(list: EqualChanceList): ReadonlyMap<string, number> {
  return new Map([...countsIn(list)].map(([id, count]) => [id, count / list.length]));
}

/**
 * Everybody who sits on some panel of the list but not on this one, in the order in which they are to be asked. They are
 * taken by their ids and shuffled by the numbers of SHA-256 of the seed or ticket (Unicode NFC, UTF-8), the list's
 * hash and `:alternates`. Who sits on no panel had no chance of a seat and gets none through the reserve either.
 */
export function reserveOf(
  list: EqualChanceList,
  panel: readonly string[],
  seedOrTicket: string,
  hash: string,
): string[] {
  const drawn = new Set(panel);
  const others = [...countsIn(list).keys()].filter((id) => !drawn.has(id)).sort(byCodeUnits);
  return shuffle(others, chanceFrom(sha256Hex(`${normaliseSeed(seedOrTicket)}${hash}:alternates`)));
}
