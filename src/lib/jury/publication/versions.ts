/** The versions of a published verdict. Only errata make a new one, so every earlier one can be told from the record. */
import type { Instant } from '../terms.ts';
import type { PublicRecord, PublishedRecommendation } from './record.ts';

type Published = NonNullable<PublicRecord['verdict']>;

export interface VerdictVersion {
  /** From one. */
  readonly number: number;
  readonly since: Instant;
}

/** [P31] Every version, the first one first. */
export const versionsOf = ({ publishedAt, errata = [] }: Published): readonly VerdictVersion[] =>
  [publishedAt, ...errata.map(({ at }) => at)].map((since, index) => ({ number: index + 1, since }));

/** The verdict as it stood in one of its versions, with what became of it since; null where there is no such version. */
export function verdictIn(verdict: Published, number: number): Published | null {
  const { errata = [], ...words } = verdict;
  if (!Number.isSafeInteger(number) || number < 1 || number > errata.length + 1) return null;
  const earlier = errata.slice(0, number - 1);
  return { ...words, ...(earlier.length > 0 ? { errata: earlier } : {}) };
}

type Fixed = Omit<PublishedRecommendation, 'answers' | 'assignments' | 'reports' | 'ratings'>;

/**
 * What a version's hash covers: the words, the votes and the corrections. Not what changes without a new version: answers and reports, and who
 * speaks for the jury, for that can be taken back.
 */
export function fixedPart(jury: string, verdict: Published) {
  const { spokespersons: _spokespersons, recommendations, ...rest } = verdict;
  const fixed = recommendations.map(
    ({ answers: _answers, assignments: _assignments, reports: _reports, ratings: _ratings, ...one }): Fixed => one,
  );
  return {
    format: 'alqa-verdict-1',
    jury,
    version: (verdict.errata?.length ?? 0) + 1,
    ...rest,
    recommendations: fixed,
  };
}
