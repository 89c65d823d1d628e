/** A file of a public record as an answer: to the letter, for pages and programs of any origin, kept until it changes. */
import * as m from '../../lib/i18n/compiled/messages.js';
import { dataHeaders } from '../../lib/server/http/cache.ts';
import { sha256Of } from './record-text.ts';

export function lotteryFile(name: string, text: string | undefined): Response {
  if (text === undefined) {
    const headers = { 'content-type': 'text/plain; charset=utf-8' };
    return new Response(`${m.verify_no_file()}\n`, { status: 404, headers });
  }
  const type = name.endsWith('.json') ? 'application/json' : 'text/plain';
  const headers = { 'content-type': `${type}; charset=utf-8`, 'access-control-allow-origin': '*' };
  return new Response(text, { headers: { ...headers, ...dataHeaders(sha256Of(text)) } });
}
