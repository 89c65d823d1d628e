import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as compiled from '../../src/lib/i18n/compiled/messages.js';
import { REFUSALS } from '../../src/lib/jury/refusals.ts';
import { LOCALES, type Locale } from '../../src/lib/jury/terms.ts';
import { complaints, parameters, texts, type Messages } from '../support/messages.ts';

const root = new URL('../../', import.meta.url);
const folder = new URL('src/lib/i18n/messages/', root);
const read = (locale: Locale, area: string) =>
  JSON.parse(readFileSync(new URL(`${locale}/${area}.json`, folder), 'utf8')) as Messages;

const settings = JSON.parse(readFileSync(new URL('project.inlang/settings.json', root), 'utf8')) as {
  modules: string[];
  telemetry: string;
  'plugin.inlang.messageFormat': { pathPattern: string[] };
};
const patterns = settings['plugin.inlang.messageFormat'].pathPattern;
const areas = patterns.map((pattern) => /([\w-]+)\.json$/.exec(pattern)?.[1] ?? pattern);
const all = (locale: Locale): Messages => Object.assign({}, ...areas.map((area) => read(locale, area))) as Messages;

describe('the message files', () => {
  it.each(LOCALES)('are all registered, and all registered ones exist: %s', (locale) => {
    const files = readdirSync(new URL(`${locale}/`, folder)).map((name) => name.replace('.json', ''));
    expect(files.toSorted()).toEqual(areas.toSorted());
  });

  it('come from this computer alone', () => {
    expect(settings.modules).toEqual(['./node_modules/@inlang/plugin-message-format/dist/index.js']);
    expect(settings.telemetry).toBe('off');
  });

  it.each(areas)('hold the same keys with the same parameters in every language: %s', (area) => {
    const base = read('en', area);
    for (const locale of LOCALES) {
      const messages = read(locale, area);
      expect(Object.keys(messages).toSorted(), locale).toEqual(Object.keys(base).toSorted());
      for (const key of Object.keys(base)) {
        expect(key).toMatch(new RegExp(`^${area}_[a-z0-9_]+$`));
        expect(parameters(messages[key]!), `${locale} ${key}`).toEqual(parameters(base[key]!));
      }
    }
  });

  it.each(LOCALES)('have nothing empty, English or unmatched: %s', (locale) => {
    expect(complaints(locale, all(locale))).toEqual([]);
  });

  it('name every refusal', () => {
    const messages = read('en', 'refusal');
    for (const code of REFUSALS) expect(messages).toHaveProperty(`refusal_${code.replaceAll('-', '_')}`);
  });

  it('are compiled, every one', () => {
    const keys = Object.keys(all('en'));
    expect(keys.length).toBeGreaterThan(300);
    expect(
      Object.keys(compiled)
        .filter((key) => key !== 'm')
        .toSorted(),
    ).toEqual(keys.toSorted());
  });
});

describe('the check of the messages', () => {
  const plural = (forms: string[]) => [
    {
      declarations: ['input count', 'local plural = count: plural'],
      selectors: ['plural'],
      match: Object.fromEntries(forms.map((form) => [`plural=${form}`, `{count} мест`])),
    },
  ];

  it('sees an empty text, a leftover English one and a plural that Russian has and the message has not', () => {
    expect(complaints('ru', { a: ' ' })).toHaveLength(1);
    expect(complaints('ru', { a: 'Save your changes' })).toHaveLength(1);
    expect(complaints('kk', { a: 'Сақтау and send' })).toHaveLength(1);
    expect(complaints('ru', { a: plural(['one', 'few', 'other']) })).toHaveLength(1);
    expect(complaints('en', { a: 'Saved!' })).toHaveLength(1);
  });

  it('lets good ones pass', () => {
    expect(complaints('ru', { a: plural(['one', 'few', '*']), b: 'Файл в формате CSV: {name}' })).toEqual([]);
    expect(complaints('kk', { a: plural(['one', 'other']) })).toEqual([]);
    expect(texts(plural(['one', 'other']))).toHaveLength(2);
  });
});
