/** Finds people's names in a text, also where Russian or Kazakh has put an ending on them. */

/** Gives each place where a name stands, with the words around it. */
export type NameFinder = (text: string) => readonly string[];

/** Ахметов-ой, Айгүл-дің: endings that are put on a name have up to this many letters. */
const LONGEST_ENDING = 4;
const SHORTEST_NAME = 3;
const AROUND = 30;
/** Hashes and other ids are not text. */
const CIPHER = /^[0-9a-f-]{32,}$/i;

/** `names` as people gave them, each of one word or several. A name in another alphabet than the one it was given in is not found. */
export function nameFinder(names: readonly string[]): NameFinder {
  const stems = new Set(names.flatMap(wordsOf).map(({ word }) => stemOf(word)));
  stems.delete('');
  return (text) =>
    CIPHER.test(text)
      ? []
      : wordsOf(text)
          .filter(({ word }) => beginsWithOneOf(stems, word))
          .map(({ word, at }) =>
            text.slice(Math.max(0, at - AROUND), at + word.length + AROUND).replaceAll(/\s+/g, ' '),
          );
}

function wordsOf(text: string): { readonly word: string; readonly at: number }[] {
  return [...text.matchAll(/\p{L}+/gu)].map((match) => ({ word: match[0].toLowerCase(), at: match.index }));
}

/** Without the vowel that endings replace: Ахметова, Ахметовой. Empty where nothing is left that would be a name. */
function stemOf(word: string): string {
  const stem = word.length > SHORTEST_NAME ? word.replace(/[аәеёиіоөуұүыэюяьй]$/u, '') : word;
  return stem.length < SHORTEST_NAME ? '' : stem;
}

function beginsWithOneOf(stems: ReadonlySet<string>, word: string): boolean {
  for (let ending = 0; ending <= LONGEST_ENDING && word.length - ending >= SHORTEST_NAME; ending += 1)
    if (stems.has(word.slice(0, word.length - ending))) return true;
  return false;
}
