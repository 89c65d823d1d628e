/** How long a text takes to read and how hard it is ([E35]), language by language, because the jury's papers often say things twice. */
import { languageOf } from './language.ts';
import type { Locale } from '../terms.ts';

/**
 * Words a minute, read aloud by adults with attention: Trauzettel-Klosinski and Dietz, "Standardized Assessment of Reading Performance: The New
 * International Reading Speed Texts IReST", Invest Ophthalmol Vis Sci 53 (2012), 5452-5461: English 228, Russian 184. Kazakh was not measured; it is
 * given the figure of Turkish, 166, a related language that builds words in the same way.
 */
export const WORDS_A_MINUTE: Readonly<Record<Locale, number>> = { en: 228, ru: 184, kk: 166 };

export const GRADES = ['easy', 'medium', 'hard'] as const;
export type Grade = (typeof GRADES)[number];

export interface Level {
  readonly language: Locale;
  readonly words: number;
  /** `flesch`: higher is easier, about 0 to 100. `lix`: lower is easier, about 20 to 60 and beyond. */
  readonly measure: 'flesch' | 'lix';
  /** Rounded. */
  readonly score: number;
  /** Null where the measure was not tested in this language. */
  readonly grade: Grade | null;
  /** Words in a sentence, to one decimal: means the same in every language. */
  readonly sentence: number;
}

export interface Reading {
  readonly words: number;
  /** Whole minutes, at least one. */
  readonly minutes: number;
  /** Of each language with enough words to measure, the most words first. */
  readonly levels: readonly Level[];
}

/** Fewer words say nothing about a text. */
const FEWEST_WORDS = 30;

interface Sample {
  readonly words: readonly string[];
  readonly sentences: number;
}

/** Null where there are no words. */
export function readingOf(text: string): Reading | null {
  const samples = samplesOf(text);
  const all = [...samples].map(([language, { words }]) => ({ language, count: words.length }));
  const words = all.reduce((sum, { count }) => sum + count, 0);
  if (words === 0) return null;
  const minutes = all.reduce((sum, { language, count }) => sum + count / WORDS_A_MINUTE[language], 0);
  const levels = [...samples]
    .filter(([, sample]) => sample.words.length >= FEWEST_WORDS)
    .map(([language, sample]) => levelOf(language, sample))
    .toSorted((a, b) => b.words - a.words);
  return { words, minutes: Math.max(1, Math.round(minutes)), levels };
}

/** Sentences by their language. Headings, list items and rows of a table end where their line ends. */
function samplesOf(text: string): ReadonlyMap<Locale, Sample> {
  const samples = new Map<Locale, Sample>();
  for (const line of text.replaceAll(/\]\([^)\s]*\)|https?:\/\/\S+/g, ' ').split('\n')) {
    for (const sentence of line.split(/(?<=[.!?…])["»”)]*\s+/)) {
      const words = sentence.match(/[\p{L}\p{N}]+(?:[-’'][\p{L}\p{N}]+)*/gu) ?? [];
      const language = languageOf(line);
      if (words.length === 0 || !language) continue;
      const before = samples.get(language) ?? { words: [], sentences: 0 };
      samples.set(language, { words: [...before.words, ...words], sentences: before.sentences + 1 });
    }
  }
  return samples;
}

function levelOf(language: Locale, sample: Sample): Level {
  const { words, sentences } = sample;
  const sentence = Math.round((10 * words.length) / sentences) / 10;
  const known = { language, words: words.length, sentence };
  if (language === 'ru') {
    const score = Math.round(fleschInRussian(sample));
    return { ...known, measure: 'flesch', score, grade: score >= 60 ? 'easy' : score >= 30 ? 'medium' : 'hard' };
  }
  const score = Math.round(lix(sample));
  const grade = score < 40 ? 'easy' : score < 50 ? 'medium' : 'hard';
  return { ...known, measure: 'lix', score, grade: language === 'en' ? grade : null };
}

/**
 * Flesch's reading ease with the constants of I. V. Oborneva for Russian (Автоматизированная оценка сложности учебных текстов, Moscow, 2006):
 * 206.835 − 1.3 words a sentence − 60.1 syllables a word. A Russian word has as many syllables as vowels.
 */
export function fleschInRussian({ words, sentences }: Sample): number {
  const syllables = words.reduce((sum, word) => sum + Math.max(1, word.match(/[аеёиоуыэюя]/gi)?.length ?? 0), 0);
  return 206.835 - (1.3 * words.length) / sentences - (60.1 * syllables) / words.length;
}

/**
 * C. H. Björnsson's Läsbarhetsindex (Läsbarhet, Stockholm, 1968): words a sentence plus the per cent of words of more than six letters. Made for
 * Swedish; J. Anderson ("Lix and Rix", Journal of Reading 26, 1983) tested it for English. It needs no syllables and so can be worked out in any
 * language, but nobody has tested it for Kazakh, whose words are long because endings join them: there the number says which of two texts is harder
 * and no more.
 */
export function lix({ words, sentences }: Sample): number {
  const long = words.filter((word) => [...word].length > 6).length;
  return words.length / sentences + (100 * long) / words.length;
}
