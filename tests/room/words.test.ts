import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Question } from '../../src/lib/jury/evidence/question.ts';
import { nextItem } from '../../src/lib/jury/deliberation/sessions.ts';
import type { Session } from '../../src/lib/jury/deliberation/sessions.ts';
import { runningItem } from '../../src/routes/(room)/programme.ts';
import { sortQuestions } from '../../src/routes/(room)/questions.ts';
import { wordDiff } from '../../src/lib/ui/word-diff.ts';
import { withCitations } from '../../src/routes/(room)/take-part/[jury]/text/cite.ts';

const words = fc
  .array(fc.constantFrom('көмір', 'газ', 'пеш', 'жыл', '2030'), { maxLength: 12 })
  .map((all) => all.join(' '));

test('what a difference keeps and removes is the old text, what it keeps and adds is the new one', () => {
  fc.assert(
    fc.property(words, words, (before, after) => {
      const stretches = wordDiff(before, after);
      const without = (kind: string): string =>
        stretches
          .filter((one) => one.kind !== kind)
          .map((one) => one.text)
          .join('');
      expect(without('added')).toBe(before);
      expect(without('removed')).toBe(after);
    }),
  );
});

test('equal texts differ in nothing, and one changed word is the only difference', () => {
  expect(wordDiff('газ пеш', 'газ пеш')).toEqual([{ kind: 'same', text: 'газ пеш' }]);
  expect(wordDiff('көмір пеш', 'газ пеш').filter((one) => one.kind === 'same')).toEqual([
    { kind: 'same', text: ' пеш' },
  ]);
});

test('words that were changed one after another are one change, not a row of halves', () => {
  expect(wordDiff('Бөтен көлікке ақылы тұрақ', 'Paid parking by day')).toEqual([
    { kind: 'removed', text: 'Бөтен көлікке ақылы тұрақ' },
    { kind: 'added', text: 'Paid parking by day' },
  ]);
  expect(wordDiff('газ пеш', 'газ және көмір пеш')).toEqual([
    { kind: 'same', text: 'газ ' },
    { kind: 'added', text: 'және көмір ' },
    { kind: 'same', text: 'пеш' },
  ]);
});

const question = (id: string, count: number, more: Partial<Question> = {}): Question => ({
  id,
  witness: 'W1',
  text: { sha256: '', text: id },
  state: 'approved',
  support: { count, seats: [] },
  ...more,
});

test('questions wait by support, then in the order of asking; other witnesses have their own', () => {
  const all = [
    question('Q1', 1),
    question('Q2', 3),
    question('Q3', 3),
    question('Q4', 9, { state: 'declined', declined: { rule: 'repeats' } }),
    question('Q5', 9, { witness: 'W2' }),
    question('Q6', 0, {
      state: 'answered',
      answer: { text: { sha256: '', text: 'yes' }, at: 0, how: 'live' },
    }),
  ];
  const { waiting, answered, declined } = sortQuestions(all, 'W1');
  expect([waiting, answered, declined].map((some) => some.map((one) => one.id))).toEqual([
    ['Q2', 'Q3', 'Q1'],
    ['Q6'],
    ['Q4'],
  ]);
});

const session: Session = {
  id: 'D1',
  title: '',
  startsAt: 0,
  agenda: [
    { id: '1', title: 'a', minutes: 10 },
    { id: '2', title: 'b', minutes: 5 },
  ],
  state: 'live',
  running: null,
  done: [],
  dropped: [],
  ready: { count: 0, seats: [] },
  paused: null,
  countdown: null,
  call: null,
};

test('the clock ends an item its minutes after it began, and the last item has none after it', () => {
  expect(runningItem(session)).toBeNull();
  expect(nextItem(session)?.id).toBe('1');
  const begun = { ...session, running: { item: '1', since: 1_000 } };
  expect(runningItem(begun)?.endsAt).toBe(601_000);
  expect(nextItem(begun)?.id).toBe('2');
  expect(nextItem({ ...begun, running: { item: '2', since: 0 } })).toBeUndefined();
  expect(nextItem({ ...begun, dropped: ['2'] })).toBeUndefined();
});

test('ticked boxes become the list of citations', () => {
  const form = new FormData();
  form.append('cite', 'exhibit:E1');
  form.append('cite', 'exhibit:E2:3');
  form.append('cite', 'message:M4');
  expect(Object.fromEntries(withCitations(form))).toEqual({
    'citations.0.kind': 'exhibit',
    'citations.0.id': 'E1',
    'citations.0.version': '1',
    'citations.1.kind': 'exhibit',
    'citations.1.id': 'E2',
    'citations.1.version': '3',
    'citations.2.kind': 'message',
    'citations.2.id': 'M4',
  });
});
