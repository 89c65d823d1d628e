import { describe, expect, test } from 'vitest';
import { sourceFiles } from './source-files.ts';
import type { SourceFile } from './source-files.ts';

const LONGEST = 300;
const DRAWERS = /(^|\/)(utils?|helpers?|common|misc|manager)(\.|\/)/i;

/** What a reader should not have to wonder about. */
const SMELLS: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['an unfinished place', /\b(TODO|FIXME|XXX)\b/],
  ['a check turned off', /@ts-ignore|@ts-nocheck|eslint-disable/],
  ['a test left out or alone', /\b(describe|test|it)\.(skip|only|todo)\(/],
  ['a swallowed error', /catch\s*(\([^)]*\))?\s*\{\s*\}/],
  ['an environment read outside the configuration', /process\.env/],
];

const READS_ENVIRONMENT = /^(src\/lib\/server\/config\.ts|src\/cli\/|tests\/|server\.js)/;

export const linesOf = ({ text }: SourceFile): number => text.trimEnd().split('\n').length;

export function smellsOf({ path, text }: SourceFile): string[] {
  return SMELLS.filter(
    ([name, pattern]) => pattern.test(text) && !(name.startsWith('an environment') && READS_ENVIRONMENT.test(path)),
  ).map(([name]) => `${path}: ${name}`);
}

describe('files', () => {
  const ours = [
    ...sourceFiles('src/**/*.{ts,js,svelte,css}'),
    ...sourceFiles('tests/**/*.ts'),
    ...sourceFiles('*.{js,ts}'),
  ];

  test(`none is longer than ${LONGEST} lines`, () => {
    expect(ours.filter((file) => linesOf(file) > LONGEST).map((file) => `${file.path}: ${linesOf(file)}`)).toEqual([]);
  });

  test('none is a drawer for whatever fits nowhere', () => {
    expect(ours.map((file) => file.path).filter((path) => DRAWERS.test(path))).toEqual([]);
  });

  test('none hides something unfinished', () => {
    expect(ours.filter((file) => file.path !== 'tests/house/files.test.ts').flatMap(smellsOf)).toEqual([]);
  });

  test('only the one renderer puts HTML into a page', () => {
    const raw = sourceFiles('src/**/*.svelte').filter((file) => file.text.includes('{@html'));
    expect(raw.map((file) => file.path)).toEqual(['src/lib/ui/Prose.svelte']);
  });

  test('the checker sees what it is meant to see', () => {
    const broken = {
      path: 'src/lib/jury/utils.ts',
      text: 'try { risky(); } catch (error) {}\n// TODO\nprocess.env.SECRET;',
    };
    expect(smellsOf(broken)).toHaveLength(3);
    expect(DRAWERS.test(broken.path)).toBe(true);
    expect(linesOf({ path: '', text: 'a\nb\n' })).toBe(2);
  });
});
