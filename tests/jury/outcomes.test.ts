import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { recommendationRows } from '../../src/lib/jury/publication/csv.ts';
import { lateTranslationsIn } from '../../src/lib/jury/publication/published-words.ts';
import type { Command } from '../../src/lib/jury/commands.ts';
import { publicRecord } from '../../src/lib/jury/publication/record.ts';
import { recordSchema } from '../../src/lib/jury/publication/record-schema.ts';
import { fixedPart } from '../../src/lib/jury/publication/versions.ts';
import { USUAL_STATEMENT_HOURS } from '../../src/lib/jury/charter/decision-rule.ts';
import { viewJury } from '../../src/lib/jury/view.ts';
import {
  FACILITATOR,
  OFFICER,
  ORGANISER,
  OVERSIGHT,
  RELEASE,
  START,
  approve,
  approvedByAll,
  codeOf,
  eventsOf,
  juror,
  juryAfter,
  juryAt,
  play,
  publish,
  sitting,
  vote,
} from '../support/jury.ts';
import type { Played, Step } from '../support/jury.ts';

const state = (base: number, text = 'Buses run all night.', ballot = 'B1') =>
  ({ type: 'state-outcome', ballot, base, text, next: 'The city answers by June.', reviewOn: '2027-09-01' }) as const;
const agree = (version: number, ballot = 'B1') => ({ type: 'agree-outcome', ballot, version }) as const;
const decided = juryAfter('voting');
const stated = play(decided, [[OFFICER, state(0)]]);
const HOUR = 60 * 60_000;

describe('the outcome in words', () => {
  test('[V115] is stated by the two offices when the result is certified', () => {
    const opened = play(juryAt('voting'), [[OFFICER, { type: 'open-ballot', recommendation: 'R1' }]]);
    expect(codeOf(opened, OFFICER, state(0))).toBe('ballot-not-closed');
    const closed = play(opened, [[OFFICER, { type: 'close-ballot', ballot: 'B1' }]]);
    expect(codeOf(closed, OFFICER, state(0))).toBe('ballots-uncertified');
    expect(codeOf(decided, OFFICER, state(0, 'Words.', 'B9'))).toBe('unknown-ballot');
    for (const actor of [FACILITATOR, OVERSIGHT, juror(1)])
      expect(codeOf(decided, actor, state(0))).toBe('not-allowed');
    for (const actor of [OFFICER, ORGANISER]) expect(eventsOf(decided, actor, state(0))).toHaveLength(1);
    expect(codeOf(decided, OFFICER, { ...state(0), reviewOn: '2027-01-11' })).toBe('review-too-early');
  });

  test('[V115] is revised by whoever has seen what stands, and every version is kept', () => {
    expect(codeOf(stated, ORGANISER, state(0))).toBe('outcome-changed');
    const revised = play(stated, [
      [juror(1), agree(1)],
      [ORGANISER, state(1, 'Buses run from May.')],
    ]);
    const [outcome] = revised.jury.verdict.outcomes;
    expect(outcome?.versions.map(({ text, agreed }) => [text.text, agreed.count])).toEqual([
      ['Buses run all night.', 1],
      ['Buses run from May.', 0],
    ]);
  });

  test('[V115] asks everybody for approval again, and waits until a release is withdrawn', () => {
    expect(decided.jury.verdict.approvals.count).toBe(11);
    expect(stated.jury.verdict.approvals.count).toBe(0);
    const proposed = play(decided, RELEASE.slice(0, 1));
    expect(codeOf(proposed, OFFICER, state(0))).toBe('release-proposed-already');
  });

  test('[V116] a juror agrees once, with the words that stand', () => {
    expect(codeOf(decided, juror(1), agree(1))).toBe('unknown-outcome');
    expect(codeOf(stated, juror(1), agree(2))).toBe('outcome-changed');
    const agreed = play(stated, [[juror(1), agree(1)]]);
    expect(codeOf(agreed, juror(1), agree(1))).toBe('already-agreed');
    for (const actor of [OFFICER, ORGANISER]) expect(codeOf(stated, actor, agree(1))).toBe('not-allowed');
    const seen = (seat: string) =>
      viewJury(agreed.jury, { role: 'juror', seat }).verdict?.outcomes[0]?.versions[0]?.agreed;
    expect([seen('S01'), seen('S02')]).toEqual([
      { count: 1, seats: ['S01'] },
      { count: 1, seats: [] },
    ]);
    // Agreeing changes nothing that was approved.
    expect(play(approve(stated, 5), [[juror(9), agree(1)]]).jury.verdict.approvals.count).toBe(5);
  });

  test('[V116] is published with how many agree, its history, and in the table', () => {
    const revised = play(stated, [
      [juror(1), agree(1)],
      [ORGANISER, state(1, 'Buses run from May.')],
      [juror(1), agree(2)],
      [juror(2), agree(2)],
    ]);
    const { jury } = publish(approvedByAll(revised));
    const record = publicRecord(jury, {});
    const [first, second] = record?.verdict?.recommendations ?? [];
    expect(first?.stated).toMatchObject({
      text: 'Buses run from May.',
      reviewOn: '2027-09-01',
      agreed: 2,
      jurors: 20,
      earlier: [{ text: 'Buses run all night.', agreed: 1 }],
    });
    expect(second).not.toHaveProperty('stated');
    expect(v.is(recordSchema, JSON.parse(JSON.stringify(record)))).toBe(true);
    const [columns = [], row = []] = recommendationRows({ verdict: record?.verdict ?? null });
    expect([row[columns.indexOf('outcome_stated')], row[columns.indexOf('outcome_agreed')]]).toEqual([
      'Buses run from May.',
      2,
    ]);
  });
});

