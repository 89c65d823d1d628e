import { describe, expect, test } from 'vitest';
import { rangeOf } from '../../src/lib/server/http/byte-range.ts';
import { disposition, sendFile } from '../../src/lib/server/http/send-file.ts';
import { setSecurityHeaders } from '../../src/lib/server/http/security-headers.ts';

const file = {
  id: 'a'.repeat(32),
  jury: 'smog',
  name: 'Доклад "ТЭЦ"\r\nSet-Cookie: a=b.pdf',
  mediaType: 'application/pdf',
  sha256: 'b'.repeat(64),
  size: 10,
  uploadedBy: 'member:x',
  uploadedAt: 0,
};
const bytes = new TextEncoder().encode('%PDF-1.7 x');
const read = (range?: { first: number; last: number }) =>
  Promise.resolve(range ? bytes.subarray(range.first, range.last + 1) : bytes);
const sent = async (range: string | null, framed = false, record = file): Promise<Response> => {
  const response = await sendFile(record, { range, framed, read });
  if (!response) throw new Error('Nothing was sent.');
  return response;
};

test('an uploaded file leaves as a download that runs nowhere', async () => {
  const response = await sent(null);
  expect(response.status).toBe(200);
  expect(await response.text()).toBe('%PDF-1.7 x');
  expect(response.headers.get('content-type')).toBe('application/pdf');
  expect(response.headers.get('content-disposition')).toMatch(/^attachment; /);
  expect(response.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
  expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  expect(response.headers.get('etag')).toBe(`"${'b'.repeat(32)}"`);
});

test('only a PDF is shown in a frame, only in one of ours, and is taken for nothing else', async () => {
  const framed = await sent(null, true);
  expect(framed.headers.get('content-disposition')).toMatch(/^inline; /);
  expect(framed.headers.get('content-security-policy')).toBe("frame-ancestors 'self'");
  expect(framed.headers.get('content-type')).toBe('application/pdf');
  expect(framed.headers.get('x-content-type-options')).toBe('nosniff');
  setSecurityHeaders(framed.headers, { https: false, callOrigin: null }, false);
  expect(framed.headers.get('x-frame-options')).toBe('SAMEORIGIN');
  const picture = await sent(null, true, { ...file, mediaType: 'image/png' });
  expect(picture.headers.get('content-disposition')).toMatch(/^attachment; /);
  setSecurityHeaders(picture.headers, { https: false, callOrigin: null }, false);
  expect(picture.headers.get('x-frame-options')).toBe('DENY');
});

describe('a part of a file', () => {
  test('is sent as 206 with its place', async () => {
    const part = await sent('bytes=1-3');
    expect([part.status, await part.text()]).toEqual([206, 'PDF']);
    expect(part.headers.get('content-range')).toBe('bytes 1-3/10');
    expect(part.headers.get('content-length')).toBe('3');
    expect((await sent('bytes=99-')).status).toBe(416);
  });

  test.each([
    ['bytes=0-', { first: 0, last: 9 }],
    ['bytes=4-4', { first: 4, last: 4 }],
    ['bytes=-3', { first: 7, last: 9 }],
    ['bytes=-99', { first: 0, last: 9 }],
    ['bytes=5-999', { first: 5, last: 9 }],
    ['bytes=10-', 'unsatisfiable'],
    ['bytes=-0', 'unsatisfiable'],
    [null, null],
    ['bytes=-', null],
    ['bytes=5-3', null],
    ['bytes=0-1,3-4', null],
    ['lines=0-1', null],
    ['bytes=a-b', null],
    ['bytes=0-99999999999999999999', null],
  ] as const)('%j of ten bytes', (header, range) => expect(rangeOf(header, 10)).toEqual(range));

  test('bytes that are gone are not sent', async () => {
    const gone = () => Promise.resolve(undefined);
    expect(await sendFile(file, { range: 'bytes=0-1', framed: false, read: gone })).toBeUndefined();
  });
});

test('no file name breaks out of its header', () => {
  const header = disposition(file.name);
  expect(header).not.toMatch(/[\r\n]/);
  expect(header.split('"')).toHaveLength(3);
  expect(decodeURIComponent(header.split("''")[1] ?? '')).toBe(file.name);
});
