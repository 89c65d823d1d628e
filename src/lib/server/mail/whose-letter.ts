import type { Letter } from '../../jury/publication/letter-kinds.ts';

/**
 * By which name the organiser is told whose letter it is; null where that is nobody's business: [W49] who follows the board, who has not voted, and [W60] who
 * has complained.
 * `recipient` is `seat:S03`, `account:…` or `follower:…`.
 */
export function whoseLetter(
  recipient: string,
  kind: Letter['kind'],
  names: Readonly<Record<string, string>>,
): string | null {
  if (recipient.startsWith('follower:') || kind === 'ballot' || kind === 'complaint-answered') return null;
  const ref = recipient.slice(recipient.indexOf(':') + 1);
  return names[ref] ?? ref;
}
