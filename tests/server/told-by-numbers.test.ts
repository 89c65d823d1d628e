import { describe, expect, test } from 'vitest';
import { publicRecord } from '../../src/lib/jury/publication/record.ts';
import type { PublicRecord } from '../../src/lib/jury/publication/record.ts';
import { rank } from '../../src/lib/jury/verdict/ranking.ts';
import { toldByNumbers } from '../../src/lib/server/release/told-by-numbers.ts';
import { juryAt } from '../support/jury.ts';

const found = publicRecord(juryAt('published').jury, {});
if (!found?.verdict) throw new Error('There is no verdict.');
const record = found as PublicRecord & { verdict: NonNullable<PublicRecord['verdict']> };
const [first] = record.verdict.recommendations;
if (!first) throw new Error('Nothing was recommended.');
const seated = record.seating.seated;

const told = (changed: Partial<PublicRecord>): string[] =>
  toldByNumbers({ ...record, ...changed }).map(({ kind, where, shown }) => `${kind} ${where} ${shown}`);
const withVerdict = (verdict: Partial<typeof record.verdict>): string[] =>
  told({ verdict: { ...record.verdict, ...verdict } });
const voted = (counts: { for: number; against: number; abstain: number }, marks?: Record<string, number>) => {
  const cast = counts.for + counts.against + counts.abstain;
  return { ...first.ballot.decision, counts, cast, ...(marks ? { marks } : {}) };
};
const withVote = (decision: ReturnType<typeof voted>, more: Partial<typeof first> = {}) =>
  withVerdict({ recommendations: [{ ...first, ballot: { ...first.ballot, decision }, ...more }] });
const withPoll = (decision: object): string[] =>
  withVerdict({
    polls: [
      { id: 'P1', form: 'ranking', question: null, options: [], after: null, ballot: { heldAgain: [], decision } },
    ] as never,
  });

describe('[P53] of a yes-or-no vote', () => {
  const divided = voted({ for: 12, against: 5, abstain: 3 });

  test.each([
    ['all for', { for: 20, against: 0, abstain: 0 }],
    ['all against', { for: 0, against: 20, abstain: 0 }],
    ['all abstaining', { for: 0, against: 0, abstain: 20 }],
    ['all who came', { for: 15, against: 0, abstain: 0 }],
  ])('%s tell it', (_name, counts) =>
    expect(withVote(voted(counts))).toEqual([`unanimous R1 ${counts.for + counts.against + counts.abstain}`]),
  );

  test('a divided one does not, nor one without papers', () => {
    expect(withVote(divided)).toEqual([]);
    expect(withVote(voted({ for: 19, against: 1, abstain: 0 }))).toEqual([]);
    expect(withVote(voted({ for: 0, against: 0, abstain: 0 }))).toEqual([]);
  });

  test('on a scale whose marks all come to the same it is told as well', () =>
    expect(withVote(voted({ for: 20, against: 0, abstain: 0 }, { '4': 8, '5': 12 }))).toEqual(['unanimous R1 20']));

  test('a vote that was held again is looked at as well', () => {
    const earlier = { reason: { text: 'Miscounted.' }, at: 1, decision: voted({ for: 0, against: 20, abstain: 0 }) };
    const ballot = { ...first.ballot, decision: divided, heldAgain: [earlier] };
    expect(withVerdict({ recommendations: [{ ...first, ballot } as never] })).toEqual(['unanimous R1 20']);
  });

  test('a statement behind which everybody stands', () => {
    const statement = (joined: number) => [{ id: 'N1', text: 'No.', joined }];
    const all = first.ballot.electorate;
    expect(withVote(divided, { minorityStatements: statement(all - 1) })).toEqual([]);
    expect(withVote(divided, { minorityStatements: statement(all) })).toEqual([`everybody N1 ${all}`]);
    const onTheWhole = { minorityStatements: statement(seated), recommendations: [] };
    expect(withVerdict(onTheWhole)).toEqual([`everybody N1 ${seated}`]);
  });
});

describe('[P53] of a question between options', () => {
  const oneOf = (counts: Record<string, number>, abstain: number) => {
    const cast = Object.values(counts).reduce((sum, count) => sum + count, abstain);
    return { cast, abstain, votes: { counts, base: cast, needed: 1 } };
  };
  const ranked = (papers: Record<string, number>, abstain = 0) => {
    const cast = Object.values(papers).reduce((sum, count) => sum + count, abstain);
    return { cast, abstain, ranked: rank(['a', 'b', 'c'], papers) };
  };

  test.each([
    ['one option for all', oneOf({ a: 0, b: 20, none: 0 }, 0), ['unanimous P1 20']],
    ['none of them for all', oneOf({ a: 0, b: 0, none: 20 }, 0), ['unanimous P1 20']],
    ['all abstaining', oneOf({ a: 0, b: 0, none: 0 }, 20), ['unanimous P1 20']],
    ['all but one', oneOf({ a: 19, b: 0, none: 0 }, 1), []],
    ['nobody came', oneOf({ a: 0, b: 0, none: 0 }, 0), []],
    ['one ranking for all', ranked({ 'a>b>c': 20 }), ['unanimous P1 20']],
    ['one ranking with equals for all', ranked({ 'a>b,c': 20 }), ['unanimous P1 20']],
    ['all ranked alike but one who abstained', ranked({ 'a>b>c': 19 }, 1), []],
    ['nobody ranked', ranked({}, 20), ['unanimous P1 20']],
    ['all put a first', ranked({ 'a>b>c': 10, 'a>c>b': 10 }), ['unanimous-order P1 20']],
    ['divided in every pair', ranked({ 'a>b>c': 10, 'c>b>a': 10 }), []],
  ])('%s', (_name, decision, expected) => expect(withPoll(decision)).toEqual(expected));
});

describe('[P53] of what was done in the room', () => {
  const quiet = { verdict: { ...record.verdict, recommendations: [] } };

  test('a call, a mark, a fact check and an approval that count everybody; a rating and a sounding in which all agree', () => {
    const room = (count: number, few: number) =>
      ({
        ...quiet,
        calls: [{ id: 'K1', signed: count }],
        exhibits: [{ id: 'E1', marks: { useful: few, doubtful: count } }],
        balance: {
          ...record.balance,
          ratings: [{ witness: 'W1', answered: 9, counts: { fair: 9 - few, unfair: few } }],
        },
        factChecks: { ...record.factChecks, answered: [{ id: 'F1', supported: count }] },
        minutes: [
          {
            title: 'Day one',
            electors: 18,
            backed: count - seated + 18,
            soundings: [{ id: 'G1', counts: { '1': few, '3': 7 } }],
          },
        ],
      }) as never;
    expect(told(room(seated - 1, 1))).toEqual([]);
    expect(told(room(seated, 0))).toEqual([
      `everybody K1 ${seated}`,
      `everybody E1 ${seated}`,
      'unanimous W1 9',
      `everybody F1 ${seated}`,
      'everybody Day one 18',
      'unanimous Day one, G1 7',
    ]);
  });
});
