/** What followers read in their mail: each kind of letter once, in each language, with the facts of a real jury. */
import { describe, expect, test } from 'vitest';
import { writeLetter } from '../../src/lib/i18n/letters.ts';
import type { About } from '../../src/lib/i18n/letters.ts';
import { occasionsOf } from '../../src/lib/jury/publication/letters.ts';
import { LOCALES } from '../../src/lib/jury/terms.ts';
import type { Locale } from '../../src/lib/jury/terms.ts';
import { AUTHORITY, ORGANISER, OVERSIGHT, START, answer, juryAt, play } from '../support/jury.ts';

const ORIGIN = 'https://jury.example';
const FOLLOW = `${ORIGIN}/follow/key`;

const assign = (responsible: string, because?: string) =>
  [AUTHORITY, { type: 'assign-recommendation', recommendation: 'R1', responsible, because }] as const;

const told = play(juryAt('responding'), [
  [AUTHORITY, { ...answer('R1'), reasons: 'Forty stops are ready.' }],
  [
    AUTHORITY,
    {
      type: 'report-progress',
      recommendation: 'R1',
      progress: 'adopted',
      text: 'The order is signed.',
      correction: false,
    },
  ],
  assign('Roads'),
  assign('Buses', 'The divisions were merged.'),
  [ORGANISER, { type: 'propose-erratum', where: 'R1', note: 'It is 2019.' }],
  [OVERSIGHT, { type: 'agree-erratum', erratum: 'C1' }],
  [
    ORGANISER,
    {
      type: 'propose-translation',
      of: 'R1',
      language: 'ru',
      title: 'Автобусы ночью',
      text: 'Пусть ходят.',
      rationale: 'Люди ездят.',
    },
  ],
  [OVERSIGHT, { type: 'agree-translation', translation: 'T1' }],
  [ORGANISER, { type: 'advance-stage', to: 'closed' }],
]);

const all = told.log
  .flatMap(({ event }) => occasionsOf(told.jury, event))
  .filter(({ to }) => to.kind === 'followers')
  .map(({ letter }) => letter);
/** The last of each kind. */
const letters = [...new Map(all.map((letter) => [letter.kind, letter])).values()];

const about: About = {
  jury: told.jury,
  to: { role: 'follower' },
  ref: null,
  origin: ORIGIN,
  link: null,
  linkUntil: null,
  follow: FOLLOW,
};

const SAYS: Readonly<Record<string, readonly string[]>> = {
  verdict: ['/juries/night-buses'],
  answer: ['Forty stops are ready.', 'R1'],
  report: ['The order is signed.', 'R1'],
  handover: ['Buses', 'The divisions were merged.', 'R1'],
  erratum: ['It is 2019.', '/juries/night-buses#C1'],
  translation: ['R1. Run buses all night', 'Русский', '/juries/night-buses#T1'],
  closed: ['/juries/night-buses', '/juries/night-buses/answers'],
};

test('[P25] [P51] [P66] every kind of letter to those who follow is among these', () => {
  expect(letters.map(({ kind }) => kind).toSorted()).toEqual(Object.keys(SAYS).toSorted());
});

describe.each(letters.map((letter) => [letter.kind, letter] as const))(
  '[P25] [P51] [P66] a letter of the kind %s',
  (kind, letter) => {
    const written = (locale: Locale) => writeLetter(letter, about, locale);

    test.each(LOCALES)('in %s says what happened, where to read it, and how to hear no more', async (locale) => {
      const { subject, text } = await written(locale);
      for (const words of SAYS[kind] ?? []) expect(text).toContain(words);
      expect(text).toContain(ORIGIN);
      expect(text).toContain(FOLLOW);
      expect(subject).not.toMatch(/^\s*$|\n/);
      expect(subject + text).not.toMatch(/undefined|\[object|\{\w+\}/);
    });

    test('is not the same in any two languages', async () => {
      const texts = await Promise.all(LOCALES.map(async (locale) => (await written(locale)).text));
      expect(new Set(texts).size).toBe(LOCALES.length);
    });
  },
);

describe('letters about an empty seat', () => {
  const called = play(juryAt('onboarding'), [
    [ORGANISER, { type: 'vacate-seat', seat: 'S02', reason: 'left' }],
    [ORGANISER, { type: 'call-alternate', vacant: 'S02' }],
  ]);
  const LINK = `${ORIGIN}/enter/key`;
  const to = { ...about, jury: called.jury, follow: null };
  const inEach = async (write: (locale: Locale) => Promise<{ readonly subject: string; readonly text: string }>) => {
    const letters = await Promise.all(LOCALES.map(write));
    for (const { subject, text } of letters) expect(subject + text).not.toMatch(/undefined|null|\[object|\{\w+\}/);
    expect(new Set(letters.map(({ text }) => text)).size).toBe(LOCALES.length);
    return letters;
  };

  test('[R26] to whoever is called: by when to answer, and the way in', async () => {
    const called = { ...to, ref: 'A01', to: { role: 'alternate' }, link: LINK, linkUntil: START };
    for (const { text } of await inEach((locale) => writeLetter({ kind: 'call' }, called, locale))) {
      expect(text).toContain(LINK);
      expect(text).toMatch(/\d{1,2}[:.]\d{2}/);
    }
  });

  test('[R27] to the organisers: which seat, and where one press calls the next', async () => {
    const letter = { kind: 'vacancy', seat: 'A01' } as const;
    for (const { text } of await inEach((locale) =>
      writeLetter(letter, { ...to, to: { role: 'organiser' } }, locale),
    )) {
      expect(text).toContain('A01');
      expect(text).toContain(`${ORIGIN}/organise/night-buses`);
    }
  });
});
