/** Of the public record, what jurors say besides recommendations, in which languages it can be read, and what was corrected. */
import { activeJurors } from '../recruitment/seats.ts';
import type { Jury } from '../state.ts';
import type { Instant, Locale } from '../terms.ts';
import { isChosen } from '../verdict/spokesperson.ts';
import { currentStatement, isCarried } from '../verdict/statement.ts';
import { extraTexts } from '../verdict/extras.ts';
import type { Extras } from '../verdict/extras.ts';
import { agreedTranslationsOf } from '../verdict/late-translation.ts';
import { outcomePlace } from '../verdict/outcome-place.ts';
import { JURY_STATEMENT, translationsOf } from '../verdict/translation.ts';
import type { Translation } from '../verdict/translation.ts';
import type { Verdict } from '../verdict/verdict.ts';

/** [V56] Marked as what it is; the original alone counts. */
export interface PublishedTranslation extends Extras<string> {
  readonly language: Locale;
  readonly text: string;
  readonly title?: string;
  readonly rationale?: string;
  /** [P92] Of an outcome in words. */
  readonly next?: string;
  /** [P50] Of one that came when the verdict was out: its number, and since when it stands. The newest into a language is read first. */
  readonly id?: string;
  readonly at?: Instant;
}

export interface PublishedLateTranslation extends PublishedTranslation {
  /** Where its original stands. */
  readonly of: string;
  readonly id: string;
  readonly at: Instant;
}

/** Absent rather than empty, so that a record without translations is the same as it ever was. */
export interface Translated {
  readonly translations?: readonly PublishedTranslation[];
}

export interface PublishedStatement extends Translated {
  readonly id: string;
  readonly text: string;
  readonly joined: number;
}

export interface PublishedErratum {
  readonly id: string;
  readonly where: string;
  readonly note: string;
  readonly at: Instant;
}

/** Parts of the published verdict that are there only where a jury has them. */
export interface PublishedWords {
  /** What the jury says in its own words; read first. */
  readonly statement?: { readonly text: string } & Translated;
  /** On the verdict as a whole. */
  readonly minorityStatements?: readonly PublishedStatement[];
  /** Under the name that each of them chose. */
  readonly spokespersons?: readonly string[];
  /** Corrections in the order in which they were made. The first version has none, each makes one more. */
  readonly errata?: readonly PublishedErratum[];
}

export function translated(verdict: Verdict, of: string, source: string): Translated {
  const late = agreedTranslationsOf(verdict.lateTranslations, of, source);
  const translations = [
    ...translationsOf(verdict, of, source).map(inWords),
    ...late.map((one) => ({ ...inWords(one), id: one.id, at: one.at })),
  ];
  return translations.length > 0 ? { translations } : {};
}

const inWords = ({ language, text, title, rationale, next, ...besides }: Translation): PublishedTranslation => ({
  language,
  text: text.text ?? '',
  ...(title ? { title: title.text ?? '' } : {}),
  ...(rationale ? { rationale: rationale.text ?? '' } : {}),
  ...(next ? { next: next.text ?? '' } : {}),
  ...extraTexts(besides),
});

/** With the outcome in words, where it has one. */
interface Voted {
  readonly id: string;
  readonly stated?: Translated;
}

/** [P66] Those that came when the verdict was out, with the place of their original; oldest first. */
export function lateTranslationsIn({
  statement,
  minorityStatements = [],
  recommendations,
  polls,
}: PublishedWords & {
  readonly recommendations: readonly (Translated &
    Voted & {
      readonly minorityStatements: readonly PublishedStatement[];
    })[];
  readonly polls: readonly Voted[];
}): readonly PublishedLateTranslation[] {
  const places = [
    { id: JURY_STATEMENT, ...statement },
    ...[...minorityStatements, ...recommendations.flatMap((one) => [one, ...one.minorityStatements])],
    ...[...recommendations, ...polls].map(({ id, stated }) => ({ id: outcomePlace(id), ...stated })),
  ];
  return places
    .flatMap(({ id: of, translations = [] }) =>
      translations.flatMap(({ id, at, ...words }) =>
        id === undefined || at === undefined ? [] : [{ ...words, of, id, at }],
      ),
    )
    .toSorted((a, b) => a.at - b.at);
}

/** [V16] [V50] Below the floor a statement stays in the room. `on`: a recommendation, or null for the whole. */
export const publishedStatements = (verdict: Verdict, on: string | null): readonly PublishedStatement[] =>
  verdict.statements
    .filter((statement) => statement.recommendation === on && isCarried(statement))
    .map(({ id, text, joined }) => ({
      id,
      text: text.text ?? '',
      joined: joined.count,
      ...translated(verdict, id, text.sha256),
    }));

export function publishedWords({ verdict, seats }: Pick<Jury, 'verdict' | 'seats'>): PublishedWords {
  const statement = currentStatement(verdict);
  const onTheWhole = publishedStatements(verdict, null);
  const present = new Set(activeJurors(seats).map((seat) => seat.id));
  const speaking = verdict.spokespersons.filter((one) => present.has(one.seat) && isChosen(one));
  const errata = verdict.errata.flatMap(({ id, where, note, state, at }) =>
    state === 'agreed' && at !== null ? [{ id, where, note: note.text ?? '', at }] : [],
  );
  return {
    ...(statement
      ? { statement: { text: statement.text ?? '', ...translated(verdict, JURY_STATEMENT, statement.sha256) } }
      : {}),
    ...(onTheWhole.length > 0 ? { minorityStatements: onTheWhole } : {}),
    ...(speaking.length > 0 ? { spokespersons: speaking.map(({ name }) => name.text ?? '') } : {}),
    ...(errata.length > 0 ? { errata: errata.toSorted((a, b) => a.at - b.at) } : {}),
  };
}
