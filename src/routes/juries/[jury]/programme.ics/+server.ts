import { pick } from '$lib/i18n/format.ts';
import { calendarOf } from '$lib/jury/publication/calendar.ts';
import { REVALIDATE } from '$lib/server/http/cache.ts';
import { publicJury } from '$lib/server/pages.ts';
import type { RequestHandler } from './$types';

/** The sessions for a calendar program, in the reader's language. */
export const GET: RequestHandler = async (event) => {
  const { record } = await publicJury(event);
  const { origin } = event.locals.app.config;
  const calendar = calendarOf(record, { title: pick(record.charter.title), origin, now: Date.now() });
  return new Response(calendar, {
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'cache-control': REVALIDATE,
      vary: 'Accept-Language, Cookie',
    },
  });
};
