import { parse } from 'node-html-parser';
import { render } from 'svelte/server';
import { describe, expect, test } from 'vitest';
import { explainRefusal } from '../../src/lib/i18n/refusal.ts';
import { refuse } from '../../src/lib/jury/result.ts';
import type { PublishedTranslation } from '../../src/lib/jury/publication/published-words.ts';
import { TRANSLATED_PARTS } from '../../src/lib/jury/verdict/translation.ts';
import type { TranslatedPart } from '../../src/lib/jury/verdict/translation.ts';
import { translations } from '../../src/routes/juries/foreword-manuscript.ts';
import Translations from '../../src/routes/juries/[jury]/Translations.svelte';
import TranslatedFields from '../../src/routes/release/[jury]/TranslatedFields.svelte';

const old: PublishedTranslation = { language: 'ru', title: 'Автобусы', text: 'Ходят.', rationale: 'Люди ездят.' };
const besides = {
  byWhen: 'К концу 2028 года.',
  cost: 'Сорок миллионов.\n\nКаждый год.',
  act: 'Правила, статья 12',
  lawNow: 'До одиннадцати.',
  lawNew: 'Всю ночь.',
  judgement: 'Так справедливо.',
};
const whole: PublishedTranslation = { ...old, ...besides, id: 'T1', at: Date.UTC(2028, 0, 1) };

describe('[P65] a translation on the public page', () => {
  const shown = (one: PublishedTranslation) =>
    parse(render(Translations, { props: { translations: [one], original: 'kk' } }).body);

  test('says in its own language all that it has, under names that the reader knows', () => {
    const page = shown(whole);
    for (const text of Object.values(besides).flatMap((one) => one.split('\n\n'))) {
      const holder = page.querySelectorAll('[lang=ru]').find((each) => each.text.includes(text));
      expect(holder, text).toBeDefined();
    }
    expect(page.querySelectorAll('h5').map(({ text }) => text)).toEqual([
      'By when',
      'What it costs, or what has to give way for it',
      'Amendment to a law',
      'Value judgement',
    ]);
    expect(page.querySelectorAll('h6').map(({ text }) => text)).toEqual(['The text now', 'The text proposed']);
  });

  test('from before has nothing beside its three texts', () => {
    expect(shown(old).querySelectorAll('h5, h6')).toEqual([]);
    expect(shown(old).text).toContain('Люди ездят.');
  });

  test('which adds to a law says that nothing stands there now', () => {
    const { lawNow: _lawNow, ...adding } = whole;
    expect(shown(adding).text).toContain('Nothing.');
  });
});

describe('[P65] a translation in print', () => {
  const printed = (one: PublishedTranslation) => translations([one]);

  test('says all that it has, and makes no headings', () => {
    const blocks = printed(whole);
    const texts = blocks.map((block) => ('text' in block ? block.text : ''));
    for (const text of Object.values(besides).flatMap((one) => one.split('\n\n'))) expect(texts).toContain(text);
    expect(blocks.map(({ kind }) => kind)).not.toContain('heading');
  });

  test('from before is as it was', () => {
    expect(printed(old)).toHaveLength(4);
  });
});

describe('[P65] the fields of a translation', () => {
  const words = Object.fromEntries(TRANSLATED_PARTS.map((part) => [part, `${part} typed`])) as Record<
    TranslatedPart,
    string
  >;
  const fields = (said: readonly TranslatedPart[] | null, wrong?: TranslatedPart) => {
    const problem = (part: TranslatedPart) =>
      part === wrong ? explainRefusal(refuse('translation-incomplete', { part }).error) : null;
    return parse(render(TranslatedFields, { props: { words, said, problem } }).body);
  };
  const names = (page: ReturnType<typeof fields>) =>
    page.querySelectorAll('[name]').map((field) => field.getAttribute('name'));

  test('without scripts are all there, with what was typed, and only the text is needed', () => {
    const page = fields(null);
    expect(names(page)).toEqual([
      'title',
      'text',
      'next',
      'rationale',
      'byWhen',
      'cost',
      'act',
      'lawNow',
      'lawNew',
      'judgement',
    ]);
    for (const part of TRANSLATED_PARTS) expect(page.toString()).toContain(`${part} typed`);
    expect(page.querySelectorAll('[required]').map((field) => field.getAttribute('name'))).toEqual(['text']);
  });

  test('are those of the original where scripts run, and all needed', () => {
    const page = fields(['title', 'text', 'rationale', 'act', 'lawNew']);
    expect(names(page)).toEqual(['title', 'text', 'rationale', 'act', 'lawNew']);
    expect(page.querySelectorAll('[required]')).toHaveLength(5);
    expect(names(fields(['text']))).toEqual(['text']);
    expect(fields(['text']).querySelector('fieldset')).toBeNull();
  });

  test.each(TRANSLATED_PARTS)('say at %s that it is missing', (part) => {
    const page = fields(null, part);
    const marked = page.querySelectorAll('[aria-invalid=true]');
    expect(marked.map((field) => field.getAttribute('name'))).toEqual([part]);
    const id = marked[0]?.getAttribute('id') ?? '';
    const label = page.querySelector(`label[for="${id}"]`)?.text.split(',')[0]?.trim() ?? '';
    expect(page.querySelector(`#${id}-error`)?.text).toContain(label);
  });
});
