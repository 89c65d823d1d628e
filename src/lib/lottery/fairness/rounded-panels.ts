/** So many whole panels that come as near as can be to a mix of panels. */
import type { PanelSpace } from '../panel-space.ts';
import { averagesOf } from './lottery-by-type.ts';
import type { Part } from './lottery-by-type.ts';
import { PanelSearch } from './panel-search.ts';
import type { Random, Within } from './panel-search.ts';
import { around } from './peel.ts';

/** How often a panel is looked for at each place of the list. */
const LOOKS = 10;
/** How often a panel of the full list is exchanged for another at most. */
const EXCHANGES = 1500;
/** Counts this near to a whole number are taken for it. */
const WHOLE = 1e-6;

/** On how many panels of the list the people of each type stand together, at least and at most: each person's share rounded. */
interface Band {
  readonly lower: Float64Array;
  readonly upper: Float64Array;
}

/**
 * The parts as often as their weights say, rounded down; then one panel after another near what is still wanted on average,
 * taking nobody who would stand on too many; then exchanges of a panel for another while somebody stands on too many or too
 * few. What is left outside the band when the exchanges run out stays so.
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
  exchange(panels, counts, band, any, search, random);
  return panels;
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
  const within = {
    ...around(space, average),
    least: Int32Array.from(most, (all, type) => clamp(lower[type]! - counts[type]! - (places - 1) * all, all)),
    most: Int32Array.from(most, (all, type) => clamp(upper[type]! - counts[type]!, all)),
  };
  for (const limits of [within, any]) {
    for (let look = 0; look < LOOKS; look += 1) {
      const panel = search.near(point, limits);
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

/** Exchanges panels for others that miss the band by no more, until nobody misses it. */
function exchange(
  panels: Int32Array[],
  counts: Float64Array,
  { lower, upper }: Band,
  any: Within,
  search: PanelSearch,
  random: Random,
): void {
  const missAt = (type: number, count: number): number => Math.max(0, lower[type]! - count, count - upper[type]!);
  for (let turn = 0; turn < EXCHANGES; turn += 1) {
    const off = counts.reduce<number[]>(
      (types, count, type) => (missAt(type, count) > 0 ? [...types, type] : types),
      [],
    );
    if (off.length === 0) return;
    const type = off[Math.floor(random() * off.length)]!;
    const place = placeToChange(panels, type, counts[type]! > upper[type]!, random);
    const old = panels[place]!;
    const without = counts.map((count, other) => count - old[other]!);
    // One more of a type is worth 2 where it is lacking, 1 where there is room, 0 where there are too many already.
    const weights = without.map((count, other) => 1 + missAt(other, count) - missAt(other, count + 1));
    const next = search.heavier(old, weights, any);
    const change = without.reduce(
      (sum, count, other) => sum + missAt(other, count + next[other]!) - missAt(other, count + old[other]!),
      0,
    );
    if (change > 0) continue;
    next.forEach((people, other) => (counts[other] = without[other]! + people));
    panels[place] = next;
  }
}

/** A random panel with the type where it stands on too many, else any. */
function placeToChange(panels: readonly Int32Array[], type: number, withType: boolean, random: Random): number {
  const start = Math.floor(random() * panels.length);
  if (!withType) return start;
  for (let step = 0; step < panels.length; step += 1) {
    const place = (start + step) % panels.length;
    if (panels[place]![type]! > 0) return place;
  }
  return start;
}
