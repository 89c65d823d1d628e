/** The greedy method still in use, kept as a yardstick: nobody can say beforehand what chances it gives. */
import { typesByRow } from '../panel-space.ts';
import type { PanelSpace } from '../panel-space.ts';
import type { Part } from './lottery-by-type.ts';
import type { Random } from './panel-search.ts';

/** Panels drawn to estimate its chances, and how often it may start again to get them. */
export const LEGACY_DRAWS = 2000;
const LEGACY_ATTEMPTS = 100_000;

/**
 * Draws panels by the "legacy" algorithm of the Sortition Foundation (Flanigan et al., Nature 596, 2021, Methods): seat after
 * seat goes to a random person of the group that is most urgent (people it still lacks ÷ people left in the pool); groups
 * that are full leave the pool; an attempt that cannot go on starts again. Each drawn panel stands for an equal share.
 * Gives fewer panels than asked for, perhaps none, when the attempts run out.
 */
export function legacyPanels(space: PanelSpace, random: Random, draws = LEGACY_DRAWS): Part[] {
  const types = typesByRow(space);
  const panels: Int32Array[] = [];
  for (let attempt = 0; attempt < LEGACY_ATTEMPTS && panels.length < draws; attempt += 1) {
    const panel = attemptPanel(space, types, random);
    if (panel !== null) panels.push(panel);
  }
  return panels.map((panel) => ({ weight: 1 / panels.length, panel }));
}

function attemptPanel(space: PanelSpace, types: readonly (readonly number[])[], random: Random): Int32Array | null {
  const { sizes, rowsOf, lower, upper, seats } = space;
  const left = Int32Array.from(sizes);
  const panel = new Int32Array(sizes.length);
  const seated = new Int32Array(lower.length);
  const remaining = Int32Array.from(types, (ofRow) => ofRow.reduce((sum, type) => sum + sizes[type]!, 0));
  const leave = (type: number, people: number): void => {
    left[type]! -= people;
    for (const row of rowsOf[type]!) remaining[row]! -= people;
  };
  const empty = (row: number): void => types[row]!.forEach((type) => leave(type, left[type]!));
  upper.forEach((most, row) => {
    if (most === 0) empty(row);
  });
  for (let seat = 0; seat < seats; seat += 1) {
    let urgent = -1;
    let urgency = -Infinity;
    for (const [row, least] of lower.entries()) {
      const lacks = least - seated[row]!;
      if (lacks > remaining[row]!) return null;
      if (remaining[row]! > 0 && lacks / remaining[row]! > urgency) [urgent, urgency] = [row, lacks / remaining[row]!];
    }
    if (urgent < 0) return null;
    const type = pick(types[urgent]!, left, remaining[urgent]!, random);
    panel[type]! += 1;
    leave(type, 1);
    for (const row of rowsOf[type]!) {
      seated[row]! += 1;
      if (seated[row] === upper[row]) empty(row);
    }
  }
  return lower.every((least, row) => seated[row]! >= least) ? panel : null;
}

/** The type of a random person among those left. */
function pick(types: readonly number[], left: Int32Array, people: number, random: Random): number {
  let place = Math.floor(random() * people);
  for (const type of types) {
    place -= left[type]!;
    if (place < 0) return type;
  }
  throw new Error('The pool has fewer people than were counted');
}
