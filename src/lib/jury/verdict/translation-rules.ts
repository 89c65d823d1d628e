import type { Rules } from '../context.ts';
import { ok, refuse } from '../result.ts';
import type { Result } from '../result.ts';
import type { Content } from '../terms.ts';
import { sealed } from './extras.ts';
import { outcomeAt } from './outcome-place.ts';
import { currentStatement } from './statement.ts';
import { JURY_STATEMENT, TRANSLATED_PARTS } from './translation.ts';
import type { TranslatedPart, Translation } from './translation.ts';
import { currentVersion } from './verdict.ts';
import type { Verdict } from './verdict.ts';

export const translationRules: Rules<'add-translation'> = {
  'add-translation': ({ of, language, ...words }, { jury: { verdict }, seal }) => {
    // [P15] What the two look at is what goes out.
    if (verdict.release) return refuse('release-proposed-already');
    const source = sourceOf(verdict, of);
    if (!source.ok) return source;
    const translated = sealedWords(verdict, of, words, seal);
    if (!translated.ok) return translated;
    return ok([{ type: 'translation-added', of, language, source: source.value, ...translated.value }]);
  },
};

/** What the original in that place says, in the order in which it is read. */
export function partsOf(verdict: Verdict, of: string): readonly TranslatedPart[] {
  const recommendation = verdict.recommendations.find((one) => one.id === of);
  if (!recommendation) return outcomeAt(verdict, of) ? ['text', 'next'] : ['text'];
  const wording = currentVersion(recommendation);
  return TRANSLATED_PARTS.filter((part) => part !== 'next' && wording[part] !== undefined);
}

type Words = { readonly text: string } & { readonly [P in TranslatedPart]?: string | undefined };

/**
 * [P65] All that the original says (`translation-incomplete`) and nothing else (`translation-says-more`), of which the refusal names the first
 * `part`. Call it once nothing else can be refused ([A4]).
 */
export function sealedWords(
  verdict: Verdict,
  of: string,
  words: Words,
  seal: (text: string) => Content,
): Result<Omit<Translation, 'of' | 'language' | 'source'>> {
  const said = partsOf(verdict, of);
  const missing = said.find((part) => !words[part]);
  if (missing) return refuse('translation-incomplete', { part: missing });
  const more = TRANSLATED_PARTS.find((part) => words[part] && !said.includes(part));
  if (more) return refuse('translation-says-more', { part: more });
  const { title, text, next, rationale } = words;
  return ok({
    text: seal(text),
    ...(title ? { title: seal(title) } : {}),
    ...(next ? { next: seal(next) } : {}),
    ...(rationale ? { rationale: seal(rationale) } : {}),
    ...sealed(words, seal),
  });
}

/** The hash of the words as they stand now. */
export function sourceOf(verdict: Verdict, of: string): Result<string> {
  const recommendation = verdict.recommendations.find((one) => one.id === of);
  if (recommendation) return recommendation.wordingHash ? ok(recommendation.wordingHash) : refuse('not-frozen-wording');
  const outcome = outcomeAt(verdict, of);
  // Its salt makes the hash another one for each version, also where only what happens next was revised.
  if (outcome) return ok(outcome.text.sha256);
  const words =
    of === JURY_STATEMENT ? currentStatement(verdict) : verdict.statements.find((one) => one.id === of)?.text;
  return words ? ok(words.sha256) : refuse('unknown-place');
}
