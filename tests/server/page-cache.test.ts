import { createServer, request as ask, type IncomingHttpHeaders, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, onTestFinished, test } from 'vitest';
import { REVALIDATE } from '../../src/lib/server/http/cache.ts';
import { keepPages } from '../../src/lib/server/http/page-cache.ts';

const LONG = 'Қазылар алқасы. '.repeat(500);

interface Answer {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** Pages behind the cache: how often they were rendered, and a hand on the clock and on what is recorded. */
async function serve(render: RequestListener) {
  const world = { now: 0, revision: new Map<string | undefined, number>(), rendered: 0 };
  const pages = keepPages(
    (request, response) => {
      world.rendered += 1;
      render(request, response);
    },
    {
      revisionOf: (jury) => world.revision.get(jury) ?? 0,
      languageOf: ({ headers }) => headers['accept-language'] ?? 'en',
      now: () => world.now,
    },
  );
  const server = createServer(pages);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const get = (headers: Record<string, string> = {}, path = '/juries/J1', method = 'GET') =>
    new Promise<Answer>((resolve, reject) => {
      ask({ port, host: '127.0.0.1', path, method, headers }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () =>
          resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks) }),
        );
        response.on('error', reject);
      })
        .on('error', reject)
        .end();
    });
  return { world, get };
}

const page =
  (text = LONG, headers: Record<string, string> = {}): RequestListener =>
  (request, response) => {
    response.setHeader('content-type', 'text/html');
    for (const [name, value] of Object.entries({ etag: '"t1"', 'cache-control': REVALIDATE, ...headers }))
      response.setHeader(name, value);
    response.writeHead(200);
    response.write(Buffer.from(text));
    response.end();
  };

describe('a public page', () => {
  test('is rendered once and sent again until its jury changes, whatever happens in others', async () => {
    const { world, get } = await serve(page());
    const first = await get();
    expect((await get()).body).toEqual(first.body);
    world.revision.set('J2', 7).set(undefined, 7);
    await get();
    expect(world.rendered).toBe(1);
    world.revision.set('J1', 1);
    await get();
    expect(world.rendered).toBe(2);
  });

  test('is rendered anew after two seconds: the day and erased names are no entries of the journal', async () => {
    const { world, get } = await serve(page());
    await get();
    world.now = 1_999;
    await get();
    expect(world.rendered).toBe(1);
    world.now = 2_000;
    await get();
    expect(world.rendered).toBe(2);
  });

  test('is another in another language or appearance', async () => {
    const { world, get } = await serve(page());
    await get();
    await get({ 'accept-language': 'kk' });
    await get({ cookie: 'alqa_theme=dark; alqa_contrast=more' });
    expect(world.rendered).toBe(3);
    await get({ cookie: 'alqa_contrast=more; alqa_theme=dark' });
    expect(world.rendered).toBe(3);
  });

  test('comes compressed to whom can read that, and is the same', async () => {
    const { get } = await serve(page());
    const [plain, br, gzip, refused] = await Promise.all([
      get(),
      get({ 'accept-encoding': 'gzip, deflate, br' }),
      get({ 'accept-encoding': 'gzip' }),
      get({ 'accept-encoding': 'br;q=0, gzip;q=0.0' }),
    ]);
    expect(br.headers['content-encoding']).toBe('br');
    expect(brotliDecompressSync(br.body).toString()).toBe(LONG);
    expect(gunzipSync(gzip.body).toString()).toBe(LONG);
    expect([plain.body.toString(), refused.body.toString()]).toEqual([LONG, LONG]);
    expect(br.headers.vary).toContain('Accept-Encoding');
    expect(br.body.byteLength).toBeLessThan(plain.body.byteLength / 10);
  });

  test('is kept as it is, whatever its reader can unpack', async () => {
    const seen: unknown[] = [];
    const { get } = await serve((request, response) => {
      seen.push(request.headers['accept-encoding']);
      page(LONG, { vary: 'Cookie, Accept-Encoding' })(request, response);
    });
    const first = await get({ 'accept-encoding': 'br' });
    expect([seen, first.headers.vary]).toEqual([[undefined], 'Cookie, Accept-Encoding']);
    expect((await get()).body.toString()).toBe(LONG);
  });

  test('is not sent to whom has it already', async () => {
    const { world, get } = await serve(page());
    const { headers } = await get();
    for (const tag of [headers.etag!, '"t1"', '"other", W/"t1"']) {
      const answer = await get({ 'if-none-match': tag });
      expect([answer.status, answer.body.byteLength, answer.headers.etag]).toEqual([304, 0, headers.etag]);
    }
    expect((await get({ 'if-none-match': '"t2"' })).status).toBe(200);
    expect(world.rendered).toBe(1);
  });

  test('is rendered once for a crowd that asks at the same time', async () => {
    const waiting: (() => void)[] = [];
    const { world, get } = await serve((request, response) => waiting.push(() => page()(request, response)));
    const crowd = Promise.all(Array.from({ length: 20 }, () => get()));
    await expect.poll(() => waiting.length).toBe(1);
    await new Promise((resolve) => setTimeout(resolve, 50));
    waiting[0]!();
    expect((await crowd).map(({ body }) => body.toString())).toEqual(Array(20).fill(LONG));
    expect(world.rendered).toBe(1);
  });
});

