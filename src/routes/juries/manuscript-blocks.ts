/** The parts that the manuscript of a verdict is made of. */
import * as m from '$lib/i18n/compiled/messages.js';
import type { Block } from '$lib/server/typesetting/manuscript.ts';
import { languageOf } from './language.ts';

export const heading = (level: 1 | 2 | 3, text: string): Block => ({
  kind: 'heading',
  level,
  text,
  language: languageOf(text),
});
export const soft = (text: string): Block => ({ kind: 'paragraph', tone: 'soft', text });
export const list = (items: readonly string[]): Block => ({ kind: 'list', items });

/** Somebody's own words, a paragraph each, or that they were erased. */
export const words = (text: string | null | undefined): Block[] =>
  (text ?? m.common_tombstone_erased())
    .split(/\n{2,}/)
    .map((paragraph) => ({ kind: 'paragraph', tone: 'own', text: paragraph, language: languageOf(paragraph) }));
