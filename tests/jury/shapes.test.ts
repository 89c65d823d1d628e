import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { commandSchema } from '../../src/lib/jury/commands.ts';
import { actMessage } from '../../src/lib/live/shapes.ts';
import type { CommandType } from '../../src/lib/jury/commands.ts';
import { hexHash } from '../../src/lib/jury/journal.ts';
import { CHARTER, RULE, START_OF_SESSION } from '../support/jury.ts';
import { SAMPLES } from './sample-commands.ts';

const TYPES = Object.keys(SAMPLES) as CommandType[];
const accepts = (input: unknown): boolean => v.safeParse(commandSchema, input).success;
const parsed = (input: unknown): unknown => v.parse(commandSchema, input);

/** Every place in a command that holds text, a number or a list, with a way to put something else there. */
function places(command: object): { path: string; put: (value: unknown) => object; old: unknown }[] {
  const walk = (value: unknown, path: string[]): string[][] =>
    typeof value === 'object' && value !== null
      ? [path, ...Object.entries(value).flatMap(([key, inner]) => walk(inner, [...path, key]))]
      : [path];
  const at = (value: unknown, path: readonly string[]): unknown =>
    path.reduce<unknown>((inner, key) => (inner as Record<string, unknown>)[key], value);
  return walk(command, [])
    .filter((path) => path.length > 0)
    .map((path) => ({
      path: path.join('.'),
      old: at(command, path),
      put: (value) => {
        const copy = structuredClone(command);
        const parent = at(copy, path.slice(0, -1)) as Record<string, unknown>;
        parent[path.at(-1) as string] = value;
        return copy;
      },
    }));
}

const GARBAGE: readonly unknown[] = [
  Number.NaN,
  Infinity,
  -Infinity,
  -1,
  1e999,
  1.5,
  [],
  {},
  [[[[]]]],
  { text: {} },
  () => 'x',
  Symbol('x'),
  10n,
  new Date(),
];
const BAD_TEXT: readonly string[] = [
  '\u0000',
  'a\u0007b',
  'a\u001bb',
  'a\u009fb',
  'a\u202eb',
  'a\u2066b',
  'a\u2069b',
  '\ud800',
  'a\udc00b',
  '',
];
const STRUCTURAL = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'a b', '../a', 'a\nb', "';--"];
/** Fields whose emptiness means that they were left out, or "no". */
const MAY_BE_EMPTY =
  'after note missing due until replyTo abstention onlyIf instead because correction respondBy within tables agreed disagreed questions about again called pins.0.table agenda.0.was quote place alt captions uncaptioned words copiedOn copy byWhen cost act lawNow lawNew judgement addSource dropSource percent step stepBy lasts presence'.split(' '); // prettier-ignore

const OPTIONAL =
  'replyTo note missing due citations population source abstention onlyIf instead because correction respondBy within seed dice tables about planned called links pins quote place alt captions uncaptioned words copiedOn copy byWhen cost act lawNow lawNew judgement paragraph addSource dropSource percent step stepBy lasts presence'.split(' '); // prettier-ignore

/** Of some commands only: elsewhere a field of that name is needed. */
const LEFT_OUT_OF: Partial<Record<CommandType, readonly string[]>> = {
  'write-minority-statement': ['recommendation'],
  'write-jury-statement': ['text'],
  'decline-seat': ['why'],
  'add-translation': ['title', 'rationale'],
  'propose-translation': ['title', 'rationale'],
};

