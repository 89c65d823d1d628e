/** The selection: targets, pool, freeze and draw. Holds figures, hashes and tickets, never a person's answers. */
import type { Content, Instant, MemberId, Ticket } from '../terms.ts';

export interface Target {
  readonly category: string;
  readonly value: string;
  readonly min: number;
  readonly max: number;
  readonly minFlex?: number | undefined;
  readonly maxFlex?: number | undefined;
}

/** How many people have this value. */
export interface Figure {
  readonly category: string;
  readonly value: string;
  readonly count: number;
}

export interface Frozen {
  readonly poolHash: string;
  readonly targetsHash: string;
  /** One SHA-256 over both, the number of seats and alternates and the method: published before any seed exists. */
  readonly commitment: string;
  readonly method: string;
  readonly seats: number;
  readonly alternates: number;
  readonly at: Instant;
}

export interface DrawRecord {
  readonly seed: string;
  readonly panel: readonly Ticket[];
  readonly alternates: readonly Ticket[];
  readonly composition: readonly Figure[];
  readonly witnesses: readonly Content[];
  readonly by: MemberId;
  readonly at: Instant;
}

export interface Selection {
  readonly targets: readonly Target[];
  /** The category that holds the attitude to the issue. */
  readonly attitude: string | null;
  readonly population: readonly Figure[];
  readonly source: string | null;
  readonly pool: { readonly size: number; readonly figures: readonly Figure[] } | null;
  readonly frozen: Frozen | null;
  readonly draw: DrawRecord | null;
}

export const NO_SELECTION: Selection = {
  targets: [],
  attitude: null,
  population: [],
  source: null,
  pool: null,
  frozen: null,
  draw: null,
};

export type SelectionEvent =
  | {
      readonly type: 'targets-set';
      readonly targets: readonly Target[];
      readonly attitude: string;
      readonly population: readonly Figure[];
      readonly source: string | null;
    }
  | { readonly type: 'pool-loaded'; readonly size: number; readonly figures: readonly Figure[] }
  | ({ readonly type: 'selection-frozen' } & Frozen)
  | ({ readonly type: 'panel-drawn' } & DrawRecord);

export function evolveSelection(selection: Selection, event: SelectionEvent): Selection {
  switch (event.type) {
    case 'targets-set': {
      const { targets, attitude, population, source } = event;
      // A pool is read against the targets, so new targets need it read again.
      return { ...selection, targets, attitude, population, source, pool: null };
    }
    case 'pool-loaded':
      return { ...selection, pool: { size: event.size, figures: event.figures } };
    case 'selection-frozen': {
      const { type: _type, ...frozen } = event;
      return { ...selection, frozen };
    }
    case 'panel-drawn': {
      const { type: _type, ...draw } = event;
      return { ...selection, draw };
    }
  }
}
