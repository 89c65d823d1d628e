/** How translations are called, and in which order they are read. */
import { dayAt } from '../../lib/i18n/deadline.ts';
import { formatDay } from '../../lib/i18n/format.ts';
import { LANGUAGE_NAMES } from '../../lib/i18n/language-names.ts';
import * as m from '../../lib/i18n/compiled/messages.js';
import type { PublishedTranslation } from '../../lib/jury/publication/published-words.ts';
import type { Instant } from '../../lib/jury/terms.ts';

export interface ReadTranslation extends PublishedTranslation {
  /** When a newer one into the same language came; absent on the newest. */
  readonly until?: Instant;
}

/** Of each language the newest, then those before it. */
export function newestFirst(translations: readonly PublishedTranslation[]): readonly ReadTranslation[] {
  const read = translations.map((one, at): ReadTranslation => {
    const next = translations.slice(at + 1).find(({ language }) => language === one.language);
    return next?.at === undefined ? one : { ...one, until: next.at };
  });
  return [
    ...read.filter(({ until }) => until === undefined),
    ...read.filter(({ until }) => until !== undefined).reverse(),
  ];
}

export function nameTranslation({ id, language: locale, at, until }: ReadTranslation): string {
  const language = LANGUAGE_NAMES[locale]();
  if (until !== undefined) return m.public_translation_earlier({ language, date: formatDay(dayAt(until)) });
  return id !== undefined && at !== undefined
    ? m.public_translation_late({ id, language, date: formatDay(dayAt(at)) })
    : m.public_translation({ language });
}
