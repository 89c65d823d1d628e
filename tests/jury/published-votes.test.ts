/** Votes that real juries and assemblies published, decided by our rule. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { decideBallot, decideOptions, minorityNeeded } from '../../src/lib/jury/charter/decision-rule.ts';
import { countsOf } from '../../src/lib/jury/charter/papers.ts';
import type { DecisionRule } from '../../src/lib/jury/charter/decision-rule.ts';

interface Published {
  readonly id: string;
  readonly n: number;
  readonly seated: number;
  readonly for: number;
  readonly against: number;
  readonly against_or_other: number;
  readonly undecided: number;
  readonly eligible_present: number;
  readonly voted: number;
  readonly options: Readonly<Record<string, number>>;
  readonly items: Readonly<Record<string, number>>;
  readonly percent_for: number | readonly number[];
  readonly percent_strongly_agree_or_agree: number;
  readonly note: string;
}

const FILE = join(import.meta.dirname, '..', '..', '..', 'shared', 'data', 'field', 'published_votes.json');
const isThere = existsSync(FILE);
if (!isThere && process.env['ALQA_REQUIRE_DATA'] === '1') throw new Error(`The published votes are not in ${FILE}`);
const votes = isThere ? (JSON.parse(readFileSync(FILE, 'utf8')) as { items: Published[] }).items : [];

function published(id: string): Published {
  const found = votes.find((vote) => vote.id === id);
  if (!found) throw new Error(`No published vote ${id}`);
  return found;
}

const rule = (num: number, den: number, denominator: DecisionRule['denominator'] = 'cast'): DecisionRule => ({
  threshold: { num, den },
  denominator,
  quorum: { num: 3, den: 4 },
  abstention: true,
  tie: 'not-adopted',
  minorityFloor: { num: 1, den: 10 },
});

/** Tenths of a per cent, rounded half up, from whole numbers. */
const perMille = (votes: number, base: number): number => Math.floor((2_000 * votes + base) / (2 * base));

