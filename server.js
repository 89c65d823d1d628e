/** The production server: one http server for the pages and the sockets. Settings: `alqa serve --help`. */
import { createServer } from 'node:http';
import { isTooOld, tooOldSentence } from './src/cli/node-version.js';

if (isTooOld()) {
  console.error(tooOldSentence);
  process.exit(1);
}

const { ConfigError, readConfig } = await import('./src/lib/server/config.ts');
const { MigrationError } = await import('./src/lib/server/records/migrate.ts');
const { createFrontDoor } = await import('./src/lib/server/http/front-door.ts');
const { announceHttp, announcedApp } = await import('./src/lib/server/rendezvous.ts');
const { shutDownOn } = await import('./src/lib/server/shutdown.ts');

const config = settings();
const http = createServer();
shutDownOn(['SIGTERM', 'SIGINT'], http);
/** @type {import('node:http').RequestListener | undefined} */
let pages;
// Listens before Socket.IO does, which hands on to earlier listeners only what is not its own.
http.on(
  'request',
  createFrontDoor(config, (request, response) => pages?.(request, response)),
);
announceHttp(http);

// Kit takes its origin from here and from nothing that a request says.
process.env.ORIGIN = config.origin;
for (const name of ['HOST_HEADER', 'PROTOCOL_HEADER', 'PORT_HEADER', 'ADDRESS_HEADER']) delete process.env[name];
process.env.BODY_SIZE_LIMIT ??= '32M';

pages = await loadPages();
http.on('error', (error) => stop(`The server cannot listen on ${config.host}:${config.port}: ${error.message}.`, 1));
http.listen(config.port, config.host, () => console.log(`Alqa is at ${config.origin}`));

function settings() {
  try {
    return readConfig();
  } catch (error) {
    if (error instanceof ConfigError) return stop(error.message, 2);
    throw error;
  }
}

async function loadPages() {
  try {
    // Absent until the pages are built.
    const { handler } = await import(String(new URL('./build/handler.js', import.meta.url)));
    // The words that it needs for choosing a language are made with the pages.
    const { keepPages } = await import('./src/lib/server/http/page-cache.ts');
    const { localeOfHeaders } = await import('./src/lib/i18n/locale.ts');
    return keepPages(handler, {
      revisionOf: (jury) => announcedApp()?.revisionOf(jury) ?? 0,
      languageOf: ({ headers }) =>
        localeOfHeaders({ get: (name) => (name === 'cookie' ? headers.cookie : headers['accept-language']) ?? null }),
    });
  } catch (error) {
    // The bundle has a copy of its own of this class, so its name must do.
    if (error instanceof Error && error.name === MigrationError.name) return stop(error.message, 1);
    throw error;
  }
}

/** @param {string} sentence @param {number} code @returns {never} */
function stop(sentence, code) {
  console.error(sentence);
  process.exit(code);
}
