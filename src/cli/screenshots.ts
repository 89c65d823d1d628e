/** `npm run screenshots`: the pictures of the README, taken anew from the demonstration juries in a real browser. */
import chromium from '@sparticuz/chromium';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium as playwright } from 'playwright-core';
import type { Browser } from 'playwright-core';
import { createApp } from '../lib/server/app.ts';
import { readConfig } from '../lib/server/config.ts';
import { PARKING, SMOG, loadDemonstration } from './demo/load.ts';
import { openDoors } from './demo/people.ts';
import type { Door } from './demo/people.ts';
import { root } from './run-program.js';
import { startServer } from './serve.ts';

const PICTURES = join(root, 'docs/images');
const LARGEST = 300_000;
const PORT = process.env['PORT'] ?? '5390';
const PASSWORD = 'a long row of plain words';

interface Shot {
  readonly file: string;
  readonly path: string;
  readonly screen: { readonly width: number; readonly height: number };
  /** Who looks; nobody in particular for a public page. */
  readonly role?: 'organiser' | 'juror';
}

const LAPTOP = { width: 1280, height: 800 };
const PHONE = { width: 390, height: 844 };

const SHOTS: readonly Shot[] = [
  { file: 'organiser.png', path: `/organise/${SMOG}`, screen: LAPTOP, role: 'organiser' },
  { file: 'juror.png', path: `/take-part/${SMOG}/session/D5`, screen: PHONE, role: 'juror' },
  { file: 'verdict.png', path: `/juries/${PARKING}#R1`, screen: { ...LAPTOP, height: 1200 } },
];

const data = mkdtempSync(join(tmpdir(), 'alqa-screenshots-'));
Object.assign(process.env, { ALQA_DATA: data, PORT, ORIGIN: `http://localhost:${PORT}`, ALQA_LOG: 'warn' });
process.once('exit', () => rmSync(data, { recursive: true, force: true }));

const doors = await prepare();
await startServer();
const browser = await playwright.launch({
  executablePath: await chromium.executablePath(),
  args: ['--no-sandbox', '--disable-gpu'],
});
mkdirSync(PICTURES, { recursive: true });
for (const shot of SHOTS) await take(browser, shot);
await browser.close();
process.kill(process.pid, 'SIGTERM');

async function prepare(): Promise<readonly Door[]> {
  const app = await createApp(readConfig());
  try {
    await loadDemonstration(app);
    const standing = await app.juries.standing(SMOG);
    if (!standing) throw new Error('The demonstration jury was loaded and is not there.');
    return await openDoors(app, standing.jury);
  } finally {
    await app.close();
  }
}

async function take(browser: Browser, { file, path, screen, role }: Shot): Promise<void> {
  const context = await browser.newContext({
    baseURL: `http://localhost:${PORT}`,
    viewport: screen,
    locale: 'en-GB',
    timezoneId: 'Asia/Almaty',
    colorScheme: 'light',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  const door = doors.find((one) => one.role === role);
  if (door) {
    await page.goto(door.url);
    const password = page.locator('input[type="password"]');
    if ((await password.count()) > 0) await password.fill(PASSWORD);
    await page.locator('main button').click();
    await page.waitForURL((url) => !url.pathname.startsWith('/enter/'));
  }
  const response = await page.goto(path, { waitUntil: 'networkidle' });
  if (!response?.ok()) throw new Error(`${path} was answered with ${response?.status()}.`);
  const picture = await page.screenshot();
  if (picture.length > LARGEST)
    throw new Error(`${file} has ${picture.length} bytes; a README wants at most ${LARGEST}.`);
  writeFileSync(join(PICTURES, file), picture);
  await context.close();
  console.log(`${join('docs/images', file)}: ${Math.round(picture.length / 1024)} kB`);
}
