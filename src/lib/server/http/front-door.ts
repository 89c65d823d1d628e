import type { IncomingHttpHeaders, IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Config } from '../config.ts';
import { announcedApp } from '../rendezvous.ts';

/** The names by which proxies pass on what they were asked; from anyone else they are an attempt to steer us. */
const FORWARDED = [
  'forwarded',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-forwarded-port',
  'x-forwarded-prefix',
  'x-original-url',
];

/** Whether the Host header names this server. Everything that Kit and Socket.IO conclude from a Host rests on this. */
export function isOurHost({ hosts }: Pick<Config, 'hosts'>, host: string | null | undefined): boolean {
  return typeof host === 'string' && hosts.includes(host.toLowerCase());
}

export const foreignHostSentence = ({ origin }: Pick<Config, 'origin'>): string =>
  `This server answers at ${origin} only.\n`;

/** Takes away, in place, whatever could make the request look as if it had been sent to another address or by another client. */
export function dropForwarded({ trustedProxies }: Pick<Config, 'trustedProxies'>, headers: IncomingHttpHeaders): void {
  for (const name of FORWARDED) delete headers[name];
  if (trustedProxies === 0) delete headers['x-forwarded-for'];
}

/**
 * The client's address: the socket's, or with trusted proxies in front the one that the outermost of them saw. A list that is too short was not
 * written by our proxies and is not believed.
 */
export function clientAddress(
  { trustedProxies }: Pick<Config, 'trustedProxies'>,
  socketAddress: string,
  forwardedFor: string | null | undefined,
): string {
  const seen = (forwardedFor ?? '').split(',').map((address) => address.trim());
  return (trustedProxies > 0 && seen.at(-trustedProxies)) || socketAddress;
}

/** What every request passes before Kit sees it: the look at our health, the Host, the forwarded headers. */
export function createFrontDoor(config: Config, pages: RequestListener): RequestListener {
  return (request, response) => {
    response.setHeader('X-Content-Type-Options', 'nosniff');
    if (request.url === '/health') return sendHealth(response);
    if (!isOurHost(config, request.headers.host)) {
      response.writeHead(403, { 'Content-Type': 'text/plain', Connection: 'close' }).end(foreignHostSentence(config));
      return;
    }
    const leaving = oneClick(request);
    if (leaving !== null) return void endLetters(leaving, response);
    dropForwarded(config, request.headers);
    pages(request, response);
  };
}

function sendHealth(response: ServerResponse): void {
  const health = announcedApp()?.health();
  response.writeHead(health?.ok ? 200 : 503, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' });
  response.end(JSON.stringify(health ?? { ok: false }));
}

/**
 * [P25] The key in the request by which a mail program ends letters for its reader (RFC 8058); null for every other request. It comes from no
 * page, so it has no Origin and Kit would take it for a forgery; a forged one would need the key.
 */
function oneClick({ method, url, headers }: IncomingMessage): string | null {
  if (method !== 'POST' || headers.origin !== undefined) return null;
  return /^\/follow\/([\w-]{43})$/.exec(url ?? '')?.[1] ?? null;
}

async function endLetters(key: string, response: ServerResponse): Promise<void> {
  // The same answer whether or not the key leads to anybody.
  const ended = await announcedApp()?.endLetters(key);
  response.writeHead(ended ? 200 : 503, { 'Content-Type': 'text/plain', Connection: 'close' }).end();
}
