import { describe, expect, test } from 'vitest';
import { EXTRAS } from '../../src/lib/jury/verdict/extras.ts';
import { evolve } from '../../src/lib/jury/jury.ts';
import { SUGGESTED_FIELDS, textOf } from '../../src/lib/jury/verdict/parts.ts';
import type { TextPart } from '../../src/lib/jury/verdict/parts.ts';
import { collides, needsRebase } from '../../src/lib/jury/verdict/taken-in.ts';
import { currentVersion } from '../../src/lib/jury/verdict/verdict.ts';
import { codeOf, juror, juryAt, play, wording } from '../support/jury.ts';
import type { Played, Step } from '../support/jury.ts';
import { SAID_BESIDES } from './drafting-scenes.ts';

type Field = (typeof SUGGESTED_FIELDS)[number];
const suggest = (field: Field, more: object, base = 1) =>
  ({ type: 'suggest-change', recommendation: 'R1', field, base, paragraph: 0, why: 'Better.', ...more }) as const;
const line = (field: Field, instead?: string, paragraph = 1, base = 1) =>
  suggest(field, { paragraph, ...(instead === undefined ? {} : { instead }) }, base);
const rebase = (suggestion: string, base: number, more: object) =>
  ({ type: 'rebase-suggestion', suggestion, base, paragraph: 0, ...more }) as const;
const accept = (suggestion = 'G1') => ({ type: 'accept-suggestion', suggestion }) as const;
const undo = (suggestion = 'G1') => ({ type: 'undo-suggestion', suggestion }) as const;

const [drafter, other, third] = [juror(1), juror(2), juror(3)];
const propose = (more: object = {}): Step => [
  drafter,
  { type: 'propose-recommendation', ...wording('Run buses'), ...more },
];
const plain = play(juryAt('drafting'), [propose()]);
const full = play(juryAt('drafting'), [propose(SAID_BESIDES)]);
const law = { act: SAID_BESIDES.act, lawNow: SAID_BESIDES.lawNow, lawNew: SAID_BESIDES.lawNew };

const R1 = ({ jury }: Played) =>
  jury.verdict.recommendations[0] as NonNullable<(typeof jury.verdict.recommendations)[0]>;
const said = (played: Played, part: TextPart): string => textOf(currentVersion(R1(played)), part);
const one = ({ jury }: Played, at = 0) =>
  jury.verdict.suggestions[at] as NonNullable<(typeof jury.verdict.suggestions)[0]>;
const taken = (from: Played, command: ReturnType<typeof suggest>): Played =>
  play(from, [
    [other, command],
    [drafter, accept()],
  ]);

describe('[V85] what has one line, or may be left out', () => {
  test('is suggested whole, and taken in', () => {
    expect(said(taken(full, line('addressee', 'Ministry of Transport')), 'addressee')).toBe('Ministry of Transport');
    expect(said(taken(full, line('byWhen', 'By May 2029.')), 'byWhen')).toBe('By May 2029.');
    expect(said(taken(full, line('cost', 'Nothing.')), 'cost')).toBe('Nothing.');
    expect(said(taken(full, line('judgement', 'Fair is fair.')), 'judgement')).toBe('Fair is fair.');
  });

  test('is added where nothing is said, once', () => {
    for (const field of ['byWhen', 'cost', 'judgement'] as const)
      expect(said(taken(plain, line(field, 'Said now.', 0)), field)).toBe('Said now.');
    expect(codeOf(full, other, line('byWhen', 'A second line.', 0))).toBe('nothing-suggested');
    expect(codeOf(full, other, line('addressee', 'A second line.', 0))).toBe('nothing-suggested');
    expect(said(taken(full, line('cost', 'And ten million more.', 0)), 'cost')).toBe(
      `${SAID_BESIDES.cost}\n\nAnd ten million more.`,
    );
  });

  test('is taken out, unless every recommendation says it', () => {
    const without = taken(full, line('byWhen'));
    expect(Object.keys(currentVersion(R1(without)))).not.toContain('byWhen');
    expect(said(without, 'cost')).toBe(SAID_BESIDES.cost);
    for (const field of ['title', 'addressee'] as const)
      expect(codeOf(full, other, line(field))).toBe('nothing-suggested');
    expect(codeOf(plain, other, line('byWhen'))).toBe('nothing-suggested');
  });

  test('stays one line of a line’s length', () => {
    for (const field of ['title', 'addressee', 'byWhen'] as const) {
      expect(codeOf(full, other, line(field, 'Two\nlines'))).toBe('one-line-only');
      expect(codeOf(full, other, line(field, 'x'.repeat(201)))).toBe('text-too-long');
    }
    expect(codeOf(full, other, line('addressee', 'City transport department'))).toBe('nothing-suggested');
  });

  test('two wishes for one line: the second is overtaken, kept, and put anew', () => {
    const two = play(full, [
      [other, line('addressee', 'The ministry')],
      [third, line('addressee', 'The mayor')],
      [drafter, accept('G1')],
    ]);
    expect(needsRebase(R1(two), one(two, 1))).toBe(true);
    expect(codeOf(two, drafter, accept('G2'))).toBe('suggestion-overtaken');
    const anew = play(two, [
      [third, rebase('G2', 2, { paragraph: 1, instead: 'The mayor' })],
      [drafter, accept('G2')],
    ]);
    expect(said(anew, 'addressee')).toBe('The mayor');
    const added = play(plain, [
      [other, line('byWhen', 'In May.', 0)],
      [third, line('byWhen', 'In June.', 0)],
      [drafter, accept('G1')],
    ]);
    expect(codeOf(added, drafter, accept('G2'))).toBe('suggestion-overtaken');
  });
});

