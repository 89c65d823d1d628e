/** Why something around the words of a recommendation is refused. */
export const DRAFTING_REFUSALS = [
  'amendment-incomplete',
  'passage-not-cited',
  'review-over',
  'review-ends-too-early',
  'nothing-to-undo',
  'undo-too-late',
  'not-shown',
  'already-shown',
] as const;
