import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { lateTranslationsIn } from '../../src/lib/jury/publication/published-words.ts';
import { recordSchema } from '../../src/lib/jury/publication/record-schema.ts';
import { publicRecord } from '../../src/lib/jury/publication/record.ts';
import { EXTRAS } from '../../src/lib/jury/verdict/extras.ts';
import { partsOf } from '../../src/lib/jury/verdict/translation-rules.ts';
import {
  FACILITATOR,
  ORGANISER,
  OVERSIGHT,
  advance,
  approve,
  eventsOf,
  juror,
  juryAt,
  play,
  publish,
  record,
  refusalOf,
  vote,
  wording,
} from '../support/jury.ts';
import type { Played } from '../support/jury.ts';
import { SAID_BESIDES } from './drafting-scenes.ts';

const verdictOf = ({ jury }: Played) => {
  const verdict = publicRecord(jury, {})?.verdict;
  if (!verdict) throw new Error('There is no verdict yet.');
  return verdict;
};

const FOUR = { title: 'Автобусы', text: 'Пусть ходят.', rationale: 'Люди ездят.' };
const BESIDES = {
  byWhen: 'К концу 2028 года.',
  cost: 'Сорок миллионов в год.',
  act: 'Правила перевозок, статья 12',
  lawNow: 'Автобусы ходят до одиннадцати.',
  lawNew: 'Автобусы ходят всю ночь.',
  judgement: 'Никто не должен идти домой пешком.',
};
const ADDED = { act: 'Rules, article 13', lawNew: 'Trams too.' };

/** R1 says all that there is to say, R2 adds something to a law, R3 says nothing besides. */
const voting = play(juryAt('drafting'), [
  [juror(1), { type: 'propose-recommendation', ...wording('Run buses all night'), ...SAID_BESIDES }],
  [juror(1), { type: 'propose-recommendation', ...wording('Run trams'), ...ADDED }],
  [juror(1), { type: 'propose-recommendation', ...wording('Raise the fare') }],
  ...['R1', 'R2', 'R3'].map(
    (recommendation) => [FACILITATOR, { type: 'freeze-recommendation', recommendation, version: 1 }] as const,
  ),
  advance('voting'),
]);
const voted = ['R1', 'R2', 'R3'].reduce((played, id) => vote(played, id, { for: 18, against: 2 }), voting);
const stated = play(voted, [[juror(3), { type: 'write-jury-statement', text: 'We came as strangers.', base: 0 }]]);
const published = publish(approve(stated, 11));

const translate = (of: string, words: object, type: 'add-translation' | 'propose-translation') =>
  ({ type, of, language: 'ru', text: 'Пусть ходят.', ...words }) as const;

describe.each([
  ['add-translation', stated],
  ['propose-translation', published],
] as const)('[P65] what is translated by %s', (type, jury) => {
  const refused = (of: string, words: object) => refusalOf(jury, ORGANISER, translate(of, words, type));

  test('says all that the original says', () => {
    const [event] = eventsOf(jury, ORGANISER, translate('R1', { ...FOUR, ...BESIDES }, type));
    for (const [part, text] of Object.entries({ ...FOUR, ...BESIDES }))
      expect(event).toHaveProperty(`${part}.text`, text);
  });

  test.each(['title', 'rationale', ...EXTRAS])('is refused without its %s, which the refusal names', (part) => {
    for (const left of [undefined, ''])
      expect(refused('R1', { ...FOUR, ...BESIDES, [part]: left })).toEqual({
        code: 'translation-incomplete',
        params: { part },
      });
  });

  test('of several parts that are missing the first is named', () => {
    expect(refused('R1', { ...FOUR, judgement: BESIDES.judgement }).params).toEqual({ part: 'byWhen' });
  });

  test.each(EXTRAS)('says no %s where the original says none', (part) => {
    expect(refused('R3', { ...FOUR, [part]: BESIDES[part] })).toEqual({
      code: 'translation-says-more',
      params: { part },
    });
  });

  test('adds to a law where the original adds, and quotes nothing that stands there now', () => {
    const { act, lawNow, lawNew } = BESIDES;
    expect(eventsOf(jury, ORGANISER, translate('R2', { ...FOUR, act, lawNew }, type))).toHaveLength(1);
    expect(refused('R2', { ...FOUR, act, lawNow, lawNew }).params).toEqual({ part: 'lawNow' });
    expect(refused('R2', { ...FOUR, act }).params).toEqual({ part: 'lawNew' });
  });

  test('has no title and nothing else where the original is one text', () => {
    expect(eventsOf(jury, ORGANISER, translate('statement', {}, type))).toHaveLength(1);
    for (const part of ['title', 'rationale', ...EXTRAS])
      expect(refused('statement', { [part]: 'Что-то.' })).toEqual({ code: 'translation-says-more', params: { part } });
  });

  test('is asked for by the parts of the original', () => {
    const { verdict } = jury.jury;
    expect(partsOf(verdict, 'R1')).toEqual(['title', 'text', 'rationale', ...EXTRAS]);
    expect(partsOf(verdict, 'R2')).toEqual(['title', 'text', 'rationale', 'act', 'lawNew']);
    expect(partsOf(verdict, 'R3')).toEqual(['title', 'text', 'rationale']);
    expect(partsOf(verdict, 'statement')).toEqual(['text']);
  });
});

