/** The real server, as it is deployed: `server.js` on the pinned Node, with a folder and a port of its own. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pinnedNode, root } from '../../../src/cli/run-program.js';

export interface Server {
  readonly origin: string;
  readonly data: string;
  /** What it wrote to its log at `warn` and above, a line each. */
  readonly log: readonly string[];
  /** Ends it as an operator would, with SIGTERM, and starts it again on the same folder and port. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** Where a server will be: known before it starts, so that people can be given links to it. */
export interface Place {
  readonly origin: string;
  readonly data: string;
  readonly variables: Readonly<Record<string, string>>;
}

export async function newPlace(): Promise<Place> {
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const data = mkdtempSync(join(tmpdir(), 'alqa-journey-'));
  return { origin, data, variables: { ALQA_DATA: data, PORT: String(port), ORIGIN: origin, ALQA_LOG: 'warn' } };
}

/** The same place with letters going to its mailbox page, as in the demonstration. */
export const withMailbox = (place: Place): Place => ({
  ...place,
  variables: { ...place.variables, ALQA_MAILBOX: 'demo' },
});

export async function startServer({ origin, data, variables }: Place): Promise<Server> {
  const log: string[] = [];
  let child = await started(variables, log);
  const end = async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGTERM');
    await once(child, 'close');
  };
  return {
    origin,
    data,
    log,
    async restart() {
      await end();
      child = await started(variables, log);
    },
    async stop() {
      await end();
      rmSync(data, { recursive: true, force: true });
    },
  };
}

async function started(variables: Place['variables'], log: string[]): Promise<ChildProcess> {
  const child = spawn(pinnedNode, ['server.js'], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production', ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  await new Promise<void>((resolve, reject) => {
    const read = (chunk: Buffer): void => {
      for (const line of chunk.toString().split('\n').filter(Boolean)) {
        if (line.startsWith('Alqa is at ')) resolve();
        else log.push(line);
      }
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('close', (code) => reject(new Error(`The server ended with ${code}:\n${log.join('\n')}`)));
  });
  return child;
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}
