/** A server behind our shutdown whose answers take a while. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { watchHealth } from '../../src/lib/server/health.ts';
import { announceApp } from '../../src/lib/server/rendezvous.ts';
import { shutDownOn } from '../../src/lib/server/shutdown.ts';

const http = createServer();
shutDownOn(['SIGTERM'], http);
http.on('request', (_request, response) => {
  console.log('asked');
  setTimeout(() => response.end('answered'), 400);
});
announceApp({
  health: watchHealth({ readOnly: false }),
  revisionOf: () => 0,
  endLetters: () => Promise.resolve(true),
  close: () => Promise.resolve(console.log('drained')),
});
http.listen(0, '127.0.0.1', () => console.log(`port ${(http.address() as AddressInfo).port}`));
