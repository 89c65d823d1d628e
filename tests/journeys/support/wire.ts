/** What crosses the wire to a browser, byte for byte, as its own network log counts it. */
import type { BrowserContext, CDPSession, Page } from 'playwright-core';

export interface Wire {
  /** Bytes of answers, headers and all, since counting began, by kind of resource. */
  readonly http: Readonly<Record<string, number>>;
  /** Bytes that came through the open line, WebSocket or polling. */
  readonly line: number;
  readonly total: number;
}

export interface Counter {
  read(): Wire;
  /** From here on from nought. */
  reset(): void;
}

/** Counts from now on what this page receives. */
export async function countBytes(context: BrowserContext, page: Page): Promise<Counter> {
  const session: CDPSession = await context.newCDPSession(page);
  await session.send('Network.enable');
  let http: Record<string, number> = {};
  let line = 0;
  const kinds = new Map<string, string>();
  session.on('Network.responseReceived', ({ requestId, type, response }) => {
    kinds.set(requestId, new URL(response.url).pathname.startsWith('/live') ? 'line' : type);
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const kind = kinds.get(requestId) ?? 'Other';
    if (kind === 'line') line += encodedDataLength;
    else http[kind] = (http[kind] ?? 0) + encodedDataLength;
  });
  session.on(
    'Network.webSocketFrameReceived',
    ({ response }) => void (line += Buffer.byteLength(response.payloadData)),
  );
  return {
    read: () => ({ http: { ...http }, line, total: Object.values(http).reduce((sum, one) => sum + one, line) }),
    reset: () => {
      http = {};
      line = 0;
    },
  };
}
