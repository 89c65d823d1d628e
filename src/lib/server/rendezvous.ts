/**
 * Where the two halves of the process meet: the http server is made outside Kit's bundle, the app inside it, and both find each other under
 * global symbols. Either may be there first only in this order: the server is announced, then Kit starts the app.
 */
import type { Server } from 'node:http';
import type { Health } from './health.ts';

/** What the half outside the bundle needs of the app. */
export interface RunningApp {
  health(): Health;
  /** Grows with every change of this jury; without one, of any. */
  revisionOf(jury: string | undefined): number;
  /** Ends the letters that were sent with this key and erases the address. False while nothing can be written. */
  endLetters(key: string): Promise<boolean>;
  /** Closes the sockets, finishes the jobs under way and drains the writer. */
  close(): Promise<void>;
}

interface Meeting {
  [HTTP]?: Server;
  [APP]?: RunningApp;
}

const HTTP = Symbol.for('alqa.http');
const APP = Symbol.for('alqa.app');
const meeting = globalThis as Meeting;

export function announceHttp(server: Server): void {
  meeting[HTTP] = server;
}

export const announcedHttp = (): Server | undefined => meeting[HTTP];

export function announceApp(app: RunningApp): void {
  meeting[APP] = app;
}

export const announcedApp = (): RunningApp | undefined => meeting[APP];
