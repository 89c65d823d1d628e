/** Jurors' words in the other languages, marked as translations; the original stands and alone counts. */
import type { Rules } from '../context.ts';
import { ok, refuse } from '../result.ts';
import type { Result } from '../result.ts';
import type { Content, Locale } from '../terms.ts';
import { currentStatement } from './statement.ts';
import type { Verdict } from './verdict.ts';

/** The place of the jury's own statement among those of which there are translations. */
export const JURY_STATEMENT = 'statement';

export interface Translation {
  /** A recommendation, a minority statement, or `statement`. */
  readonly of: string;
  readonly language: Locale;
  /** The hash of what was translated: of other words it is no translation. */
  readonly source: string;
  readonly text: Content;
  /** Of a recommendation. */
  readonly title?: Content;
  readonly rationale?: Content;
}

export type TranslationEvent = { readonly type: 'translation-added' } & Translation;

/** A later translation takes the place of an earlier one of the same words into the same language. */
export function evolveTranslations(
  all: readonly Translation[],
  { type: _type, ...added }: TranslationEvent,
): readonly Translation[] {
  return [...all.filter((one) => one.of !== added.of || one.language !== added.language), added];
}

export const translationRules: Rules<'add-translation'> = {
  'add-translation': ({ of, language, ...words }, { jury: { verdict }, seal }) => {
    // [P15] What the two look at is what goes out.
    if (verdict.release) return refuse('release-proposed-already');
    const source = sourceOf(verdict, of);
    if (!source.ok) return source;
    const sealed = sealedWords(verdict, of, words, seal);
    if (!sealed.ok) return sealed;
    return ok([{ type: 'translation-added', of, language, source: source.value, ...sealed.value }]);
  },
};

interface Translated {
  readonly title?: string | undefined;
  readonly text: string;
  readonly rationale?: string | undefined;
}

/** Of a recommendation all three parts (`translation-incomplete`), of anything else the text; call it once nothing else can be refused ([A4]). */
export function sealedWords(
  verdict: Verdict,
  of: string,
  { title, text, rationale }: Translated,
  seal: (text: string) => Content,
): Result<Pick<Translation, 'title' | 'text' | 'rationale'>> {
  if (!verdict.recommendations.some((one) => one.id === of)) return ok({ text: seal(text) });
  if (title === undefined || rationale === undefined) return refuse('translation-incomplete');
  return ok({ title: seal(title), text: seal(text), rationale: seal(rationale) });
}

/** The hash of the words as they stand now. */
export function sourceOf(verdict: Verdict, of: string): Result<string> {
  const recommendation = verdict.recommendations.find((one) => one.id === of);
  if (recommendation) return recommendation.wordingHash ? ok(recommendation.wordingHash) : refuse('not-frozen-wording');
  const words =
    of === JURY_STATEMENT ? currentStatement(verdict) : verdict.statements.find((one) => one.id === of)?.text;
  return words ? ok(words.sha256) : refuse('unknown-place');
}

/** The translations of exactly these words, in the order of languages, but for the one in which they were written. */
export const translationsOf = (verdict: Verdict, of: string, source: string): readonly Translation[] =>
  verdict.translations.filter(
    (one) => one.of === of && one.source === source && one.language !== verdict.release?.language,
  );
