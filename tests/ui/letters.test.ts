import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { LETTERS, cutPart, fileOf } from '../../src/lib/ui/letters/cut.js';
import { LOCALES } from '../../src/lib/jury/terms.ts';
import { globSync } from 'node:fs';

const parts = Object.keys(LETTERS) as (keyof typeof LETTERS)[];

test.each(parts)('the letters of `%s` are those of the package', async (part) => {
  const [kept, fresh] = await Promise.all([readFile(fileOf(part)), cutPart(part)]);
  expect(kept.equals(fresh)).toBe(true);
});

test('the style sheet fetches a part for exactly the letters that are in it', async () => {
  const css = await readFile('src/lib/ui/fonts.css', 'utf8');
  for (const part of parts) {
    const face = css.split('@font-face').find((one) => one.includes(`./letters/${part}.woff2`)) ?? '';
    const ranges = [...face.matchAll(/U\+([0-9A-F]+)(?:-([0-9A-F]+))?/g)];
    const named = ranges.flatMap(([, first = '', last = first]) => {
      const [from, to] = [Number.parseInt(first, 16), Number.parseInt(last, 16)];
      return Array.from({ length: to - from + 1 }, (_, at) => String.fromCodePoint(from + at));
    });
    expect(named.toSorted(), part).toEqual([...LETTERS[part]].toSorted());
  }
});

test.each(LOCALES)('hardly a sign of the words in %s is left to other files', async (locale) => {
  const files = globSync(`src/lib/i18n/messages/${locale}/*.json`);
  const words = (await Promise.all(files.map((file) => readFile(file, 'utf8')))).join('');
  const cut = new Set(Object.values(LETTERS).join(''));
  const left = [...words].filter((sign) => sign > ' ' && !cut.has(sign));
  expect([...new Set(left)].join('')).toBe('');
});
