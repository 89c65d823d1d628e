/**
 * Public pages as bytes, in front of the pages themselves. To render a page costs some twenty times what it costs to send it, and it changes when its
 * jury does: so it is rendered once in each language and appearance, compressed once, and sent until then.
 */
import type { IncomingMessage, OutgoingHttpHeaders, RequestListener, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { REVALIDATE } from './cache.ts';
import { holdBack } from './held-response.ts';
import type { Held } from './held-response.ts';

export interface PageCacheOptions {
  /** A number that grows with everything recorded of this jury; without one, of any jury. */
  readonly revisionOf: (jury: string | undefined) => number;
  /** The language in which whoever sends these headers is answered. */
  readonly languageOf: (request: IncomingMessage) => string;
  readonly now?: () => number;
}

/** The better first. */
const ENCODINGS = ['br', 'gzip'] as const;
type Encoding = (typeof ENCODINGS)[number];
/** Named, and not with the weight that means "never". */
const ACCEPTS: Record<Encoding, RegExp> = {
  br: /\bbr\b(?!\s*;\s*q=0(?:\.0+)?\s*(?:,|$))/,
  gzip: /\bgzip\b(?!\s*;\s*q=0(?:\.0+)?\s*(?:,|$))/,
};

interface Page extends Held {
  readonly keptAt: number;
  readonly tag: string;
  /** All that is said to whoever has the page already (RFC 9110, 15.4.5). */
  readonly unchanged: OutgoingHttpHeaders;
  readonly encoded: Map<Encoding, Promise<Buffer>>;
}

/** What changes without a record of the jury, such as the day or a name that was erased, shows after this long at the latest. */
const KEPT_MS = 2_000;
/** Longer answers are files, which are sent as they are read. */
const MOST_BYTES = 2_000_000;
/** Of all pages together, uncompressed. */
const MOST_KEPT_BYTES = 64_000_000;
/** Below this an answer fits into a packet or two, compressed or not. */
const LEAST_TO_COMPRESS = 1_400;
/** The cookies on which a public page depends. Whoever sends any other may be signed in and is never answered from here. */
const APPEARANCE = /^(alqa_locale|alqa_theme|alqa_contrast)=\w*$/;
const PUBLIC = /^\/(?:verify|juries\/([^/?]+)(?:\/[^?]*)?)?$/;

const compress: Record<Encoding, (body: Buffer) => Promise<Buffer>> = {
  br: (body) => promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  gzip: promisify<Buffer, Buffer>(gzip),
};

/** Answers from memory what may be kept by anyone; asks `pages` for everything else and for what is not known yet. */
export function keepPages(pages: RequestListener, options: PageCacheOptions): RequestListener {
  const { revisionOf, languageOf, now = Date.now } = options;
  const shelf = createShelf();
  /** Whoever asks for a page that is being rendered waits for it. */
  const awaited = new Map<string, { request: IncomingMessage; response: ServerResponse }[]>();

  const render = (key: string, request: IncomingMessage, response: ServerResponse): void => {
    awaited.set(key, []);
    // A page that is only said to be unchanged, or comes packed for one reader, could not be kept: both are seen to here.
    const { 'if-none-match': known, 'accept-encoding': codings } = request.headers;
    delete request.headers['if-none-match'];
    delete request.headers['accept-encoding'];
    holdBack(response, MOST_BYTES, (held) => {
      const waiting = awaited.get(key) ?? [];
      awaited.delete(key);
      if (known !== undefined) request.headers['if-none-match'] = known;
      if (codings !== undefined) request.headers['accept-encoding'] = codings;
      const page = held && pageOf(held, now());
      if (page) {
        shelf.keep(key, page);
        send(request, response, page);
      }
      if (held && !page) sendOnce(request, response, held);
      for (const other of waiting) {
        if (page) send(other.request, other.response, page);
        else pages(other.request, other.response);
      }
    });
    pages(request, response);
  };

  return (request, response) => {
    const found = request.method === 'GET' && !request.headers.range && PUBLIC.exec(request.url ?? '');
    const appearance = appearanceIn(request.headers.cookie);
    if (!found || appearance === null) return pages(request, response);
    const revision = revisionOf(found[1]);
    const key = `${request.url} ${languageOf(request)} ${appearance} ${revision}`;
    const page = shelf.find(key);
    if (page && now() - page.keptAt < KEPT_MS) return send(request, response, page);
    const waiting = awaited.get(key);
    if (waiting) waiting.push({ request, response });
    else render(key, request, response);
  };
}

/** The cookies that a public page depends on, in one order; null when there are others. */
function appearanceIn(cookie: string | undefined): string | null {
  if (!cookie) return '';
  const pairs = cookie.split(/;\s*/);
  return pairs.every((pair) => APPEARANCE.test(pair)) ? pairs.sort().join() : null;
}

/** The answer as a page to be kept, or null when it says that it is not for everyone. */
function pageOf(held: Held, keptAt: number): Page | null {
  const {
    etag,
    vary,
    'cache-control': control,
    'set-cookie': cookie,
    'content-security-policy': policy,
  } = held.headers;
  if (held.status !== 200 || control !== REVALIDATE || cookie || typeof etag !== 'string') return null;
  // A nonce is for one answer only.
  if (String(policy).includes("'nonce-")) return null;
  const tag = etag.replace(/^W\//, '');
  // The same page, compressed or not, has the same weak tag.
  const unchanged = {
    etag: `W/${tag}`,
    vary: withAcceptEncoding(vary),
    'cache-control': control,
  };
  return { ...held, headers: { ...held.headers, ...unchanged }, unchanged, keptAt, tag, encoded: new Map() };
}

/** Pages by their keys; when there are too many bytes, those go that were put there longest ago. */
function createShelf() {
  const pages = new Map<string, Page>();
  let bytes = 0;
  const drop = (key: string): void => {
    bytes -= pages.get(key)?.body.byteLength ?? 0;
    pages.delete(key);
  };
  return {
    find: (key: string): Page | undefined => pages.get(key),
    keep(key: string, page: Page): void {
      drop(key);
      pages.set(key, page);
      bytes += page.body.byteLength;
      for (const oldest of pages.keys()) {
        if (bytes <= MOST_KEPT_BYTES) break;
        drop(oldest);
      }
    },
  };
}

function send(request: IncomingMessage, response: ServerResponse, page: Page): void {
  // Whoever rendered the page has set its headers already; all that is sent is said below.
  for (const name of response.getHeaderNames()) response.removeHeader(name);
  if (tagsIn(request.headers['if-none-match']).includes(page.tag)) {
    response.writeHead(304, page.unchanged).end();
    return;
  }
  const encoding = encodingFor(request, page);
  if (encoding === null) {
    response.writeHead(200, { ...page.headers, 'content-length': page.body.byteLength }).end(page.body);
    return;
  }
  const encoded = page.encoded.get(encoding) ?? compress[encoding](page.body);
  page.encoded.set(encoding, encoded);
  sendPacked(response, 200, page.headers, encoding, encoded);
}

/** What is for this reader alone. Its headers are set already. */
function sendOnce(request: IncomingMessage, response: ServerResponse, held: Held): void {
  const encoding = held.status === 200 ? encodingFor(request, held) : null;
  if (encoding === null) response.writeHead(held.status).end(held.body);
  else {
    const headers = { vary: withAcceptEncoding(held.headers.vary) };
    sendPacked(response, held.status, headers, encoding, compress[encoding](held.body));
  }
}

function sendPacked(
  response: ServerResponse,
  status: number,
  headers: OutgoingHttpHeaders,
  encoding: Encoding,
  packed: Promise<Buffer>,
): void {
  packed.then(
    (body) =>
      response
        .writeHead(status, { ...headers, 'content-encoding': encoding, 'content-length': body.byteLength })
        .end(body),
    (error: unknown) => response.destroy(error instanceof Error ? error : new Error(String(error))),
  );
}

const withAcceptEncoding = (vary: OutgoingHttpHeaders[string]): string =>
  /accept-encoding/i.test(String(vary)) ? String(vary) : [vary, 'Accept-Encoding'].filter(Boolean).join(', ');

const tagsIn = (header: string | undefined): string[] =>
  (header ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));

function encodingFor({ headers }: IncomingMessage, page: Held): Encoding | null {
  const type = String(page.headers['content-type']);
  if (page.body.byteLength < LEAST_TO_COMPRESS || !/^text\/|json|xml|svg/.test(type)) return null;
  const accepted = String(headers['accept-encoding'] ?? '');
  return ENCODINGS.find((encoding) => ACCEPTS[encoding].test(accepted)) ?? null;
}
