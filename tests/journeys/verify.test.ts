import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Browser } from 'playwright-core';
import * as m from '../../src/lib/i18n/compiled/messages.js';
import { bundleOf } from '../../src/lib/lottery/index.ts';
import type { RecordFiles } from '../../src/lib/lottery/index.ts';
import { drawn } from '../lottery/records.ts';
import { accessibilityProblems, overflow } from './every-page/look.ts';
import { PHONE, arrive, openBrowser } from './support/browser.ts';
import type { Person } from './support/person.ts';
import { PlainVisitor } from './support/plain-visitor.ts';
import { newPlace, startServer } from './support/server.ts';
import type { Server } from './support/server.ts';

let browser: Browser;
let server: Server;

beforeAll(async () => {
  server = await startServer(await newPlace());
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
  await server.stop();
});

const record = drawn({ seed: '2 7 1' });
const { panel } = JSON.parse(record['draw.json'] ?? '') as { panel: string[] };

const asFiles = (files: Readonly<Record<string, string>>) =>
  Object.entries(files).map(([name, text]) => ({ name, mimeType: 'application/json', buffer: Buffer.from(text) }));

async function checks(person: Person, files: Partial<RecordFiles> | Readonly<Record<string, string>>): Promise<void> {
  await person.page.getByLabel(person.says(m.verify_choose)).setInputFiles(asFiles(files as Record<string, string>));
  await person.presses(m.verify_button);
}

const reader = async () => {
  const person = await arrive(browser, server.origin, 'reader', { locale: 'ru', screen: PHONE });
  await person.opens('/verify');
  return person;
};

async function looksRight({ page }: Person): Promise<void> {
  expect(await accessibilityProblems(page)).toEqual([]);
  expect(await overflow(page)).toEqual([]);
  await page.setViewportSize(PHONE);
}

describe('somebody with a phone and the files of a record', () => {
  test('sees that all holds and looks up a ticket, while nothing leaves the phone', async () => {
    const person = await reader();
    const sent: string[] = [];
    person.page.on('request', (request) => {
      if (!new URL(request.url()).pathname.startsWith('/_app/')) sent.push(`${request.method()} ${request.url()}`);
    });
    await checks(person, record);
    await person.sees(m.verify_holds);
    await person.sees(() => m.verify_step_number_seed({ number: '07', seed: '2 7 1' }));
    await person.fills(m.verify_ticket_label, ` ${panel[0]} `);
    await person.presses(m.verify_ticket_button);
    await person.sees(m.verify_ticket_drawn);
    await person.fills(m.verify_ticket_label, 'x');
    await person.presses(m.verify_ticket_button);
    await person.sees(() => m.verify_ticket_unknown({ ticket: 'x' }));
    expect(sent).toEqual([]);
    expect(person.page.url()).toBe(`${server.origin}/verify`);
    await looksRight(person);
    person.isContent();
  });

  test('sees which file was changed, and that the whole record in one file holds', async () => {
    const person = await reader();
    await checks(person, { ...record, 'pool.json': record['pool.json'].replace('"young"', '"old"') });
    await person.sees(m.verify_fails);
    await person.sees(() => m.verify_wrong_file_differs({ file: 'pool.json' }));
    await looksRight(person);
    await checks(person, { 'record.json': bundleOf([record]) });
    await person.sees(m.verify_holds);
    await person.seesNot(m.verify_fails);
    person.isContent();
  });

  test('is told which files are missing', async () => {
    const person = await reader();
    await checks(person, { 'list.json': record['list.json'], SHA256SUMS: record.SHA256SUMS });
    await person.sees(() => m.verify_files_missing({ files: 'pool.json, targets.json, commitment.json' }));
  });

  test('makes the list again in the browser', async () => {
    const person = await reader();
    await checks(person, record);
    await person.presses(m.verify_fairest_button);
    await person.page
      .getByText(new RegExp(`${person.says(m.verify_fairest_same)}|${person.says(m.verify_fairest_other)}`))
      .waitFor();
    person.isContent();
  });
});

test('without JavaScript the page says how to check by command and by hand', async () => {
  const { html } = await new PlainVisitor(server.origin, 'kk').opens('/verify');
  expect(html).toContain('npx alqa lottery verify');
  expect(html).toContain('sha256sum --check SHA256SUMS');
});
