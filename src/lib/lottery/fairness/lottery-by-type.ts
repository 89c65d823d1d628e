/** A lottery as the solver sees it: panels by type, with their weights. */
import type { Counts, PanelSpace } from '../panel-space.ts';

/** A panel, as people of each type, and its probability. */
export interface Part {
  readonly weight: number;
  readonly panel: Int32Array;
}

/** How many people of each type a lottery seats on average: what it makes of the seats. */
export type Averages = Float64Array;

/** `Σ weight × people of the type ≤ most` holds for every panel, and so for every average of panels. */
export interface Cut {
  readonly weights: Float64Array;
  readonly most: number;
}

/** Probabilities smaller than this are taken for rounding errors of floating arithmetic. */
export const NEGLIGIBLE = 1e-9;

/** The chance of each person of each type under these averages. */
export const chancesOf = ({ sizes }: PanelSpace, averages: Counts): Float64Array =>
  Float64Array.from(sizes, (size, type) => averages[type]! / size);

export function averagesOf(space: PanelSpace, parts: readonly Part[]): Averages {
  const averages = new Float64Array(space.sizes.length);
  for (const { weight, panel } of parts) panel.forEach((people, type) => (averages[type]! += weight * people));
  return averages;
}

/** The parts with their weights brought to a sum of exactly one, as far as floating numbers can, and without empty ones. */
export function normalised(parts: readonly Part[]): Part[] {
  const kept = parts.filter(({ weight }) => weight > 1e-12);
  const sum = kept.reduce((total, { weight }) => total + weight, 0);
  return kept.map(({ weight, panel }) => ({ weight: weight / sum, panel }));
}
