/** The set of refusals is closed both ways: nothing else is refused with, and nothing in it is idle. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { REFUSALS } from '../../src/lib/jury/refusals.ts';

const SOURCE = join(import.meta.dirname, '..', '..', 'src');
const files = globSync('**/*.{ts,svelte}', {
  cwd: SOURCE,
  exclude: ['lib/jury/refusals.ts', 'lib/jury/verdict/refusals.ts', 'lib/i18n/**', 'lib/lottery/**'],
});
const text = files.map((file) => readFileSync(join(SOURCE, file), 'utf8')).join('\n');
const idle = (codes: readonly string[], source: string) => codes.filter((code) => !source.includes(`'${code}'`));

test('no code stands twice', () => {
  expect(new Set(REFUSALS).size).toBe(REFUSALS.length);
});

test('every code is given somewhere', () => {
  expect(idle(REFUSALS, text)).toEqual([]);
});

test('an idle code is noticed', () => {
  expect(idle(['not-allowed', 'never-heard-of'], text)).toEqual(['never-heard-of']);
});
