import { error } from '@sveltejs/kit';
import { verdictIn } from '$lib/jury/publication/versions.ts';
import { dataHeaders } from '$lib/server/http/cache.ts';
import { publicJury } from '$lib/server/pages.ts';
import { sha256Of, versionText } from '../../../../record-text.ts';
import type { RequestHandler } from './$types';

/** One version of the verdict as the text that its hash covers. */
export const GET: RequestHandler = async (event) => {
  const { record } = await publicJury(event);
  const verdict = record.verdict && verdictIn(record.verdict, Number(event.params.version));
  if (!verdict) error(404, { message: 'Not Found', code: 'unknown-jury' });
  const text = versionText(record.jury, verdict);
  const headers = { 'content-type': 'application/json; charset=utf-8', 'access-control-allow-origin': '*' };
  return new Response(text, { headers: { ...headers, ...dataHeaders(sha256Of(text)) } });
};
