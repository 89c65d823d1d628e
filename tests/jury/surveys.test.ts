import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { commandSchema } from '../../src/lib/jury/commands.ts';
import { publicRecord } from '../../src/lib/jury/publication/record.ts';
import { FEWEST, disclose, resultsOf } from '../../src/lib/jury/surveys/distribution.ts';
import type { Answers, SurveyId } from '../../src/lib/jury/surveys/items.ts';
import { spentSurveys } from '../../src/lib/jury/surveys/rules.ts';
import { keyOf } from '../../src/lib/jury/surveys/sheets.ts';
import { ORGANISER, advance, codeOf, eventsOf, juror, juryAfter, juryAt, play, sitting } from '../support/jury.ts';
import type { Actor, Played, Step } from '../support/jury.ts';

const about = 'Buses should run all night.';
const open = (survey: SurveyId, extra: { about?: string } = {}) => ({ type: 'open-survey', survey, ...extra }) as const;
const close = (survey: SurveyId) => ({ type: 'close-survey', survey }) as const;
const codeFor = (number: number): string => `CDE${String(number).padStart(9, '0')}`;
const answer = (survey: SurveyId, number: number, answers: Answers = { position: 'agree' }, again = false) =>
  ({ type: 'answer-survey', survey, code: codeFor(number), again, answers: { ...answers } }) as const;
const everyone = (at: Played, survey: SurveyId, answers: (index: number) => Answers): readonly Step[] =>
  sitting(at).map((actor: Actor, index): Step => [actor, answer(survey, index, answers(index))]);
const survey = ({ jury }: Played, id: SurveyId) => jury.surveys.held.find((one) => one.id === id);

const onboarding = play(juryAt('onboarding'), [[ORGANISER, open('before', { about })]]);
const midway = play(juryAt('deliberating'), [[ORGANISER, open('midway', { about })]]);
const voting = juryAt('voting');

describe('the three times', () => {
  test('[Q1] each has its stages, is held once, and one at a time', () => {
    expect(codeOf(juryAt('learning'), ORGANISER, open('before', { about }))).toBe('survey-not-now');
    expect(codeOf(juryAt('drafting'), ORGANISER, open('after', { about }))).toBe('survey-not-now');
    expect(codeOf(onboarding, ORGANISER, open('before'))).toBe('survey-held');
    const both = play(voting, [[ORGANISER, open('after', { about })]]);
    expect(eventsOf(both, ORGANISER, open('evaluation'))).toEqual([{ type: 'survey-opened', survey: 'evaluation' }]);
    expect(codeOf(midway, juror(1), open('midway'))).toBe('not-allowed');
  });

  test('[Q2] no stage begins in which an open survey is not asked', () => {
    const ready = juryAt('deliberating');
    const waiting = play(ready, [[ORGANISER, open('midway', { about })], advance('drafting')]);
    expect(waiting.jury.charter.stage).toBe('drafting');
    expect(codeOf(onboarding, ORGANISER, { type: 'advance-stage', to: 'learning' })).toBe('survey-open');
    const closed = play(onboarding, [[ORGANISER, close('before')]]);
    expect(codeOf(closed, ORGANISER, { type: 'advance-stage', to: 'learning' })).not.toBe('survey-open');
  });

  test('[Q3] the statement comes with the first survey that asks for it, and stays', () => {
    expect(codeOf(juryAt('deliberating'), ORGANISER, open('midway'))).toBe('statement-missing');
    expect(midway.jury.surveys.statement?.text).toBe(about);
    const closed = play(onboarding, [[ORGANISER, close('before')]]);
    const later = {
      ...closed,
      jury: { ...closed.jury, charter: { ...closed.jury.charter, stage: 'learning' as const } },
    };
    expect(codeOf(later, ORGANISER, open('midway', { about: 'Other words' }))).toBe('statement-fixed');
    expect(eventsOf(later, ORGANISER, open('midway'))).toEqual([{ type: 'survey-opened', survey: 'midway' }]);
  });
});

describe('an answer', () => {
  const one = play(midway, [[juror(1), answer('midway', 1)]]);

  test('[Q4] is given once, to what was asked, and not without a single item', () => {
    expect(codeOf(one, juror(1), answer('midway', 2))).toBe('already-answered');
    expect(v.safeParse(commandSchema, answer('midway', 1, {})).success).toBe(false);
    expect(codeOf(midway, juror(1), answer('midway', 1, { again: 'agree' }))).toBe('unknown-item');
    expect(codeOf(midway, juror(1), answer('after', 1))).toBe('survey-not-open');
    expect(codeOf(play(one, [[ORGANISER, close('midway')]]), juror(2), answer('midway', 2))).toBe('survey-not-open');
  });

  test('[Q4] leaves in the journal who answered and nothing else; the sheet lies in the box', () => {
    expect(one.log.at(-1)?.event).toEqual({ type: 'survey-answered', survey: 'midway', seat: 'S01' });
    const sheet = { key: keyOf(one.jury.id, codeFor(1)), answers: { position: 'agree' } };
    expect(one.papers.at(-1)).toEqual({ ballot: 'survey-midway', choice: JSON.stringify(sheet) });
  });

  test('[Q5] a code serves once in a survey, and a typed one must be known', () => {
    expect(codeOf(one, juror(2), answer('midway', 1))).toBe('survey-code-taken');
    expect(codeOf(one, juror(2), answer('midway', 2, { position: 'agree' }, true))).toBe('survey-code-unknown');
    expect(v.parse(commandSchema, { ...answer('midway', 1), code: ' cde0-ooo0 oooi ' })).toEqual(answer('midway', 1));
    expect(v.safeParse(commandSchema, { ...answer('midway', 1), code: 'too short' }).success).toBe(false);
  });

  test('[Q6] to the evaluation stands under a key of its own', () => {
    const asked = play(voting, [[ORGANISER, open('evaluation')]]);
    const given = play(asked, [[juror(1), answer('evaluation', 7, { again: 'agree' })]]);
    expect(survey(given, 'evaluation')?.answered.count).toBe(1);
    expect(given.papers.filter(({ choice }) => choice.includes(keyOf(given.jury.id, codeFor(7))))).toHaveLength(1);
  });
});

