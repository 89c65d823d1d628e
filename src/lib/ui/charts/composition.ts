/** The figures behind the composition chart. Shares run from 0 to 1; `min` and `max` are seats. */
export interface CompositionValue {
  readonly value: string;
  readonly population?: number;
  readonly pool?: { readonly count: number; readonly share: number };
  readonly panel?: { readonly count: number };
  readonly min: number;
  readonly max: number;
}

export interface CompositionRow {
  readonly category: string;
  readonly values: readonly CompositionValue[];
}

export const isWithin = ({ panel, min, max }: CompositionValue): boolean =>
  panel !== undefined && panel.count >= min && panel.count <= max;

/** How many seats wide the chart must be for its longest lane; at least one. */
export function widestLane(rows: readonly CompositionRow[], seats: number): number {
  const lanes = rows.flatMap((row) =>
    row.values.flatMap((value) => [
      value.max,
      value.panel?.count ?? 0,
      (value.population ?? 0) * seats,
      (value.pool?.share ?? 0) * seats,
    ]),
  );
  return Math.max(1, Math.ceil(Math.max(...lanes)));
}
