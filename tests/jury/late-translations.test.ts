import canonicalize from 'canonicalize';
import { describe, expect, test } from 'vitest';
import { publicRecord } from '../../src/lib/jury/publication/record.ts';
import { fixedPart, versionsOf } from '../../src/lib/jury/publication/versions.ts';
import { AUTHORITY, ORGANISER, OVERSIGHT, approve, codeOf, juror, juryAfter, play, publish } from '../support/jury.ts';
import type { Played } from '../support/jury.ts';

const verdictOf = ({ jury }: Played) => {
  const verdict = publicRecord(jury, {})?.verdict;
  if (!verdict) throw new Error('There is no verdict yet.');
  return verdict;
};
const hashed = (played: Played) => canonicalize(fixedPart(played.jury.id, verdictOf(played)));

const whole = { title: 'Автобусы', text: 'Пусть ходят.', rationale: 'Люди ездят.' };
const propose = (of: string, words: object = whole, language: 'en' | 'ru' | 'kk' = 'ru') =>
  ({ type: 'propose-translation', of, language, text: 'Мы против.', ...words }) as const;
const agree = (translation = 'T1') => ({ type: 'agree-translation', translation }) as const;
const drop = (translation = 'T1') => ({ type: 'drop-translation', translation }) as const;

const stated = play(juryAfter('voting'), [
  [juror(1), { type: 'write-minority-statement', recommendation: 'R1', text: 'We fear the cost.' }],
  [juror(2), { type: 'join-minority-statement', statement: 'N1' }],
  [juror(3), { type: 'write-minority-statement', recommendation: 'R1', text: 'Nobody joins me.' }],
  [juror(3), { type: 'write-jury-statement', text: 'We came as strangers.', base: 0 }],
  [ORGANISER, { type: 'add-translation', of: 'statement', language: 'ru', text: 'Мы пришли чужими.' }],
]);
const published = publish(approve(stated, 11));
const agreed = (from: Played, step: ReturnType<typeof propose>): Played =>
  play(from, [
    [ORGANISER, step],
    [OVERSIGHT, agree(`T${from.jury.verdict.lateTranslations.length + 1}`)],
  ]);

describe('[P50] a translation that comes when the verdict is out', () => {
  test('takes two, and stands nowhere before both have said so', () => {
    const proposed = play(published, [[ORGANISER, propose('R1')]]);
    expect(verdictOf(proposed)).toEqual(verdictOf(published));
    for (const actor of [OVERSIGHT, juror(1), AUTHORITY])
      expect(codeOf(published, actor, propose('R1'))).toBe('not-allowed');
    for (const actor of [ORGANISER, juror(1), AUTHORITY]) expect(codeOf(proposed, actor, agree())).toBe('not-allowed');
    expect(codeOf(juryAfter('voting'), ORGANISER, propose('R1'))).toBe('wrong-stage');
    const [first] = verdictOf(play(proposed, [[OVERSIGHT, agree()]])).recommendations;
    expect(first).toMatchObject({
      title: 'Run buses all night',
      translations: [{ id: 'T1', language: 'ru', ...whole }],
    });
  });

  test('[P91] in which a name was found takes a word on why it may stand', () => {
    const proposed = play(published, [[ORGANISER, propose('R1')]]);
    const found = { facts: { findings: 2 } };
    expect(codeOf(proposed, OVERSIGHT, agree(), found)).toBe('findings-unexplained');
    const explained = play(proposed, [[OVERSIGHT, { ...agree(), why: 'It is a street.' }]], found);
    expect(explained.jury.verdict.lateTranslations[0]).toMatchObject({ why: { text: 'It is a street.' } });
    expect(JSON.stringify(verdictOf(explained))).not.toContain('a street');
  });

  test('is decided once', () => {
    const proposed = play(published, [[ORGANISER, propose('R1')]]);
    const dropped = play(proposed, [[OVERSIGHT, drop()]]);
    expect(verdictOf(dropped)).toEqual(verdictOf(published));
    expect(codeOf(dropped, OVERSIGHT, agree())).toBe('translation-closed');
    expect(codeOf(agreed(published, propose('R1')), ORGANISER, drop())).toBe('translation-closed');
    expect(codeOf(published, OVERSIGHT, agree('T7'))).toBe('unknown-translation');
    expect(play(proposed, [[ORGANISER, drop()]]).jury.verdict.lateTranslations[0]?.state).toBe('dropped');
  });

  test('is whole, of what jurors wrote and what is published, into another language', () => {
    expect(codeOf(published, ORGANISER, propose('R1', { ...whole, rationale: undefined }))).toBe(
      'translation-incomplete',
    );
    for (const of of ['R7', 'N2', 'verdict', 'E1'])
      expect(codeOf(published, ORGANISER, propose(of))).toBe('unknown-place');
    const language = published.jury.verdict.release?.language ?? 'en';
    expect(codeOf(published, ORGANISER, propose('N1', {}, language))).toBe('translation-of-original');
  });

  test('takes away none before it, of the statement, of a minority or of a recommendation', () => {
    const once = agreed(published, propose('statement', { text: 'Мы пришли незнакомыми.' }));
    const twice = agreed(agreed(once, propose('statement', { text: 'Незнакомцами пришли мы.' })), propose('N1', {}));
    const { statement, recommendations } = verdictOf(twice);
    expect(statement?.translations).toMatchObject([
      { language: 'ru', text: 'Мы пришли чужими.' },
      { id: 'T1', text: 'Мы пришли незнакомыми.' },
      { id: 'T2', text: 'Незнакомцами пришли мы.' },
    ]);
    expect(statement?.translations?.[0]).not.toHaveProperty('at');
    expect(recommendations[0]?.minorityStatements).toMatchObject([{ id: 'N1', translations: [{ id: 'T3' }] }]);
  });

  test('makes no version and changes no hash', () => {
    const more = [propose('R1'), propose('N1', {}), propose('statement', {})].reduce(agreed, published);
    expect(hashed(more)).toBe(hashed(published));
    expect(versionsOf(verdictOf(more))).toEqual(versionsOf(verdictOf(published)));
    // The one from before is part of it.
    expect(hashed(published)).toContain('Мы пришли чужими.');
  });
});
