import { parse } from 'node-html-parser';
import { describe, expect, test } from 'vitest';
import { cardOf, linesOf } from '../../src/routes/juries/card.ts';

const card = (change: Partial<Parameters<typeof cardOf>[0]> = {}) =>
  cardOf({
    language: 'ru',
    title: 'Ночные автобусы',
    sentences: ['Принято рекомендаций: 3.'],
    urgent: null,
    address: 'https://jury.example.org/juries/buses',
    ...change,
  });

describe('the card for other sites', () => {
  test('breaks at blanks, and a word that is too long stands alone', () => {
    expect(linesOf('one two three', 7)).toEqual(['one two', 'three']);
    expect(linesOf('a incomprehensibilities b', 5)).toEqual(['a', 'incomprehensibilities', 'b']);
  });

  test('lets nothing that was written become a tag or an attribute', () => {
    const svg = card({ title: '<script>alert(1)</script>', sentences: ['" onload="alert(1)'], language: '"><script>' });
    expect(svg).not.toContain('<script');
    expect(svg).not.toContain('" onload="');
  });

  test('says all of it to whoever cannot see it, what is late too', () => {
    const title = parse(card({ urgent: 'Просрочена 1 запись.' })).querySelector('title')?.text;
    expect(title).toBe('Ночные автобусы Принято рекомендаций: 3. Просрочена 1 запись.');
  });

  test('is as high as its words need', () => {
    const height = (svg: string) => Number(/height="(\d+)"/.exec(svg)?.[1]);
    expect(height(card({ sentences: ['word '.repeat(60)] }))).toBeGreaterThan(height(card()) + 60);
  });
});
