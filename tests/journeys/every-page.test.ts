import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser } from 'playwright-core';
import { LOCALES } from '../../src/lib/jury/terms.ts';
import { STAFF_ROLES } from '../../src/lib/jury/terms.ts';
import { accessibilityProblems, overflow, smallTargets, smallText } from './every-page/look.ts';
import { PAGES, routes } from './every-page/pages.ts';
import type { Visitor } from './every-page/pages.ts';
import { LAPTOP, inAnotherTab, openBrowser, personIn } from './support/browser.ts';
import { JURIES, prepareDemonstration } from './support/demonstration.ts';
import type { Links } from './support/demonstration.ts';
import type { Person } from './support/person.ts';
import { newPlace, startServer, withMailbox } from './support/server.ts';
import type { Server } from './support/server.ts';

let browser: Browser;
let server: Server;
let links: Links;
const visitors = new Map<Visitor, Person>();

beforeAll(async () => {
  const place = withMailbox(await newPlace());
  links = await prepareDemonstration(place);
  server = await startServer(place);
  browser = await openBrowser();
  await letIn('public');
  for (const role of STAFF_ROLES) await letIn(role, links.staff[role]);
  await letIn('witness', links.witness);
  for (const jury of Object.keys(JURIES) as (keyof typeof JURIES)[])
    await letIn(`juror of ${jury}`, links.jurors[jury]);
});

afterAll(async () => {
  await browser.close();
  await server.stop();
});

async function letIn(who: Visitor, link?: string): Promise<void> {
  const person = await personIn(browser, server.origin, who, { locale: 'en', screen: LAPTOP });
  if (link !== undefined) await person.entersByLink(link);
  visitors.set(who, person);
}

test('every route has somebody who looks at it', () => {
  expect(Object.keys(PAGES).toSorted()).toEqual(routes().toSorted());
});

const visits = Object.values(PAGES).flat();

// Two at a time, each in a tab of its own: while one page is asked for and drawn, the other is looked at.
test.concurrent.for(visits.map((visit, index) => ({ ...visit, locale: LOCALES[index % LOCALES.length] ?? 'en' })))(
  '$path, for the $who, in $locale',
  async ({ who, path, locale }, { expect }) => {
    const visitor = visitors.get(who);
    if (!visitor) throw new Error(`Nobody came as ${who}.`);
    const person = await inAnotherTab(visitor);
    const { page } = person;
    await page.setViewportSize(LAPTOP);
    const [where = '', query = ''] = path.split('?');
    await person.opens(`${where}?lang=${locale}${query && `&${query}`}`);
    expect.soft(new URL(page.url()).pathname).toBe(where);
    expect.soft(await page.locator('html').getAttribute('lang')).toBe(locale);
    expect.soft(await page.getByRole('heading', { level: 1 }).count(), 'main headings').toBe(1);
    expect.soft(await accessibilityProblems(page), 'accessibility').toEqual([]);
    expect.soft(await overflow(page), 'overflow').toEqual([]);
    if (path.startsWith('/take-part/')) {
      expect.soft(await smallTargets(page), 'small targets').toEqual([]);
      expect.soft(await smallText(page), 'small text').toEqual([]);
    }
    expect.soft(person.complaints, 'complaints of the browser').toEqual([]);
    await page.close();
  },
);

test('the server had nothing to complain of', () => expect(server.log).toEqual([]));
