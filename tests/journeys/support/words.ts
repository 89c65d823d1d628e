/** The interface's own words in any of its languages, so that a journey follows the messages and not a copy of them. */
import { overwriteGetLocale } from '../../../src/lib/i18n/compiled/runtime.js';
import type { Locale } from '../../../src/lib/jury/terms.ts';

/** Words as they are, or a way to say them in the language of whoever reads: `m.room_send`, `() => term('stage', 'voting')`. */
export type Words = string | (() => string);

let speaking: Locale = 'en';
overwriteGetLocale(() => speaking);

export function say(locale: Locale, words: Words): string {
  if (typeof words === 'string') return words;
  speaking = locale;
  return words();
}
