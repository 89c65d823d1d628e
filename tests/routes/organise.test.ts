import { expect, test } from 'vitest';
import { workedExample } from '../../src/routes/organise/[jury]/charter/worked-example.ts';
import { ledgerOf } from '../../src/lib/jury/evidence/ledger.ts';
import { enoughTime, hoursOf } from '../../src/routes/organise/[jury]/programme/hours.ts';
import { instantOf } from '../../src/routes/organise/[jury]/programme/local-time.ts';
import { PROGRAMME_NAMES, programmeCalled } from '../../src/routes/organise/[jury]/programme/programmes.ts';
import { guessColumns } from '../../src/routes/organise/[jury]/selection/guess-columns.ts';
import { readFigures } from '../../src/routes/organise/[jury]/selection/read-population.ts';

const shares = { threshold: { num: 4, den: 5 }, quorum: { num: 3, den: 4 }, minorityFloor: { num: 1, den: 10 } };

test('a decision rule is explained in whole votes', () => {
  const example = workedExample({ ...shares, denominator: 'for-and-against' }, 24);
  expect(example).toMatchObject({ quorum: 18, minority: 3 });
  expect(example?.votes).toContainEqual({ of: 23, needed: 19 });
  expect(workedExample({ ...shares, denominator: 'seats' }, 24)?.votes).toEqual([{ of: 24, needed: 20 }]);
  expect(workedExample({ ...shares, denominator: 'seats', threshold: { num: 1, den: 3 } }, 24)).toBeNull();
  expect(workedExample({ ...shares, denominator: 'seats', threshold: { num: Number.NaN, den: 3 } }, 24)).toBeNull();
});

test('the time on the wall is read in its zone, also across a change of the clock', () => {
  expect(instantOf('2027-03-31T18:00', 'Asia/Almaty')).toBe(Date.UTC(2027, 2, 31, 13));
  expect(instantOf('2027-03-28T03:30', 'Europe/Berlin')).toBe(Date.UTC(2027, 2, 28, 1, 30));
  expect(instantOf('2027-02-30', 'Asia/Almaty')).toBeNull();
});

test('the usual programme has eight sessions and meets the norm', () => {
  const sessions = programmeCalled('eight');
  expect(sessions).toHaveLength(8);
  expect(hoursOf(sessions)).toBe(24);
  expect([enoughTime(24), enoughTime(23.9), enoughTime(16), enoughTime(15.9)]).toEqual([
    'enough',
    'short',
    'short',
    'too-short',
  ]);
});

test('every other programme begins with a welcome, comes to a ballot, and says truly how long it is', () => {
  const hours = PROGRAMME_NAMES.map((name) => [name, hoursOf(programmeCalled(name))]);
  expect(Object.fromEntries(hours)).toEqual({ eight: 24, 'four-days': 27, evenings: 24.8, 'one-day': 7.7 });
  for (const name of PROGRAMME_NAMES) {
    const items = programmeCalled(name).flatMap(({ agenda }) => agenda);
    expect(items[0]?.type).toBe('welcome');
    expect(items.some(({ type }) => type === 'ballot')).toBe(true);
    expect(programmeCalled(name).every(({ agenda }) => agenda.length <= 40)).toBe(true);
  }
});

test('evidence from one side only is noticed', () => {
  const exhibit = {
    id: 'E1',
    title: 't',
    author: 'a',
    why: 'w',
    kind: 'text' as const,
    body: { sha256: '', text: '' },
    at: 0,
    corrections: [],
    version: 1,
    earlier: [],
    marks: { seats: {}, told: null },
  };
  const by = (nominatedBy: 'authority' | 'jurors') => ({ ...exhibit, nominatedBy });
  expect(ledgerOf({ exhibits: [by('authority'), by('authority'), by('authority')], witnesses: [] }).oneSided).toBe(
    'authority',
  );
  expect(ledgerOf({ exhibits: [by('authority'), by('authority'), by('jurors')], witnesses: [] }).oneSided).toBeNull();
});

test('columns are guessed from their headings in three languages', () => {
  const guess = guessColumns(['Unique_ID', 'ФИО', 'E-mail', 'Телефон', 'AGE bracket'], ['age_bracket', 'gender']);
  expect(guess).toEqual({
    id: 'Unique_ID',
    name: 'ФИО',
    email: 'E-mail',
    phone: 'Телефон',
    categories: { age_bracket: 'AGE bracket', gender: '' },
  });
});

test('population figures must speak of the groups of the targets', () => {
  const targets = [{ category: 'age', value: '18+', min: 1, max: 2 }];
  const read = (text: string) => readFigures(new TextEncoder().encode(text), targets);
  expect(read('category,name,count\nage,18+,"1 200"')).toEqual({
    ok: true,
    value: [{ category: 'age', value: '18+', count: 1200 }],
  });
  const wrong = read('category,name,count\nage,old,12\nage,18+,many');
  expect(wrong.ok ? [] : wrong.error.map(({ code, row }) => [code, row])).toEqual([
    ['unknown-value', 2],
    ['not-a-whole-number', 3],
  ]);
  expect(read('category,name,share\nage,18+,100')).toMatchObject({
    ok: false,
    error: [{ code: 'missing-column', column: 'count' }],
  });
});
