import { expect, test } from 'vitest';
import { APART, BUSY, createGathering } from '../../src/lib/server/gathering.ts';

const NOW = 1_000;

/** A gathering in which so many juries had a turn at `NOW`, J0 the first of them. */
function afterTurnsOf(juries: number) {
  const gathering = createGathering();
  for (let jury = 0; jury < juries; jury += 1) gathering.begin(`J${jury}`, NOW);
  return gathering;
}

test('in a quiet process no turn waits, however soon it follows', () => {
  expect(afterTurnsOf(BUSY.juries - 1).wait('J0', NOW)).toBe(0);
});

test('one jury alone makes no process busy, however often it has a turn', () => {
  const { wait, begin } = createGathering();
  for (let turn = 0; turn < 1_000; turn += 1) begin('J', NOW);
  expect(wait('J', NOW)).toBe(0);
});

test('in a busy one a jury waits for its moment, which comes again and again, and one that was silent does not', () => {
  const { wait, begin } = afterTurnsOf(BUSY.juries);
  const moment = NOW + 20 + wait('J5', NOW + 20);
  expect(moment - NOW - 20).toBeGreaterThan(0);
  expect(moment - NOW - 20).toBeLessThanOrEqual(APART);
  begin('J5', moment);
  expect(wait('J5', moment)).toBeCloseTo(APART);
  expect(wait('J5', moment + 10)).toBeCloseTo(APART - 10);
  expect(wait('silent', NOW + 20)).toBe(0);
});

test('the moments of twenty juries lie apart, so that they are not served in one rush', () => {
  const { wait } = afterTurnsOf(20);
  const moments = Array.from({ length: 20 }, (_, jury) => wait(`J${jury}`, NOW)).toSorted((a, b) => a - b);
  for (const [index, moment] of moments.slice(1).entries())
    expect(moment - (moments[index] ?? 0)).toBeGreaterThan(APART / 20 / 2);
});

test('a process is busy no longer once most turns are long ago', () => {
  const { wait, begin } = afterTurnsOf(BUSY.juries);
  begin('J0', NOW + BUSY.within - 1);
  expect(wait('J0', NOW + BUSY.within - 1)).toBeGreaterThan(0);
  expect(wait('J0', NOW + BUSY.within)).toBe(0);
});
