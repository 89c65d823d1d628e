import { getLocale } from '$lib/i18n/compiled/runtime.js';
import { dayAt } from '$lib/i18n/deadline.ts';
import { dataHeaders } from '$lib/server/http/cache.ts';
import { publicJury } from '$lib/server/pages.ts';
import { cardOf } from '../../card.ts';
import { cardWords } from '../../card-words.ts';
import { sha256Of } from '../../record-text.ts';
import type { RequestHandler } from './$types';

/** A picture of how the jury stands, for the pages of others. `?lang=kk` fixes the language, whoever looks. */
export const GET: RequestHandler = async (event) => {
  const { record } = await publicJury(event);
  const now = Date.now();
  const svg = cardOf({
    language: getLocale(),
    ...cardWords(record, now),
    address: `${event.locals.app.config.origin}/juries/${record.jury}`,
  });
  return new Response(svg, {
    headers: {
      'content-type': 'image/svg+xml; charset=utf-8',
      // Alone in a tab it is a page, and must run nothing there either.
      'content-security-policy': "default-src 'none'; sandbox",
      'cross-origin-resource-policy': 'cross-origin',
      vary: 'Accept-Language, Cookie',
      // What is late changes with the day.
      ...dataHeaders(sha256Of(svg + dayAt(now))),
    },
  });
};
