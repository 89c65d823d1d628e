import canonicalize from 'canonicalize';
import { describe, expect, test } from 'vitest';
import { publicRecord } from '../../src/lib/jury/publication/record.ts';
import { fixedPart, verdictIn, versionsOf } from '../../src/lib/jury/publication/versions.ts';
import { PUBLIC } from '../../src/lib/jury/terms.ts';
import { viewEvent, viewJury } from '../../src/lib/jury/view.ts';
import {
  AUTHORITY,
  ORGANISER,
  OVERSIGHT,
  RELEASE,
  answer,
  approve,
  codeOf,
  juror,
  juryAfter,
  juryAt,
  play,
  publish,
} from '../support/jury.ts';
import type { Played } from '../support/jury.ts';

const propose = (where: string, note = 'The report is of 2019.') => ({ type: 'propose-erratum', where, note }) as const;
const agree = (erratum = 'C1') => ({ type: 'agree-erratum', erratum }) as const;
const drop = (erratum = 'C1') => ({ type: 'drop-erratum', erratum }) as const;
const verdictOf = ({ jury }: Played) => {
  const verdict = publicRecord(jury, {})?.verdict;
  if (!verdict) throw new Error('There is no verdict yet.');
  return verdict;
};

const published = juryAt('published');
const proposed = play(published, [[ORGANISER, propose('R1')]]);
const corrected = play(proposed, [[OVERSIGHT, agree()]]);

describe('a correction', () => {
  test('[P30] takes two, and neither is a juror', () => {
    expect(verdictOf(proposed)).toEqual(verdictOf(published));
    expect(codeOf(proposed, ORGANISER, agree())).toBe('not-allowed');
    expect(codeOf(published, OVERSIGHT, propose('R1'))).toBe('not-allowed');
    expect(codeOf(published, juror(1), propose('R1'))).toBe('not-allowed');
    expect(verdictOf(corrected).errata).toMatchObject([{ id: 'C1', where: 'R1', note: 'The report is of 2019.' }]);
  });

  test('[P30] comes after publication, about something that is there', () => {
    expect(codeOf(juryAfter('voting'), ORGANISER, propose('R1'))).toBe('wrong-stage');
    for (const where of ['R9', 'N1', 'E1', 'S01'])
      expect(codeOf(published, ORGANISER, propose(where))).toBe('unknown-place');
    expect(play(published, [[ORGANISER, propose('verdict')]]).jury.verdict.errata).toHaveLength(1);
  });

  test('[P30] is decided once: agreed or dropped', () => {
    const dropped = play(proposed, [[OVERSIGHT, drop()]]);
    expect(verdictOf(dropped)).toEqual(verdictOf(published));
    expect(codeOf(dropped, OVERSIGHT, agree())).toBe('erratum-closed');
    expect(codeOf(corrected, ORGANISER, drop())).toBe('erratum-closed');
    expect(codeOf(published, OVERSIGHT, agree('C7'))).toBe('unknown-erratum');
    expect(play(proposed, [[ORGANISER, drop()]]).jury.verdict.errata[0]?.state).toBe('dropped');
  });

  test('[P91] in which a name was found needs a reason, which the two alone read', () => {
    const found = { facts: { findings: 1 } };
    expect(codeOf(proposed, OVERSIGHT, agree(), found)).toBe('findings-unexplained');
    const explained = play(proposed, [[OVERSIGHT, { ...agree(), why: 'It is a street.' }]], found);
    expect(verdictOf(explained).errata).toEqual(verdictOf(corrected).errata);
    const { event } = explained.log.at(-1)!;
    for (const role of ['organiser', 'oversight'] as const) {
      expect(viewEvent(event, { role })).toMatchObject({ why: { text: 'It is a street.' } });
      expect(viewJury(explained.jury, { role }).verdict?.errata).toMatchObject([{ why: { text: 'It is a street.' } }]);
    }
    for (const role of ['juror', 'authority', 'facilitator'] as const) {
      expect(JSON.stringify(viewEvent(event, { role }))).not.toContain('street');
      expect(JSON.stringify(viewJury(explained.jury, { role }))).not.toContain('It is a street.');
    }
  });

  test('[P30] replaces no word', () => {
    const { errata: _errata, ...words } = verdictOf(corrected);
    expect(words).toEqual(verdictOf(published));
  });
});

