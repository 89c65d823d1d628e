/** The lottery in Chromium, on a processor slowed down to that of a phone. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { build } from 'vite';
import { openBrowser } from '../../journeys/support/chromium.ts';
import type { LotteryRun } from './lottery-run.ts';

const ORIGIN = 'http://localhost';

/**
 * Leximin for 24 seats from so many generated people. Slowing down does not reach workers, so it runs on the page's own thread.
 * @returns null when it was cut off at the limit
 */
export async function runInBrowser(people: number, slowdown: number, limitMs: number): Promise<LotteryRun | null> {
  const files: Record<string, { contentType: string; body: Buffer | string }> = {
    '/': { contentType: 'text/html', body: '<!doctype html><script type="module" src="/page.js"></script>' },
    '/page.js': { contentType: 'text/javascript', body: await bundle() },
    '/highs.wasm': { contentType: 'application/wasm', body: solverBinary() },
  };
  const browser = await openBrowser();
  try {
    const page = await browser.newPage();
    await page.route('**/*', (route) => {
      const file = files[new URL(route.request().url()).pathname];
      return file === undefined ? route.fulfill({ status: 404 }) : route.fulfill(file);
    });
    await page.goto(`${ORIGIN}/`);
    await page.waitForFunction(() => 'measureLottery' in window);
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    const run = page.evaluate(([n, url]) => window.measureLottery(n, url), [people, '/highs.wasm'] as const);
    return await Promise.race([run, wait(limitMs, null, { ref: false })]);
  } finally {
    await browser.close();
  }
}

const solverBinary = (): Buffer => readFileSync(createRequire(import.meta.url).resolve('highs/runtime'));

async function bundle(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      target: 'esnext',
      modulePreload: false,
      rolldownOptions: { input: join(import.meta.dirname, 'page.ts'), output: { codeSplitting: false } },
    },
  });
  const [output] = Array.isArray(built) ? built : [built];
  const chunk =
    output !== undefined && 'output' in output ? output.output.find(({ type }) => type === 'chunk') : undefined;
  if (chunk?.type !== 'chunk') throw new Error('The page was not bundled');
  return chunk.code;
}
