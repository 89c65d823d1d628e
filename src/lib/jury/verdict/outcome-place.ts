/** [P92] Where the outcome of a vote stands in words, as a place of its own: `R1-outcome`, `P2-outcome`. */
import { outcomeOf } from './outcome.ts';
import type { OutcomeVersion } from './outcome.ts';
import { ballotOn, pollBallotOn } from './verdict.ts';
import type { Verdict } from './verdict.ts';

const SUFFIX = '-outcome';

/** `of`: the recommendation or the question that was voted on. */
export const outcomePlace = (of: string): string => `${of}${SUFFIX}`;

/** Of which recommendation or question the place tells; null where it is no such place. */
export const outcomeIsOf = (place: string): string | null =>
  place.endsWith(SUFFIX) ? place.slice(0, -SUFFIX.length) : null;

/** The words that stand there; undefined where there are none. */
export function outcomeAt(verdict: Verdict, place: string): OutcomeVersion | undefined {
  const of = outcomeIsOf(place);
  const ballot = of === null ? undefined : (ballotOn(verdict, of) ?? pollBallotOn(verdict, of));
  return ballot && outcomeOf(verdict.outcomes, ballot.id)?.versions.at(-1);
}

/** Those places at which there are words, in the order of recommendations and questions. */
export const outcomePlaces = (verdict: Verdict): readonly string[] =>
  [...verdict.recommendations, ...verdict.polls]
    .map(({ id }) => outcomePlace(id))
    .filter((place) => outcomeAt(verdict, place) !== undefined);
