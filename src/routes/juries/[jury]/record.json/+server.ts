import { dataHeaders } from '$lib/server/http/cache.ts';
import { publicJury } from '$lib/server/pages.ts';
import { recordText, sha256Of } from '../../record-text.ts';
import type { RequestHandler } from './$types';

/** The public record as data, for journalists, researchers and auditors. */
export const GET: RequestHandler = async (event) => {
  const { record } = await publicJury(event);
  const text = recordText(record);
  const headers = { 'content-type': 'application/json; charset=utf-8', 'access-control-allow-origin': '*' };
  return new Response(text, { headers: { ...headers, ...dataHeaders(sha256Of(text)) } });
};
