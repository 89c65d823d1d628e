import { expect, test } from 'vitest';
import { MOST_IN_A_TURN, createTurns } from '../../src/lib/server/turns.ts';

interface Question {
  readonly jury: string;
  readonly id: string;
  readonly alone?: boolean;
  readonly bad?: boolean;
}

/** Turns whose first one ends only when it is let go, so that the others gather behind it. */
function gathering() {
  const served: string[][] = [];
  const gate = Promise.withResolvers<void>();
  const turns = createTurns<Question, string>({
    async serve(questions) {
      served.push(questions.map(({ id }) => id));
      if (served.length === 1) await gate.promise;
      if (questions.some(({ bad }) => bad)) throw new Error('broken');
      return questions.map(({ id }) => `done ${id}`);
    },
    mayShare: ({ alone }) => !alone,
  });
  return { served, turns, open: gate.resolve };
}

const ask = (id: string, more: Partial<Question> = {}): Question => ({ jury: 'J1', id, ...more });

test('those who wait together are served together, in the order of asking, and each gets their own answer', async () => {
  const { served, turns, open } = gathering();
  const answers = ['a', 'b', 'c', 'd'].map((id) => turns.take(ask(id)));
  open();
  expect(await Promise.all(answers)).toEqual(['done a', 'done b', 'done c', 'done d']);
  expect(served).toEqual([['a'], ['b', 'c', 'd']]);
});

test('whoever must be alone is, and nobody is passed over', async () => {
  const { served, turns, open } = gathering();
  const asked = [ask('a'), ask('b'), ask('c', { alone: true }), ask('d', { alone: true }), ask('e'), ask('f')];
  const answers = asked.map(turns.take);
  open();
  await Promise.all(answers);
  expect(served).toEqual([['a'], ['b'], ['c'], ['d'], ['e', 'f']]);
});

test('the same id never shares a turn with itself, so that the second finds what became of the first', async () => {
  const { served, turns, open } = gathering();
  const answers = ['a', 'b', 'b', 'c'].map((id) => turns.take(ask(id)));
  open();
  await Promise.all(answers);
  expect(served).toEqual([['a'], ['b'], ['b', 'c']]);
});

test('no turn is longer than allowed', async () => {
  const { served, turns, open } = gathering();
  const answers = Array.from({ length: MOST_IN_A_TURN * 2 + 2 }, (_, n) => turns.take(ask(`${n}`)));
  open();
  await Promise.all(answers);
  expect(served.map((turn) => turn.length)).toEqual([1, MOST_IN_A_TURN, MOST_IN_A_TURN, 1]);
});

test('of several, only the one at fault suffers', async () => {
  const { served, turns, open } = gathering();
  const asked = [ask('a'), ask('b'), ask('c', { bad: true }), ask('d')];
  const answers = Promise.allSettled(asked.map(turns.take));
  open();
  expect((await answers).map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
  expect(served).toEqual([['a'], ['b', 'c', 'd'], ['b'], ['c'], ['d']]);
});

test('juries do not wait for each other', async () => {
  const { served, turns, open } = gathering();
  const first = turns.take(ask('a'));
  expect(await turns.take(ask('b', { jury: 'J2' }))).toBe('done b');
  open();
  expect(await first).toBe('done a');
  expect(served).toEqual([['a'], ['b']]);
});
