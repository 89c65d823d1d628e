/** Most journeys begin alike: the demonstration, served, and a browser; for each try anew. */
import type { Browser } from 'playwright-core';
import { anewForEachTry } from './anew.ts';
import { openBrowser } from './chromium.ts';
import { prepareDemonstration } from './demonstration.ts';
import type { Links } from './demonstration.ts';
import { newPlace, startServer } from './server.ts';
import type { Server } from './server.ts';

export interface Served {
  readonly browser: Browser;
  readonly server: Server;
  readonly links: Links;
}

/** Filled before the first test; each further try of a test finds everything anew in the same object. */
export function servedAnew(): Served {
  const served = {} as Served;
  anewForEachTry(
    async () => {
      const place = await newPlace();
      const links = await prepareDemonstration(place);
      Object.assign(served, { links, server: await startServer(place), browser: await openBrowser() });
    },
    async () => {
      await served.browser.close();
      await served.server.stop();
    },
  );
  return served;
}
