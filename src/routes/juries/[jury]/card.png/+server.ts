import { getLocale } from '$lib/i18n/compiled/runtime.js';
import * as m from '$lib/i18n/compiled/messages.js';
import { dayAt } from '$lib/i18n/deadline.ts';
import { pick } from '$lib/i18n/format.ts';
import { dataHeaders } from '$lib/server/http/cache.ts';
import { publicJury } from '$lib/server/pages.ts';
import { cardWords } from '../../card-words.ts';
import { sha256Of } from '../../record-text.ts';
import type { RequestHandler } from './$types';

/** The picture that messengers show beside a link to the jury. `?lang=kk` fixes the language, whoever looks. */
export const GET: RequestHandler = async (event) => {
  const { record } = await publicJury(event);
  const now = Date.now();
  const { app } = event.locals;
  const notice = {
    language: getLocale(),
    kicker: m.public_asked_by({ authority: pick(record.charter.authority) }),
    ...cardWords(record, now),
    address: `${app.config.origin}/juries/${record.jury}`,
  };
  const png = await app.typesetter.draw(notice);
  return new Response(png, {
    headers: {
      'content-type': 'image/png',
      'content-length': String(png.byteLength),
      'cross-origin-resource-policy': 'cross-origin',
      vary: 'Accept-Language, Cookie',
      // What is late changes with the day.
      ...dataHeaders(sha256Of(JSON.stringify(notice) + dayAt(now))),
    },
  });
};
