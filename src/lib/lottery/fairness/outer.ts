/** The outer side of a lottery: averages that meet every target, whether or not panels with these averages exist. */
import { typesByRow } from '../panel-space.ts';
import type { PanelSpace } from '../panel-space.ts';
import type { Row, Terms } from '../solver.ts';
import type { Cut } from './lottery-by-type.ts';

/**
 * Every lottery's averages lie in it, so that nothing better than the best point of it exists. Where its best point is a mix
 * of panels, that mix is the best lottery; otherwise a cut takes the point away.
 */
export interface Outer {
  readonly space: PanelSpace;
  /** Which types sit on some panel. */
  readonly selectable: readonly boolean[];
  readonly cuts: readonly Cut[];
}

/** The outer side as rows over the chances of the types (average = size × chance), without their bounds 0 and 1. */
export function chanceRows({ space, cuts }: Outer): Row[] {
  const { sizes, lower, upper, seats } = space;
  const scaled = (types: readonly number[]): Terms => types.map((type) => [type, sizes[type]!]);
  const rows: Row[] = typesByRow(space).map((types, row) => ({
    lower: lower[row]!,
    upper: upper[row]!,
    terms: scaled(types),
  }));
  rows.push({ lower: seats, upper: seats, terms: scaled(sizes.map((_, type) => type)) });
  for (const { weights, most } of cuts) {
    const terms = sizes.flatMap((size, type): [number, number][] =>
      weights[type]! > 0 ? [[type, size * weights[type]!]] : [],
    );
    rows.push({ upper: most, terms });
  }
  return rows;
}