describe('[P92] the outcome in words as a place of the verdict', () => {
  const words = { text: 'Автобусы ходят всю ночь.', next: 'Город ответит к июню.' };
  const translate = (type: 'add-translation' | 'propose-translation', other: object = words) =>
    [ORGANISER, { type, of: 'R1-outcome', language: 'ru', text: '-', ...other } as Command] as const;
  const before = play(stated, [translate('add-translation')]);
  const published = publish(approvedByAll(before));
  const verdictOf = ({ jury }: Played) => publicRecord(jury, {})!.verdict!;
  const first = (played: Played) => verdictOf(played).recommendations[0]!;

  test('is translated before the release, with both its texts and nothing else', () => {
    expect(codeOf(stated, ...translate('add-translation', { text: 'Да.' }))).toBe('translation-incomplete');
    expect(codeOf(stated, ...translate('add-translation', { ...words, title: 'Да' }))).toBe('translation-says-more');
    expect(codeOf(decided, ...translate('add-translation'))).toBe('unknown-place');
    expect(first(published).stated?.translations).toEqual([{ language: 'ru', ...words }]);
    expect(v.is(recordSchema, JSON.parse(JSON.stringify(publicRecord(published.jury, {}))))).toBe(true);
  });

  test('has no translation of words that were revised, also where only what happens next was', () => {
    const next = { ...state(1), next: 'Nobody knows.' };
    const revised = publish(approvedByAll(play(before, [[ORGANISER, next]])));
    expect(first(revised).stated).not.toHaveProperty('translations');
  });

  test('is translated and corrected later, which makes a version for the correction alone', () => {
    const kazakh = { ...words, language: 'kk', text: 'Автобус түні бойы жүреді.' };
    const later = play(published, [
      translate('propose-translation', kazakh),
      [OVERSIGHT, { type: 'agree-translation', translation: 'T1' }],
    ]);
    expect(first(later).stated?.translations?.map(({ id, language }) => [id, language])).toEqual([
      [undefined, 'ru'],
      ['T1', 'kk'],
    ]);
    expect(lateTranslationsIn(verdictOf(later)).map(({ of }) => of)).toEqual(['R1-outcome']);
    expect(fixedPart('J', verdictOf(later))).toEqual(fixedPart('J', verdictOf(published)));
    expect(codeOf(published, ...translate('propose-translation', { ...words, of: 'R2-outcome' }))).toBe(
      'unknown-place',
    );
    const corrected = play(later, [
      [ORGANISER, { type: 'propose-erratum', where: 'R1-outcome', note: 'From June.' }],
      [OVERSIGHT, { type: 'agree-erratum', erratum: 'C1' }],
    ]);
    expect(verdictOf(corrected).errata).toMatchObject([{ where: 'R1-outcome' }]);
    expect(fixedPart('J', verdictOf(corrected)).version).toBe(2);
    const unstated = publish(approvedByAll(decided));
    const correct = { type: 'propose-erratum', where: 'R1-outcome', note: 'From June.' } as const;
    expect(codeOf(unstated, ORGANISER, correct)).toBe('unknown-place');
  });
});

