import { expect, test } from 'vitest';
import { bundleOf, readBundle } from '../../src/lib/lottery/index.ts';
import { committed, drawn } from './records.ts';

const records = [drawn({ seed: '2 7 1' }), committed];

test('all records of a jury go into one file and come out to the letter', () => {
  expect(readBundle(bundleOf(records))).toEqual({ ok: true, value: records });
});

test.each([
  ['', 'not JSON'],
  ['7', 'the content'],
  ['{"format":"alqa-lottery-1","records":[]}', 'records'],
  [bundleOf(records).replace('alqa-lottery-1', 'alqa-lottery-2'), 'format'],
  [bundleOf(records).replace('"list.json"', '"lost.json"'), 'records.0'],
])('what is no bundle is told: %s', (text, place) => {
  expect(readBundle(text)).toEqual({ ok: false, error: expect.stringContaining(place) as string });
});
