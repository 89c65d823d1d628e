/** A line of long polling, written by hand: each packet is a request on a connection of its own, and may be as large as one likes. */
import { request } from 'node:http';
import type { IncomingMessage } from 'node:http';

export interface PolledLineTo {
  readonly origin: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
}

export interface PolledLine {
  /** Resolves with the status, 0 when the connection was cut before there was one. With `announced`, the length is said beforehand. */
  post(body: Buffer | string, announced: boolean): Promise<number>;
  /** What the server has to say; resolves with the status and the text. */
  poll(): Promise<{ readonly status: number; readonly text: string }>;
}

/** @throws with what the server said when it does not let the line in. */
export async function openPolledLine({ origin, path, headers }: PolledLineTo): Promise<PolledLine> {
  let id = '';
  const options = (method: string) => ({
    method,
    agent: false as const,
    headers: { ...headers } as Record<string, string | number>,
  });
  const url = (): string => `${origin}${path}/?EIO=4&transport=polling${id}`;

  const poll = async (): Promise<{ status: number; text: string }> => {
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      request(url(), options('GET'), resolve).on('error', reject).end();
    });
    response.setEncoding('utf8');
    let text = '';
    for await (const chunk of response) text += chunk as string;
    return { status: response.statusCode ?? 0, text };
  };
  const post = (body: Buffer | string, announced: boolean): Promise<number> =>
    new Promise((resolve) => {
      const asked = options('POST');
      asked.headers['content-type'] = 'text/plain;charset=UTF-8';
      if (announced) asked.headers['content-length'] = Buffer.byteLength(body);
      else asked.headers['transfer-encoding'] = 'chunked';
      const sending = request(url(), asked, (response) => {
        response.resume().on('error', () => undefined);
        resolve(response.statusCode ?? 0);
      });
      sending.on('error', () => resolve(0));
      sending.end(body);
    });

  const opened = await poll();
  if (opened.status !== 200) throw new Error(`The line was refused: ${opened.text}`);
  id = `&sid=${(JSON.parse(opened.text.slice(1)) as { sid: string }).sid}`;
  await post('40', true);
  const { text } = await poll();
  if (!text.startsWith('40')) throw new Error(`The line was refused: ${text}`);
  return { post, poll };
}
