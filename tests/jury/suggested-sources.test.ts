import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { commandSchema } from '../../src/lib/jury/commands.ts';
import { asCited, keysOf } from '../../src/lib/jury/verdict/citation.ts';
import { currentVersion } from '../../src/lib/jury/verdict/verdict.ts';
import { ORGANISER, codeOf, juror, juryAt, play, wording } from '../support/jury.ts';
import type { Played } from '../support/jury.ts';

const source = (more: object, base = 1) =>
  ({
    type: 'suggest-change',
    recommendation: 'R1',
    field: 'citations',
    base,
    paragraph: 0,
    why: 'Better.',
    ...more,
  }) as const;
const rebase = (suggestion: string, base: number, more: object) =>
  ({ type: 'rebase-suggestion', suggestion, base, paragraph: 0, ...more }) as const;
const accept = (suggestion = 'G1') => ({ type: 'accept-suggestion', suggestion }) as const;

const [drafter, other, third] = [juror(1), juror(2), juror(3)];
const full = play(juryAt('drafting'), [[drafter, { type: 'propose-recommendation', ...wording('Run buses') }]]);

const R1 = ({ jury }: Played) =>
  jury.verdict.recommendations[0] as NonNullable<(typeof jury.verdict.recommendations)[0]>;
const cites = (played: Played): string => keysOf(currentVersion(R1(played)).citations.map(asCited));
const one = ({ jury }: Played, at = 0) =>
  jury.verdict.suggestions[at] as NonNullable<(typeof jury.verdict.suggestions)[0]>;
const taken = (from: Played, command: ReturnType<typeof source>): Played =>
  play(from, [
    [other, command],
    [drafter, accept()],
  ]);

describe('[V87] a source', () => {
  const E1 = { kind: 'exhibit', id: 'E1', version: 1 } as const;
  const passage = { ...E1, quote: 'A night bus costs 40 million' };

  test('is put in, taken out, and put in another’s place', () => {
    expect(cites(taken(full, source({ addSource: passage })))).toBe(
      'exhibit:E1\nexhibit:E1:1:A night bus costs 40 million',
    );
    expect(cites(taken(full, source({ dropSource: E1 })))).toBe('');
    expect(cites(taken(full, source({ addSource: passage, dropSource: E1 })))).toBe(
      'exhibit:E1:1:A night bus costs 40 million',
    );
  });

  test('is one that can be cited, is not cited yet, or is', () => {
    expect(codeOf(full, other, source({ addSource: { kind: 'exhibit', id: 'E9' } }))).toBe('citation-unknown');
    expect(codeOf(full, other, source({ addSource: { ...E1, quote: 'No such words' } }))).toBe('passage-not-cited');
    for (const nothing of [{}, { addSource: E1 }, { dropSource: passage }, { addSource: E1, dropSource: E1 }])
      expect(codeOf(full, other, source(nothing))).toBe('nothing-suggested');
  });

  test('that fell in the meantime is not taken in', () => {
    const bare = play(juryAt('drafting'), [[drafter, { type: 'propose-recommendation', ...wording('Bare', []) }]]);
    const fallen = play(bare, [
      [other, source({ addSource: E1 })],
      [ORGANISER, { type: 'withdraw-exhibit', exhibit: 'E1', reason: 'Wrong.' }],
    ]);
    expect(codeOf(fallen, drafter, accept())).toBe('citation-unknown');
    expect(one(fallen).state).toBe('pending');
  });

  test('that another suggestion has put in or taken out is overtaken', () => {
    for (const wish of [{ addSource: passage }, { dropSource: E1 }]) {
      const two = play(full, [
        [other, source(wish)],
        [third, source(wish)],
        [drafter, accept('G1')],
      ]);
      expect(codeOf(two, drafter, accept('G2'))).toBe('suggestion-overtaken');
      expect(codeOf(two, third, rebase('G2', 2, wish))).toBe('nothing-suggested');
      expect(one(two, 1).state).toBe('pending');
    }
  });

  test('is one of thirty at most', () => {
    const words = 'A night bus costs 40 million a year.';
    const many = Array.from({ length: 30 }, (_, index) => ({ ...E1, quote: words.slice(0, 2 + index).trim() }));
    const thirty = [...new Map(many.map((each) => [each.quote, each])).values()];
    const rest = Array.from({ length: 30 - thirty.length }, (_, index) => ({
      ...E1,
      quote: words.slice(2 + index, 32),
    }));
    const crowded = play(juryAt('drafting'), [
      [drafter, { type: 'propose-recommendation', ...wording('Crowded', [...thirty, ...rest]) }],
      [other, source({ addSource: E1 })],
    ]);
    expect(currentVersion(R1(crowded)).citations).toHaveLength(30);
    expect(codeOf(crowded, drafter, accept())).toBe('too-many-sources');
  });

  test('comes from a form as one word', () => {
    const read = (addSource: unknown) => v.safeParse(commandSchema, { ...source({ addSource }), dropSource: '' });
    expect(read('exhibit:E1:2:a passage').output).toMatchObject({
      addSource: { kind: 'exhibit', id: 'E1', version: 2, quote: 'a passage' },
    });
    expect(read('').success).toBe(true);
    for (const bad of ['exhibit', 'nothing:E1', 'exhibit:E1:0', `exhibit:E1:1:${'x'.repeat(700)}`, 7, ['exhibit:E1']])
      expect(read(bad).success).toBe(false);
  });
});
