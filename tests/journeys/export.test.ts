/** The exported record, as an archive keeps it: read from the disk, without a server and without scripts. */
import { execFileSync } from 'node:child_process';
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parse } from 'node-html-parser';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pinnedNode, root } from '../../src/cli/run-program.js';
import { LOCALES } from '../../src/lib/jury/terms.ts';
import { openBrowser } from './support/browser.ts';
import { JURIES, prepareDemonstration } from './support/demonstration.ts';
import { newPlace, startServer } from './support/server.ts';
import type { Place } from './support/server.ts';

const alqa = (place: Place, ...args: readonly string[]): string =>
  execFileSync(pinnedNode, [join(root, 'src/cli/alqa.js'), ...args], {
    encoding: 'utf8',
    env: { ...process.env, ...place.variables },
  });

let place: Place;
const out = mkdtempSync(join(tmpdir(), 'alqa-export-'));
const folders = { [JURIES.live]: join(out, 'live'), [JURIES.published]: join(out, 'published') };
const published = folders[JURIES.published] as string;
const filesOf = (folder: string, pattern: string) =>
  globSync(pattern, { cwd: folder }).map((file) => join(folder, file));

beforeAll(async () => {
  place = await newPlace();
  await prepareDemonstration(place);
  const server = await startServer(place);
  for (const [jury, folder] of Object.entries(folders)) alqa(place, 'export', jury, '--out', folder);
  // From here on there is no server any more.
  await server.stop();
});
afterAll(() => rmSync(out, { recursive: true, force: true }));

describe.each(Object.entries(folders))('%s', (_jury, folder) => {
  test('every link within the folder leads to something, also to a place on a page', () => {
    const broken = filesOf(folder, '**/*.html').flatMap((file) =>
      parse(readFileSync(file, 'utf8'))
        .querySelectorAll('[href], [src]')
        .map((element) => element.getAttribute('href') ?? element.getAttribute('src') ?? '')
        .filter((link) => !/^(https?|mailto|data):/.test(link) && !leadsSomewhere(file, link))
        .map((link) => `${file}: ${link}`),
    );
    expect(filesOf(folder, '**/*.html').length).toBeGreaterThan(9);
    expect(broken).toEqual([]);
  });

  test('it is whole, and says so itself', () => {
    execFileSync('sha256sum', ['--check', '--quiet', '--strict', 'SHA256SUMS'], { cwd: folder });
    const listed = readFileSync(join(folder, 'SHA256SUMS'), 'utf8').trim().split('\n').length;
    const there = globSync('**/*', { cwd: folder, withFileTypes: true }).filter((entry) => entry.isFile()).length;
    expect(listed).toBe(there - 1);
    expect(alqa(place, 'lottery', 'verify', join(folder, 'data/lottery'))).toContain('The draw holds');
  });

  test('no page runs a script or sends anything', () => {
    for (const file of filesOf(folder, '**/*.html')) expect(readFileSync(file, 'utf8')).not.toMatch(/<script|<form/);
  });
});

function leadsSomewhere(from: string, link: string): boolean {
  const [path = '', anchor] = link.split('#');
  const target = path === '' ? from : resolve(dirname(from), decodeURIComponent(path));
  if (!existsSync(target)) return false;
  return anchor === undefined || parse(readFileSync(target, 'utf8')).getElementById(anchor) !== null;
}

test.each(LOCALES)('the page of the process and the README are in it, in %s', (locale) => {
  const page = parse(readFileSync(join(published, `${locale}/process.html`), 'utf8'));
  expect(page.querySelectorAll('[id^="check-"]').length).toBeGreaterThan(30);
  expect(readFileSync(join(published, `${locale}/README.md`), 'utf8')).toContain('| `wording_sha256` |');
  expect(
    readFileSync(join(published, `${locale}/card.png`))
      .subarray(1, 4)
      .toString(),
  ).toBe('PNG');
});

test('the documents that the jury was shown are in it, byte for byte', () => {
  const files = filesOf(folders[JURIES.live] as string, 'files/*.pdf').map((file) => readFileSync(file));
  expect(files).toContainEqual(readFileSync(join(root, 'db/demo/exhibits/plan.pdf')));
});

test('a second export does not write over the first', () => {
  expect(() => alqa(place, 'export', JURIES.published, '--out', published)).toThrow(/is not empty/);
});

test('a reader without scripts sees it in each language from the disk', async () => {
  const browser = await openBrowser();
  try {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    const failed: string[] = [];
    page.on('requestfailed', (request) => failed.push(request.url()));
    for (const locale of LOCALES) {
      await page.goto(pathToFileURL(join(published, 'index.html')).href);
      await page.locator(`a[lang=${locale}]`).click();
      expect(await page.locator('html').getAttribute('lang')).toBe(locale);
      expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
      expect(await page.locator('#R1').isVisible()).toBe(true);
      expect(await page.evaluate(() => document.styleSheets.length)).toBeGreaterThan(0);
    }
    expect(failed).toEqual([]);
  } finally {
    await browser.close();
  }
});
