import type { Asked, Rules } from '../context.ts';
import { ok, refuse } from '../result.ts';
import type { Result } from '../result.ts';
import { ballotOn } from './verdict.ts';
import type { Verdict } from './verdict.ts';
import type { LateTranslation } from './late-translation.ts';
import { outcomePlaces } from './outcome-place.ts';
import { findingsExplained } from './second-word.ts';
import { currentStatement, isCarried } from './statement.ts';
import { JURY_STATEMENT } from './translation.ts';
import { sealedWords, sourceOf } from './translation-rules.ts';

type LateTranslationCommand = 'propose-translation' | 'agree-translation' | 'drop-translation';

export const lateTranslationRules: Rules<LateTranslationCommand> = {
  'propose-translation': ({ of, language, ...words }, { jury: { verdict }, actor, seal }) => {
    if (actor.kind !== 'member') return refuse('not-allowed');
    if (!translatableIn(verdict).includes(of)) return refuse('unknown-place');
    if (language === verdict.release?.language) return refuse('translation-of-original');
    const source = sourceOf(verdict, of);
    if (!source.ok) return source;
    const sealed = sealedWords(verdict, of, words, seal);
    if (!sealed.ok) return sealed;
    const translation = `T${verdict.lateTranslations.length + 1}`;
    const bound = { translation, of, language, source: source.value, by: actor.id };
    return ok([{ type: 'translation-proposed', ...bound, ...sealed.value }]);
  },

  'agree-translation': ({ translation: id, why }, asked) => {
    const translation = openTranslation(asked, id);
    if (!translation.ok) return translation;
    const explained = findingsExplained(asked, why);
    return explained.ok
      ? ok([{ type: 'translation-agreed', translation: id, at: asked.now, ...explained.value }])
      : explained;
  },

  'drop-translation': ({ translation: id }, asked) => {
    const translation = openTranslation(asked, id);
    return translation.ok ? ok([{ type: 'translation-dropped', translation: id }]) : translation;
  },
};

/** What was written in a published verdict, by its id. */
export const translatableIn = (verdict: Verdict): readonly string[] => [
  ...verdict.recommendations.filter((one) => ballotOn(verdict, one.id)?.decision).map((one) => one.id),
  ...verdict.statements.filter(isCarried).map((one) => one.id),
  ...(currentStatement(verdict) ? [JURY_STATEMENT] : []),
  ...outcomePlaces(verdict),
];

function openTranslation({ jury }: Asked, id: string): Result<LateTranslation> {
  const translation = jury.verdict.lateTranslations.find((one) => one.id === id);
  if (!translation) return refuse('unknown-translation');
  return translation.state === 'proposed' ? ok(translation) : refuse('translation-closed');
}
