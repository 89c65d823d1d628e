/** What the jury says as a whole, who disagrees, and what was translated or corrected since, as parts of the printed verdict. */
import { dayAt } from '$lib/i18n/deadline.ts';
import { formatDay } from '$lib/i18n/format.ts';
import * as m from '$lib/i18n/compiled/messages.js';
import type {
  PublishedErratum,
  PublishedStatement,
  PublishedTranslation,
} from '$lib/jury/publication/published-words.ts';
import type { PublicRecord } from '$lib/jury/publication/record.ts';
import type { Block } from '$lib/server/typesetting/manuscript.ts';
import { languageOf } from './language.ts';
import { heading, soft, words } from './manuscript-blocks.ts';
import { extraBlocks } from './recommendation-manuscript.ts';
import { nameTranslation, newestFirst } from './translation-names.ts';

type Verdict = NonNullable<PublicRecord['verdict']>;

/** The jury's own statement, and who disagrees with the whole; before the recommendations, as on the page. */
export function foreword({ statement, minorityStatements = [], spokespersons, errata = [] }: Verdict): Block[] {
  return [
    ...(statement
      ? [heading(1, m.public_statement()), ...words(statement.text), ...translations(statement.translations)]
      : []),
    ...minority(minorityStatements, m.public_minority_whole(), errata),
    ...(spokespersons ? [soft(m.public_spokespersons({ names: spokespersons.join(', ') }))] : []),
    ...corrections(errata, 'verdict'),
  ];
}

export const minority = (
  statements: readonly PublishedStatement[],
  title: string,
  errata: readonly PublishedErratum[],
): Block[] =>
  statements.flatMap(({ id, text, joined, translations: others }) => [
    heading(3, title),
    ...words(text),
    ...translations(others),
    soft(m.public_minority_joined({ count: joined })),
    ...corrections(errata, id),
  ]);

export const translations = (all: readonly PublishedTranslation[] = []): Block[] =>
  newestFirst(all).flatMap((one) => [
    soft(`${nameTranslation(one)}. ${m.public_translation_note()}`),
    ...[one.title, one.text, one.rationale].flatMap((part) => (part ? words(part) : [])),
    ...(one.next ? [soft(m.public_outcome_next()), ...words(one.next)] : []),
    // Headings would make parts of the recommendation out of those of its translation.
    ...extraBlocks(one, soft),
    ...(one.judgement ? [soft(m.drafting_judgement()), ...words(one.judgement)] : []),
  ]);

export const corrections = (errata: readonly PublishedErratum[], about: string): Block[] =>
  errata
    .filter(({ where }) => where === about)
    .flatMap(({ id, note, at }) => [
      { kind: 'paragraph', tone: 'strong', text: m.public_erratum({ id, date: formatDay(dayAt(at)) }) } as const,
      { kind: 'paragraph', text: note, language: languageOf(note) } as const,
      soft(m.public_errata_note()),
    ]);
