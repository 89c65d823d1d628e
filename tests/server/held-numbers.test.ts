import { expect, test } from 'vitest';
import type { Telling } from '../../src/lib/server/audience.ts';
import { holdNumbers } from '../../src/lib/server/held-numbers.ts';

/** What is told of the entry `seq`: with a word, or as a number alone. */
const telling = (rooms: string[], seq: number, word: boolean, more: Partial<Telling> = {}): Telling => ({
  rooms,
  within: [],
  except: [],
  entries: { jury: 'J1', after: seq - 1, seq, entries: word ? [{ seq, command: 'c', event: {} as never }] : [] },
  ...more,
});

function holding() {
  const told: string[] = [];
  let release = (): void => undefined;
  const pass = holdNumbers(
    ({ rooms, entries: { after, seq, entries } }) =>
      void told.push(`${rooms.join('+')} ${after}→${seq}:${entries.length}`),
    (due) => (release = due),
  );
  return { told, pass, release: () => release() };
}

test('a number alone waits, and goes out with the next word', () => {
  const { told, pass, release } = holding();
  pass([telling(['jurors'], 1, true), telling(['observers'], 1, false)]);
  pass([telling(['jurors'], 2, true), telling(['observers'], 2, false)]);
  expect(told).toEqual(['jurors 0→1:1', 'jurors 1→2:1']);
  pass([telling(['jurors', 'observers'], 3, true)]);
  // Each reaches back as far as it was not told, and no further.
  expect(told.slice(2)).toEqual(['jurors 2→3:1', 'observers 0→3:1']);
  release();
  expect(told).toHaveLength(4);
});

test('without a next word it goes out after a moment, once for all who wait alike', () => {
  const { told, pass, release } = holding();
  for (const seq of [1, 2, 3]) pass([telling(['observers', 'witnesses'], seq, false)]);
  release();
  expect(told).toEqual(['observers+witnesses 0→3:0']);
  pass([telling(['observers'], 4, false)]);
  release();
  expect(told[1]).toBe('observers 3→4:0');
});

test('where one of a role is told apart, the role is told at once', () => {
  const { told, pass } = holding();
  pass([telling(['jurors'], 1, false)]);
  pass([telling(['jurors'], 2, false, { except: ['seat'] }), telling(['seat'], 2, true, { within: ['jurors'] })]);
  expect(told).toEqual(['jurors 0→2:0', 'seat 0→2:1']);
  pass([telling(['jurors'], 3, true)]);
  expect(told[2]).toBe('jurors 2→3:1');
});
