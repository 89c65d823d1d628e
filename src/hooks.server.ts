import { building } from '$app/environment';
import { localise } from '$lib/i18n/hook';
import { writeLetter } from '$lib/i18n/letters';
import { keepTimeOf } from '$lib/i18n/time-zone';
import { dress } from '$lib/ui/appearance';
import { createApp, type App } from '$lib/server/app';
import { readConfig } from '$lib/server/config';
import { watchHealth } from '$lib/server/health';
import { compress } from '$lib/server/http/compressed';
import { clientAddress, foreignHostSentence, isOurHost } from '$lib/server/http/front-door';
import { isSameOrigin } from '$lib/server/http/same-origin';
import { setSecurityHeaders } from '$lib/server/http/security-headers';
import { leave } from '$lib/server/records/followers';
import { WriteError } from '$lib/server/records/write-error';
import { announceApp, announcedApp, announcedHttp } from '$lib/server/rendezvous';
import { countRevisions } from '$lib/server/revisions';
import type { Handle, HandleServerError, ServerInit } from '@sveltejs/kit';
import { sequence } from '@sveltejs/kit/hooks';
import { randomBytes } from 'node:crypto';

const config = readConfig();
keepTimeOf(config.timeZone);
let running: App | undefined;

export const init: ServerInit = async () => {
  if (building) return;
  // In development an edited file starts the app anew; the old one must let go of the database and the sockets.
  await announcedApp()?.close();
  const app = await createApp(config);
  running = app;
  await app.releases.start();
  await app.rooms.start();
  await app.post.start(writeLetter);
  announceApp({
    health: watchHealth(app.database),
    revisionOf: countRevisions(app.commands).of,
    close: () => app.close(),
    endLetters: async (key) => {
      try {
        return (await leave(app.database, key)).ok;
      } catch (err) {
        app.log.error({ err }, 'letters could not be ended');
        return false;
      }
    },
  });
  const http = announcedHttp();
  if (http) app.attachSockets(http);
};

const protect: Handle = async ({ event, resolve }) => {
  const response = await resolve(event);
  setSecurityHeaders(response.headers, config, event.locals.principal !== null);
  return response;
};

const refuseForeign: Handle = ({ event, resolve }) => {
  event.locals.principal = null;
  const { method, headers } = event.request;
  if (!isOurHost(config, headers.get('host'))) return refusal(foreignHostSentence(config));
  if (!isSameOrigin(config, method, headers)) return refusal('This request did not come from a page of this site.\n');
  return resolve(event);
};

const authenticate: Handle = async ({ event, resolve }) => {
  if (!running) throw new Error('A request was answered before the app had started.');
  const { principal, sessionHash, token, cookie } = await running.auth.authenticate(
    event.request.headers.get('cookie'),
  );
  const ip = clientAddress(config, event.getClientAddress(), event.request.headers.get('x-forwarded-for'));
  Object.assign(event.locals, {
    app: running,
    principal,
    sessionHash,
    visitor: { ip, token },
  } satisfies Partial<App.Locals>);
  if (cookie) event.cookies.set(cookie.name, cookie.value, { path: '/', ...cookie.attributes });
  return resolve(event);
};

const served = sequence(compress, protect, refuseForeign, authenticate, localise, dress);

// Prerendered pages are nobody's and are made before there is a server.
export const handle: Handle = (input) => (building ? sequence(localise, dress)(input) : served(input));

export const handleError: HandleServerError = ({ error, event, status }) => {
  if (status === 404) return { message: 'Not Found' };
  const reference = randomBytes(4).toString('hex');
  // The route, not the address: an address may hold a token.
  running?.log.error(
    { reference, err: error, route: event.route.id, method: event.request.method, status },
    'a request failed',
  );
  const code = error instanceof WriteError && error.code === 'read-only' ? 'read-only' : 'internal';
  return { message: 'Internal Error', code, reference };
};

const refusal = (sentence: string) =>
  new Response(sentence, { status: 403, headers: { 'Content-Type': 'text/plain' } });
