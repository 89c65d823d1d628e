/** [V116] What a vote came to in words, as the public reads it: the last version, how many jurors agree with it, and those before it. */
import type { Day, Instant } from '../terms.ts';
import { outcomeOf } from '../verdict/outcome.ts';
import type { OutcomeVersion } from '../verdict/outcome.ts';
import { outcomePlace } from '../verdict/outcome-place.ts';
import type { Verdict } from '../verdict/verdict.ts';
import { translated } from './published-words.ts';
import type { Translated } from './published-words.ts';

export interface PublishedOutcomeVersion {
  readonly text: string;
  readonly next: string;
  readonly reviewOn: Day;
  readonly at: Instant;
  /** How many of how many jurors agreed with these words. */
  readonly agreed: number;
  readonly jurors: number;
}

export interface PublishedOutcome extends PublishedOutcomeVersion, Translated {
  /** Oldest first; absent where nothing was revised. */
  readonly earlier?: readonly PublishedOutcomeVersion[];
}

/** Absent where nobody stated it, so that older records are as they were. */
export interface WithOutcome {
  readonly stated?: PublishedOutcome;
}

const inWords = ({ text, next, reviewOn, at, agreed, jurors }: OutcomeVersion): PublishedOutcomeVersion => ({
  text: text.text ?? '',
  next: next.text ?? '',
  reviewOn,
  at,
  agreed: agreed.count,
  jurors,
});

/** `of`: the recommendation or the question that was voted on. */
export function statedOutcome(verdict: Verdict, of: string, ballot: string): WithOutcome {
  const versions = outcomeOf(verdict.outcomes, ballot)?.versions ?? [];
  const current = versions.at(-1);
  if (!current) return {};
  const earlier = versions.slice(0, -1).map(inWords);
  const said = { ...inWords(current), ...(earlier.length > 0 ? { earlier } : {}) };
  return { stated: { ...said, ...translated(verdict, outcomePlace(of), current.text.sha256) } };
}