describe.each(TYPES)('[A6] %s', (type) => {
  const leftOut = LEFT_OUT_OF[type] ?? [];
  const sample = SAMPLES[type];
  const all = places(sample);
  const texts = all.filter(({ old, path }) => typeof old === 'string' && path !== 'type');

  test('its example is accepted, and comes back as it was', () => {
    expect(parsed(sample)).toEqual(sample);
    expect(parsed(JSON.parse(JSON.stringify(sample)))).toEqual(sample);
  });

  test('no garbage anywhere', () => {
    const accepted = all.flatMap(({ path, put }) =>
      GARBAGE.filter((value) => !plausible(path, value) && accepts(put(value))).map((value) => [path, String(value)]),
    );
    expect(accepted).toEqual([]);
  });

  test('no control characters, half characters, direction overrides or emptiness in any text', () => {
    const accepted = texts.flatMap(({ path, put }) =>
      BAD_TEXT.filter(
        (text) => !(text === '' && [...MAY_BE_EMPTY, ...leftOut].includes(path)) && accepts(put(text)),
      ).map((text) => [path, JSON.stringify(text)]),
    );
    expect(accepted).toEqual([]);
  });

  test('no text of any length', () => {
    expect(texts.filter(({ put }) => accepts(put('x'.repeat(60_001)))).map(({ path }) => path)).toEqual([]);
  });

  test('nothing missing', () => {
    const required = Object.keys(sample).filter((key) => ![...OPTIONAL, ...leftOut].includes(key));
    const accepted = required.filter((key) =>
      accepts(Object.fromEntries(Object.entries(sample).filter(([name]) => name !== key))),
    );
    expect(accepted).toEqual([]);
  });

  test('nothing beside: what is not asked for is dropped, and no prototype is touched', () => {
    const input = JSON.parse(
      `{${JSON.stringify(sample).slice(1, -1)},"admin":true,"at":1,"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}`,
    ) as object;
    expect(parsed(input)).toEqual(sample);
    expect(Object.keys(parsed(input) as object).toSorted()).toEqual(Object.keys(sample).toSorted());
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});

/** An empty list is no garbage where a list may be empty. */
const plausible = (path: string, value: unknown): boolean =>
  Array.isArray(value) && value.length === 0 && ['citations', 'population', 'links', 'pins'].includes(path);

describe('[A6] ids', () => {
  // A mandate's `statement` is text; every other field of these names holds an id.
  const ids = [
    'seat',
    'member',
    'exhibit',
    'witness',
    'question',
    'session',
    'turn',
    'message',
    'recommendation',
    'ballot',
    'statement',
    'vacant',
    'file',
    'item',
    'ahead',
    'round',
    'table',
    'sounding',
    'contribution',
    'objection',
    'observation',
  ];

  test.each(
    TYPES.filter((type) => type !== 'sign-mandate').flatMap((type) =>
      ids.filter((id) => id in SAMPLES[type]).map((id) => [type, id] as const),
    ),
  )('%s: %s is a plain one', (type, id) => {
    for (const name of [...STRUCTURAL, 'x'.repeat(65), ' S01'])
      expect([name, accepts({ ...SAMPLES[type], [id]: name })]).toEqual([name, false]);
  });

  test('a command id is 128 bits in hexadecimal', () => {
    const command = { type: 'lower-hand', session: 'D1' };
    const is = (id: unknown) => v.safeParse(actMessage, { jury: 'air', id, command }).success;
    expect(is(hexHash('x').slice(0, 32))).toBe(true);
    expect(
      [hexHash('x'), hexHash('x').slice(0, 31), hexHash('x').slice(0, 32).toUpperCase(), '', null, 1].map(is),
    ).toEqual(Array(6).fill(false));
  });
});

describe('[A6] types', () => {
  test.each([
    null,
    undefined,
    1,
    'create-jury',
    [],
    {},
    { type: null },
    { type: ['create-jury'] },
    { type: { toString: 'create-jury' } },
    { type: '__proto__' },
    { type: 'constructor' },
    { type: 'Create-Jury' },
  ])('%j is no command', (input) => expect(accepts(input)).toBe(false));

  test('a thousand levels of nesting are refused, not fallen over', () => {
    const deep = JSON.parse(`${'['.repeat(1_000)}${']'.repeat(1_000)}`) as unknown;
    expect(accepts({ ...SAMPLES['set-targets'], targets: deep })).toBe(false);
    expect(accepts({ ...SAMPLES['create-jury'], title: { en: deep, ru: deep, kk: deep } })).toBe(false);
  });

  test('lists have an end', () => {
    const [target] = SAMPLES['set-targets'].targets;
    expect(accepts({ ...SAMPLES['set-targets'], targets: Array(201).fill(target) })).toBe(false);
    expect(accepts({ ...SAMPLES['draw-panel'], witnesses: Array(6).fill('Notary') })).toBe(false);
    expect(accepts({ ...SAMPLES['draw-panel'], witnesses: [] })).toBe(false);
    expect(accepts({ ...SAMPLES['plan-session'], agenda: Array(41).fill({ title: 'Round', minutes: 1 }) })).toBe(false);
    expect(accepts({ ...SAMPLES['plan-session'], agenda: [] })).toBe(false);
    expect(
      accepts({ ...SAMPLES['propose-recommendation'], citations: Array(31).fill({ kind: 'exhibit', id: 'E1' }) }),
    ).toBe(false);
  });

  test.each([
    '2027-02-29',
    '2027-02-31',
    '2027-04-31',
    '2027-13-01',
    '2027-00-10',
    '27-01-01',
    '2027-1-1',
    '2027-03-31T00:00',
    'tomorrow',
  ])('%s is no day', (day) => {
    expect(accepts({ ...SAMPLES['create-jury'], ends: day })).toBe(false);
  });

  test('29 February is a day in 2028', () => {
    expect(accepts({ ...SAMPLES['create-jury'], starts: '2028-02-29', ends: '2028-02-29' })).toBe(true);
  });

  test.each([1e999, -1, 1.5, 8.64e15 + 1, '2027-02-31T10:00', '2027-02-28T25:00', '2027-02-28', '1e999'])(
    'a session does not start at %s',
    (startsAt) => {
      expect(accepts({ ...SAMPLES['plan-session'], startsAt })).toBe(false);
    },
  );

  test.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'ftp://example.org',
    'example.org',
    '//example.org',
    'https://',
    'https://example.org/\u202egnp',
    'https://example.org/\n'.concat('x'),
  ])('%j is no web address', (address) => expect(accepts({ ...SAMPLES['add-link-exhibit'], address })).toBe(false));

  test('a line has no second one', () => {
    for (const end of ['\n', '\r', '\u2028', '\u2029', '\t'])
      expect(accepts({ ...SAMPLES['invite-witness'], topic: `a${end}b` })).toBe(false);
    expect(parsed({ ...SAMPLES['invite-witness'], why: 'a\r\nb\tc' })).toMatchObject({ why: 'a\nb\tc' });
  });

  test.each(['қазақша әңгіме', 'по-русски: ё', '🚌 👩‍👩‍👧', 'عربى', "O'Neill & <b>"])('%s is text', (text) => {
    expect(parsed({ ...SAMPLES['post-message'], text: `  ${text} ` })).toMatchObject({ text });
  });
});

