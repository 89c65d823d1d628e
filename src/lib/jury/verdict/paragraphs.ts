/** [V43] Paragraphs keep their identity from version to version: `p1`, `p2`… A number is never given out twice. */
import { linesOf } from './plain-text.ts';
import { paragraphsOf } from './parts.ts';
import type { Version } from './verdict.ts';

/** What is more different than this is another paragraph. Of the words in both, 0 to 1. */
const ALIKE = 0.4;
/** Comparing every paragraph with every other has an end somewhere. Pairs. */
const MOST_PAIRS = 10_000;

/** The ids of the paragraphs of the last version's text, in order. */
export const paragraphIds = (versions: readonly Version[]): readonly string[] => history(versions).ids;

/**
 * The ids that the paragraphs of a new text get. `given` holds, in order, what whoever wrote knows of them: the id of a paragraph that was there
 * before, or null. The others are recognised by their words.
 */
export function nextParagraphIds(
  versions: readonly Version[],
  text: string,
  given: readonly (string | null)[] = [],
): readonly string[] {
  return carried(history(versions), linesOf(text), given);
}

interface History {
  readonly texts: readonly string[];
  readonly ids: readonly string[];
  readonly highest: number;
}

const numberIn = (id: string): number => Number(id.slice(1));

function history(versions: readonly Version[]): History {
  return versions.reduce<History>(
    (before, version) => {
      const texts = paragraphsOf(version, 'text');
      const ids = version.paragraphs ?? carried(before, texts, []);
      return { texts, ids, highest: Math.max(before.highest, ...ids.map(numberIn)) };
    },
    { texts: [], ids: [], highest: 0 },
  );
}

function carried(before: History, texts: readonly string[], given: readonly (string | null)[]): readonly string[] {
  const ids: (string | null)[] = texts.map(() => null);
  const used = new Set<string>();
  const take = (index: number, id: string | null | undefined): void => {
    if (!id || ids[index] !== null || used.has(id)) return;
    ids[index] = id;
    used.add(id);
  };
  const isKnown = (id: string): boolean => /^p[1-9]\d{0,5}$/.test(id) && numberIn(id) <= before.highest;

  texts.forEach((_, index) => take(index, given[index] && isKnown(given[index]) ? given[index] : null));
  texts.forEach((text, index) => {
    if (ids[index] === null)
      take(
        index,
        before.ids.find((id, at) => before.texts[at] === text && !used.has(id)),
      );
  });
  const left = before.ids.filter((id) => !used.has(id));
  if (left.length * ids.filter((id) => id === null).length <= MOST_PAIRS)
    texts.forEach((text, index) => {
      if (ids[index] !== null) return;
      const likeness = left
        .filter((id) => !used.has(id))
        .map((id) => ({ id, share: alike(before.texts[before.ids.indexOf(id)] ?? '', text) }));
      const best = likeness.reduce<{ id: string | null; share: number }>(
        (one, other) => (other.share > one.share ? other : one),
        { id: null, share: 0 },
      );
      if (best.share >= ALIKE) take(index, best.id);
    });
  let highest = before.highest;
  return ids.map((id) => id ?? `p${++highest}`);
}

/** The words that both have, twice, of all words in both. */
function alike(one: string, other: string): number {
  const [first, second] = [wordsOf(one), wordsOf(other)];
  const rest = [...second];
  const shared = first.filter((word) => {
    const at = rest.indexOf(word);
    if (at >= 0) rest.splice(at, 1);
    return at >= 0;
  }).length;
  return (2 * shared) / Math.max(1, first.length + second.length);
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
