/** The published moderation policy: whatever a moderator does against somebody's words, they do for one of these reasons only. */
export const MODERATION_RULES = [
  'insult',
  'names-a-person',
  'private-data',
  'off-topic',
  'advertising',
  'repeats',
] as const;

export type ModerationRule = (typeof MODERATION_RULES)[number];