describe('[V86] an amendment', () => {
  const amend = (more: object, base = 1) => suggest('amendment', { ...law, ...more }, base);

  test('is suggested whole, and keeps what changes of it', () => {
    const suggested = play(full, [[other, amend({ lawNew: 'Buses run until four.' })]]);
    expect(one(suggested)).toMatchObject({
      from: null,
      to: null,
      law: [{ part: 'lawNew', from: { text: law.lawNew } }],
    });
    const accepted = play(suggested, [[drafter, accept()]]);
    expect([said(accepted, 'act'), said(accepted, 'lawNow'), said(accepted, 'lawNew')]).toEqual([
      law.act,
      law.lawNow,
      'Buses run until four.',
    ]);
    expect(currentVersion(R1(accepted))).toMatchObject({ number: 2, author: 'S02' });
  });

  test('is put where there was none, and taken out', () => {
    const put = taken(plain, amend({}));
    expect(currentVersion(R1(put))).toMatchObject({ act: { text: law.act }, lawNow: { text: law.lawNow } });
    const gone = taken(full, suggest('amendment', {}));
    expect(Object.keys(currentVersion(R1(gone))).filter((part) => part in law)).toEqual([]);
    expect(codeOf(plain, other, suggest('amendment', {}))).toBe('nothing-suggested');
    expect(codeOf(full, other, amend({}))).toBe('nothing-suggested');
  });

  test('names its act and changes something in it', () => {
    for (const fault of [{ act: undefined }, { lawNew: law.lawNow }, { lawNow: undefined, lawNew: undefined }])
      expect(codeOf(full, other, amend(fault))).toBe('amendment-incomplete');
  });

  test('two on different parts are both taken in, two on one part collide', () => {
    const both = play(full, [
      [other, amend({ act: 'Rules for public transport, article 13' })],
      [third, amend({ lawNew: 'Buses run until four.' })],
      [juror(4), amend({ lawNew: 'Buses run until five.' })],
      [drafter, accept('G1')],
      [drafter, accept('G2')],
    ]);
    expect(said(both, 'act')).toBe('Rules for public transport, article 13');
    expect(said(both, 'lawNew')).toBe('Buses run until four.');
    expect(codeOf(both, drafter, accept('G3'))).toBe('suggestion-overtaken');
    const now = { act: said(both, 'act'), lawNow: law.lawNow };
    const anew = play(both, [[juror(4), rebase('G3', 3, { ...now, lawNew: 'Buses run until five.' })]]);
    expect(one(anew, 2)).toMatchObject({ law: [{ part: 'lawNew', from: { text: 'Buses run until four.' } }] });
    expect(said(play(anew, [[drafter, accept('G3')]]), 'lawNew')).toBe('Buses run until five.');
  });

  test('two that together would change nothing in the law are not both taken in', () => {
    const both = play(full, [
      [other, amend({ lawNow: 'Buses run until two.' })],
      [third, amend({ lawNew: 'Buses run until two.' })],
      [drafter, accept('G1')],
    ]);
    expect(needsRebase(R1(both), one(both, 1))).toBe(true);
    expect(codeOf(both, drafter, accept('G2'))).toBe('suggestion-overtaken');
    expect(one(both, 1).state).toBe('pending');
  });
});

