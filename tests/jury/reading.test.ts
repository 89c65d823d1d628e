import { describe, expect, test } from 'vitest';
import { WORDS_A_MINUTE, fleschInRussian, lix, readingOf } from '../../src/lib/jury/evidence/reading.ts';
import { isSign, plainly, timesIn } from '../../src/lib/jury/evidence/passage.ts';

const times = (count: number, text: string): string => Array(count).fill(text).join(' ');

describe('[E35] how long and how hard', () => {
  test('a text without words has no length', () => {
    expect([readingOf(''), readingOf('— … 🚌')]).toEqual([null, null]);
  });

  test('words are counted in each language, minutes at its speed', () => {
    const english = readingOf(times(228, 'bus '));
    expect(english).toMatchObject({ words: 228, minutes: 1 });
    const both = readingOf(`${times(2 * 184, 'да')}\n\n${times(3 * 166, 'әке')}`);
    expect(both).toMatchObject({ words: 368 + 498, minutes: 5 });
    expect(both?.levels.map(({ language, words }) => [language, words])).toEqual([
      ['kk', 498],
      ['ru', 368],
    ]);
    expect(WORDS_A_MINUTE).toEqual({ en: 228, ru: 184, kk: 166 });
  });

  test('what Markdown writes around words is not read', () => {
    expect(
      readingOf('# A **bold** [link](https://example.org/many/words)\n\n- one\n- two https://example.org/x')?.words,
    ).toBe(5);
  });

  test('Flesch for Russian by the constants of Oborneva', () => {
    // Four words, two sentences, seven syllables: 206.835 − 1.3 · 2 − 60.1 · 1.75.
    const score = fleschInRussian({ words: ['Мама', 'моет', 'пол', 'сама'], sentences: 2 });
    expect(score).toBeCloseTo(206.835 - 2.6 - (60.1 * 7) / 4, 6);
    const plain = readingOf(times(20, 'Дом стоит. Снег идёт.'))?.levels[0];
    expect(plain).toMatchObject({ language: 'ru', measure: 'flesch', grade: 'easy', sentence: 2 });
    const official = 'Уполномоченное подразделение осуществляет систематизированное администрирование финансирования';
    expect(readingOf(times(8, `${official}.`))?.levels[0]).toMatchObject({ grade: 'hard' });
  });

  test('LIX for English and, without a judgement, for Kazakh', () => {
    // Ten words in two sentences, two of more than six letters: 5 + 20.
    const words = ['The', 'measure', 'is', 'old', 'and', 'it', 'counts', 'letters', 'of', 'words'];
    expect(lix({ words, sentences: 2 })).toBe(25);
    expect(readingOf(times(20, 'The bus is late.'))?.levels[0]).toMatchObject({
      language: 'en',
      grade: 'easy',
      score: 4,
    });
    expect(readingOf(times(20, 'Қалада ауа ластанды.'))?.levels[0]).toMatchObject({
      language: 'kk',
      measure: 'lix',
      grade: null,
    });
  });

  test('a few words are counted and not judged', () => {
    expect(readingOf('Two thousand people travel at night.')).toMatchObject({ words: 6, levels: [] });
  });
});

describe('[E29] a passage as it is compared', () => {
  test.each([
    ['**41** _million_ a `year`', '41 million a year'],
    ['- one\n- two\n1. three', 'one two three'],
    ['## Title\n\nText', 'Title Text'],
    ['[a link](https://example.org "T") here', 'a link here'],
    ['| a | b |\n|---|:-:|\n| 1 | 2 |', 'a b 1 2'],
    ['> said', 'said'],
    ['a - b', 'a - b'],
  ])('%j', (text, plain) => expect(plainly(text)).toBe(plain));

  test('nothing stands nowhere', () => {
    expect(timesIn('words', '')).toBe(0);
    expect(timesIn('words', '*')).toBe(0);
    expect(isSign('*')).toBe(true);
  });
});
