import { expect, test } from 'vitest';
import { APART, BUSY, createGathering } from '../../src/lib/server/gathering.ts';

const NOW = 1_000;

/** A gathering in which J had a turn at `NOW`, and so many other juries at the same moment. */
function afterTurns(others: number) {
  const gathering = createGathering();
  for (let other = 0; other < others; other += 1) gathering.begin(`other ${other}`, NOW);
  gathering.begin('J', NOW);
  return gathering;
}

test('in a quiet process no turn waits, however soon it follows', () => {
  expect(afterTurns(BUSY.juries - 2).wait('J', NOW)).toBe(0);
});

test('one jury alone makes no process busy, however often it has a turn', () => {
  const { wait, begin } = createGathering();
  for (let turn = 0; turn < 1_000; turn += 1) begin('J', NOW);
  expect(wait('J', NOW)).toBe(0);
});

test('in a busy one a jury waits until its last turn is long enough ago, and one that was silent does not', () => {
  const { wait } = afterTurns(BUSY.juries);
  expect(wait('J', NOW + 20)).toBe(APART - 20);
  expect(wait('silent', NOW + 20)).toBe(0);
  expect(wait('J', NOW + APART)).toBe(0);
});

test('a process is busy no longer once most turns are long ago', () => {
  const { wait, begin } = afterTurns(BUSY.juries);
  begin('J', NOW + BUSY.within - 1);
  expect(wait('J', NOW + BUSY.within - 1)).toBe(APART);
  expect(wait('J', NOW + BUSY.within)).toBe(0);
});
