import { expect, test } from 'vitest';
import { sourceFiles } from './source-files.ts';
import type { SourceFile } from './source-files.ts';

/** What is written there is read by those alone whose task it is, or by nobody but who wrote it. */
const IN_CONFIDENCE = [
  'src/routes/(room)/take-part/[jury]/evidence/[exhibit]/[[version]]/Notes.svelte',
  'src/routes/(room)/take-part/[jury]/help/+page.svelte',
];

/** Fields of a form that names the rules at its end. */
const PARTS_OF_A_FORM = ['ExtraFields', 'PassagePicker', '[recommendation]/suggest/ChangeSources'].map(
  (part) => `src/routes/(room)/take-part/[jury]/text/${part}.svelte`,
);

const hasComposer = ({ text }: SourceFile): boolean => /kind="area"/.test(text);
const namesRules = ({ text }: SourceFile): boolean => text.includes('<RulesLink />');
const unruled = (files: readonly SourceFile[]): string[] =>
  files.filter((file) => hasComposer(file) && !namesRules(file)).map(({ path }) => path);

test('[D39] the rules of conversation stand wherever a juror or a witness writes what others read', () => {
  const composers = sourceFiles('src/routes/(room)/{take-part,witness}/**/*.svelte').filter(hasComposer);
  expect(composers.length).toBeGreaterThan(10);
  expect(unruled(composers)).toEqual([...IN_CONFIDENCE, ...PARTS_OF_A_FORM]);
});

test('a composer without them is found', () => {
  expect(unruled([{ path: 'Composer.svelte', text: '<Field kind="area" name="text" />' }])).toEqual([
    'Composer.svelte',
  ]);
});
