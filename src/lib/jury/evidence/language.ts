import type { Locale } from '../terms.ts';

/**
 * In which of the three interface languages a juror wrote, so that a screen reader speaks it properly: Kazakh has letters that
 * Russian has not, and English has no Cyrillic. Undefined where there are no letters.
 */
export function languageOf(text: string): Locale | undefined {
  if (/[әғқңөұүһі]/i.test(text)) return 'kk';
  if (/\p{Script=Cyrillic}/u.test(text)) return 'ru';
  return /\p{Script=Latin}/u.test(text) ? 'en' : undefined;
}
