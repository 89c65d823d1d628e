/** Holds an answer back until it is complete, so that it can be kept, compressed or sent to several who asked for the same. */
import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';

export interface Held {
  readonly status: number;
  readonly headers: OutgoingHttpHeaders;
  readonly body: Buffer;
}

/**
 * Lets whoever writes to `response` write into memory. Calls `settled` once: with the whole answer, which is then still to be sent, or with null
 * when nothing is left to do: the answer grew beyond `most` bytes and goes out as it is written, or the client went away.
 */
export function holdBack(response: ServerResponse, most: number, settled: (held: Held | null) => void): void {
  const direct = {
    writeHead: response.writeHead.bind(response),
    write: response.write.bind(response),
    end: response.end.bind(response),
  };
  let chunks: Buffer[] = [];
  let length = 0;
  let named: number | undefined;
  let over = false;

  const settle = (held: Held | null): void => {
    if (over) return;
    over = true;
    response.off('close', gone);
    Object.assign(response, direct);
    settled(held);
  };
  const gone = (): void => settle(null);
  const take = (chunk: unknown): void => {
    if (typeof chunk !== 'string' && !(chunk instanceof Uint8Array)) return;
    const bytes = Buffer.from(chunk as Uint8Array);
    chunks.push(bytes);
    length += bytes.byteLength;
  };

  response.on('close', gone);
  Object.assign(response, {
    writeHead(code: number, ...rest: readonly unknown[]) {
      named = code;
      for (const [name, value] of Object.entries((rest.at(-1) ?? {}) as Record<string, string>))
        response.setHeader(name, value);
      return response;
    },
    write(chunk: unknown) {
      take(chunk);
      if (length <= most) return true;
      settle(null);
      direct.writeHead(named ?? response.statusCode);
      const written = Buffer.concat(chunks);
      chunks = [];
      return direct.write(written);
    },
    end(chunk?: unknown) {
      take(chunk);
      settle({ status: named ?? response.statusCode, headers: response.getHeaders(), body: Buffer.concat(chunks) });
      return response;
    },
  });
}
