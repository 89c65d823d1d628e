/** Why something around a vote and its outcome is refused. */
export const DECIDING_REFUSALS = [
  'nobody-present',
  'closing-too-soon',
  'closing-not-earlier',
  'closes-later',
  'outcome-changed',
  'unknown-outcome',
  'already-agreed',
  'review-too-early',
] as const;
