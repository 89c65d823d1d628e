/** Asks a server for the same page again and again over open lines, as fast as it answers. Bytes only: a client that parsed would be the slower. */
import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { performance } from 'node:perf_hooks';

export interface Asked {
  readonly answers: number;
  /** From the question to the last byte of its answer, in milliseconds. */
  readonly waits: readonly number[];
  readonly seconds: number;
}

/** The bytes of a GET request with these headers. */
export function question(port: number, path: string, headers: Readonly<Record<string, string>>): Buffer {
  const lines = Object.entries({ Host: `localhost:${port}`, Connection: 'keep-alive', ...headers });
  return Buffer.from(`GET ${path} HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`);
}

/**
 * How long the whole answer to this question is, in bytes; it is alike for every answer, dates included.
 * @throws Error when the status is not the one expected
 */
export async function lengthOfAnswer(port: number, bytes: Buffer, status: number): Promise<number> {
  const socket = connect(port, '127.0.0.1');
  socket.write(bytes);
  let got = Buffer.alloc(0);
  for await (const chunk of socket as AsyncIterable<Buffer>) {
    got = Buffer.concat([got, chunk]);
    const end = got.indexOf('\r\n\r\n');
    if (end < 0) continue;
    const head = got.subarray(0, end).toString('latin1');
    if (!head.startsWith(`HTTP/1.1 ${status} `)) throw new Error(`Expected ${status}, got:\n${head}`);
    const body = status === 304 ? 0 : Number(/content-length: (\d+)/i.exec(head)?.[1]);
    if (got.byteLength >= end + 4 + body) {
      socket.destroy();
      return end + 4 + body;
    }
  }
  throw new Error('The line was closed before the answer was complete');
}

/** Keeps so many lines busy for so many seconds, one question a line at a time. */
export async function askAgainAndAgain(
  port: number,
  bytes: Buffer,
  length: number,
  { lines, seconds }: { readonly lines: number; readonly seconds: number },
): Promise<Asked> {
  const waits: number[] = [];
  const end = performance.now() + seconds * 1_000;
  const began = performance.now();
  const open: Socket[] = [];
  await Promise.all(
    Array.from({ length: lines }, async () => {
      const socket = connect(port, '127.0.0.1');
      open.push(socket);
      socket.setNoDelay(true);
      let missing = length;
      let askedAt = performance.now();
      socket.write(bytes);
      for await (const chunk of socket as AsyncIterable<Buffer>) {
        missing -= chunk.byteLength;
        if (missing > 0) continue;
        if (missing < 0) throw new Error('An answer was longer than the first one');
        const now = performance.now();
        waits.push(now - askedAt);
        if (now >= end) return;
        missing = length;
        askedAt = now;
        socket.write(bytes);
      }
    }),
  );
  for (const socket of open) socket.destroy();
  return { answers: waits.length, waits, seconds: (performance.now() - began) / 1_000 };
}
