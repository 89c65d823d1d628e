/** Jurors' words in the other languages, marked as translations; the original stands and alone counts. */
import type { Content, Locale } from '../terms.ts';
import { EXTRAS } from './extras.ts';
import type { Extras } from './extras.ts';
import type { Verdict } from './verdict.ts';

/** The place of the jury's own statement among those of which there are translations. */
export const JURY_STATEMENT = 'statement';

/** [P65] Of a recommendation, in the order in which it is read; `next` of an outcome in words ([P92]); of anything else there is only the text. */
export const TRANSLATED_PARTS = ['title', 'text', 'next', 'rationale', ...EXTRAS] as const;
export type TranslatedPart = (typeof TRANSLATED_PARTS)[number];

/** In old journals what a recommendation says besides was not translated. */
export interface Translation extends Extras<Content> {
  /** A recommendation, a minority statement, an outcome in words, or `statement`. */
  readonly of: string;
  readonly language: Locale;
  /** The hash of what was translated: of other words it is no translation. */
  readonly source: string;
  readonly text: Content;
  /** Of a recommendation. */
  readonly title?: Content;
  readonly rationale?: Content;
  /** Of an outcome: what happens next. */
  readonly next?: Content;
}

export type TranslationEvent = { readonly type: 'translation-added' } & Translation;

/** A later translation takes the place of an earlier one of the same words into the same language. */
export function evolveTranslations(
  all: readonly Translation[],
  { type: _type, ...added }: TranslationEvent,
): readonly Translation[] {
  return [...all.filter((one) => one.of !== added.of || one.language !== added.language), added];
}

/** The translations of exactly these words, in the order of languages, but for the one in which they were written. */
export const translationsOf = (verdict: Verdict, of: string, source: string): readonly Translation[] =>
  verdict.translations.filter(
    (one) => one.of === of && one.source === source && one.language !== verdict.release?.language,
  );
