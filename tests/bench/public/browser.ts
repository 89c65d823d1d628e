/** What the reader of a page waits for, in Chromium on a processor slowed down to that of a phone. */
import { openBrowser } from '../../journeys/support/chromium.ts';

export interface Seen {
  /** Bytes over the wire by kind of resource: `document`, `stylesheet`, `font`, `image`, `script`. */
  readonly bytes: Readonly<Record<string, number>>;
  /** First paint with something in it, in milliseconds after the address was asked for. */
  readonly firstPaint: number;
  /** Cumulative layout shift: 0 is still, 0.1 is what web.dev calls good. */
  readonly shift: number;
}

const PHONE = { width: 360, height: 740 };
const SETTLED_MS = 1_500;

export async function look(address: string, slowdown: number): Promise<Seen> {
  const browser = await openBrowser();
  try {
    const page = await browser.newPage({ viewport: PHONE });
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Network.enable');
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    const kinds = new Map<string, string>();
    const bytes: Record<string, number> = {};
    devtools.on('Network.responseReceived', ({ requestId, type }) => void kinds.set(requestId, type.toLowerCase()));
    devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      const kind = kinds.get(requestId) ?? 'other';
      bytes[kind] = (bytes[kind] ?? 0) + encodedDataLength;
    });
    await page.addInitScript(() => {
      const seen = { shift: 0 };
      Object.assign(window, { seen });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) seen.shift += (entry as PerformanceEntry & { value: number }).value;
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await page.goto(address, { waitUntil: 'networkidle' });
    await page.waitForTimeout(SETTLED_MS);
    const { firstPaint, shift } = await page.evaluate(() => ({
      firstPaint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
      shift: (window as unknown as { seen: { shift: number } }).seen.shift,
    }));
    return { bytes, firstPaint, shift };
  } finally {
    await browser.close();
  }
}
