import { createServer, request as ask, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { readConfig } from '../../src/lib/server/config.ts';
import { clientAddress, createFrontDoor } from '../../src/lib/server/http/front-door.ts';
import { watchHealth } from '../../src/lib/server/health.ts';
import { announceApp } from '../../src/lib/server/rendezvous.ts';
import { isSameOrigin } from '../../src/lib/server/http/same-origin.ts';
import { setSecurityHeaders } from '../../src/lib/server/http/security-headers.ts';

/** Asks a real server behind the front door and returns the status with the headers that would have reached the pages. */
async function throughTheDoor(
  headers: Record<string, string>,
  settings: Record<string, string> = {},
  path = '/',
  method = 'GET',
) {
  const config = readConfig({ ORIGIN: 'https://alqa.example', ...settings });
  let seen: IncomingHttpHeaders | undefined;
  const server = createServer(
    createFrontDoor(config, (request, response) => {
      seen = request.headers;
      response.end('page');
    }),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const { status, body } = await new Promise<{ status: number | undefined; body: string }>((resolve, reject) => {
    ask({ port, host: '127.0.0.1', path, method, headers }, (response) => {
      let body = '';
      response.on('data', (chunk: Buffer) => (body += chunk.toString()));
      response.on('end', () => resolve({ status: response.statusCode, body }));
    })
      .on('error', reject)
      .end();
  });
  return { status, body, seen };
}

describe('the host', () => {
  test.each(['evil.example', 'alqa.example.evil.example', 'alqa.example:81', '127.0.0.1', ''])(
    '%s is refused',
    async (host) => {
      const { status, body, seen } = await throughTheDoor({ host });
      expect({ status, seen }).toEqual({ status: 403, seen: undefined });
      expect(body).toBe('This server answers at https://alqa.example only.\n');
    },
  );

  test('ours is answered, in whatever case, and so are those allowed besides', async () => {
    expect((await throughTheDoor({ host: 'ALQA.example' })).status).toBe(200);
    expect((await throughTheDoor({ host: 'a.internal' }, { ALQA_HOSTS: 'a.internal' })).status).toBe(200);
  });

  test('a forwarded host never reaches the pages', async () => {
    const forged = {
      'x-forwarded-host': 'evil.example',
      'x-forwarded-proto': 'http',
      'x-forwarded-port': '81',
      forwarded: 'host=evil.example',
      'x-forwarded-for': '203.0.113.9',
    };
    const { seen } = await throughTheDoor({ host: 'alqa.example', ...forged });
    expect(Object.keys(seen ?? {})).not.toEqual(expect.arrayContaining([expect.stringContaining('forwarded')]));
    const behindProxy = await throughTheDoor({ host: 'alqa.example', ...forged }, { ALQA_TRUST_PROXY: '1' });
    expect(JSON.stringify(behindProxy.seen)).not.toContain('evil.example');
    expect(behindProxy.seen?.['x-forwarded-for']).toBe('203.0.113.9');
  });

  test('health is red as long as the app has not started', async () => {
    expect(await throughTheDoor({ host: '10.0.0.1' }, {}, '/health')).toMatchObject({
      status: 503,
      body: '{"ok":false}',
    });
  });
});

test.each([
  [0, '198.51.100.1', 'the socket'],
  [1, '203.0.113.9', 'what our proxy saw'],
  [2, '192.0.2.66', 'what the outer of two proxies saw'],
  [3, '198.51.100.1', 'the socket, as the list is too short for three'],
])('with %i trusted proxies the client is %s: %s', (trustedProxies, address) => {
  expect(clientAddress({ trustedProxies }, '198.51.100.1', '192.0.2.66, 203.0.113.9')).toBe(address);
});

describe('what changes something must come from our pages', () => {
  const origin = 'https://alqa.example';
  const allowed = (method: string, headers: Record<string, string>) =>
    isSameOrigin({ origin }, method, new Headers(headers));

  test.each(['POST', 'PUT', 'PATCH', 'DELETE'])('%s', (method) => {
    expect(allowed(method, { origin })).toBe(true);
    expect(allowed(method, { origin, 'sec-fetch-site': 'same-origin' })).toBe(true);
    expect(allowed(method, {})).toBe(false);
    expect(allowed(method, { origin: 'null' })).toBe(false);
    expect(allowed(method, { origin: 'http://alqa.example' })).toBe(false);
    expect(allowed(method, { origin: 'https://alqa.example.evil.example' })).toBe(false);
    expect(allowed(method, { origin, 'sec-fetch-site': 'cross-site' })).toBe(false);
    for (const type of ['text/plain', 'application/json', 'multipart/form-data']) {
      expect(allowed(method, { origin: 'https://evil.example', 'content-type': type })).toBe(false);
    }
  });

  test('reading is free', () => expect(allowed('GET', { origin: 'https://evil.example' })).toBe(true));
});

test('what is personal is not stored by anyone on the way', () => {
  const headersFor = (personal: boolean, https: boolean) => {
    const headers = new Headers({ 'cache-control': 'public, max-age=60' });
    setSecurityHeaders(headers, { https, callOrigin: null }, personal);
    return headers;
  };
  expect(headersFor(true, true).get('cache-control')).toBe('no-store');
  expect(headersFor(false, true).get('cache-control')).toBe('public, max-age=60');
  expect(headersFor(false, true).has('strict-transport-security')).toBe(true);
  expect(headersFor(false, false).has('strict-transport-security')).toBe(false);
});

describe('[P25] the request by which a mail program ends letters', () => {
  const key = 'k'.repeat(43);
  const ended: string[] = [];
  const ours = { host: 'alqa.example' };
  const post = (path: string, headers: Record<string, string> = ours) => throughTheDoor(headers, {}, path, 'POST');
  beforeEach(() => {
    ended.length = 0;
    announceApp({
      health: watchHealth({ readOnly: false }),
      close: () => Promise.resolve(),
      revisionOf: () => 0,
      endLetters: (one) => Promise.resolve(ended.push(one) > 0),
    });
  });

  test('has no page and no origin, and is answered without one', async () => {
    expect(await post(`/follow/${key}`)).toMatchObject({ status: 200, seen: undefined });
    expect(ended).toEqual([key]);
  });

  test.each([
    ['a look', `/follow/${key}`, 'GET', ours],
    ['a form of a page', `/follow/${key}`, 'POST', { ...ours, origin: 'https://alqa.example' }],
    ['another address', `/follow/${key}/x`, 'POST', ours],
    ['a key that is none', '/follow/short', 'POST', ours],
    ['an act by name', `/follow/${key}?/confirm`, 'POST', ours],
  ])('is not %s', async (_what, path, method, headers) => {
    expect((await throughTheDoor(headers, {}, path, method)).body).toBe('page');
    expect(ended).toEqual([]);
  });

  test('is not for another host', async () => {
    expect(await post(`/follow/${key}`, { host: 'evil.example' })).toMatchObject({ status: 403 });
    expect(ended).toEqual([]);
  });
});
