/** The selection of RFC 3797, for juries that would rather draw, or take their seed, by that standard. */
import { md5 } from '@noble/hashes/legacy.js';
import { bytesToHex, concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { err, ok } from '../result.ts';
import type { Result } from '../result.ts';

const MOST = 2 ** 16;

/**
 * The numbers, 1 to `poolSize`, that a key selects, in the order of their selection (RFC 3797, section 4). The i-th hash,
 * i from 0, is MD5 of i as two bytes, the key, and i as two bytes again; its remainder by the number of those who are
 * left says which of them, counted from 0, is taken.
 * @throws RangeError unless `count` is whole and 0 ≤ count ≤ poolSize ≤ 65,536.
 */
export function rfc3797(key: string, poolSize: number, count: number): number[] {
  const whole = [poolSize, count].every((number) => Number.isInteger(number) && number >= 0 && number <= MOST);
  if (!whole || count > poolSize) throw new RangeError(`${String(count)} of ${String(poolSize)}`);
  const left = Array.from({ length: poolSize }, (_, index) => index + 1);
  return Array.from({ length: count }, (_, turn) => {
    const index = Uint8Array.of(turn >> 8, turn & 0xff);
    const hash = BigInt(`0x${bytesToHex(md5(concatBytes(index, utf8ToBytes(key), index)))}`);
    return left.splice(Number(hash % BigInt(left.length)), 1)[0]!;
  });
}

/**
 * The key of sources that give numbers, such as a lottery's results and a day's debt: every number in decimals, without
 * needless zeros and ending in a point unless it has a fraction; the numbers of a source from the smallest to the
 * largest, then a slash (RFC 3797, section 4). The key also serves as the text of a seed.
 * @returns the key, or the first piece of text that is not a number of 0 or more.
 */
export function rfc3797Key(sources: readonly (readonly string[])[]): Result<string, string> {
  const wrong = sources.flat().find((number) => !/^\d+(\.\d*)?$/.test(number));
  if (wrong !== undefined) return err(wrong);
  return ok(sources.map((numbers) => `${numbers.map(inDecimals).sort(bySize).join('')}/`).join(''));
}

function inDecimals(number: string): string {
  const [integer = '', fraction = ''] = number.split('.');
  return `${integer.replace(/^0+(?=\d)/, '')}.${fraction.replace(/0+$/, '')}`;
}

/** By digits rather than as floating numbers: a day's debt may have more digits than those hold. */
function bySize(a: string, b: string): number {
  const [integerA, integerB] = [BigInt(a.split('.')[0]!), BigInt(b.split('.')[0]!)];
  if (integerA !== integerB) return integerA < integerB ? -1 : 1;
  return a < b ? -1 : a > b ? 1 : 0;
}
