import { describe, expect, test } from 'vitest';
import { dayAt, formatLastDay, isOver } from '../../src/lib/i18n/deadline.ts';
import { languageOf } from '../../src/routes/juries/language.ts';
import { answerSteps } from '../../src/routes/juries/answer-steps.ts';

test.each([
  ['Газ в каждый дом', 'ru'],
  ['Жаңа автобустар', 'kk'],
  ['Close the old town', 'en'],
  ['2029', undefined],
])('“%s” is written in %s', (text, language) => expect(languageOf(text)).toBe(language));

describe('a deadline', () => {
  const last = Date.parse('2027-05-14T18:59:59Z');

  test('lasts to midnight in Kazakhstan', () => {
    expect(dayAt(last)).toBe('2027-05-14');
    expect(isOver('2027-05-14', last)).toBe(false);
    expect(isOver('2027-05-14', last + 1_000)).toBe(true);
  });

  test('is said with its weekday and its time zone', () => {
    expect(formatLastDay('2027-05-14')).toMatch(/Friday,? 14 May 2027.*GMT\+5/);
  });
});

describe('the steps of an answer', () => {
  const course = { publishedAt: 0, respondBy: '2027-05-14', now: Date.parse('2027-05-01') };
  const answer = { recommendation: 'R1', reasons: { sha256: '', text: '' }, responsible: 'Akimat', at: 0 };
  const states = (steps: ReturnType<typeof answerSteps>) => steps.map((step) => step.state);

  test('wait for the day, then stand still', () => {
    expect(states(answerSteps({ ...course, newest: undefined }))).toEqual(['done', 'now', 'later']);
    const late = { ...course, newest: undefined, now: Date.parse('2027-06-01') };
    expect(states(answerSteps(late))).toEqual(['done', 'blocked', 'later']);
  });

  test('end with the answer where nothing more is promised', () => {
    const rejected = { ...answer, position: 'rejected' as const, until: '2028-01-01' };
    expect(states(answerSteps({ ...course, newest: rejected }))).toEqual(['done', 'done']);
  });

  test('show a promise and when it is broken', () => {
    const accepted = { ...answer, position: 'accepted' as const, until: '2027-05-10' };
    expect(states(answerSteps({ ...course, newest: accepted }))).toEqual(['done', 'done', 'now']);
    const late = { ...course, newest: accepted, now: Date.parse('2027-05-12') };
    expect(states(answerSteps(late))).toEqual(['done', 'done', 'blocked']);
  });
});
