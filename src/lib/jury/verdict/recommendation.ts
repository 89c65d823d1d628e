/** A recommendation in the making: what it says, in every version, and whose words those are. */
import type { Content, Instant, SeatId } from '../terms.ts';
import type { Citation } from './citation.ts';
import type { Feasibility, Review } from './drafting-events.ts';
import { extrasOf } from './extras.ts';
import type { Extras } from './extras.ts';
import type { WritingGroup } from './writing-group.ts';

/** What else a recommendation may say is absent where it does not say it, and in old journals. */
export interface Wording extends Extras<Content> {
  readonly title: Content;
  readonly text: Content;
  readonly rationale: Content;
  readonly addressee: string;
  readonly citations: readonly Citation[];
}

/** [V42] [V43] What is known of a version besides its words; earlier versions know less. */
export interface Origin {
  readonly author: SeatId;
  readonly at: Instant;
  /** The writing group whose words these are. */
  readonly group?: readonly SeatId[];
  /** The ids of the text's paragraphs, in order. */
  readonly paragraphs?: readonly string[];
}

export interface Version extends Wording, Origin {
  readonly number: number;
}

export interface Recommendation {
  readonly id: string;
  /** The last one is the current one. */
  readonly versions: readonly Version[];
  readonly state: 'open' | 'frozen' | 'withdrawn';
  /** SHA-256 of the exact wording ([V5]) while frozen. */
  readonly wordingHash: string | null;
  /** Absent where nobody has volunteered yet and no lot was drawn. */
  readonly group?: WritingGroup;
  /** [V76] The last review; of a version that stands no longer it says nothing. */
  readonly review?: Review;
  /** Absent as long as nothing was shown to the authority. */
  readonly feasibility?: Feasibility;
}

export function versionOf({ author, at, group, paragraphs, ...wording }: Wording & Origin, number: number): Version {
  const known = { ...(group ? { group } : {}), ...(paragraphs ? { paragraphs } : {}) };
  return { number, ...wordsOf(wording), author, at, ...known };
}

/** The words of a version, without whose and since when. */
export const wordsOf = (wording: Wording): Wording => {
  const { title, text, rationale, addressee, citations } = wording;
  return { title, text, rationale, addressee, citations, ...extrasOf(wording) };
};

export const currentVersion = (recommendation: Recommendation): Version =>
  recommendation.versions[recommendation.versions.length - 1] as Version;
