import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser } from 'playwright-core';
import * as m from '../../src/lib/i18n/compiled/messages.js';
import { bundleOf, readBundle, verifyRecord } from '../../src/lib/lottery/index.ts';
import { PHONE, arrive, openBrowser } from './support/browser.ts';
import { JURIES, prepareDemonstration } from './support/demonstration.ts';
import { PlainVisitor } from './support/plain-visitor.ts';
import { newPlace, startServer } from './support/server.ts';
import type { Server } from './support/server.ts';

let browser: Browser;
let server: Server;

beforeAll(async () => {
  const place = await newPlace();
  await prepareDemonstration(place);
  server = await startServer(place);
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
  await server.stop();
});

const jury = `/juries/${JURIES.live}`;
const fetched = (file: string, headers: HeadersInit = {}) =>
  fetch(`${server.origin}${jury}/lottery/${file}`, { headers });

test('a reader goes from how the jury was chosen to the check, and finds that all holds', async () => {
  const person = await arrive(browser, server.origin, 'reader', { locale: 'kk', screen: PHONE });
  await person.opens(`${jury}/chosen`);
  await person.sees(m.public_chosen_chances);
  await person.follows(m.verify_jury_title);
  await person.presses(m.verify_button);
  await person.sees(m.verify_holds);
  await person.sees(m.verify_step_published);
  const { panel } = (await (await fetched('draw.json')).json()) as { panel: string[] };
  await person.fills(m.verify_ticket_label, panel[0] ?? '');
  await person.presses(m.verify_ticket_button);
  await person.sees(m.verify_ticket_drawn);
  person.isContent();
});

test('files that were changed after the lottery turn red, even where their hashes were made to fit', async () => {
  const person = await arrive(browser, server.origin, 'reader', { locale: 'en', screen: PHONE });
  await person.opens(`${jury}/verify`);
  const bundle = readBundle(await (await fetched('record.json')).text());
  const other = readBundle(
    await (await fetch(`${server.origin}/juries/${JURIES.published}/lottery/record.json`)).text(),
  );
  if (!bundle.ok || !other.ok) throw new Error('No record is published.');
  const [record] = bundle.value;
  const changed = record && { ...record, 'targets.json': record['targets.json'].replace('"max":', '"max":1') };
  let served = bundleOf(changed ? [changed] : []);
  await person.page.route('**/lottery/record.json', (route) =>
    route.fulfill({ body: served, contentType: 'application/json' }),
  );
  await person.presses(m.verify_button);
  await person.sees(() => m.verify_wrong_file_differs({ file: 'targets.json' }));
  served = bundleOf(other.value);
  await person.presses(m.verify_button);
  await person.sees(m.verify_wrong_published_differs);
  await person.page.unroute('**/lottery/record.json');
  await person.page.route('**/lottery/record.json', (route) => route.abort());
  await person.presses(m.verify_button);
  await person.sees(m.verify_broken);
  person.isContent();
});

test('the files are published to the letter, and asked for again only when they change', async () => {
  const names = ['pool.json', 'targets.json', 'list.json', 'commitment.json', 'draw.json', 'SHA256SUMS'] as const;
  const texts = await Promise.all(names.map(async (name) => [name, await (await fetched(name)).text()] as const));
  expect(await verifyRecord(Object.fromEntries(texts) as never)).toMatchObject({ ok: true });
  const etag = (await fetched('list.json')).headers.get('etag') ?? '';
  expect((await fetched('list.json', { 'if-none-match': etag })).status).toBe(304);
  for (const missing of ['nothing.json', 'replacements/X1/pool.json', 'replacements/panel/pool.json'])
    expect((await fetched(missing)).status).toBe(404);
});

test('without JavaScript everything but the check itself can be read', async () => {
  const visitor = new PlainVisitor(server.origin, 'en');
  const { html } = await visitor.opens(`${jury}/chosen`);
  const { panel } = (await (await fetched('draw.json')).json()) as { panel: string[] };
  for (const ticket of panel) expect(html).toContain(ticket);
  expect(html).toContain(m.public_chosen_fair_leximin());
  expect((await visitor.opens(`${jury}/verify`)).html).toContain('<noscript>');
});
