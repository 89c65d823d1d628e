import { expect, test } from 'vitest';
import { NEVER_KEPT, createOutbox, newCommandId } from '../../src/lib/live/outbox.ts';
import type { Unsent } from '../../src/lib/live/outbox.ts';

const message = (text: string): Unsent => ({
  id: newCommandId(),
  command: { type: 'post-message', session: 'D1', text },
  since: 0,
});

function storage(): Storage {
  const kept = new Map<string, string>();
  return {
    get length() {
      return kept.size;
    },
    clear: () => kept.clear(),
    key: (index) => [...kept.keys()][index] ?? null,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, text) => void kept.set(key, text),
    removeItem: (key) => void kept.delete(key),
  };
}

test('what was not sent outlives the page, in its order', () => {
  const shared = storage();
  const [first, second] = [message('one'), message('two')];
  createOutbox('S01', shared).add(first);
  createOutbox('S01', shared).add(second);
  expect(createOutbox('S01', shared).read()).toEqual([first, second]);
});

test('two tabs do not take each other’s words away', () => {
  const shared = storage();
  const [left, right] = [createOutbox('S01', shared), createOutbox('S01', shared)];
  const [mine, theirs] = [message('mine'), message('theirs')];
  left.add(mine);
  right.add(theirs);
  left.remove(mine.id);
  expect(right.read()).toEqual([theirs]);
  right.remove(theirs.id);
  expect(shared.length).toBe(0);
});

test('a choice on a ballot is not left lying in the browser', () => {
  const shared = storage();
  createOutbox('S01', shared).add({ ...message(''), command: { type: 'cast-paper', ballot: 'B1', choice: 'against' } });
  const answer = { type: 'answer-sounding', sounding: 'Z1', answer: 'concerns' } as const;
  createOutbox('S01', shared).add({ ...message(''), command: answer });
  expect(shared.length).toBe(0);
});

test('without storage it keeps for as long as the page lives', () => {
  const outbox = createOutbox('S01', null);
  const unsent = message('one');
  outbox.add(unsent);
  expect(outbox.read()).toEqual([unsent]);
});

test.each(['{"a":1}', 'not json', '[{"id":"short"}]', '[null,3]', '[{"id":1,"since":0,"command":{"type":"x"}}]'])(
  'what lies in the storage and is not ours is as if it were not there: %s',
  (text) => {
    const shared = storage();
    shared.setItem('S01', text);
    expect(createOutbox('S01', shared).read()).toEqual([]);
  },
);

test('a device that is full costs nothing but the copy', () => {
  const full = {
    ...storage(),
    setItem: () => {
      throw new DOMException('full', 'QuotaExceededError');
    },
  };
  expect(() => createOutbox('S01', full).add(message('one'))).not.toThrow();
});

test('nothing that is secret or in confidence is kept', () => {
  expect(NEVER_KEPT).toEqual(
    expect.arrayContaining([
      'cast-paper',
      'cast-ranking',
      'answer-sounding',
      'change-answer',
      'answer-survey',
      'answer-round',
      'request-help',
    ]),
  );
});
