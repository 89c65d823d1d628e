import { dayAt } from '$lib/i18n/deadline.ts';
import { getLocale } from '$lib/i18n/compiled/runtime.js';
import { dataHeaders } from '$lib/server/http/cache.ts';
import { publicJury } from '$lib/server/pages.ts';
import { error } from '@sveltejs/kit';
import { recordText, sha256Of } from '../../record-text.ts';
import { verdictManuscript } from '../../verdict-manuscript.ts';
import type { RequestHandler } from './$types';

/** The verdict as a document for printing and filing. `?lang=kk` fixes the language, whoever asks. */
export const GET: RequestHandler = async (event) => {
  const { record } = await publicJury(event);
  const { verdict } = record;
  if (!verdict) error(404, { message: 'Not Found', code: 'unknown-jury' });
  const now = Date.now();
  const sha256 = sha256Of(recordText(record));
  const { app } = event.locals;
  const address = `${app.config.origin}/juries/${record.jury}`;
  const pdf = await app.typesetter.set(verdictManuscript({ ...record, verdict }, { address, sha256, now }));
  return new Response(pdf, {
    headers: {
      'content-type': 'application/pdf',
      'content-length': String(pdf.byteLength),
      'content-disposition': `inline; filename="${record.jury}-${getLocale()}.pdf"`,
      vary: 'Accept-Language, Cookie',
      // Whether an answer is late changes with the day.
      ...dataHeaders(sha256Of(sha256 + getLocale() + dayAt(now))),
    },
  });
};
