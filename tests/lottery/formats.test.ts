import { describe, expect, test } from 'vitest';
import {
  describeProblem,
  MAX_BYTES,
  MAX_ROWS,
  MAX_TARGETS,
  MOST_PROBLEMS,
  readHeaders,
  readPool,
  readTargets,
  seatProblems,
} from '../../src/lib/lottery/index.ts';
import type { Problem, Targets } from '../../src/lib/lottery/index.ts';

const CATEGORIES = 'category,name,min,max\ngender,female,1,2\ngender,male,1,2\n';
const RESPONDENTS = 'id,gender\np1,female\np2,male\n';
const targets: Targets = [
  { category: 'gender', value: 'female', min: 1, max: 2 },
  { category: 'gender', value: 'male', min: 1, max: 2 },
];

function problemsOf(result: { ok: true } | { ok: false; error: Problem[] }): Problem[] {
  if (result.ok) throw new Error('Expected problems');
  return result.error;
}
const inCategories = (csv: string | Uint8Array): Problem[] => problemsOf(readTargets(csv));
const inRespondents = (csv: string, options = {}): Problem[] => problemsOf(readPool(csv, targets, options));

describe('a categories file', () => {
  test.each([
    ['commas', CATEGORIES],
    ['semicolons', CATEGORIES.replaceAll(',', ';')],
    ['tabs', CATEGORIES.replaceAll(',', '\t')],
    ['a byte-order mark', `\uFEFF${CATEGORIES}`],
    ['carriage returns', CATEGORIES.replaceAll('\n', '\r\n')],
    ['blanks around cells', CATEGORIES.replaceAll(',', ' , ')],
    ['the other names of the field', CATEGORIES.replace('category,name', 'feature,value')],
    ['capitals and blanks in the header', CATEGORIES.replace('category,name,min', 'Category,N ame,MIN')],
    ['upright lines', CATEGORIES.replaceAll(',', '|')],
    ['line ends of old', CATEGORIES.replaceAll('\n', '\r')],
    ['unknown columns and notes', `${CATEGORIES}\n,,,\n,Ask about farms?,,\n`.replaceAll('\n', ',note\n')],
  ])('is read with %s', (_, csv) => {
    expect(readTargets(csv)).toEqual({ ok: true, value: targets });
  });

  test('may bound a relaxation', () => {
    const csv = 'category,name,min,max,min_flex,max_flex\ngender,female,1,2,0,3\ngender,male,1,2,,\n';
    expect(readTargets(csv)).toEqual({ ok: true, value: [{ ...targets[0], minFlex: 0, maxFlex: 3 }, targets[1]] });
  });

  test.each([
    ['windows-1251', Uint8Array.of(0xca, 0xe0, 0xe7, 0xe0, 0xf5)],
    ['utf-8', new TextEncoder().encode('Казах')],
  ])('is read in %s', (_, word) => {
    const ascii = (text: string): Uint8Array => new TextEncoder().encode(text);
    const bytes = Uint8Array.from([
      ...ascii('category,name,min,max\nязык,'.replace('язык', 'l')),
      ...word,
      ...ascii(',1,2'),
    ]);
    expect(readTargets(bytes)).toEqual({ ok: true, value: [{ category: 'l', value: 'Казах', min: 1, max: 2 }] });
  });

  test('is read as Excel writes "Unicode text"', () => {
    const bytes = new Uint8Array(Buffer.from(`\uFEFF${CATEGORIES.replaceAll(',', '\t')}`, 'utf16le'));
    expect(readTargets(bytes)).toEqual({ ok: true, value: targets });
  });

  test.each<[Problem['code'], string, Partial<Problem>]>([
    ['missing-column', 'category,name,min\ngender,female,1', { row: 1, column: 'max' }],
    ['missing-column', 'categroy,name,min,max\ngender,female,1,2', { column: 'category', suggestion: 'categroy' }],
    ['missing-column', 'category,name,min\ngender,female,1', { column: 'max' }],
    ['duplicate-column', 'category,name,min,max,max\ngender,female,1,2,2', { row: 1, column: 'max' }],
    ['missing-value', 'category,name,min,max\ngender,,1,2', { row: 2, column: 'name' }],
    ['missing-value', 'category,name,min,max\ngender,female,,2', { row: 2, column: 'min' }],
    ['not-a-whole-number', 'category,name,min,max\ngender,female,1.5,2', { row: 2, column: 'min', value: '1.5' }],
    ['not-a-whole-number', 'category,name,min,max\ngender,female,0,-1', { row: 2, column: 'max', value: '-1' }],
    ['min-above-max', 'category,name,min,max\ngender,female,3,2', { row: 2, params: { min: 3, max: 2 } }],
    ['flex-inside-range', 'category,name,min,max,min_flex\ngender,female,1,2,2', { row: 2, column: 'min_flex' }],
    ['flex-inside-range', 'category,name,min,max,max_flex\ngender,female,1,2,1', { row: 2, column: 'max_flex' }],
    ['duplicate-value', `${CATEGORIES}gender,male,0,1`, { row: 4, column: 'gender', value: 'male' }],
    ['written-twice', `${CATEGORIES}gender,Male,0,1`, { row: 4, column: 'gender', value: 'Male', suggestion: 'male' }],
    ['written-twice', `${CATEGORIES}Gender,none,0,1`, { row: 4, column: 'category', suggestion: 'gender' }],
    ['formula', 'category,name,min,max\ngender,"=HYPERLINK(""x"")",0,1', { row: 2, column: 'name' }],
    ['formula', 'category,name,min,max\ngender,x,=1+1,1', { row: 2, column: 'min', value: '=1+1' }],
    ['uneven-row', 'category,name,min,max\ngender,female,1,2,3', { row: 2, params: { cells: 5, columns: 4 } }],
    ['unreadable-csv', 'category,name,min,max\ngender,"female,1,2', { row: 2, params: { reason: 'open-quote' } }],
    ['unreadable-csv', 'category,name,min,max\n"gender"s,x,1,2', { row: 2, params: { reason: 'text-after-quote' } }],
    ['unreadable-csv', 'category,name,min,max\ngender,x\0,1,2', { params: { reason: 'not-text' } }],
    [
      'too-large',
      `category,name,min,max\n${'a,b,0,1\n'.repeat(MAX_TARGETS + 1)}`,
      { params: { limit: MAX_TARGETS, unit: 'rows' } },
    ],
    ['no-rows', 'category,name,min,max\n', {}],
    ['no-rows', '', {}],
    ['too-large', 'x'.repeat(MAX_BYTES + 1), {}],
  ])('says so: %s (%#)', (code, csv, expected) => {
    expect(inCategories(csv)).toEqual([expect.objectContaining({ file: 'categories', code, ...expected })]);
  });

  test('has all its problems told at once', () => {
    const codes = inCategories('category,name,min,max\na,x,?,1\na,y,2,1\na,y,0,\n').map(({ code, row }) => [row, code]);
    expect(codes).toEqual([
      [2, 'not-a-whole-number'],
      [3, 'min-above-max'],
      [4, 'missing-value'],
      [4, 'duplicate-value'],
    ]);
    const both = inCategories('category,name,min\na,x,many,,\na,x,1,,,9').map(({ code, row }) => [row, code]);
    expect(both).toEqual([
      [1, 'missing-column'],
      [2, 'not-a-whole-number'],
      [3, 'uneven-row'],
      [3, 'duplicate-value'],
    ]);
  });
});

