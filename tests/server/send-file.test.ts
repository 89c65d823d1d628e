import { expect, test } from 'vitest';
import { disposition, sendFile } from '../../src/lib/server/http/send-file.ts';

const file = {
  id: 'a'.repeat(32),
  jury: 'smog',
  name: 'Доклад "ТЭЦ"\r\nSet-Cookie: a=b.pdf',
  mediaType: 'application/pdf',
  sha256: 'b'.repeat(64),
  size: 4,
  uploadedBy: 'member:x',
  uploadedAt: 0,
};

test('an uploaded file leaves as a download that runs nowhere', async () => {
  const response = sendFile(file, new TextEncoder().encode('%PDF'));
  expect(await response.text()).toBe('%PDF');
  expect(response.headers.get('content-type')).toBe('application/pdf');
  expect(response.headers.get('content-disposition')).toMatch(/^attachment; /);
  expect(response.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
  expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  expect(response.headers.get('etag')).toBe(`"${'b'.repeat(32)}"`);
});

test('no file name breaks out of its header', () => {
  const header = disposition(file.name);
  expect(header).not.toMatch(/[\r\n]/);
  expect(header.split('"')).toHaveLength(3);
  expect(decodeURIComponent(header.split("''")[1] ?? '')).toBe(file.name);
});
