/** What looks like a script in anything that anybody may write is words, whoever reads it. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApp } from '../../src/lib/server/app.ts';
import { holderForAccount, holderForSeat } from '../../src/lib/server/auth/auth.ts';
import type { Holder } from '../../src/lib/server/auth/auth.ts';
import { readConfig } from '../../src/lib/server/config.ts';
import { publishLargeVerdict } from '../bench/public/large-jury.ts';
import { LAPTOP, arrive, openBrowser } from './support/browser.ts';
import { newPlace, startServer } from './support/server.ts';
import type { Server } from './support/server.ts';

const SCRIPT =
  ' <img src=x onerror="window.ran=1"><script>window.ran=1</script><svg onload="window.ran=1">[a](javascript:window.ran=1)"\'>{{1}}';
const SMALL = { seats: 15, recommendations: 2, exhibits: 3, minorityStatements: 1 } as const;
const JURY = 'scripted';

let browser: Browser;
let server: Server;
const links: Record<'juror' | 'organiser', string> = { juror: '', organiser: '' };

beforeAll(async () => {
  browser = await openBrowser();
  const place = await newPlace();
  const app = await createApp(readConfig({ ...place.variables, ALQA_LOG: 'error' }));
  await publishLargeVerdict(app, JURY, SMALL, SCRIPT);
  const linkFor = async (holder: Holder): Promise<string> => {
    const link = await app.auth.issueLink(holder);
    if (!link.ok) throw new Error(link.error.code);
    return `/enter/${link.value.token}`;
  };
  links.juror = await linkFor(holderForSeat(JURY, 'S01'));
  const members = (await app.juries.standing(JURY))?.jury.charter.members ?? {};
  const organiser = Object.keys(members).find((id) => members[id] === 'organiser') ?? '';
  links.organiser = await linkFor(holderForAccount(organiser));
  await app.close();
  server = await startServer(place);
});

afterAll(async () => {
  await browser.close();
  await server.stop();
});

const PUBLIC = ['', '/evidence/E2', '/answers', '/process', '/programme', '/moderation'].map(
  (path) => `/juries/${JURY}${path}`,
);
const JUROR = ['', '/session/D1', '/evidence', '/evidence/E2', '/text', '/text/R1', '/verdict'].map(
  (path) => `/take-part/${JURY}${path}`,
);
const ORGANISER = ['', '/evidence', '/evidence/E2', '/verdict'].map((path) => `/organise/${JURY}${path}`);

test.each([
  ['the public', PUBLIC, undefined],
  ['a juror', JUROR, 'juror'],
  ['the organiser', ORGANISER, 'organiser'],
] as const)('%s reads it as words', async (name, paths, door) => {
  const reader = await arrive(browser, server.origin, name, { locale: 'en', screen: LAPTOP });
  if (door) await reader.entersByLink(links[door], door === 'organiser' ? 'a long enough password' : undefined);
  let seen = 0;
  for (const path of paths) {
    await reader.opens(path);
    expect(await reader.page.evaluate(() => 'ran' in window), path).toBe(false);
    expect(await reader.page.locator('img[src="x"], a[href^="javascript"]').count(), path).toBe(0);
    seen += (await reader.page.content()).includes('onerror=') ? 1 : 0;
  }
  expect(seen, 'pages on which the words stand').toBeGreaterThan(1);
  reader.isContent();
});
