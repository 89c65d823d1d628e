/** The stages of a jury in their only order. A leaf: imports nothing. */
export const STAGES = [
  'designing',
  'inviting',
  'selecting',
  'onboarding',
  'learning',
  'deliberating',
  'drafting',
  'voting',
  'published',
  'responding',
  'closed',
] as const;

export type Stage = (typeof STAGES)[number];

/** The stage after this one; null after the last. */
export function nextStage(stage: Stage): Stage | null {
  return STAGES[STAGES.indexOf(stage) + 1] ?? null;
}

/** Every stage from `first` to `last`, both included. */
export function stagesBetween(first: Stage, last: Stage): readonly Stage[] {
  return STAGES.slice(STAGES.indexOf(first), STAGES.indexOf(last) + 1);
}

export function hasReached(stage: Stage, milestone: Stage): boolean {
  return STAGES.indexOf(stage) >= STAGES.indexOf(milestone);
}
