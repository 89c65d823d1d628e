/** The real app with its sockets on a port of its own, without the pages. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { createApp } from '../../src/lib/server/app.ts';
import type { App } from '../../src/lib/server/app.ts';
import { readConfig } from '../../src/lib/server/config.ts';
import { openLine } from '../../src/cli/play/line.ts';
import type { Line, LineTo } from '../../src/cli/play/line.ts';
import { scratchFolder } from '../server/scratch.ts';

export interface Served {
  readonly app: App;
  readonly origin: string;
  readonly http: Server;
  line(to: Omit<LineTo, 'origin'>): Promise<Line>;
}

/** Runs until the test is over. */
export async function serve(settings: Record<string, string> = {}): Promise<Served> {
  const http = createServer();
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  const { port } = http.address() as AddressInfo;
  const origin = `http://127.0.0.1:${port}`;
  const app = await createApp(
    readConfig({ ALQA_DATA: scratchFolder(), ORIGIN: origin, ALQA_LOG: 'error', ...settings }),
  );
  app.attachSockets(http);
  const lines: Line[] = [];
  onTestFinished(async () => {
    for (const line of lines) line.close();
    await app.close();
    http.close();
  });
  return {
    app,
    origin,
    http,
    async line(to) {
      const line = await openLine({ origin, ...to });
      lines.push(line);
      return line;
    },
  };
}
