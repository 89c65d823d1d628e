import type { Handle } from '@sveltejs/kit';
import { paraglideMiddleware } from './compiled/server.js';
import { LOCALE_COOKIE, asLocale } from './locale.ts';
import { timeZone } from './time-zone.ts';

const YEAR_S = 60 * 60 * 24 * 365;

/** Answers every request in its own language, and remembers the one asked for by `?lang=`. */
export const localise: Handle = ({ event, resolve }) => {
  const asked = asLocale(event.url.searchParams.get('lang'));
  if (asked) {
    const secure = event.url.protocol === 'https:';
    event.cookies.set(LOCALE_COOKIE, asked, { path: '/', sameSite: 'lax', maxAge: YEAR_S, secure });
  }
  // The middleware clones what it is given: without a body there is nothing to hold in memory twice.
  const question = new Request(event.url, { headers: event.request.headers });
  return paraglideMiddleware(question, async ({ locale }) => {
    const response = await resolve(event, {
      transformPageChunk: ({ html }) =>
        scriptsIn(locale, html).replace('%alqa.lang%', locale).replace('%alqa.zone%', timeZone()),
    });
    const link = response.headers.get('link');
    if (link !== null) response.headers.set('link', scriptsIn(locale, link));
    return response;
  });
};

/** Leads to the scripts that have the words of this language alone; the build makes them (`server/one-language.ts`). In development there is none to find. */
const scriptsIn = (locale: string, text: string): string =>
  text.replace(/(\/immutable\/(?:entry|nodes|chunks))\//g, `$1.${locale}/`);
