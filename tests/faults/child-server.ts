import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('./socket-server.ts', import.meta.url));

export interface ChildServer {
  readonly process: ChildProcess;
  /** Everything it has written so far. */
  output(): string;
  end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void>;
}

/** Starts the server as a process of its own. Resolves when it takes sockets. */
export async function startChild(
  folder: string,
  port: number,
  settings: Record<string, string> = {},
): Promise<ChildServer> {
  const env = {
    ...process.env,
    ALQA_DATA: folder,
    PORT: String(port),
    ORIGIN: `http://127.0.0.1:${port}`,
    ...settings,
  };
  const child = spawn(process.execPath, [program], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (chunk: string) => (output += chunk));
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', () => output.includes('ready') && resolve());
    child.on('exit', (code) => reject(new Error(`The server ended with ${code} before it was ready:\n${output}`)));
  });
  return {
    process: child,
    output: () => output,
    async end(signal) {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.kill(signal);
      await ended;
    },
  };
}

/** A port that nobody listens on now. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}
