/// <reference no-default-lib="true"/>
/// <reference lib="esnext" />
/// <reference lib="webworker" />
/**
 * Stands between a juror's pages and the network (its scope is `/take-part/` alone): answers from the network as long as that
 * answers, and with a copy of what was read before when it does not. A copy says since when it is one.
 */
import { FILES_KEPT, KEPT_AT, PAGES_KEPT, keptPage } from '../lib/live/kept-pages.ts';

const worker = self as unknown as ServiceWorkerGlobalScope;

/** So long the network may take where there is a copy. Milliseconds. */
const PATIENCE = 6_000;

worker.addEventListener('install', () => void worker.skipWaiting());
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()));

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== worker.location.origin) return;
  if (pathname.startsWith('/_app/immutable/')) return event.respondWith(file(request));
  const page = keptPage(pathname);
  if (page && (page.kept || request.mode === 'navigate')) event.respondWith(answer(event, page.home, page.kept));
});

/** What has its content in its name never changes. */
async function file(request: Request): Promise<Response> {
  const files = await caches.open(FILES_KEPT);
  const kept = await files.match(request.url);
  if (kept) return kept;
  const fresh = await fetch(request);
  if (fresh.ok) await files.put(request.url, fresh.clone());
  return fresh;
}

async function answer(event: FetchEvent, home: string, kept: boolean): Promise<Response> {
  const { request } = event;
  const address = new URL(request.url).pathname;
  const copy = await (await caches.open(PAGES_KEPT)).match(address);
  const fresh = fromNetwork(request);
  try {
    const response = await (copy ? Promise.race([fresh, afterPatience()]) : fresh);
    // Behind a proxy, a server that is being started again answers so.
    if (response.status < 502) {
      event.waitUntil(takeIn(address, response.clone(), kept));
      return response;
    }
    return copy ? asCopy(copy) : response;
  } catch (error) {
    if (copy) return asCopy(copy);
    if (request.mode !== 'navigate' || address === home) throw error;
    return Response.redirect(home, 302);
  }
}

const fromNetwork = (request: Request): Promise<Response> => fetch(request);

const afterPatience = (): Promise<never> =>
  new Promise((_, reject) => setTimeout(() => reject(new Error('The network takes too long.')), PATIENCE));

/** Keeps a copy of what may be read; whoever is not let in any more keeps nothing. */
async function takeIn(address: string, response: Response, kept: boolean): Promise<void> {
  if (response.type === 'opaqueredirect' || response.redirected || response.status === 401 || response.status === 403) {
    await caches.delete(PAGES_KEPT);
    return;
  }
  if (!kept || !response.ok) return;
  const headers = new Headers(response.headers);
  // The body is unpacked by now.
  headers.delete('content-encoding');
  headers.delete('content-length');
  headers.delete('set-cookie');
  headers.set(KEPT_AT, String(Date.now()));
  await (await caches.open(PAGES_KEPT)).put(address, new Response(await response.blob(), { headers }));
}

/** The page finds on itself that it is a copy, and of when. */
async function asCopy(copy: Response): Promise<Response> {
  const at = copy.headers.get(KEPT_AT) ?? '';
  if (!(copy.headers.get('content-type') ?? '').startsWith('text/html')) return copy;
  const text = (await copy.text()).replace('<html ', `<html data-kept="${Number(at)}" `);
  return new Response(text, { headers: copy.headers });
}