describe('[A6] forms send text only', () => {
  test('whole numbers', () => {
    expect(parsed({ type: 'create-jury', ...CHARTER, seats: ' 24 ' })).toMatchObject({ seats: 24 });
    for (const seats of ['', 'x', '2.5', '1e3', '0x18', '9'.repeat(10), '२४'])
      expect(accepts({ type: 'create-jury', ...CHARTER, seats })).toBe(false);
  });

  test('fractions', () => {
    expect(parsed({ type: 'set-decision-rule', ...RULE, threshold: { num: '4', den: '5' } })).toMatchObject({
      threshold: { num: 4, den: 5 },
    });
    for (const threshold of [{ num: 1, den: 0 }, { num: -1, den: 2 }, { num: 1 }, '1/2', 0.5])
      expect(accepts({ type: 'set-decision-rule', ...RULE, threshold })).toBe(false);
  });

  test('yes and no', () => {
    const abstention = (value: unknown) =>
      (parsed({ type: 'set-decision-rule', ...RULE, abstention: value }) as typeof RULE).abstention;
    expect(['on', 'true', true, 'false', '', false, undefined].map(abstention)).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
  });

  test('what was left empty was left out', () => {
    expect(parsed({ type: 'start-item', session: 'D1', item: '1', after: '' })).toMatchObject({ after: null });
    expect(parsed({ ...SAMPLES['decline-question'], note: '' })).toMatchObject({ note: undefined });
    expect(parsed({ ...SAMPLES['answer-recommendation'], until: '' })).toMatchObject({ until: undefined });
  });

  test('a moment, as a form has it', () => {
    expect(parsed({ ...SAMPLES['plan-session'], startsAt: '2027-03-08T12:00' })).toMatchObject({
      startsAt: START_OF_SESSION,
    });
  });
});
