import type { Asked, Rules } from '../context.ts';
import { ok, refuse } from '../result.ts';
import type { Result } from '../result.ts';
import type { SeatId } from '../terms.ts';
import { MOST_CITED, asCited, faultIn } from './citation.ts';
import { EXTRAS } from './extras.ts';
import { nextParagraphIds } from './paragraphs.ts';
import { roundEnded } from './round-rules.ts';
import { changeOf } from './suggested-change.ts';
import { TEXT_LIMITS, isOneLine } from './parts.ts';
import type { TextPart } from './parts.ts';
import { stanceOf } from './suggestion.ts';
import type { Decided, Stance, Suggestion, SuggestionEvent } from './suggestion.ts';
import { takenIn } from './taken-in.ts';
import { currentVersion, wordsOf } from './verdict.ts';
import type { Recommendation, Wording } from './verdict.ts';
import { decidesSuggestions } from './writing-group.ts';

type SuggestionCommand =
  | 'suggest-change'
  | 'judge-suggestion'
  | 'unjudge-suggestion'
  | 'rebase-suggestion'
  | 'withdraw-suggestion'
  | 'accept-suggestion'
  | 'reject-suggestion';

export const suggestionRules: Rules<SuggestionCommand> = {
  'suggest-change': ({ type: _type, why, ...wish }, asked) => {
    const { recommendation, field, base } = wish;
    const review = asked.jury.verdict.recommendations.find((one) => one.id === recommendation)?.review;
    // [V76] A version that came since is read anew.
    if (review?.version === base && review.until <= asked.now) return refuse('review-over');
    const change = changeOf(asked, wish);
    if (!change.ok) return change;
    if (asked.actor.kind !== 'seat') return refuse('not-allowed');
    const suggestion = `G${asked.jury.verdict.suggestions.length + 1}`;
    const author = asked.actor.id;
    const made = { suggestion, recommendation, field, ...change.value, why: asked.seal(why), author };
    return ok([{ type: 'suggestion-made', ...made }]);
  },

  'judge-suggestion': ({ suggestion: id, stance }, asked) => {
    const found = pending(asked, id);
    if (!found.ok) return found;
    const { actor } = asked;
    if (actor.kind !== 'seat') return refuse('not-allowed');
    if (found.value.author === actor.id) return refuse('own-suggestion');
    const before = stanceOf(found.value, actor.id);
    if (before === stance) return refuse('same-stance');
    const left = before ? [leaving(id, before, actor.id)] : [];
    return ok([...left, taking(id, stance, actor.id)]);
  },

  'unjudge-suggestion': ({ suggestion: id }, asked) => {
    const found = pending(asked, id);
    if (!found.ok) return found;
    const { actor } = asked;
    const before = actor.kind === 'seat' ? stanceOf(found.value, actor.id) : undefined;
    if (actor.kind !== 'seat' || !before) return refuse('no-stance');
    return ok([leaving(id, before, actor.id)]);
  },

  'rebase-suggestion': ({ type: _type, suggestion: id, ...wish }, asked) => {
    const found = own(asked, id);
    if (!found.ok) return found;
    const { recommendation, field } = found.value;
    const change = changeOf(asked, { recommendation, field, ...wish });
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
    const wording = wordingWith(asked, wordsOf(currentVersion(recommendation)), suggestion);
    if (!wording.ok) return wording;
    const { versions } = recommendation;
    return ok([
      { type: 'suggestion-accepted', suggestion: id, ...decidedBy(asked, versions.length + 1) },
      {
        type: 'recommendation-revised',
        recommendation: recommendation.id,
        // [V36] The words are whose suggestion they were.
        author: suggestion.author,
        at: asked.now,
        ...wording.value,
        paragraphs: nextParagraphIds(versions, wording.value.text.text ?? ''),
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

/** [V110] To agree is told as it was when jurors could only support, so that old journals and new ones are counted alike. */
const taking = (suggestion: string, stance: Stance, seat: SeatId): SuggestionEvent =>
  stance === 'agree'
    ? { type: 'suggestion-supported', suggestion, seat }
    : { type: 'suggestion-doubted', suggestion, stance, seat };

const leaving = (suggestion: string, stance: Stance, seat: SeatId): SuggestionEvent =>
  stance === 'agree'
    ? { type: 'suggestion-unsupported', suggestion, seat }
    : { type: 'suggestion-undoubted', suggestion, stance, seat };

/** [V78] So that whoever decided can undo it. */
const decidedBy = ({ actor, now }: Asked, version: number): Partial<Decided> =>
  actor.kind === 'seat' ? { by: actor.id, at: now, version } : {};

/** The wording with the suggestion taken in, if it is fit to be a version. */
function wordingWith(asked: Asked, current: Wording, suggestion: Suggestion): Result<Wording> {
  const taken = takenIn(current, suggestion);
  if (!taken) return refuse('suggestion-overtaken');
  const { texts, citations = current.citations } = taken;
  const changed = Object.entries(texts) as [TextPart, string][];
  const unfit = changed.find(([part, text]) => text.length > TEXT_LIMITS[part] || (text === '' && !isExtra(part)));
  if (unfit) return refuse('text-too-long', { limit: TEXT_LIMITS[unfit[0]] });
  // A title that was suggested in two lines before [V85].
  if (changed.some(([part, text]) => part === suggestion.field && isOneLine(part) && text.includes('\n')))
    return refuse('one-line-only');
  if (citations.length > MOST_CITED) return refuse('too-many-sources');
  // [V87] It may have fallen since it was suggested.
  const added = suggestion.source?.to;
  const fault = added ? faultIn([asCited(added)], asked) : null;
  if (fault) return { ok: false, error: fault };
  const { addressee = current.addressee, ...rest } = texts;
  const said = Object.entries(rest).map(([part, text]) => [part, text === '' ? undefined : asked.seal(text)] as const);
  return ok(wordsOf({ ...current, ...Object.fromEntries(said), addressee, citations }));
}

const isExtra = (part: string): boolean => EXTRAS.some((extra) => extra === part);

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
