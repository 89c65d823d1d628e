/** Scripts with the words of one language alone. */
import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { LOCALES } from '../../src/lib/jury/terms.ts';
import { IN_EVERY_LANGUAGE, inOneLanguage, sideBySide } from '../../src/lib/server/one-language.ts';

const compiled = [
  "import { getLocale } from '../runtime.js';",
  'const en_room_send = () => `Send`;',
  'const ru_room_send = () => `Отправить`;',
  'const kk_room_send = () => `Жіберу`;',
  'export const room_send = (inputs = {}, options = {}) => en_room_send(inputs);',
].join('\n');

test.each([
  ['en', 'Send'],
  ['ru', 'Отправить'],
  ['kk', 'Жіберу'],
] as const)('in %s there is that language and no other', (locale, words) => {
  const script = inOneLanguage(sideBySide(compiled), locale);
  expect(script).toContain(words);
  for (const other of ['Send`', 'Отправить', 'Жіберу'].filter((one) => one !== words && one !== `${words}\``))
    expect(script).not.toContain(other);
  expect(script).not.toContain('__ALQA_WORDS__');
  expect(script).toMatch(/export const room_send = .*\(\(\) =>/);
});

test('imports lead to scripts of the same language, and to nothing else that is not one', () => {
  const script = 'import{a}from"./A.js";import{b}from"../chunks/B.js";import("../nodes/1.js");["../assets/x.css"]';
  expect(inOneLanguage(script, 'kk')).toBe(
    'import{a}from"./A.js";import{b}from"../chunks.kk/B.js";import("../nodes.kk/1.js");["../assets/x.css"]',
  );
});

test('a message that is compiled in another way is found out', () => {
  expect(() => sideBySide('export const room_send = () => `Send`;')).toThrow('room_send');
});

test('whatever the browser says in a language that is not the page’s is named', () => {
  const sources = globSync('src/**/*.svelte').map((file) => readFileSync(file, 'utf8'));
  const asked = sources.flatMap((text) => [...text.matchAll(/m\.(\w+)\([^()]*(?:\{[^{}]*\})?[^()]*, \{ locale/g)]);
  expect(asked.length).toBeGreaterThan(0);
  expect(asked.map(([, name = '']) => name).filter((name) => !IN_EVERY_LANGUAGE.test(name))).toEqual([]);
  expect(LOCALES).toHaveLength(3);
});
