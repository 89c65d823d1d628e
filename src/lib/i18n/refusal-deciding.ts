/** Why something around a vote and its outcome was refused, in the reader's language. */
import type { DECIDING_REFUSALS } from '../jury/verdict/deciding-refusals.ts';
import * as m from './compiled/messages.js';

export const DECIDING_REFUSED: Record<(typeof DECIDING_REFUSALS)[number], () => string> = {
  'nobody-present': m.refusal_nobody_present,
  'closing-too-soon': m.refusal_closing_too_soon,
  'closing-not-earlier': m.refusal_closing_not_earlier,
  'closes-later': m.refusal_closes_later,
  'outcome-changed': m.refusal_outcome_changed,
  'unknown-outcome': m.refusal_unknown_outcome,
  'already-agreed': m.refusal_already_agreed,
  'review-too-early': m.refusal_review_too_early,
};
