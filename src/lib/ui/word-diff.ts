import { diffArrays } from 'diff';

export interface Stretch {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

interface Change {
  readonly removed: string;
  readonly added: string;
}

/** The words that changed between two versions, in reading order; words that changed one after another are one change. */
export function wordDiff(before: string, after: string): readonly Stretch[] {
  // By blanks and not by a library's idea of a letter, which leaves Cyrillic out.
  const words = (text: string): string[] => text.split(/(\s+)/);
  const stretches: (Change | string)[] = [];
  for (const { added, removed, value } of diffArrays(words(before), words(after))) {
    const text = value.join('');
    if (!added && !removed) stretches.push(text);
    else {
      const last = stretches.at(-1);
      const blank = typeof last === 'string' && /^\s+$/.test(last) ? last : '';
      const earlier = stretches.at(blank ? -2 : -1);
      const piece = { removed: removed ? text : '', added: added ? text : '' };
      const joined = typeof earlier === 'object' ? join(earlier, blank, piece) : null;
      if (joined) stretches.splice(blank ? -2 : -1, 2, joined);
      else stretches.push(piece);
    }
  }
  return stretches.flatMap((one): Stretch[] =>
    typeof one === 'string'
      ? [{ kind: 'same', text: one }]
      : [
          ...(one.removed ? [{ kind: 'removed', text: one.removed } as const] : []),
          ...(one.added ? [{ kind: 'added', text: one.added } as const] : []),
        ],
  );
}

/** A blank between two changes belongs to both texts; null where only one of the texts has anything there but the blank. */
function join(one: Change, blank: string, other: Change): Change | null {
  const removed = `${one.removed}${blank}${other.removed}`;
  const added = `${one.added}${blank}${other.added}`;
  return blank && (removed === blank || added === blank) ? null : { removed, added };
}
