/** The least that could be called a page: one buffer with its headers, or "you have it already". Takes both from the parent process. */
import { createServer } from 'node:http';

interface Page {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

process.once('message', ({ headers, body }: Page) => {
  const bytes = Buffer.from(body, 'base64');
  const length = { ...headers, 'content-length': String(bytes.byteLength) };
  createServer((request, response) => {
    if (request.headers['if-none-match'] === headers['etag']) response.writeHead(304, headers).end();
    else response.writeHead(200, length).end(bytes);
  }).listen(Number(process.env['PORT']), '127.0.0.1', () => process.send?.({ ready: true }));
});
