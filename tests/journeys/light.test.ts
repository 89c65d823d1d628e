/** What a phone on a bad line has to fetch before its owner sits in the room. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser } from 'playwright-core';
import * as m from '../../src/lib/i18n/compiled/messages.js';
import { LOCALES } from '../../src/lib/jury/terms.ts';
import { LAPTOP, PHONE, openBrowser, personIn } from './support/browser.ts';
import { JURIES, prepareDemonstration } from './support/demonstration.ts';
import { newPlace, startServer } from './support/server.ts';
import type { Server } from './support/server.ts';
import { countBytes } from './support/wire.ts';

/** Bytes over the wire, headers and all, until the room stands and the line is open (decision 29). */
const ROOM = 150_000;
/** Bytes that come through the line itself when somebody joins. */
const JOINING = 20_000;

let browser: Browser;
let server: Server;
let cookies: Parameters<Awaited<ReturnType<typeof personIn>>['context']['addCookies']>[0];

beforeAll(async () => {
  const place = await newPlace();
  const links = await prepareDemonstration(place);
  server = await startServer(place);
  browser = await openBrowser();
  const juror = await personIn(browser, server.origin, 'a juror', { locale: 'en', screen: PHONE });
  await juror.entersByLink(links.jurors.live);
  cookies = await juror.context.cookies();
});

afterAll(async () => {
  await browser.close();
  await server.stop();
});

const visits = [...LOCALES.map((locale) => ({ locale, screen: PHONE })), { locale: 'kk', screen: LAPTOP } as const];

test.each(visits)(
  'in $locale on a screen $screen.width wide the first sight of the room keeps to its budget',
  async ({ locale, screen }) => {
    const person = await personIn(browser, server.origin, `a juror reading ${locale}`, { locale, screen });
    await person.context.addCookies(cookies);
    const counter = await countBytes(person.context, person.page);
    await person.opens(`/take-part/${JURIES.live}/session/D5`);
    await person.sees(m.common_connection_connected);
    await person.page.waitForLoadState('networkidle');
    const { http, line, total } = counter.read();
    console.log(`${locale}, ${screen.width} px: ${total} bytes in all`, http, `and through the line ${line}`);
    expect(total - line, 'bytes of the room').toBeLessThan(ROOM);
    expect(line, 'bytes of joining').toBeLessThan(JOINING);
    expect(line, 'bytes of joining were counted').toBeGreaterThan(0);
    expect(http['Document'], 'the page comes compressed').toBeLessThan(25_000);
    expect(person.complaints).toEqual([]);
    await person.context.close();
  },
);
