/** What each language calls itself. */
import type { Locale } from '../jury/terms.ts';
import * as m from './compiled/messages.js';

export const LANGUAGE_NAMES: Readonly<Record<Locale, () => string>> = {
  en: m.common_language_en,
  ru: m.common_language_ru,
  kk: m.common_language_kk,
};
