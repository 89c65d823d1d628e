/** What the draws leave in the journal: the first of the whole panel, and one for each replacement from the pool. */
import type { Content, Instant, MemberId, Ticket } from '../terms.ts';
import type { Figure, Selection } from './selection.ts';

/** The number of the panel comes from a seed or straight from dice; a seed that is null means dice. */
export interface Outcome {
  readonly seed: string | null;
  /** The place of the panel in the published list, from 0. Absent from draws that were made without a list. */
  readonly number?: number | undefined;
  readonly witnesses: readonly Content[];
  readonly by: MemberId;
  readonly at: Instant;
}

export interface DrawRecord extends Outcome {
  readonly panel: readonly Ticket[];
  readonly alternates: readonly Ticket[];
  readonly composition: readonly Figure[];
}

export interface FrozenReplacement {
  /** `X1` for the first. */
  readonly id: string;
  readonly leaving: readonly Ticket[];
  /** How many of them left by themselves or by fate, and how many because they might not stay. */
  readonly departures: { readonly withdrew: number; readonly removed: number };
  readonly commitment: string;
  readonly listHash: string;
  /** How many panels the published list has. */
  readonly panels: number;
  /** Bounds that nobody in the pool could restore, with what stands in their place. */
  readonly deviations: readonly {
    readonly category: string;
    readonly value: string;
    readonly bound: 'min' | 'max';
    readonly from: number;
    readonly to: number;
  }[];
  readonly at: Instant;
}

export interface ReplacementDraw extends FrozenReplacement {
  readonly drawn: Outcome & {
    readonly tickets: readonly Ticket[];
    readonly alternates: readonly Ticket[];
    readonly composition: readonly Figure[];
  };
}

/** The replacement that was frozen has been drawn and joins the others. */
export function drawnReplacement(selection: Selection, { drawn }: Pick<ReplacementDraw, 'drawn'>): Selection {
  if (!selection.replacement) return selection;
  const done = { ...selection.replacement, drawn };
  return { ...selection, replacement: null, replacements: [...selection.replacements, done] };
}
