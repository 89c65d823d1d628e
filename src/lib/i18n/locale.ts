/** Which of the three languages a page speaks. The server decides; the browser reads it off the page it was given. */
import { LOCALES, type Locale } from '../jury/terms.ts';
import {
  baseLocale,
  defineCustomClientStrategy,
  defineCustomServerStrategy,
  extractLocaleFromHeader,
} from './compiled/runtime.js';

export const LOCALE_COOKIE = 'alqa_locale';

const REMEMBERED = new RegExp(`(?:^|;\\s*)${LOCALE_COOKIE}=(\\w+)`);

export const asLocale = (text: string | null | undefined): Locale | undefined =>
  LOCALES.find((locale) => locale === text);

/** `?lang=` first, then what was chosen before, then what the browser prefers, then English. */
export function localeOf(request: Request): Locale {
  const asked = new URL(request.url).searchParams.get('lang');
  return asLocale(asked) ?? localeOfHeaders(request.headers);
}

/** The language of an address that asks for none. */
export function localeOfHeaders(headers: Pick<Headers, 'get'>): Locale {
  const remembered = REMEMBERED.exec(headers.get('cookie') ?? '')?.[1];
  // Of the request, only the headers are read.
  return asLocale(remembered) ?? extractLocaleFromHeader({ headers } as Request) ?? baseLocale;
}

const STRATEGY = 'custom-page';
defineCustomServerStrategy(STRATEGY, { getLocale: (request) => request && localeOf(request) });
defineCustomClientStrategy(STRATEGY, {
  getLocale: () => asLocale(document.documentElement.lang),
  // A page changes its language only by being loaded again: see LanguageLinks.
  setLocale: () => undefined,
});