describe('a respondents file', () => {
  test.each(['id', 'unique_id', 'nationbuilder_id', 'ID'])('is read with its ids in "%s"', (idColumn) => {
    const read = readPool(RESPONDENTS.replace('id', idColumn), targets);
    expect(read).toMatchObject({ ok: true, value: { idColumn, columns: { gender: 'gender' } } });
  });

  test('leaves out whatever is not an id or a category', () => {
    const read = readPool('name,gender,id\nAnna,female,p1\n', targets);
    expect(read).toEqual({
      ok: true,
      value: {
        pool: [{ id: 'p1', values: { gender: 'female' } }],
        idColumn: 'id',
        columns: { gender: 'gender' },
        headers: ['name', 'gender', 'id'],
      },
    });
  });

  test('may have its columns named by the caller', () => {
    const read = readPool('Ticket,Sex\nt1,male\n', targets, { idColumn: 'Ticket', columns: { gender: 'Sex' } });
    expect(read).toMatchObject({ ok: true, value: { pool: [{ id: 't1', values: { gender: 'male' } }] } });
  });

  test('compares composed and decomposed accents as equal', () => {
    const listed: Targets = [{ category: 'city', value: 'Алматы\u0439', min: 0, max: 1 }];
    expect(readPool('id,city\n1,Алматы\u0438\u0306\n', listed).ok).toBe(true);
  });

  test('may have categories called like what every object inherits', () => {
    const odd = readTargets('category,name,min,max\nconstructor,a,0,1\n__proto__,b,0,1\n');
    if (!odd.ok) throw new Error('The targets are well-formed');
    const read = readPool('id,constructor,__proto__\np1,a,b\n', odd.value);
    expect(read.ok && Object.entries(read.value.pool[0]!.values)).toEqual([
      ['constructor', 'a'],
      ['__proto__', 'b'],
    ]);
  });

  test('shows its headers for a form to choose from', () => {
    expect(readHeaders(RESPONDENTS)).toEqual({ ok: true, value: ['id', 'gender'] });
  });

  test.each<[Problem['code'], string, Partial<Problem>]>([
    ['missing-column', 'ticket,gender\np1,male', { column: 'id' }],
    ['missing-column', 'id,Gender\np1,male', { column: 'gender', suggestion: 'Gender' }],
    ['duplicate-column', 'id,gender,gender\np1,male,male', { column: 'gender' }],
    ['missing-value', 'id,gender\np1,', { row: 2, column: 'gender' }],
    ['missing-value', 'gender,id,x\n,p1,x', { row: 2, column: 'gender' }],
    ['unknown-value', 'id,gender\np1,other', { row: 2, column: 'gender', value: 'other' }],
    ['unknown-value', 'id,gender\np1,femаle', { value: 'femаle', suggestion: 'female' }],
    ['unknown-value', 'id,gender\np1,femlae', { value: 'femlae', suggestion: 'female' }],
    ['unknown-value', 'id,gender\np1,femal', { suggestion: 'female' }],
    ['formula', 'id,gender\np1,=A1', { row: 2, column: 'gender', value: '=A1' }],
    ['formula', "id,gender\n-2+3+cmd|' /C calc'!A0,male", { row: 2, column: 'id' }],
    ['unknown-value', 'id,gender\np1,Fe male', { value: 'Fe male', suggestion: 'female' }],
    ['empty-id', 'id,gender\n,male', { row: 2, column: 'id' }],
    ['duplicate-id', `${RESPONDENTS}p1,male`, { row: 4, value: 'p1' }],
    ['uneven-row', 'id,gender\np1,male,x', { row: 2 }],
    ['unreadable-csv', 'id,gender\n"p1,male', {}],
    ['no-rows', 'id,gender', {}],
    ['too-large', `id,gender\n${'p,male\n'.repeat(MAX_ROWS + 1)}`, { params: { limit: MAX_ROWS, unit: 'rows' } }],
  ])('says so: %s (%#)', (code, csv, expected) => {
    expect(inRespondents(csv)).toEqual([expect.objectContaining({ file: 'respondents', code, ...expected })]);
  });

  test('has all its problems told at once', () => {
    const csv = 'ticket,gender,note\np1,Male,x,y\np2,,';
    expect(inRespondents(csv).map(({ code, row, column }) => [row, code, column])).toEqual([
      [1, 'missing-column', 'id'],
      [2, 'uneven-row', undefined],
      [2, 'unknown-value', 'gender'],
      [3, 'missing-value', 'gender'],
    ]);
  });

  test('may hold signs and formulas where nothing is read, and signs in ids', () => {
    const read = readPool('id,gender,phone,sum\n-1,male,+7 (701) 123-45-67,=SUM(A1)\n+7701,female,-,@x', targets);
    expect(read.ok && read.value.pool.map(({ id }) => id)).toEqual(['-1', '+7701']);
  });

  test('has so many problems told and the rest counted', () => {
    const problems = inRespondents(`id,gender\n${'p,none\n'.repeat(2000)}`);
    expect(problems).toHaveLength(MOST_PROBLEMS + 1);
    expect(problems.at(-1)).toEqual({ file: 'respondents', code: 'more-problems', params: { count: 2999 } });
  });

  test.each([
    ['16–29', '16-29'],
    ['16-19', undefined],
  ])('takes %s for %s', (written, suggestion) => {
    const ages: Targets = [{ category: 'age', value: '16-29', min: 0, max: 1 }];
    const [problem] = problemsOf(readPool(`id,age\n1,${written}`, ages));
    expect(problem?.suggestion).toBe(suggestion);
  });

  test('has its lines counted as an editor counts them', () => {
    const csv = 'id,gender,note\n\np1,male,"two\nlines"\np2,none,\n';
    expect(inRespondents(csv)).toMatchObject([{ row: 5, value: 'none' }]);
    expect(inRespondents('id,gender,note\np1,none,"two\nlines"\n')).toMatchObject([{ row: 2 }]);
  });

  test('names the column of the file, not the category', () => {
    expect(inRespondents('id,Sex\np1,none', { columns: { gender: 'Sex' } })).toMatchObject([{ column: 'Sex' }]);
  });
});

