import { expect, test } from 'vitest';
import { ActiveTime } from '../../src/routes/(room)/active-time.ts';

test('the time between strokes counts, a long pause as five seconds, and each message begins at nought', () => {
  const active = new ActiveTime();
  for (const second of [0, 1, 2, 4, 60, 61]) active.note(second * 1_000);
  expect(active.take()).toBe(10);
  active.note(100_000);
  expect(active.take()).toBe(0);
});

test('a clock that is set back counts for nothing', () => {
  const active = new ActiveTime();
  for (const second of [100, 40, 43]) active.note(second * 1_000);
  expect(active.take()).toBe(3);
});