describe('[V88] suggestions that touch the same', () => {
  test('are known to collide before one of them is accepted, and only those', () => {
    const source = { kind: 'exhibit', id: 'E1', version: 1 } as const;
    const waiting = play(full, [
      [other, line('text', 'Run them.')],
      [third, line('text', 'Run them all.')],
      [other, line('text', 'One more.', 0)],
      [other, line('addressee', 'The ministry')],
      [third, line('addressee', 'The mayor')],
      [other, suggest('amendment', { ...law, act: 'Another act' })],
      [third, suggest('amendment', { ...law, lawNew: 'Other words.' })],
      [juror(4), suggest('amendment', {})],
      [other, suggest('citations', { dropSource: source })],
      [third, suggest('citations', { dropSource: source, addSource: { ...source, quote: 'A night bus' } })],
    ]);
    const all = waiting.jury.verdict.suggestions;
    const pairs = all.flatMap((each, at) =>
      all.slice(at + 1).flatMap((next) => (collides(each, next) ? [`${each.id} ${next.id}`] : [])),
    );
    expect(pairs).toEqual(['G1 G2', 'G4 G5', 'G6 G8', 'G7 G8', 'G9 G10']);
    const decided = play(waiting, [[drafter, accept('G4')]]).jury.verdict.suggestions;
    expect(collides(decided[3]!, decided[4]!)).toBe(false);
  });
});

describe('every part', () => {
  const wishes: Readonly<Record<Field, object>> = {
    title: { paragraph: 1, instead: 'Otherwise' },
    text: { paragraph: 1, instead: 'Otherwise' },
    rationale: { paragraph: 1, instead: 'Otherwise' },
    addressee: { paragraph: 1, instead: 'Otherwise' },
    byWhen: { paragraph: 1, instead: 'Otherwise' },
    cost: { paragraph: 1, instead: 'Otherwise' },
    judgement: { paragraph: 1, instead: 'Otherwise' },
    amendment: { act: 'Otherwise', lawNow: undefined, lawNew: 'More' },
    citations: { dropSource: { kind: 'exhibit', id: 'E1', version: 1 } },
  };

  test('[V36] [V78] is taken in as a version, and undone to the words from before', () => {
    for (const field of SUGGESTED_FIELDS) {
      const suggested = play(full, [[other, suggest(field, wishes[field])]]);
      const undone = play(suggested, [
        [drafter, accept()],
        [drafter, undo()],
      ]);
      const { number: _number, at: _at, ...before } = currentVersion(R1(full));
      expect(currentVersion(R1(undone))).toMatchObject(before);
      expect(EXTRAS.every((extra) => said(undone, extra) === SAID_BESIDES[extra])).toBe(true);
      expect(one(undone).state).toBe('pending');
      expect(said(play(undone, [[drafter, accept()]]), 'title')).toBe(field === 'title' ? 'Otherwise' : 'Run buses');
    }
  });

  test('[V35] [V36] is decided by those who decide on the text, and rejected with a reason', () => {
    for (const field of SUGGESTED_FIELDS) {
      const suggested = play(full, [[other, suggest(field, wishes[field])]]);
      expect(codeOf(suggested, other, accept())).toBe('not-allowed');
      const rejected = play(suggested, [[drafter, { type: 'reject-suggestion', suggestion: 'G1', reason: 'No.' }]]);
      expect(one(rejected)).toMatchObject({ state: 'rejected', reason: { text: 'No.' } });
    }
  });
});

test('[V37] [V85] a second line for a title that an old journal holds is kept, and not taken in', () => {
  const { jury } = plain;
  const old = evolve(jury, {
    type: 'suggestion-made',
    suggestion: 'G1',
    recommendation: 'R1',
    field: 'title',
    from: null,
    to: { sha256: '', text: 'A second line' },
    why: { sha256: '', text: 'Why not' },
    author: 'S02',
  });
  const [suggestion] = old.verdict.suggestions;
  expect(needsRebase(R1(plain), suggestion!)).toBe(true);
});
