import { diffArrays } from 'diff';

export interface Stretch {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** The words that changed between two versions, in reading order. */
export function wordDiff(before: string, after: string): readonly Stretch[] {
  // By blanks and not by a library's idea of a letter, which leaves Cyrillic out.
  const words = (text: string): string[] => text.split(/(\s+)/);
  return diffArrays(words(before), words(after)).map(({ added, removed, value }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value.join(''),
  }));
}
