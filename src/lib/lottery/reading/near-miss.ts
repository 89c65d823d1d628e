/** What was probably meant by a name or a value that is not among those known. */

/** Cyrillic letters that look like Latin ones, in lower case; capitals such as В and Н count, as texts are folded first. */
const LOOKALIKES: Readonly<Record<string, string>> = Object.fromEntries(
  [...'авеёіјкмнһорѕстухү'].map((letter, index) => [letter, 'abeeijkmhhopsctyxy'[index]!]),
);

/** The text without what people do not see or do not mean: case, blanks, kinds of dash, look-alike letters. */
export const folded = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s+/g, '')
    .replace(/[‐-―−]/g, '-')
    .replace(/[авеёіјкмнһорѕстухү]/g, (letter) => LOOKALIKES[letter]!);

/** Shorter words differ by one letter too often for it to be a slip. */
const SHORTEST_TYPO = 4;

/**
 * The one of `known` that differs from `text` only in case, blanks, dashes or look-alike letters, or else the only one
 * that a single slip of the keyboard makes of it. Digits are not slips: 16-29 is not 16-19. Part of a problem, to spread.
 */
export function suggestionFor(text: string, known: Iterable<string>): { suggestion?: string } {
  const meant = folded(text);
  const slips: string[] = [];
  for (const suggestion of known) {
    const candidate = folded(suggestion);
    if (candidate === meant) return { suggestion };
    if (isSlip(meant, candidate)) slips.push(suggestion);
  }
  return slips.length === 1 ? { suggestion: slips[0]! } : {};
}

/** Whether one letter was left out, added, exchanged, or swapped with its neighbour. */
function isSlip(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || Math.min(a.length, b.length) < SHORTEST_TYPO) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  const [inA, inB] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  if (/\d/.test(inA + inB)) return false;
  return (inA.length <= 1 && inB.length <= 1) || (inA.length === 2 && inA === `${inB[1]!}${inB[0]!}`);
}
