/** So many whole panels that come as near as can be to a mix of panels. */
import type { PanelSpace } from '../panel-space.ts';
import { averagesOf } from './lottery-by-type.ts';
import type { Part } from './lottery-by-type.ts';
import { balance } from './balance.ts';
import type { Band } from './balance.ts';
import { PanelSearch } from './panel-search.ts';
import type { Random, Within } from './panel-search.ts';
import { around } from './peel.ts';

/** How often a panel is looked for at each place of the list. */
const LOOKS = 10;
/** How often a few panels are replaced where exchanges of single people do not help, and how many at a time. */
const TURNS = 20;
const REPLACED = 40;
/** About how many types that do not matter may come onto a panel that replaces another, and how far a whim prefers some. */
const OTHERS = 40;
const WHIM = 0.5;
/** From how many types chains of exchanges are looked for: once far, and after each few replacements near. */
const FAR = 40;
const NEAR = 4;
/** Counts this near to a whole number are taken for it. */
const WHOLE = 1e-6;

/**
 * The parts as often as their weights say, rounded down; then one panel after another near what is still wanted on average,
 * taking nobody who would stand on too many; then exchanges of people on panels, and of whole panels, while somebody stands on
 * too many or too few. Whoever no exchange helps stays outside the band.
 */
export function roundedPanels(space: PanelSpace, parts: readonly Part[], size: number, random: Random): Int32Array[] {
  const wanted = averagesOf(space, parts).map((people) => people * size);
  const panels = parts.flatMap(({ weight, panel }) =>
    Array.from({ length: Math.floor(weight * size + WHOLE) }, () => panel),
  );
  const counts = new Float64Array(wanted.length);
  for (const panel of panels) add(counts, panel);
  const band: Band = {
    lower: wanted.map((times, type) => space.sizes[type]! * Math.floor(times / space.sizes[type]! + WHOLE)),
    upper: wanted.map((times, type) => space.sizes[type]! * Math.ceil(times / space.sizes[type]! - WHOLE)),
  };
  const search = new PanelSearch(space, random);
  const any = anyOf(space, wanted, size);
  while (panels.length < size) {
    const next = nextPanel(space, wanted, counts, band, any, size - panels.length, search) ?? parts[0]!.panel;
    panels.push(next);
    add(counts, next);
  }
  // The same panel may stand in the list many times, as one array: each place gets its own before it is changed.
  const list = panels.map((panel) => panel.slice());
  balance(space, list, counts, band, any, FAR);
  for (let turn = 0; turn < TURNS && isOff(counts, band); turn += 1) {
    replaceSome(list, counts, band, any, search, random);
    balance(space, list, counts, band, any, NEAR);
  }
  return list;
}

function add(counts: Float64Array, panel: Int32Array): void {
  panel.forEach((people, type) => (counts[type]! += people));
}

/** A panel near what the places that are left should have on average, rows near their averages too; null if none is found. */
function nextPanel(
  space: PanelSpace,
  wanted: Float64Array,
  counts: Float64Array,
  { lower, upper }: Band,
  any: Within,
  places: number,
  search: PanelSearch,
): Int32Array | null {
  const average = wanted.map((times, type) => (times - counts[type]!) / places);
  const point = average.map((people) => Math.max(0, people));
  const { most } = any;
  const inBand = {
    ...any,
    least: Int32Array.from(most, (all, type) => clamp(lower[type]! - counts[type]! - (places - 1) * all, all)),
    most: Int32Array.from(most, (all, type) => clamp(upper[type]! - counts[type]!, all)),
  };
  const onCourse = { ...around(space, average), least: inBand.least, most: inBand.most };
  for (const within of [onCourse, inBand, any]) {
    for (let look = 0; look < LOOKS; look += 1) {
      const panel = search.near(point, within);
      if (panel !== null) return panel;
    }
  }
  return null;
}

const clamp = (people: number, most: number): number => Math.max(0, Math.min(most, people));

/** Any panel, but never without those who are on every one. */
function anyOf({ sizes, seats, lower, upper }: PanelSpace, wanted: Float64Array, size: number): Within {
  return {
    least: Int32Array.from(sizes, (people, type) => (wanted[type]! > people * size - WHOLE ? people : 0)),
    most: Int32Array.from(sizes, (people, type) => (wanted[type]! > 0 ? Math.min(people, seats) : 0)),
    lower,
    upper,
  };
}

const isOff = (counts: Float64Array, { lower, upper }: Band): boolean =>
  counts.some((count, type) => count < lower[type]! || count > upper[type]!);

/**
 * Replaces panels, where somebody stands on too many one of theirs and else one at random, by others that bring the counts
 * nearer to the band or at least no further away. Which of the types that do not matter come onto them is left to chance:
 * so the counts wander, and a way opens in the end.
 */
function replaceSome(
  panels: Int32Array[],
  counts: Float64Array,
  { lower, upper }: Band,
  any: Within,
  search: PanelSearch,
  random: Random,
): void {
  // Squared, so that a few people are not left far outside for the sake of others.
  const missAt = (type: number, count: number): number => Math.max(0, lower[type]! - count, count - upper[type]!) ** 2;
  for (let turn = 0; turn < REPLACED; turn += 1) {
    const tooMany = counts.findIndex((count, type) => count > upper[type]!);
    let place = Math.floor(random() * panels.length);
    while (tooMany >= 0 && panels[place]![tooMany] === 0) place = (place + 1) % panels.length;
    const old = panels[place]!;
    const without = counts.map((count, type) => count - old[type]!);
    // One more of a type is worth more than 1 where it is lacking, 1 where there is room, 0 where there are too many already.
    const worth = without.map((count, type) => Math.max(0, 1 + missAt(type, count) - missAt(type, count + 1)));
    const most = any.most.map((people, type) => {
      const matters = old[type]! > 0 || worth[type]! > 1;
      return matters || (worth[type]! > 0 && random() < OTHERS / counts.length) ? people : 0;
    });
    const weights = worth.map((value) => value + WHIM * random());
    const next = search.heavier(old, weights, { ...any, most });
    const change = without.reduce(
      (sum, count, type) => sum + missAt(type, count + next[type]!) - missAt(type, count + old[type]!),
      0,
    );
    if (change > 0) continue;
    next.forEach((people, type) => (counts[type] = without[type]! + people));
    panels[place] = next;
  }
}
