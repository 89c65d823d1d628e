import type { Rules } from '../context.ts';
import { ok, refuse } from '../result.ts';
import { nextParagraphIds } from './paragraphs.ts';
import { roundEnded } from './round-rules.ts';
import { UNDO_WITHIN } from './suggestion.ts';
import { openRecommendation } from './drafting-rules.ts';
import { NO_FEASIBILITY } from './drafting-events.ts';
import { wordsOf } from './verdict.ts';
import { writesIn } from './writing-group.ts';

type ReviewCommand = 'open-review' | 'undo-suggestion' | 'ask-authority' | 'note-feasibility';

export const reviewRules: Rules<ReviewCommand> = {
  'open-review': ({ about, until }, asked) => {
    const { recommendations } = asked.jury.verdict;
    const open = recommendations.filter((one) => one.state === 'open' && (about === undefined || one.id === about));
    if (about !== undefined && !recommendations.some((one) => one.id === about))
      return refuse('unknown-recommendation');
    if (open.length === 0) return refuse('recommendation-not-open');
    if (until <= asked.now) return refuse('review-ends-too-early');
    return ok(
      open.map(({ id, versions }) => ({
        type: 'review-opened',
        recommendation: id,
        version: versions.length,
        until,
      })),
    );
  },

  'undo-suggestion': ({ suggestion: id }, asked) => {
    const { jury, actor, now } = asked;
    const suggestion = jury.verdict.suggestions.find((one) => one.id === id);
    if (!suggestion) return refuse('unknown-suggestion');
    const { decided, recommendation, state } = suggestion;
    if (!decided || (state !== 'accepted' && state !== 'rejected')) return refuse('nothing-to-undo');
    if (actor.kind !== 'seat' || decided.by !== actor.id) return refuse('not-allowed');
    // [V78] By the server's clock.
    if (now > decided.at + UNDO_WITHIN) return refuse('undo-too-late');
    const undone = { type: 'suggestion-undone', suggestion: id } as const;
    if (state === 'rejected') return ok([undone]);
    const found = openRecommendation(asked, recommendation, decided.version);
    if (!found.ok) return found;
    const { versions } = found.value;
    const before = versions[versions.length - 2];
    if (!before) return refuse('nothing-to-undo');
    return ok([
      undone,
      {
        type: 'recommendation-revised',
        recommendation,
        // The words are again whose they were.
        author: before.author,
        at: now,
        ...wordsOf(before),
        ...(before.group ? { group: before.group } : {}),
        paragraphs: before.paragraphs ?? nextParagraphIds(versions, before.text.text ?? ''),
      },
      ...roundEnded(asked, recommendation),
    ]);
  },

  'ask-authority': ({ recommendation, version }, asked) => {
    const found = openRecommendation(asked, recommendation, version);
    if (!found.ok) return found;
    const { actor, jury, now } = asked;
    // [V79] Their words are shown by those who write them, and by nobody else.
    if (actor.kind !== 'seat' || !writesIn(jury, found.value, actor.id)) return refuse('not-in-group');
    const { shown } = found.value.feasibility ?? NO_FEASIBILITY;
    if (shown.some((one) => one.version === version)) return refuse('already-shown');
    return ok([{ type: 'feasibility-asked', recommendation, version, at: now }]);
  },

  'note-feasibility': ({ recommendation, version, text }, { jury, now, seal }) => {
    const found = jury.verdict.recommendations.find((one) => one.id === recommendation);
    const shown = found?.feasibility?.shown.some((one) => one.version === version);
    // [V80] Of what it was not shown the authority does not learn whether it is there.
    if (!found || !shown || found.state === 'withdrawn') return refuse('not-shown');
    return ok([{ type: 'feasibility-noted', recommendation, version, text: seal(text), at: now }]);
  },
};
