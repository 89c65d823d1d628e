/** Pages and their data leave compressed: on a bad line a page of words takes a third of the time. */
import type { Handle } from '@sveltejs/kit';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';

const brotli = promisify(brotliCompress);

/** Two milliseconds for a full room, in a thread of its own; a better one takes ten times as long. */
const QUALITY = 6;
const WORDS = /^(text\/|application\/(json|feed\+json|atom\+xml|xml)|image\/svg\+xml)/;

/**
 * Compresses an answer for whoever can read it so. What a page holds for one person is never beside words that another
 * chose for them, and no page holds a secret that could be guessed piece by piece from its length: the key to a session is in
 * a cookie that no page repeats.
 */
export const compress: Handle = async ({ event, resolve }) => {
  const response = await resolve(event);
  const { headers, status } = response;
  const type = headers.get('content-type') ?? '';
  if (!response.body || status !== 200 || !WORDS.test(type) || headers.has('content-encoding')) return response;
  headers.append('vary', 'Accept-Encoding');
  if (!/\bbr\b/.test(event.request.headers.get('accept-encoding') ?? '')) return response;
  // The same page in another coding is not the same bytes, so it has a tag of its own.
  const tag = headers.get('etag')?.replace(/"$/, '-br"');
  if (tag !== undefined) headers.set('etag', tag);
  // Whoever has it already is told so by Kit and gets no body.
  if (tag !== undefined && event.request.headers.get('if-none-match') === tag) return response;
  const packed = await brotli(await response.arrayBuffer(), {
    params: { [constants.BROTLI_PARAM_QUALITY]: QUALITY },
  });
  headers.set('content-encoding', 'br');
  headers.set('content-length', String(packed.byteLength));
  return new Response(Uint8Array.from(packed), { status, headers });
};
