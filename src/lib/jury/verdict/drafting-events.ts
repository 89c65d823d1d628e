/** What happens around the words of a recommendation while they are written: rounds of review, undoing, the authority's notes. */
import type { Content, Instant } from '../terms.ts';
import type { Recommendation, Verdict } from './verdict.ts';

/** [V76] Until when suggestions are made to a version. */
export interface Review {
  readonly version: number;
  readonly until: Instant;
}

/** [V79] [V80] What the authority was shown of a recommendation, and what it noted. */
export interface Feasibility {
  /** Versions that the jurors showed to it, oldest first. */
  readonly shown: readonly { readonly version: number; readonly at: Instant }[];
  /** In the authority's own words, oldest first. */
  readonly notes: readonly FeasibilityNote[];
}

export interface FeasibilityNote {
  readonly version: number;
  readonly text: Content;
  readonly at: Instant;
}

export const NO_FEASIBILITY: Feasibility = { shown: [], notes: [] };

export type DraftingEvent =
  | ({ readonly type: 'review-opened'; readonly recommendation: string } & Review)
  | {
      readonly type: 'feasibility-asked';
      readonly recommendation: string;
      readonly version: number;
      readonly at: Instant;
    }
  | ({ readonly type: 'feasibility-noted'; readonly recommendation: string } & FeasibilityNote);

/** For the table of events. */
export const DRAFTING_EVENTS = {
  'review-opened': 'verdict',
  'feasibility-asked': 'verdict',
  'feasibility-noted': 'verdict',
  'suggestion-doubted': 'verdict',
  'suggestion-undoubted': 'verdict',
  'suggestion-undone': 'verdict',
  'change-objected': 'verdict',
} as const;

export function evolveDrafting(one: Recommendation, event: DraftingEvent): Partial<Recommendation> {
  const { feasibility = NO_FEASIBILITY } = one;
  switch (event.type) {
    case 'review-opened':
      return { review: { version: event.version, until: event.until } };
    case 'feasibility-asked': {
      const { version, at } = event;
      return { feasibility: { ...feasibility, shown: [...feasibility.shown, { version, at }] } };
    }
    case 'feasibility-noted': {
      const { version, text, at } = event;
      return { feasibility: { ...feasibility, notes: [...feasibility.notes, { version, text, at }] } };
    }
  }
}

/** [V76] The review of the version that stands; undefined where none was opened on it. */
export const reviewOf = ({ review, versions }: Recommendation): Review | undefined =>
  review?.version === versions.length ? review : undefined;

/** [V79] The versions that the authority may read: what it was shown, of what has not been withdrawn. */
export const shownToAuthority = ({ recommendations }: Verdict) =>
  recommendations
    .filter((one) => one.state !== 'withdrawn' && one.feasibility)
    .map(({ id, versions, feasibility = NO_FEASIBILITY }) => ({
      id,
      notes: feasibility.notes,
      // Of whoever wrote it, nothing.
      versions: feasibility.shown.flatMap(({ version }) => {
        const found = versions[version - 1];
        if (!found) return [];
        const {
          author: _author,
          at: _at,
          group: _group,
          paragraphs: _paragraphs,
          citations: _citations,
          ...words
        } = found;
        return [words];
      }),
    }));