describe('the versions', () => {
  const hashed = (played: Played, number: number) => {
    const verdict = verdictIn(verdictOf(played), number);
    return verdict && canonicalize(fixedPart(played.jury.id, verdict));
  };
  const twice = play(corrected, [
    [ORGANISER, propose('verdict', 'A date was wrong.')],
    [OVERSIGHT, agree('C2')],
  ]);

  test('[P31] each correction makes one, and every one can be told', () => {
    expect(versionsOf(verdictOf(published)).map(({ number }) => number)).toEqual([1]);
    expect(versionsOf(verdictOf(twice)).map(({ number }) => number)).toEqual([1, 2, 3]);
    expect(verdictIn(verdictOf(twice), 1)).toEqual(verdictOf(published));
    expect(verdictIn(verdictOf(twice), 2)).toEqual(verdictOf(corrected));
    for (const number of [0, 4, 1.5, Number.NaN]) expect(verdictIn(verdictOf(twice), number)).toBeNull();
  });

  test('[P31] keep their hash whatever comes later', () => {
    const answered = play(twice, [[AUTHORITY, answer('R1')]]);
    expect(hashed(answered, 1)).toBe(hashed(published, 1));
    expect(hashed(answered, 2)).toBe(hashed(corrected, 2));
    expect(new Set([1, 2, 3].map((number) => hashed(answered, number))).size).toBe(3);
  });

  test('[P31] also when the public observes something, be it shown or kept back', () => {
    const answered = play(published, [[AUTHORITY, answer('R1')]]);
    const observed = play(answered, [
      [PUBLIC, { type: 'observe-implementation', recommendation: 'R1', text: 'The lane was painted in May.' }],
      [PUBLIC, { type: 'observe-implementation', recommendation: 'R1', text: 'Buy our paint.' }],
    ]);
    const [shown = '', kept = ''] = observed.jury.response.observations.waiting.map(({ id }) => id);
    const read = play(observed, [
      [OVERSIGHT, { type: 'show-observation', observation: shown }],
      [OVERSIGHT, { type: 'refuse-observation', observation: kept, rule: 'advertising' }],
    ]);
    expect(verdictOf(read).recommendations[0]?.observations).toHaveLength(1);
    expect(hashed(read, 1)).toBe(hashed(published, 1));
  });

  test('[P31] [P61] also when the authority says that it has a recommendation', () => {
    const received = play(published, [[AUTHORITY, { type: 'acknowledge-recommendation', recommendation: 'R1' }]]);
    expect(hashed(received, 1)).toBe(hashed(published, 1));
  });

  test('[P31] also when a juror no longer speaks for the jury', () => {
    const speaking = publish(
      play(juryAfter('voting'), [
        [juror(1), { type: 'offer-to-speak', name: 'Aru' }],
        ...Array.from(
          { length: 11 },
          (_, at) => [juror(at + 1), { type: 'confirm-spokesperson', spokesperson: 'S01' }] as const,
        ),
      ]),
    );
    const silent = play(speaking, [[juror(1), { type: 'stop-speaking' }]]);
    expect(verdictOf(speaking).spokespersons).toEqual(['Aru']);
    expect(hashed(silent, 1)).toBe(hashed(speaking, 1));
  });
});

describe('a translation', () => {
  const whole = { title: 'Автобусы', text: 'Пусть ходят.', rationale: 'Люди ездят.' };
  const into = (of: string, language: 'en' | 'ru' | 'kk', words: object = whole) =>
    ({ type: 'add-translation', of, language, text: 'Мы против.', ...words }) as const;
  const stated = play(juryAfter('voting'), [
    [juror(1), { type: 'write-minority-statement', recommendation: 'R1', text: 'We fear the cost.' }],
    [juror(2), { type: 'join-minority-statement', statement: 'N1' }],
    [juror(3), { type: 'write-jury-statement', text: 'We came as strangers.', base: 0 }],
  ]);
  const translated = play(stated, [
    [ORGANISER, into('R1', 'ru')],
    [ORGANISER, into('N1', 'ru', {})],
    [ORGANISER, into('statement', 'ru', { text: 'Мы пришли чужими.' })],
  ]);

  test('[V56] stands beside the words and not in their place', () => {
    const before = verdictOf(publish(approve(stated, 11)));
    const verdict = verdictOf(publish(approve(translated, 11)));
    const [first] = verdict.recommendations;
    expect(first).toMatchObject({ title: 'Run buses all night', text: before.recommendations[0]?.text });
    expect(first?.translations).toEqual([{ language: 'ru', ...whole }]);
    expect(first?.minorityStatements[0]).toMatchObject({
      text: 'We fear the cost.',
      translations: [{ text: 'Мы против.' }],
    });
    expect(verdict.statement).toMatchObject({ text: 'We came as strangers.', translations: [{ language: 'ru' }] });
    expect(first?.wordingHash).toBe(before.recommendations[0]?.wordingHash);
  });

  test('[V56] is whole, of words that are there and frozen, by the organiser alone', () => {
    expect(codeOf(stated, ORGANISER, into('R1', 'ru', { title: undefined }))).toBe('translation-incomplete');
    expect(codeOf(stated, ORGANISER, into('R7', 'ru'))).toBe('unknown-place');
    expect(codeOf(juryAfter('voting'), ORGANISER, into('statement', 'ru'))).toBe('unknown-place');
    for (const actor of [OVERSIGHT, juror(1), AUTHORITY])
      expect(codeOf(stated, actor, into('R1', 'ru'))).toBe('not-allowed');
  });

  test('[V56] the newest counts, and none into the language in which the jurors wrote', () => {
    const anew = play(translated, [
      [ORGANISER, into('N1', 'ru', { text: 'Мы боимся расходов.' })],
      [ORGANISER, into('N1', 'en', { text: 'We are against it.' })],
    ]);
    const [first] = verdictOf(publish(approve(anew, 11))).recommendations;
    expect(first?.minorityStatements[0]?.translations).toEqual([{ language: 'ru', text: 'Мы боимся расходов.' }]);
  });

  test('[V56] falls with the words that it was made from', () => {
    const rewritten = play(translated, [
      [juror(4), { type: 'write-jury-statement', text: 'We came as neighbours.', base: 1 }],
    ]);
    expect(verdictOf(publish(approve(rewritten, 11))).statement).toEqual({ text: 'We came as neighbours.' });
  });

  test('[V56] is not added while a release is proposed, nor when the verdict is out', () => {
    const proposedNow = play(approve(translated, 11), RELEASE.slice(0, 1));
    expect(codeOf(proposedNow, ORGANISER, into('R1', 'kk'))).toBe('release-proposed-already');
    expect(codeOf(published, ORGANISER, into('R1', 'kk'))).toBe('wrong-stage');
  });
});