describe('targets against seats and pool', () => {
  const pool = ['female', 'male', 'male'].map((gender, index) => ({ id: String(index), values: { gender } }));

  test.each<[Problem['code'], Targets, number, object]>([
    ['sum-of-min-above-seats', targets, 1, { column: 'gender', params: { sum: 2, seats: 1 } }],
    ['sum-of-max-below-seats', targets.map((target) => ({ ...target, max: 1 })), 3, { params: { sum: 2, seats: 3 } }],
    [
      'too-few-in-pool',
      [{ ...targets[0]!, min: 2 }, targets[1]!],
      3,
      { value: 'female', params: { count: 1, needed: 2 } },
    ],
    ['too-few-in-pool', targets, 4, { params: { count: 3, needed: 4 } }],
  ])('%s', (code, asked, seats, expected) => {
    expect(seatProblems(asked, pool, seats)).toEqual([expect.objectContaining({ code, ...expected })]);
  });

  test('are silent when a panel is not plainly impossible', () => {
    expect(seatProblems(targets, pool, 3)).toEqual([]);
  });
});

describe('a described problem', () => {
  test('names its place and what was probably meant', () => {
    const [problem] = inRespondents('id,gender\np1,Female');
    expect(describeProblem(problem!)).toBe(
      'respondents, line 2: "Female" is not among the listed values of "gender". Did you mean "female"?',
    );
  });
});
