import { describe, expect, test } from 'vitest';
import { rfc3797, rfc3797Key } from '../../src/lib/lottery/index.ts';

// RFC 3797, section 6: a debt, and two lotteries with their numbers as they were drawn.
const SOURCES = [['9319'], ['2', '5', '12', '8', '10'], ['9', '18', '26', '34', '41', '45']];
const KEY = '9319./2.5.8.10.12./9.18.26.34.41.45./';

describe('RFC 3797', () => {
  test('writes the sources of the worked example as its key', () => {
    expect(rfc3797Key(SOURCES)).toEqual({ ok: true, value: KEY });
  });

  test('selects from its pool of 25 what the worked example selects', () => {
    expect(rfc3797(KEY, 25, 16)).toEqual([17, 7, 2, 16, 25, 23, 8, 24, 19, 13, 22, 5, 18, 9, 1, 4]);
  });

  test('selects everybody once when all are asked for', () => {
    const all = rfc3797(KEY, 300, 300);
    expect(all.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 300 }, (_, index) => index + 1));
  });

  test('leaves out needless zeros, sorts by size and keeps fractions', () => {
    expect(rfc3797Key([['010', '9', '0.50', '0', '2.', '1.25', '1.3']])).toEqual({
      ok: true,
      value: '0.0.51.251.32.9.10./',
    });
    expect(rfc3797Key([['123456789012345678901', '123456789012345678900']])).toMatchObject({
      value: '123456789012345678900.123456789012345678901./',
    });
  });

  test.each(['', '-1', '1,5', 'x', ' 1', '1e3'])('refuses %j as a number', (text) => {
    expect(rfc3797Key([['1'], [text]])).toEqual({ ok: false, error: text });
  });

  test.each([
    [5, 6],
    [-1, 0],
    [65_537, 1],
    [3, 1.5],
  ])('from %d it cannot select %d', (size, count) => expect(() => rfc3797(KEY, size, count)).toThrow(RangeError));
});
