/** The versions of a published verdict. Only errata make a new one, so every earlier one can be told from the record. */
import type { Instant } from '../terms.ts';
import type { WithOutcome } from './outcome-record.ts';
import type { PublishedTranslation } from './published-words.ts';
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

/** [P50] What was translated later is bound to its original by a hash of its own, and makes no version. */
function fromTheBeginning<T extends { readonly translations?: readonly PublishedTranslation[] }>({
  translations = [],
  ...words
}: T) {
  const first = translations.filter(({ at }) => at === undefined);
  return { ...words, ...(first.length > 0 ? { translations: first } : {}) };
}

const statedAtFirst = (stated: WithOutcome['stated']): WithOutcome =>
  stated ? { stated: fromTheBeginning(stated) } : {};

/** [P62] Told only later than the first verdicts: so older hashes stand. */
const withoutTie = <B extends { readonly tiedBefore?: unknown }>({ tiedBefore: _tie, ...ballot }: B) => ballot;

type Fixed = Omit<PublishedRecommendation, 'acknowledgedAt' | 'answers' | 'assignments' | 'reports' | 'ratings'>;

/**
 * What a version's hash covers: the words, the votes and the corrections. Not what changes without a new version: answers and reports, what the
 * public observes, later translations, and who speaks for the jury, for that can be taken back.
 */
export function fixedPart(jury: string, verdict: Published) {
  const { spokespersons: _spokespersons, recommendations, polls, statement, minorityStatements, ...rest } = verdict;
  const fixed = recommendations.map(
    ({
      stated,
      acknowledgedAt: _received,
      answers: _answers,
      assignments: _assignments,
      reports: _reports,
      ratings: _ratings,
      ...one
    }): Fixed => ({
      ...fromTheBeginning(one),
      ...statedAtFirst(stated),
      ballot: withoutTie(one.ballot),
      // As at publication, when nobody could have observed anything: so older hashes stand.
      observations: [],
      observationsRefused: {},
      minorityStatements: one.minorityStatements.map(fromTheBeginning),
    }),
  );
  return {
    format: 'alqa-verdict-1',
    jury,
    version: (verdict.errata?.length ?? 0) + 1,
    ...rest,
    ...(statement ? { statement: fromTheBeginning(statement) } : {}),
    ...(minorityStatements ? { minorityStatements: minorityStatements.map(fromTheBeginning) } : {}),
    polls: polls.map(({ stated, ...poll }) => ({
      ...poll,
      ...statedAtFirst(stated),
      ballot: withoutTie(poll.ballot),
    })),
    recommendations: fixed,
  };
}
