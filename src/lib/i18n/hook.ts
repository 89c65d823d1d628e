import type { Handle } from '@sveltejs/kit';
import { paraglideMiddleware } from './compiled/server.js';
import { LOCALE_COOKIE, asLocale } from './locale.ts';
import { timeZone } from './time-zone.ts';

const YEAR_S = 60 * 60 * 24 * 365;

/** `card.png`: a file is fetched by machines and from other sites, which nobody may follow by a cookie. */
const FILE = /\.(?:png|svg|pdf|atom|md)$/;

/** The letters that a page in this language needs: fetched with it, they are there when it is first painted. Russian pages have Kazakh words. */
const CYRILLIC = /-(?:latin|cyrillic|cyrillic-ext)-wght-normal/;
const LETTERS = { en: /-latin-wght-normal/, ru: CYRILLIC, kk: CYRILLIC } as const;

/** Answers every request in its own language, and remembers the one asked for by `?lang=`, unless it is for a file. */
export const localise: Handle = ({ event, resolve }) => {
  const asked = asLocale(event.url.searchParams.get('lang'));
  if (asked && !FILE.test(event.url.pathname)) {
    const secure = event.url.protocol === 'https:';
    event.cookies.set(LOCALE_COOKIE, asked, { path: '/', sameSite: 'lax', maxAge: YEAR_S, secure });
  }
  // The middleware clones what it is given: without a body there is nothing to hold in memory twice.
  const question = new Request(event.url, { headers: event.request.headers });
  return paraglideMiddleware(question, ({ locale }) =>
    resolve(event, {
      transformPageChunk: ({ html }) => html.replace('%alqa.lang%', locale).replace('%alqa.zone%', timeZone()),
      preload: ({ type, path }) => (type === 'font' ? LETTERS[locale].test(path) : type !== 'asset'),
    }),
  );
};
