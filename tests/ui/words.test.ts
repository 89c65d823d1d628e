import { afterEach, describe, expect, it } from 'vitest';
import { overwriteGetLocale } from '../../src/lib/i18n/compiled/runtime.js';
import {
  formatDay,
  formatDeadline,
  formatDueDay,
  formatList,
  formatMoment,
  formatNumber,
  formatShare,
  formatTime,
  pick,
} from '../../src/lib/i18n/format.ts';
import { localeOf } from '../../src/lib/i18n/locale.ts';
import { explainRefusal } from '../../src/lib/i18n/refusal.ts';
import { term, termOptions } from '../../src/lib/i18n/terms.ts';
import { LOCALES, type Locale } from '../../src/lib/jury/terms.ts';
import { sayTimeLeft, thresholdReached } from '../../src/lib/ui/time-left.ts';

const speak = (locale: Locale) => overwriteGetLocale(() => locale);
afterEach(() => speak('en'));

const WEDNESDAY = Date.UTC(2027, 2, 31, 13, 5);
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

describe('dates and numbers', () => {
  it('are written as English, Russian and Kazakh write them', () => {
    const said = Object.fromEntries(
      LOCALES.map((locale) => {
        speak(locale);
        return [
          locale,
          [
            formatDay('2027-03-31'),
            formatDueDay('2027-03-31'),
            formatDeadline(WEDNESDAY, 'Asia/Almaty'),
            formatShare(0.634),
            formatNumber(12345),
          ].map(plain),
        ];
      }),
    );
    expect(said).toEqual({
      en: ['31 March 2027', 'Wednesday, 31 March 2027', 'Wednesday, 31 March 2027 at 18:05 GMT+5', '63%', '12,345'],
      ru: ['31 марта 2027 г.', 'среда, 31 марта 2027 г.', 'среда, 31 марта 2027 г. в 18:05 GMT+5', '63 %', '12 345'],
      kk: [
        '2027 ж. 31 наурыз',
        '2027 ж. 31 наурыз, сәрсенбі',
        '2027 ж. 31 наурыз, сәрсенбі, 18:05 GMT+5',
        '63 %',
        '12 345',
      ],
    });
  });

  it('take the day and the hour of the given time zone', () => {
    speak('kk');
    const newYear = Date.UTC(2026, 11, 31, 20, 30);
    expect(formatMoment(newYear, 'Asia/Almaty')).toBe('2027 ж. 1 қаңтар, 01:30');
    expect(formatTime(newYear, 'Asia/Almaty')).toBe('01:30');
  });

  it('lists and translated texts follow the language', () => {
    speak('kk');
    expect(formatList(['нан', 'тұз', 'шай'])).toBe('нан, тұз және шай');
    expect(formatList(['нан'])).toBe('нан');
    expect(pick({ en: 'a', ru: 'б', kk: 'ә' })).toBe('ә');
  });
});

describe('the language of a page', () => {
  const asked = (path: string, headers: Record<string, string>) =>
    localeOf(new Request(`https://alqa.example${path}`, { headers }));

  it('is the one in the address, then the one remembered, then the browser’s, then English', () => {
    const headers = { cookie: 'a=b; alqa_locale=kk', 'accept-language': 'ru-RU,ru;q=0.9' };
    expect(asked('/?lang=en', headers)).toBe('en');
    expect(asked('/', headers)).toBe('kk');
    expect(asked('/', { 'accept-language': headers['accept-language'] })).toBe('ru');
    expect(asked('/', { 'accept-language': 'kk-KZ,ru;q=0.8' })).toBe('kk');
    expect(asked('/', { 'accept-language': 'de' })).toBe('en');
  });

  it('is never one that we do not speak', () => {
    expect(asked('/?lang=xx', { cookie: 'alqa_locale=zz; not_alqa_locale=ru' })).toBe('en');
  });
});

describe('refusals and terms', () => {
  it('name the facts when all are there, and speak generally when one is missing', () => {
    expect(explainRefusal({ code: 'seats-out-of-range', params: { min: 15, max: 25 } })).toContain('from 15 to 25');
    for (const params of [undefined, { min: 15 }]) {
      expect(explainRefusal({ code: 'seats-out-of-range', params })).toMatch(/^The number of seats is outside/);
    }
  });

  it('say a stage by its label', () => {
    speak('ru');
    expect(explainRefusal({ code: 'wrong-stage', params: { stage: 'learning' } })).toContain('«Изучение»');
  });

  it('take an unknown code for a failure of ours', () => {
    expect(explainRefusal({ code: 'from-tomorrow' })).toBe(explainRefusal({ code: 'internal' }));
    expect(explainRefusal({ code: 'toString' })).toBe(explainRefusal({ code: 'internal' }));
  });

  it('terms come in the order of the rules', () => {
    expect(termOptions('outcome').map((option) => option.label)).toEqual([
      'Adopted',
      'Not adopted',
      'No quorum',
      'Tie',
    ]);
    speak('kk');
    expect(term('role', 'returning-officer')).toBe('Дауыс беруге жауапты');
  });
});

describe('time left', () => {
  it('is said in the largest unit that tells something, and by the plural rules', () => {
    const MINUTE = 60_000;
    expect([30_000, MINUTE, 3.2 * MINUTE, 100 * MINUTE, 5 * 1440 * MINUTE, 0, -90_000].map(sayTimeLeft)).toEqual([
      '30 s left',
      '1 min left',
      '4 min left',
      '2 hours left',
      '5 days left',
      'Time is up',
      'Over time by 1 min',
    ]);
    speak('ru');
    expect([3, 5, 21].map((days) => sayTimeLeft(days * 1440 * MINUTE))).toEqual([
      'Осталось 3 дня',
      'Осталось 5 дней',
      'Остался 21 день',
    ]);
  });

  it('is spoken aloud at five minutes, one minute and the end', () => {
    expect([400_000, 300_000, 61_000, 60_000, 1, 0, -5].map(thresholdReached)).toEqual([
      undefined,
      300_000,
      300_000,
      60_000,
      60_000,
      0,
      0,
    ]);
  });
});
