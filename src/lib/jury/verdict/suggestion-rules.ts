import type { Asked, Rules } from '../context.ts';
import { LIMITS } from '../limits.ts';
import { ok, refuse } from '../result.ts';
import type { Result } from '../result.ts';
import type { Content } from '../terms.ts';
import { nextParagraphIds } from './paragraphs.ts';
import { roundEnded } from './round-rules.ts';
import { applied, paragraphsOf } from './suggestion.ts';
import type { Decided, SuggestedField, Suggestion } from './suggestion.ts';
import { currentVersion, wordsOf } from './verdict.ts';
import type { Recommendation } from './verdict.ts';
import { decidesSuggestions } from './writing-group.ts';

type SuggestionCommand =
  | 'suggest-change'
  | 'support-suggestion'
  | 'unsupport-suggestion'
  | 'rebase-suggestion'
  | 'withdraw-suggestion'
  | 'accept-suggestion'
  | 'reject-suggestion';

export const suggestionRules: Rules<SuggestionCommand> = {
  'suggest-change': ({ recommendation, field, paragraph, base, instead, why }, asked) => {
    const review = asked.jury.verdict.recommendations.find((one) => one.id === recommendation)?.review;
    // [V76] A version that came since is read anew.
    if (review?.version === base && review.until <= asked.now) return refuse('review-over');
    const change = changeOf(asked, { recommendation, field, paragraph, base, instead });
    if (!change.ok) return change;
    if (asked.actor.kind !== 'seat') return refuse('not-allowed');
    const suggestion = `G${asked.jury.verdict.suggestions.length + 1}`;
    const author = asked.actor.id;
    return ok([
      {
        type: 'suggestion-made',
        suggestion,
        recommendation,
        field,
        ...change.value,
        why: asked.seal(why),
        author,
      },
    ]);
  },

  'support-suggestion': ({ suggestion: id }, asked) => {
    const found = pending(asked, id);
    if (!found.ok) return found;
    const { actor } = asked;
    if (actor.kind !== 'seat') return refuse('not-allowed');
    if (found.value.author === actor.id) return refuse('own-suggestion');
    if (found.value.support.seats.includes(actor.id)) return refuse('already-supported');
    return ok([{ type: 'suggestion-supported', suggestion: id, seat: actor.id }]);
  },

  'unsupport-suggestion': ({ suggestion: id }, asked) => {
    const found = pending(asked, id);
    if (!found.ok) return found;
    const { actor } = asked;
    if (actor.kind !== 'seat' || !found.value.support.seats.includes(actor.id)) return refuse('not-supported');
    return ok([{ type: 'suggestion-unsupported', suggestion: id, seat: actor.id }]);
  },

  'rebase-suggestion': ({ suggestion: id, paragraph, base, instead }, asked) => {
    const found = own(asked, id);
    if (!found.ok) return found;
    const { recommendation, field } = found.value;
    const change = changeOf(asked, { recommendation, field, paragraph, base, instead });
    return change.ok ? ok([{ type: 'suggestion-rebased', suggestion: id, ...change.value }]) : change;
  },

  'withdraw-suggestion': ({ suggestion: id }, asked) => {
    const found = own(asked, id);
    return found.ok ? ok([{ type: 'suggestion-withdrawn', suggestion: id }]) : found;
  },

  'accept-suggestion': ({ suggestion: id }, asked) => {
    const found = forDrafter(asked, id);
    if (!found.ok) return found;
    const { suggestion, recommendation } = found.value;
    if (recommendation.state !== 'open') return refuse('recommendation-not-open');
    const current = wordsOf(currentVersion(recommendation));
    const words = applied(current, suggestion);
    if (words === null) return refuse('suggestion-overtaken');
    const longest = suggestion.field === 'title' ? LIMITS.line : LIMITS.paragraph;
    if (words.length === 0 || words.length > longest) return refuse('text-too-long', { limit: longest });
    return ok([
      { type: 'suggestion-accepted', suggestion: id, ...decidedBy(asked, recommendation.versions.length + 1) },
      {
        type: 'recommendation-revised',
        recommendation: recommendation.id,
        // [V36] The words are whose suggestion they were.
        author: suggestion.author,
        at: asked.now,
        ...{ ...current, [suggestion.field]: asked.seal(words) },
        paragraphs: nextParagraphIds(
          recommendation.versions,
          suggestion.field === 'text' ? words : (current.text.text ?? ''),
        ),
      },
      ...roundEnded(asked, recommendation.id),
    ]);
  },

  'reject-suggestion': ({ suggestion: id, reason }, asked) => {
    const found = forDrafter(asked, id);
    if (!found.ok) return found;
    const decided = decidedBy(asked, found.value.recommendation.versions.length);
    return ok([{ type: 'suggestion-rejected', suggestion: id, reason: asked.seal(reason), ...decided }]);
  },
};

/** [V78] So that whoever decided can undo it. */
const decidedBy = ({ actor, now }: Asked, version: number): Partial<Decided> =>
  actor.kind === 'seat' ? { by: actor.id, at: now, version } : {};

interface Change {
  readonly recommendation: string;
  readonly field: SuggestedField;
  /** Counted from one; none of them adds a paragraph at the end. */
  readonly paragraph: number;
  readonly base: number;
  readonly instead: string | undefined;
}

/** [V34] What is replaced by what, from the version that the juror had before them. */
function changeOf(
  { jury, seal }: Asked,
  { recommendation, field, paragraph, base, instead }: Change,
): Result<{ readonly from: Content | null; readonly to: Content | null }> {
  const found = jury.verdict.recommendations.find((one) => one.id === recommendation);
  if (!found) return refuse('unknown-recommendation');
  if (found.state === 'withdrawn') return refuse('recommendation-not-open');
  if (base !== found.versions.length) return refuse('recommendation-changed');
  const old = paragraph === 0 ? null : paragraphsOf(currentVersion(found), field)[paragraph - 1];
  const nothing = (old === null || field === 'title') && instead === undefined;
  if (old === undefined || nothing || old === instead) return refuse('nothing-suggested');
  return ok({ from: old === null ? null : seal(old), to: instead === undefined ? null : seal(instead) });
}

function pending({ jury }: Asked, id: string): Result<Suggestion> {
  const found = jury.verdict.suggestions.find((one) => one.id === id);
  if (!found) return refuse('unknown-suggestion');
  return found.state === 'pending' ? ok(found) : refuse('suggestion-closed');
}

function own(asked: Asked, id: string): Result<Suggestion> {
  const found = pending(asked, id);
  if (!found.ok) return found;
  return asked.actor.kind === 'seat' && found.value.author === asked.actor.id ? found : refuse('not-allowed');
}

/** The suggestion and its recommendation, for those who decide on it. */
function forDrafter(
  asked: Asked,
  id: string,
): Result<{ readonly suggestion: Suggestion; readonly recommendation: Recommendation }> {
  const found = pending(asked, id);
  if (!found.ok) return found;
  const recommendation = asked.jury.verdict.recommendations.find((one) => one.id === found.value.recommendation);
  if (!recommendation) return refuse('unknown-recommendation');
  const decides = asked.actor.kind === 'seat' && decidesSuggestions(asked.jury, recommendation, asked.actor.id);
  return decides ? ok({ suggestion: found.value, recommendation }) : refuse('not-allowed');
}