describe.runIf(isThere)(`published votes${isThere ? '' : ` (left out: no ${FILE})`}`, () => {
  test('[V12] Jersey 2021: 18 of 23 pass two thirds and three quarters and fail four fifths, which needs 19', () => {
    const { n, for: for_, against_or_other: against } = published('jersey-2021');
    const decide = (num: number, den: number) => decideBallot(rule(num, den), { for: for_, against, abstain: 0 }, n, n);
    expect([n, for_, against]).toEqual([23, 18, 5]);
    expect(decide(2, 3)).toMatchObject({ outcome: 'adopted', needed: 16 });
    expect(decide(3, 4)).toMatchObject({ outcome: 'adopted', needed: 18 });
    expect(decide(4, 5)).toMatchObject({ outcome: 'not-adopted', needed: 19 });
    expect(perMille(for_, n)).toBe(783);
  });

  test.each([
    ['cast', 28, 714],
    ['for-and-against', 27, 741],
    ['electorate', 30, 667],
    ['seats', 30, 667],
  ] as const)('[V12] Nuffield 2024: 20–7–1 of 30, share of %s is 20/%i', (denominator, base, share) => {
    const { seated, for: for_, against, undecided } = published('nuffield-2024');
    const decision = decideBallot(rule(2, 3, denominator), { for: for_, against, abstain: undecided }, seated, seated);
    expect(decision).toMatchObject({ base, cast: 28, outcome: 'adopted', quorum: 23 });
    expect(perMille(for_, decision.base)).toBe(share);
  });

  test('[V12] Nuffield 2024 under four fifths: adopted of none of the three', () => {
    const { seated, for: for_, against, undecided } = published('nuffield-2024');
    for (const denominator of ['cast', 'for-and-against', 'seats'] as const)
      expect(
        decideBallot(rule(4, 5, denominator), { for: for_, against, abstain: undecided }, seated, seated).outcome,
      ).toBe('not-adopted');
  });

  test('[V12] Oregon 2010, Measure 74: 13–11 is a majority of 24 by one vote, and of two thirds it is none', () => {
    const { n, for: for_, against } = published('cir-m74-2010');
    expect(decideBallot(rule(1, 2), { for: for_, against, abstain: 0 }, n, n)).toMatchObject({
      outcome: 'adopted',
      needed: 13,
    });
    expect(decideBallot(rule(2, 3), { for: for_, against, abstain: 0 }, n, n).outcome).toBe('not-adopted');
    expect(against).toBeGreaterThanOrEqual(minorityNeeded(n, { num: 1, den: 10 }));
  });

  test('[V16] Oregon 2010, Measure 73: 3–21 is not adopted, and three of 24 are enough for a minority statement', () => {
    const { n, for: for_, against } = published('cir-m73-2010');
    expect(decideBallot(rule(1, 2), { for: for_, against, abstain: 0 }, n, n).outcome).toBe('not-adopted');
    expect([for_, minorityNeeded(n, { num: 1, den: 10 })]).toEqual([3, 3]);
  });

  test('[V14] Ireland 2017, ballot 1: 79 of 91 not to retain in full', () => {
    const { options, eligible_present: n } = published('ie-8th-b1');
    expect(decideOptions(rule(4, 5), options, 0, n, n)).toEqual({ base: 91, needed: 73, winner: 'not retain in full' });
  });

  test('[V14] Ireland 2017, ballot 2: 50–39 with 2 who stated no preference', () => {
    const { options, voted } = published('ie-8th-b2');
    const { 'no preference stated': abstain = 0, ...stated } = options;
    expect(abstain).toBe(2);
    expect(decideOptions(rule(1, 2, 'for-and-against'), stated, abstain, voted, voted)).toEqual({
      base: 89,
      needed: 45,
      winner: 'replace or amend',
    });
    expect(decideOptions(rule(1, 2, 'cast'), stated, abstain, voted, voted)).toEqual({
      base: 91,
      needed: 46,
      winner: 'replace or amend',
    });
    expect(decideOptions(rule(2, 3, 'cast'), stated, abstain, voted, voted)).toEqual({
      base: 91,
      needed: 61,
      winner: null,
    });
  });

  test('[V14] Ireland 2017, ballot 3: 51–38, published as 57%', () => {
    const { options } = published('ie-8th-b3');
    const decided = decideOptions(rule(1, 2, 'for-and-against'), options, 0, 91, 91);
    expect(decided).toEqual({ base: 89, needed: 45, winner: 'replace with power for Oireachtas to legislate' });
    expect(perMille(51, decided.base)).toBe(573);
  });

  test('[V14] Manchester 2016, three ways: opt-out 24, opt-in 6, all records 3', () => {
    const { n, items } = published('health-2016');
    const { 'support secondary use for research': supporters, ...options } = items;
    const decide = (num: number, den: number, denominator: DecisionRule['denominator']) =>
      decideOptions(rule(num, den, denominator), options, 1, n, n);
    expect([n, supporters, Object.values(options)]).toEqual([34, 33, [24, 6, 3]]);
    expect(decide(1, 2, 'for-and-against')).toEqual({ base: 33, needed: 17, winner: 'opt-out' });
    expect(decide(2, 3, 'cast')).toEqual({ base: 34, needed: 23, winner: 'opt-out' });
    expect(decide(3, 4, 'for-and-against')).toEqual({ base: 33, needed: 25, winner: null });
  });

  /** What was published in per cent only is decided as if of a hundred papers. */
  const ofHundred = (percent: number, num: number, den: number) =>
    decideBallot(rule(num, den), { for: percent, against: 100 - percent, abstain: 0 }, 100, 100).outcome;

  test('[V12] Ireland 2017, ballot 4: 64% for is a majority and not two thirds', () => {
    const { percent_for: percent } = published('ie-8th-b4');
    expect([ofHundred(percent as number, 1, 2), ofHundred(percent as number, 2, 3)]).toEqual([
      'adopted',
      'not-adopted',
    ]);
  });

  test('[V12] Ireland 2017 on the climate: 98, 100, 80 and 96%; 80 is exactly four fifths, and only one is all', () => {
    const { percent_for: percents } = published('ie-climate');
    const outcomes = (num: number, den: number) => (percents as number[]).map((one) => ofHundred(one, num, den));
    expect(percents).toEqual([98, 100, 80, 96]);
    expect(outcomes(4, 5)).toEqual(['adopted', 'adopted', 'adopted', 'adopted']);
    expect(outcomes(1, 1)).toEqual(['not-adopted', 'adopted', 'not-adopted', 'not-adopted']);
  });

  test('[V21] Climate Assembly UK: what was published is strongly agree and agree together', () => {
    const agreed = [
      published('cauk-air').percent_strongly_agree_or_agree,
      ...(published('cauk-covid').items as unknown as { agree_percent: number }[]).map((item) => item.agree_percent),
    ];
    expect(agreed).toEqual([80, 79, 93]);
    const scale: DecisionRule = { ...rule(4, 5), paper: 'agreement' };
    const outcomes = agreed.map((percent) => {
      const tally = { 'strongly-agree': 30, agree: percent - 30, neither: 100 - percent };
      return decideBallot(scale, countsOf(scale, tally), 100, 100).outcome;
    });
    expect(outcomes).toEqual(['adopted', 'not-adopted', 'adopted']);
  });

  test('[V21] pandemic juries: "very much in support" alone is another story than support', () => {
    const { 'OpenSAFELY very much in support': first = 0, 'COVID-19 Data Store very much in support': second = 0 } =
      published('pandemic-2021').items;
    expect([first, second]).toEqual([77, 38]);
    const scale: DecisionRule = { ...rule(4, 5), paper: 'consent' };
    for (const love of [first, second]) {
      // At least 87 of a hundred were broadly supportive of each.
      const counts = countsOf(scale, { love, like: 87 - love, lament: 13 });
      expect(decideBallot(scale, counts, 100, 100).outcome).toBe('adopted');
      expect(ofHundred(love, 4, 5)).toBe('not-adopted');
    }
  });

  test('[V12] Ireland 2018: carried by a single vote is carried, and one fewer is not', () => {
    expect(published('ie-fixed-term').note).toContain('carried by a single vote');
    for (const present of [83, 85, 91]) {
      const yes = (present + 1) / 2;
      const decide = (count: number) =>
        decideBallot(rule(1, 2), { for: count, against: present - count, abstain: 0 }, present, present).outcome;
      expect([decide(yes), decide(yes - 1)]).toEqual(['adopted', 'not-adopted']);
    }
  });

  test('every published vote has its test here; one is a survey before the assembly and decides nothing', () => {
    const here = readFileSync(import.meta.filename, 'utf8');
    expect(votes.map(({ id }) => id).filter((id) => !here.includes(`published('${id}')`))).toEqual(['cauk-attitudes']);
  });

  test('[V12] every published count of for and against is decided', () => {
    const counted = votes.filter((vote) => typeof vote.for === 'number');
    expect(counted.map((vote) => vote.id)).toEqual(['jersey-2021', 'nuffield-2024', 'cir-m74-2010', 'cir-m73-2010']);
  });
});
