import { expect, test } from 'vitest';
import { evolve } from '../../src/lib/jury/jury.ts';
import { viewJury } from '../../src/lib/jury/view.ts';
import { STANCES, ofStance, stanceOf } from '../../src/lib/jury/verdict/suggestion.ts';
import type { Stance, Suggestion } from '../../src/lib/jury/verdict/suggestion.ts';
import { FACILITATOR, codeOf, eventsOf, juror, juryAt, play, wording } from '../support/jury.ts';
import type { Played } from '../support/jury.ts';

const judge = (stance: Stance, suggestion = 'G1') => ({ type: 'judge-suggestion', suggestion, stance }) as const;
const takeBack = { type: 'unjudge-suggestion', suggestion: 'G1' } as const;
const suggested = play(juryAt('drafting'), [
  [juror(1), { type: 'propose-recommendation', ...wording('Run buses') }],
  [
    juror(2),
    {
      type: 'suggest-change',
      recommendation: 'R1',
      field: 'title',
      paragraph: 1,
      base: 1,
      instead: 'Run all buses',
      why: 'Clearer.',
    },
  ],
]);
const one = ({ jury }: Pick<Played, 'jury'>) => jury.verdict.suggestions[0] as Suggestion;
const counts = (played: Pick<Played, 'jury'>) => STANCES.map((stance) => ofStance(one(played), stance).count);

test('[V110] a juror agrees, disagrees or is unsure, and is counted in one of them', () => {
  const judged = play(suggested, [
    [juror(3), judge('agree')],
    [juror(4), judge('disagree')],
    [juror(5), judge('unsure')],
    [juror(6), judge('unsure')],
  ]);
  expect(counts(judged)).toEqual([1, 1, 2]);
  for (const before of STANCES)
    for (const after of STANCES.filter((stance) => stance !== before)) {
      const changed = play(suggested, [
        [juror(3), judge(before)],
        [juror(3), judge(after)],
      ]);
      expect(counts(changed)).toEqual(STANCES.map((stance) => (stance === after ? 1 : 0)));
      expect(stanceOf(one(changed), 'S03')).toBe(after);
      expect(counts(play(changed, [[juror(3), takeBack]]))).toEqual([0, 0, 0]);
    }
});

test('[V110] its author does not, nor does anybody say the same twice or take back what was not said', () => {
  expect(codeOf(suggested, juror(2), judge('agree'))).toBe('own-suggestion');
  expect(codeOf(suggested, juror(3), takeBack)).toBe('no-stance');
  expect(codeOf(suggested, juror(3), judge('agree', 'G9'))).toBe('unknown-suggestion');
  expect(codeOf(suggested, FACILITATOR, judge('agree'))).toBe('not-allowed');
  for (const stance of STANCES)
    expect(codeOf(play(suggested, [[juror(3), judge(stance)]]), juror(3), judge(stance))).toBe('same-stance');
});

test('[V110] the numbers are for all in the room, who said what for each juror alone', () => {
  const judged = play(suggested, [
    [juror(3), judge('disagree')],
    [juror(4), judge('unsure')],
  ]);
  const seenBy = (seat: string) => viewJury(judged.jury, { role: 'juror', seat }).verdict?.suggestions[0];
  expect(seenBy('S03')).toMatchObject({ against: { count: 1, seats: ['S03'] }, unsure: { count: 1, seats: [] } });
  expect(seenBy('S05')).toMatchObject({ against: { count: 1, seats: [] }, unsure: { count: 1, seats: [] } });
});

test('[V110] older support counts as agreement, and can be changed', () => {
  const old = evolve(suggested.jury, { type: 'suggestion-supported', suggestion: 'G1', seat: 'S03' });
  expect(counts({ jury: old })).toEqual([1, 0, 0]);
  const events = eventsOf({ ...suggested, jury: old }, juror(3), judge('disagree'));
  expect(events.map(({ type }) => type)).toEqual(['suggestion-unsupported', 'suggestion-doubted']);
  expect(counts({ jury: events.reduce(evolve, old) })).toEqual([0, 1, 0]);
});

test('[V110] other words begin without any', () => {
  const judged = play(suggested, [
    [juror(3), judge('disagree')],
    [juror(4), judge('unsure')],
    [
      juror(2),
      { type: 'rebase-suggestion', suggestion: 'G1', base: 1, paragraph: 1, instead: 'Run every bus at night' },
    ],
  ]);
  expect(counts(judged)).toEqual([0, 0, 0]);
});
