import { expect, test } from 'vitest';
import { climb, isHeld } from './capacity.ts';

const sizes = [4, 8, 16, 32];

test('the limit is found between two rungs, for each server by itself', async () => {
  const limits = { ours: 13, theirs: 27 };
  const run = (kind: 'ours' | 'theirs', size: number) => Promise.resolve(size <= limits[kind]);
  const held = await climb({ kinds: ['ours', 'theirs'], sizes, attempts: 2, halvings: 3, run });
  expect(held).toEqual({ ours: { held: 13, failed: 14 }, theirs: { held: 26, failed: 28 } });
});

test('one bad run out of several does not end the climb, and servers take turns', async () => {
  const order: string[] = [];
  const run = (kind: string, size: number) => {
    order.push(`${kind} ${size}`);
    return Promise.resolve(order.length > 1);
  };
  const held = await climb({ kinds: ['a', 'b'], sizes: [4, 8], attempts: 2, halvings: 1, run });
  expect(order).toEqual(['a 4', 'b 4', 'a 4', 'a 8', 'b 8']);
  expect(held).toEqual({ a: { held: 8, failed: null }, b: { held: 8, failed: null } });
});

test('where nothing is held, nothing is claimed', async () => {
  const run = () => Promise.resolve(false);
  expect(await climb({ kinds: ['a'], sizes, attempts: 1, halvings: 2, run })).toEqual({ a: { held: 0, failed: 1 } });
});

test('held means in time, complete and in order', () => {
  const fast = Array.from({ length: 100 }, () => 5);
  const slow = [...fast.slice(2), 150, 150];
  const good = {
    sent: 100,
    acknowledged: 100,
    acknowledgedAfter: fast,
    everyoneAfter: fast,
    lateBy: [],
    deliveries: 0,
    missing: 0,
    disorder: 0,
  };
  expect(isHeld(good)).toBe(true);
  for (const flaw of [
    { acknowledged: 99 },
    { missing: 1 },
    { disorder: 1 },
    { everyoneAfter: slow },
    { acknowledgedAfter: slow },
  ])
    expect(isHeld({ ...good, ...flaw }), JSON.stringify(flaw)).toBe(false);
});
