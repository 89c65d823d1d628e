/** Why something around the words of a recommendation was refused, in the reader's language. */
import type { DRAFTING_REFUSALS } from '../jury/verdict/drafting-refusals.ts';
import * as m from './compiled/messages.js';

export const DRAFTING_REFUSED: Record<(typeof DRAFTING_REFUSALS)[number], () => string> = {
  'amendment-incomplete': m.refusal_amendment_incomplete,
  'passage-not-cited': m.refusal_passage_not_cited,
  'one-line-only': m.refusal_one_line_only,
  'too-many-sources': m.refusal_too_many_sources,
  'review-over': m.refusal_review_over,
  'review-ends-too-early': m.refusal_review_ends_too_early,
  'nothing-to-undo': m.refusal_nothing_to_undo,
  'undo-too-late': m.refusal_undo_too_late,
  'nothing-to-object-to': m.refusal_nothing_to_object_to,
  'objection-too-late': m.refusal_objection_too_late,
  'already-objected': m.refusal_already_objected,
  'not-shown': m.refusal_not_shown,
  'already-shown': m.refusal_already_shown,
  'same-stance': m.refusal_same_stance,
  'no-stance': m.refusal_no_stance,
};
