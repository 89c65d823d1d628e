/**
 * Cuts from Source Sans 3, as its package has it, the letters that English, Russian and Kazakh pages are made of, in the
 * weights that they use. Run after a new version of the package: `node src/lib/ui/letters/cut.js`.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
// @ts-expect-error The package has no types.
import cut from 'subset-font';

const PACKAGE = new URL('../../../../node_modules/@fontsource-variable/source-sans-3/files/', import.meta.url);

/** Which letters come from which file of the package; fonts.css names the same ranges. */
export const LETTERS = {
  latin: `${between(0x20, 0x7e)}\u00a0§«·»×–—‘’“”„•…−`,
  cyrillic: `${between(0x410, 0x44f)}ЁёІіҰұ№`,
  'cyrillic-ext': 'ҒғҚқҢңҮүҺһӘәӨө',
};

/** @param {number} first @param {number} last */
function between(first, last) {
  return Array.from({ length: last - first + 1 }, (_, at) => String.fromCodePoint(first + at)).join('');
}

/** @param {keyof typeof LETTERS} part */
export async function cutPart(part) {
  const whole = await readFile(new URL(`source-sans-3-${part}-wght-normal.woff2`, PACKAGE));
  return cut(whole, LETTERS[part], {
    targetFormat: 'woff2',
    variationAxes: { wght: { min: 400, max: 700 } },
    keepFeatures: ['kern', 'tnum', 'lnum', 'mark', 'ccmp', 'locl'],
    noHinting: true,
  });
}

/** @param {string} part */
export const fileOf = (part) => new URL(`${part}.woff2`, import.meta.url);

if (process.argv[1] === fileURLToPath(import.meta.url))
  for (const part of /** @type {(keyof typeof LETTERS)[]} */ (Object.keys(LETTERS)))
    await writeFile(fileOf(part), await cutPart(part));