describe('the results', () => {
  test('[Q7] are told when the last survey is closed, with the moves of those who can be followed', () => {
    const halfway = play(
      play(
        midway,
        everyone(midway, 'midway', () => ({ position: 'agree' })),
      ),
      [[ORGANISER, close('midway')]],
    );
    expect(halfway.jury.surveys.results).toEqual({ surveys: {}, moved: {} });
    const sheet = (number: number, answers: Answers) => ({ key: String(number), answers });
    const people = Array.from({ length: 20 }, (_, index) => index);
    const before = people.map((index) => sheet(index, { position: index < 8 ? 'disagree' : 'unsure', sure: 'agree' }));
    const after = people.map((index) => sheet(index, { position: index < 6 ? 'disagree' : 'strongly-agree' }));
    const results = resultsOf({ before, after }, ['before', 'after']);
    expect(results.surveys.before?.position).toEqual({
      answers: 20,
      cells: { disagree: null, between: 12, agree: null },
    });
    expect(results.surveys.after?.position?.cells).toEqual({ disagree: null, between: null, agree: 14 });
    expect(results.moved.position).toEqual({ answers: 20, cells: { down: null, same: null, up: 14 } });
    expect(results.moved.sure?.answers).toBeNull();
  });

  test('[Q8] by every way in which up to 25 may answer, a number kept back may be none', () => {
    const told = new Map<string, Set<number>[]>();
    for (let a = 0; a <= 25; a += 1)
      for (let b = 0; a + b <= 25; b += 1)
        for (let c = 0; a + b + c <= 25; c += 1) {
          const shown = JSON.stringify(disclose(['a', 'b', 'c'], { a, b, c }));
          const ways = told.get(shown) ?? [new Set(), new Set(), new Set()];
          [a, b, c].forEach((count, cell) => ways[cell]?.add(count));
          told.set(shown, ways);
        }
    for (const [shown, ways] of told) {
      const { cells } = JSON.parse(shown) as ReturnType<typeof disclose>;
      Object.values(cells).forEach((count, cell) => {
        if (count === null)
          expect([shown, ways[cell]?.has(0), (ways[cell]?.size ?? 0) > 1]).toEqual([shown, true, true]);
        else expect(count).toBeGreaterThanOrEqual(FEWEST);
      });
    }
  });

  test('[Q8] whatever the cells: all are told, or one, or none, and who is kept back is in company', () => {
    const counts = fc.array(fc.nat(15), { minLength: 2, maxLength: 7 });
    fc.assert(
      fc.property(counts, (given) => {
        const names = given.map((_, index) => `c${index}`);
        const { cells } = disclose(names, Object.fromEntries(given.map((count, index) => [`c${index}`, count])));
        const back = given.filter((_, index) => cells[`c${index}`] === null);
        const people = back.reduce((sum, count) => sum + count, 0);
        const told = given.length - back.length;
        expect(told === given.length || told === 0 || (told === 1 && people >= FEWEST)).toBe(true);
      }),
    );
  });

  test('[Q9] the sheets are spent when all is told, or the jury is closed', () => {
    const asked = play(voting, [[ORGANISER, open('after', { about })]]);
    expect(spentSurveys(asked.jury)).toEqual([]);
    expect(spentSurveys(play(asked, [[ORGANISER, close('after')]]).jury)).toEqual(['before', 'midway', 'after']);
    const over = play(midway, [[ORGANISER, close('midway')]]).jury;
    expect(spentSurveys(over)).toEqual([]);
    expect(spentSurveys({ ...over, charter: { ...over.charter, stage: 'closed' } })).toEqual(['midway']);
  });

  test('[Q10] are public with the verdict, not before', () => {
    const asked = play(voting, [[ORGANISER, open('after', { about })]]);
    const told = play(
      play(
        asked,
        everyone(asked, 'after', (index) => ({ position: index < 9 ? 'agree' : 'disagree' })),
      ),
      [[ORGANISER, close('after')]],
    );
    expect(publicRecord(told.jury, {})?.surveys).toBeNull();
    const published = { ...told.jury, verdict: { ...told.jury.verdict, publishedAt: 1 } };
    expect(publicRecord(published, {})?.surveys).toMatchObject({
      statement: about,
      surveys: { after: { position: { answers: 20, cells: { disagree: 11, between: null, agree: null } } } },
    });
    expect(publicRecord(juryAfter('voting').jury, {})?.surveys).toBeNull();
  });
});