describe('what is not for everyone is never kept', () => {
  test.each([
    ['somebody signed in', { cookie: '__Host-alqa=1' }],
    ['a part of a file', { range: 'bytes=0-3' }],
  ])('asked by %s', async (_, headers) => {
    const { world, get } = await serve(page());
    await get(headers);
    await get(headers);
    await get();
    expect(world.rendered).toBe(3);
  });

  test.each([
    ['no-store', { 'cache-control': 'no-store' }],
    ['a cookie', { 'set-cookie': 'a=b' }],
    ['a nonce', { 'content-security-policy': "script-src 'nonce-x'" }],
  ])('answered with %s', async (_, headers) => {
    const { world, get } = await serve(page(LONG, headers));
    const first = await get({ 'accept-encoding': 'br' });
    expect([brotliDecompressSync(first.body).toString(), first.headers['content-encoding']]).toEqual([LONG, 'br']);
    expect(first.headers).toMatchObject('set-cookie' in headers ? { 'set-cookie': ['a=b'] } : headers);
    await get();
    expect(world.rendered).toBe(2);
  });

  test('errors, other methods, other pages and addresses with a question', async () => {
    const { world, get } = await serve((request, response) => {
      if (request.url === '/juries/none') response.statusCode = 404;
      if (response.statusCode === 404) response.end('none');
      else page()(request, response);
    });
    for (let n = 0; n < 2; n += 1) {
      expect((await get({}, '/juries/none')).status).toBe(404);
      await get({}, '/juries/J1', 'HEAD');
      await get({}, '/organise');
      await get({}, '/juries/J1?lang=ru');
    }
    expect(world.rendered).toBe(8);
  });

  test('a file that is too long for the memory goes out as it is written', async () => {
    const long = Buffer.alloc(3_000_000, 'x');
    const { world, get } = await serve((request, response) => {
      response.setHeader('cache-control', REVALIDATE).setHeader('etag', '"f"').writeHead(200);
      for (let at = 0; at < long.byteLength; at += 100_000) response.write(long.subarray(at, at + 100_000));
      response.end();
    });
    expect((await get()).body.equals(long)).toBe(true);
    await get();
    expect(world.rendered).toBe(2);
  });

  test('whoever waits for a page whose reader went away still gets it', async () => {
    const held: Parameters<RequestListener>[] = [];
    const { world, get } = await serve((request, response) => {
      held.push([request, response]);
      if (held.length > 1) page()(request, response);
    });
    const first = get().catch(() => 'cut off');
    await expect.poll(() => held.length).toBe(1);
    const second = get();
    await new Promise((resolve) => setTimeout(resolve, 50));
    held[0]![1].destroy();
    expect(await first).toBe('cut off');
    expect((await second).body.toString()).toBe(LONG);
    expect(world.rendered).toBe(2);
  });
});
