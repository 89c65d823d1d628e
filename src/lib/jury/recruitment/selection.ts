/** The selection: targets, pool, lottery, freeze and draw. Holds figures, hashes and tickets, never a person's answers. */
import type { Instant, MemberId } from '../terms.ts';
import { drawnReplacement } from './draws.ts';
import type { DrawRecord, FrozenReplacement, ReplacementDraw } from './draws.ts';

/** What makes the lottery fair; src/lib/lottery says how. The old greedy method is a yardstick there and no choice here. */
export const OBJECTIVES = ['leximin', 'maximin', 'nash', 'goldilocks'] as const;
export type Objective = (typeof OBJECTIVES)[number];

/** For a group of less than one seat: a seat all the same, a seat if it happens so, or together with another group. */
export const DECISIONS = ['at-least-one', 'soft', 'merge'] as const;

export interface Decision {
  readonly category: string;
  readonly value: string;
  readonly decision: (typeof DECISIONS)[number];
  /** The group it was merged into. */
  readonly into?: string | undefined;
}

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

/** What a lottery gives the people of the pool; chances from 0 to 1. */
export interface Chances {
  readonly objective: Objective;
  /** How many panels the published list has, each with the same chance. */
  readonly panels: number;
  readonly listHash: string;
  readonly least: number;
  readonly greatest: number;
  readonly gini: number;
  readonly geometricMean: number;
  /** No lottery of this objective is better than `bound`, and this one is within `gap` of it. */
  readonly bound: number;
  readonly gap: number;
  /** What making the list of equal chances cost the least likely. */
  readonly loss: number;
  /** The least likely person's chance by the greedy method; null when it was not computed. */
  readonly legacyLeast: number | null;
  /** How many people no panel can have. */
  readonly unselectable: number;
}

export interface Frozen {
  readonly poolHash: string;
  readonly targetsHash: string;
  /** One SHA-256 over all that the draw depends on: published before any seed exists. */
  readonly commitment: string;
  readonly method: string;
  readonly seats: number;
  readonly alternates: number;
  readonly at: Instant;
  /** Absent from selections that were frozen before the list of panels was published. */
  readonly chances?: Chances | undefined;
}

/** Something that was done with the pool outside the steps of the selection, and is told to everybody. */
export interface Noted {
  readonly by: MemberId;
  readonly at: Instant;
}

export interface Selection {
  readonly targets: readonly Target[];
  /** The category that holds the attitude to the issue. */
  readonly attitude: string | null;
  readonly population: readonly Figure[];
  readonly source: string | null;
  /** Where the figures of single categories come from, if not from `source`. */
  readonly sources: readonly { readonly category: string; readonly text: string }[];
  readonly objective: Objective;
  /** Whether at most one person of an address may sit. */
  readonly oneAHousehold: boolean;
  readonly decisions: readonly Decision[];
  readonly pool: { readonly size: number; readonly figures: readonly Figure[] } | null;
  readonly rehearsals: readonly Noted[];
  /** When the list of who has which ticket was taken out of the program. */
  readonly handedOut: readonly Noted[];
  readonly frozen: Frozen | null;
  readonly draw: DrawRecord | null;
  /** The replacement draw whose list is published and whose seed is still to come. */
  readonly replacement: FrozenReplacement | null;
  readonly replacements: readonly ReplacementDraw[];
}

export const NO_SELECTION: Selection = {
  targets: [],
  attitude: null,
  population: [],
  source: null,
  sources: [],
  objective: 'leximin',
  oneAHousehold: false,
  decisions: [],
  pool: null,
  rehearsals: [],
  handedOut: [],
  frozen: null,
  draw: null,
  replacement: null,
  replacements: [],
};

export type SelectionEvent =
  | ({
      readonly type: 'targets-set';
      readonly attitude: string;
      // Absent from journals that are older than these.
      readonly sources?: Selection['sources'] | undefined;
      readonly objective?: Objective | undefined;
      readonly oneAHousehold?: boolean | undefined;
      readonly decisions?: readonly Decision[] | undefined;
    } & Pick<Selection, 'targets' | 'population' | 'source'>)
  | { readonly type: 'pool-loaded'; readonly size: number; readonly figures: readonly Figure[] }
  | ({ readonly type: 'tickets-handed-out' } & Noted)
  | ({ readonly type: 'draw-rehearsed' } & Noted)
  | ({ readonly type: 'selection-frozen' } & Frozen)
  | ({ readonly type: 'panel-drawn' } & DrawRecord)
  | ({ readonly type: 'replacement-frozen' } & FrozenReplacement)
  | ({ readonly type: 'replacement-drawn' } & Pick<ReplacementDraw, 'drawn'>);

export function evolveSelection(selection: Selection, event: SelectionEvent): Selection {
  switch (event.type) {
    case 'targets-set': {
      const { targets, attitude, population, source } = event;
      const { sources = [], objective = 'leximin', oneAHousehold = false, decisions = [] } = event;
      const set = { targets, attitude, population, source, sources, objective, oneAHousehold, decisions };
      // A pool is read against the groups of the targets, so other groups need it read again.
      return { ...selection, ...set, pool: sameGroups(targets, selection.targets) ? selection.pool : null };
    }
    case 'pool-loaded':
      return { ...selection, pool: { size: event.size, figures: event.figures } };
    case 'tickets-handed-out':
      return { ...selection, handedOut: [...selection.handedOut, { by: event.by, at: event.at }] };
    case 'draw-rehearsed':
      return { ...selection, rehearsals: [...selection.rehearsals, { by: event.by, at: event.at }] };
    case 'selection-frozen': {
      const { type: _type, ...frozen } = event;
      return { ...selection, frozen };
    }
    case 'panel-drawn': {
      const { type: _type, ...draw } = event;
      return { ...selection, draw };
    }
    case 'replacement-frozen': {
      const { type: _type, ...replacement } = event;
      return { ...selection, replacement };
    }
    case 'replacement-drawn':
      return drawnReplacement(selection, event);
  }
}

function sameGroups(some: readonly Target[], others: readonly Target[]): boolean {
  const named = (targets: readonly Target[]): string =>
    JSON.stringify(targets.map(({ category, value }) => [category, value]).sort());
  return named(some) === named(others);
}
