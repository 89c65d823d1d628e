import { describe, expect, test } from 'vitest';
import { overwriteGetLocale } from '../../src/lib/i18n/compiled/runtime.js';
import { COLUMNS } from '../../src/lib/jury/publication/csv.ts';
import { checksOf } from '../../src/lib/jury/publication/principles/checks.ts';
import { publicRecord } from '../../src/lib/jury/publication/record.ts';
import { LOCALES, type Locale } from '../../src/lib/jury/terms.ts';
import { sayCheck } from '../../src/routes/juries/[jury]/process/check-words.ts';
import { readmeText } from '../../src/routes/juries/readme-text.ts';
import { juryAt } from '../support/jury.ts';

const known = { origin: 'https://jury.example.org', sha256: 'a'.repeat(64) };
const record = publicRecord(juryAt('responding').jury, {})!;
const inLocale = <T>(locale: Locale, say: () => T): T => {
  overwriteGetLocale(() => locale);
  try {
    return say();
  } finally {
    overwriteGetLocale(() => 'en');
  }
};

describe('the README of a jury', () => {
  test.each(LOCALES)('names every column and every file, and how to check them: %s', (locale) => {
    const text = inLocale(locale, () => readmeText(record, known));
    for (const column of COLUMNS) expect(text).toContain(`\n| \`${column}\` | `);
    for (const file of ['record.json', 'recommendations.csv', 'feed.atom', 'programme.ics', 'verdict.pdf', 'card.png'])
      expect(text).toContain(`https://jury.example.org/juries/night-buses/${file}`);
    expect(text).toContain(`    ${known.sha256}  record.json\n`);
    expect(text).toContain('alqa lottery verify');
  });

  test('promises no file that is not there', () => {
    const early = readmeText(publicRecord(juryAt('inviting').jury, {})!, known);
    expect(early).not.toContain('verdict.pdf');
    expect(early).not.toContain('lottery/');
  });

  test('a title makes no markup', () => {
    const title = { en: 'A | [b](c)\n# d', ru: '', kk: '' };
    const text = readmeText({ ...record, charter: { ...record.charter, title } }, known);
    expect(text).toContain('A \\| \\[b\\](c) # d');
    expect(text).not.toContain('\n# d');
  });
});

describe('the checks in words', () => {
  test.each(LOCALES)('every check has a name and says its figures: %s', (locale) => {
    const checks = checksOf({ record, today: '2027-05-01', dayOf: (at) => new Date(at).toISOString().slice(0, 10) });
    const said = inLocale(locale, () => checks.map(sayCheck));
    expect(new Set(said.map(({ title }) => title)).size).toBe(checks.length);
    for (const { title, figures } of said) expect(`${title} ${figures}`).not.toMatch(/undefined|null|NaN|\{|\}/);
    const hours = said[checks.findIndex(({ id }) => id === 'hours-sat')]!;
    expect(hours.figures).toContain('0');
  });
});
