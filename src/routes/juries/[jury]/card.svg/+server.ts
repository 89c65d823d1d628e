import { getLocale } from '$lib/i18n/compiled/runtime.js';
import * as m from '$lib/i18n/compiled/messages.js';
import { dayAt } from '$lib/i18n/deadline.ts';
import { pick } from '$lib/i18n/format.ts';
import { dataHeaders } from '$lib/server/http/cache.ts';
import { publicJury } from '$lib/server/pages.ts';
import { sayCounts } from '../../board-words.ts';
import { cardOf } from '../../card.ts';
import { boardOf } from '../../course.ts';
import { sha256Of } from '../../record-text.ts';
import { statusSentences } from '../../status.ts';
import type { RequestHandler } from './$types';

/** A picture of how the jury stands, for the pages of others. `?lang=kk` fixes the language, whoever looks. */
export const GET: RequestHandler = async (event) => {
  const { record } = await publicJury(event);
  const now = Date.now();
  const board = boardOf(record, now);
  const svg = cardOf({
    language: getLocale(),
    title: pick(record.charter.title),
    sentences: [...statusSentences(record, now), ...(board.rows.length > 0 ? [`${sayCounts(board)}.`] : [])],
    urgent: board.overdue > 0 ? `${m.response_board_overdue({ count: board.overdue })}.` : null,
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
