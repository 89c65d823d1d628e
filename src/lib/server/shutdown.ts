import type { Server } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { announcedApp } from './rendezvous.ts';

const REQUESTS_END_WITHIN_MS = 2_000;
const ALL_ENDS_WITHIN_MS = 4_500;

/** At the first of the signals: take nothing new, answer what was asked, close the sockets, drain the writer, and end with exit code 0. */
export function shutDownOn(signals: readonly NodeJS.Signals[], http: Server): void {
  let underWay = 0;
  let stopping = false;
  http.prependListener('request', (_request, response) => {
    underWay += 1;
    // A connection that stays open after its answer would keep the process alive.
    if (stopping) response.setHeader('Connection', 'close');
    response.once('close', () => (underWay -= 1));
  });

  const shutDown = async () => {
    http.close();
    http.closeIdleConnections();
    const deadline = Date.now() + REQUESTS_END_WITHIN_MS;
    while (underWay > 0 && Date.now() < deadline) await wait(10);
    await announcedApp()?.close();
    process.exit(0);
  };

  for (const signal of signals) {
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      setTimeout(() => process.exit(1), ALL_ENDS_WITHIN_MS).unref();
      void shutDown();
    });
  }
}
