import { dataHeaders } from '$lib/server/http/cache.ts';
import { publicJury } from '$lib/server/pages.ts';
import { readmeText } from '../../readme-text.ts';
import { recordText, sha256Of } from '../../record-text.ts';
import type { RequestHandler } from './$types';

/** What the files of this jury are and how to check them. `?lang=kk` fixes the language, whoever reads. */
export const GET: RequestHandler = async (event) => {
  const { record } = await publicJury(event);
  const { origin } = event.locals.app.config;
  const text = readmeText(record, { origin, sha256: sha256Of(recordText(record)) });
  return new Response(text, {
    headers: {
      'content-type': 'text/markdown; charset=utf-8',
      vary: 'Accept-Language, Cookie',
      ...dataHeaders(sha256Of(text)),
    },
  });
};
