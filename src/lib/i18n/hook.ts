import type { Handle } from '@sveltejs/kit';
import { paraglideMiddleware } from './compiled/server.js';
import { LOCALE_COOKIE, asLocale } from './locale.ts';
import { timeZone } from './time-zone.ts';

const YEAR_S = 60 * 60 * 24 * 365;

/** `card.png`: a file is fetched by machines and from other sites, which nobody may follow by a cookie. */
const FILE = /\.(?:png|svg|pdf|atom|md)$/;

/** The letters that a page in this language needs: fetched with it, they are there when it is first painted. Russian pages have Kazakh words. */
const CYRILLIC = /\/(?:latin|cyrillic|cyrillic-ext)\.[\w-]+\.woff2$/;
const LETTERS = { en: /\/latin\.[\w-]+\.woff2$/, ru: CYRILLIC, kk: CYRILLIC } as const;

/** Answers every request in its own language, and remembers the one asked for by `?lang=`, unless it is for a file. */
export const localise: Handle = ({ event, resolve }) => {
  const asked = asLocale(event.url.searchParams.get('lang'));
  if (asked && !FILE.test(event.url.pathname)) {
    const secure = event.url.protocol === 'https:';
    event.cookies.set(LOCALE_COOKIE, asked, { path: '/', sameSite: 'lax', maxAge: YEAR_S, secure });
  }
  // The middleware clones what it is given: without a body there is nothing to hold in memory twice.
  const question = new Request(event.url, { headers: event.request.headers });
  // In the room every byte counts, and the device's own letters are used.
  const isPublic = !event.locals.principal;
  return paraglideMiddleware(question, async ({ locale }) => {
    const response = await resolve(event, {
      transformPageChunk: ({ html }) =>
        scriptsIn(locale, html).replace('%alqa.lang%', locale).replace('%alqa.zone%', timeZone()),
      // Stylesheets stand in the head of the page; to name them in its headers too only makes every answer longer.
      preload: ({ type, path }) => (type === 'font' ? isPublic && LETTERS[locale].test(path) : type === 'js'),
    });
    const link = response.headers.get('link');
    if (link !== null) response.headers.set('link', scriptsIn(locale, link));
    return response;
  });
};

/** Leads to the scripts that have the words of this language alone; the build makes them (`server/one-language.ts`). In development there is none to find. */
const scriptsIn = (locale: string, text: string): string =>
  text.replace(/(\/immutable\/(?:entry|nodes|chunks))\//g, `$1.${locale}/`);