describe('the usual end of statements', () => {
  const until = ({ jury }: Played) => jury.verdict.statementsUntil ?? 0;
  const closedAt = (played: Played, now: number, ballot = 'B1'): Played =>
    play(
      play(played, [[OFFICER, { type: 'open-ballot', recommendation: ballot === 'B1' ? 'R1' : 'R2' }]]),
      [[OFFICER, { type: 'close-ballot', ballot }]],
      { now },
    );

  test('[V117] comes with the close of a vote, and later with the next', () => {
    const first = closedAt(juryAt('voting'), START + HOUR);
    expect(until(first)).toBe(START + (1 + USUAL_STATEMENT_HOURS) * HOUR);
    const second = closedAt(first, START + 9 * HOUR, 'B2');
    expect(until(second)).toBe(START + (9 + USUAL_STATEMENT_HOURS) * HOUR);
    const write = { type: 'write-minority-statement', recommendation: 'R1', text: 'We fear it.' } as const;
    expect(eventsOf(second, juror(1), write, { now: until(second) - 1 })).toHaveLength(1);
    expect(codeOf(second, juror(1), write, { now: until(second) })).toBe('statements-closed');
  });

  test('[V117] is as long as the rule says, and none by hand is earlier', () => {
    const short = closedAt(juryAt('voting', { rule: { statementHours: 2 } }), START + HOUR);
    expect(until(short)).toBe(START + 3 * HOUR);
    const end = (at: number) => ({ type: 'set-statement-deadline', until: at }) as const;
    expect(codeOf(decided, OFFICER, end(until(decided) - 1))).toBe('deadline-not-shortened');
    const byHand = play(decided, [[OFFICER, end(until(decided) + HOUR)]]);
    expect(byHand.jury.verdict).not.toHaveProperty('statementsUsual');
    // What was set by hand is waited out, whoever has approved.
    const agreed = play(approvedByAll(byHand), RELEASE.slice(0, 2));
    expect(agreed.jury.verdict.release?.at).toBe(until(byHand));
  });

  test('[V117] is waited out for those who have not approved, and where all have there is nobody to wait for', () => {
    const agreed = (from: Played) => play(from, RELEASE.slice(0, 2)).jury.verdict.release?.at ?? 0;
    expect(agreed(decided)).toBe(until(decided));
    const all = approvedByAll(decided);
    expect(agreed(all)).toBeLessThan(until(decided));
  });
});

test('[V118] the first count of a tie between options stands beside the second, and in the way of no older hash', () => {
  const voted = vote(vote(juryAt('voting'), 'R1', { for: 18 }), 'R2', { for: 2, against: 16 });
  const round = (from: Played, ballot: string, undecided: boolean): Played =>
    play(from, [
      [OFFICER, { type: 'open-poll', poll: 'P1' }],
      ...sitting(from).map((actor, at): Step => {
        const places = undecided && at % 2 === 0 ? { a: 1, b: 2 } : { a: 2, b: 1 };
        return [actor, { type: 'cast-ranking', ballot, places }];
      }),
      [OFFICER, { type: 'close-ballot', ballot }],
      [OFFICER, { type: 'certify-ballot', ballot }],
    ]);
  const written = play(voted, [
    [FACILITATOR, { type: 'write-poll', form: 'ranking', text: 'Which first?', options: ['Bus', 'Tram'] }],
  ]);
  const { jury } = publish(approvedByAll(round(round(written, 'B3', true), 'B4', false)));
  const record = publicRecord(jury, {});
  const verdict = record?.verdict;
  expect(verdict?.polls[0]?.ballot).toMatchObject({
    decision: { outcome: 'decided', winner: 'b' },
    tiedBefore: { outcome: 'tie', winner: null, ranked: { preferred: { a: { b: 10 }, b: { a: 10 } } } },
  });
  expect(v.is(recordSchema, JSON.parse(JSON.stringify(record)))).toBe(true);
  expect(JSON.stringify(verdict && fixedPart(jury.id, verdict))).not.toContain('tiedBefore');
});