describe('[P65] in the record', () => {
  const whole = { ...FOUR, ...BESIDES };
  const agreed = (played: Played) => play(played, [[OVERSIGHT, { type: 'agree-translation', translation: 'T1' }]]);

  test('all of it stands, early or late, and the schema knows it', () => {
    const early = publish(approve(play(stated, [[ORGANISER, translate('R1', whole, 'add-translation')]]), 11));
    const late = agreed(play(published, [[ORGANISER, translate('R1', whole, 'propose-translation')]]));
    for (const played of [early, late]) {
      expect(verdictOf(played).recommendations[0]?.translations).toMatchObject([{ language: 'ru', ...whole }]);
      const written: unknown = JSON.parse(JSON.stringify(publicRecord(played.jury, {})));
      const read = v.parse(recordSchema, written);
      expect(read.verdict?.recommendations[0]?.translations).toMatchObject([whole]);
    }
  });

  test('a translation from before stays valid and shows what it has', () => {
    const { recommendations } = published.jury.verdict;
    const content = (text: string) => ({ sha256: '0'.repeat(64), text });
    const old = {
      of: 'R1',
      language: 'ru',
      source: recommendations[0]?.wordingHash ?? '',
      title: content(FOUR.title),
      text: content(FOUR.text),
      rationale: content(FOUR.rationale),
    } as const;
    const early = record(stated, ORGANISER, [{ type: 'translation-added', ...old }], []);
    expect(verdictOf(publish(approve(early, 11))).recommendations[0]?.translations).toEqual([
      { language: 'ru', ...FOUR },
    ]);
    const by = ORGANISER.kind === 'member' ? ORGANISER.id : '';
    const late = record(published, ORGANISER, [{ type: 'translation-proposed', translation: 'T1', by, ...old }], []);
    const [shown] = verdictOf(agreed(late)).recommendations[0]?.translations ?? [];
    expect(shown).toMatchObject({ id: 'T1', ...FOUR });
    for (const extra of EXTRAS) expect(shown).not.toHaveProperty(extra);
  });

  test('[P66] those that came later are told in the order in which they came, each with its place', () => {
    const twice = play(published, [
      [ORGANISER, translate('R1', whole, 'propose-translation')],
      [ORGANISER, translate('statement', {}, 'propose-translation')],
      [OVERSIGHT, { type: 'agree-translation', translation: 'T2' }],
      [OVERSIGHT, { type: 'agree-translation', translation: 'T1' }],
    ]);
    expect(lateTranslationsIn(verdictOf(twice)).map(({ id, of }) => [id, of])).toEqual([
      ['T2', 'statement'],
      ['T1', 'R1'],
    ]);
    expect(lateTranslationsIn(verdictOf(published))).toEqual([]);
  });
});
