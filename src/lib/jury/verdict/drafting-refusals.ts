/** Why something around the words of a recommendation is refused. */
export const DRAFTING_REFUSALS = [
  'amendment-incomplete',
  'passage-not-cited',
  'one-line-only',
  'too-many-sources',
  'review-over',
  'review-ends-too-early',
  'nothing-to-undo',
  'undo-too-late',
  'nothing-to-object-to',
  'objection-too-late',
  'already-objected',
  'same-stance',
  'no-stance',
  'not-shown',
  'already-shown',
] as const;
