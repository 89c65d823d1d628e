/** Files that were taken in, as far as the rules know of them. */
import type { Facts } from '../../src/lib/jury/context.ts';
import { hexHash } from '../../src/lib/jury/journal.ts';

/** A file is a PDF unless its id says what else it is: `video-1`. */
export function uploaded(id: string): NonNullable<Facts['file']> {
  const kinds: Readonly<Record<string, string>> = { image: 'image/png', audio: 'audio/mpeg', video: 'video/mp4' };
  const mediaType = kinds[id.split('-')[0] ?? ''] ?? 'application/pdf';
  return { id, sha256: hexHash(id), mediaType, size: 1_234 };
}

export const spoken = (id: string): NonNullable<Facts['captions']> => ({
  id,
  sha256: hexHash(id),
  size: 99,
  words: 'A night bus costs 40 million.',
});
