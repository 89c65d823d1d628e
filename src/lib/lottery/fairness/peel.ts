/** Writes averages as a mix of panels by taking away one panel after another. */
import { countRows } from '../panel-space.ts';
import type { PanelSpace } from '../panel-space.ts';
import type { Averages, Part } from './lottery-by-type.ts';
import { PanelSearch } from './panel-search.ts';
import type { Random, Within } from './panel-search.ts';

/** What is left to write as panels: averages, and the probability that they stand for. */
export interface Residue {
  readonly point: Averages;
  readonly weight: number;
}

const ATTEMPTS = 100;
/** Averages this near to a bound are taken to be at it. */
const AT_BOUND = 1e-7;
const NEAR = 1e-10;
const TINY = 1e-11;

/**
 * Takes a panel with as much probability as the averages can spare, and goes on with what remains: each step brings at least
 * one type or row to its bound, so there are at most as many steps as types and rows (Carathéodory). A panel near the
 * averages that keeps to what is at a bound is found by search, so it may end with a residue for which none was found.
 */
export function peel(space: PanelSpace, averages: Averages, random: Random): { parts: Part[]; residue: Residue } {
  const search = new PanelSearch(space, random);
  const parts: Part[] = [];
  let point = averages;
  let weight = 1;
  while (weight > TINY) {
    const within = around(space, point);
    let panel: Int32Array | null = null;
    for (let attempt = 0; attempt < ATTEMPTS && panel === null; attempt += 1) {
      panel = search.near(point, within);
    }
    const share = panel === null ? 0 : spare(space, point, panel);
    if (panel === null || share < TINY) break;
    parts.push({ weight: weight * share, panel });
    if (share > 1 - TINY) return { parts, residue: { point, weight: 0 } };
    point = without(space, point, panel, share);
    weight *= 1 - share;
  }
  return { parts, residue: { point, weight } };
}

/** What a panel keeps to that shares every bound which these averages are at. */
export function around(space: PanelSpace, point: Averages): Within {
  const rows = countRows(space, point);
  return {
    least: Int32Array.from(space.sizes, (size, type) => (point[type]! > size - NEAR ? size : 0)),
    most: Int32Array.from(point, (people) => Math.ceil(people - NEAR)),
    lower: Int32Array.from(rows, (count, row) => Math.max(space.lower[row]!, Math.floor(count + AT_BOUND))),
    upper: Int32Array.from(rows, (count, row) => Math.min(space.upper[row]!, Math.ceil(count - AT_BOUND))),
  };
}

/** The largest probability that the panel can have in a mix with these averages. */
function spare(space: PanelSpace, point: Averages, panel: Int32Array): number {
  let share = 1;
  /** `point − share × panel` may not fall below `1 − share` times the bound; upper bounds likewise, from the other side. */
  const keep = (distanceOfPoint: number, distanceOfPanel: number): void => {
    if (distanceOfPanel > 0) share = Math.min(share, Math.max(0, distanceOfPoint) / distanceOfPanel);
  };
  space.sizes.forEach((size, type) => {
    if (panel[type]! > 0) keep(point[type]!, panel[type]!);
    if (point[type]! > 0) keep(size - point[type]!, size - panel[type]!);
  });
  const ofPoint = countRows(space, point);
  const ofPanel = countRows(space, panel);
  space.lower.forEach((lower, row) => {
    keep(ofPoint[row]! - lower + TINY, ofPanel[row]! - lower);
    keep(space.upper[row]! - ofPoint[row]! + TINY, space.upper[row]! - ofPanel[row]!);
  });
  return share;
}

function without(space: PanelSpace, point: Averages, panel: Int32Array, share: number): Averages {
  return point.map((people, type) => {
    const rest = (people - share * panel[type]!) / (1 - share);
    const size = space.sizes[type]!;
    return rest < TINY ? 0 : rest > size - TINY ? size : rest;
  });
}
