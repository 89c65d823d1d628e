import { beforeEach, describe, expect, test } from 'vitest';
import { overwriteGetLocale } from '../../src/lib/i18n/compiled/runtime.js';
import { LOCALES, type Locale } from '../../src/lib/jury/terms.ts';
import { bundleOf, commitmentHash, lookUp } from '../../src/lib/lottery/index.ts';
import type { RecordFiles, VerifiedRecord } from '../../src/lib/lottery/index.ts';
import { checkRecords, type CheckRequest, type Finding } from '../../src/routes/verify/check-records.ts';
import { LARGEST, gather, type ChosenFile } from '../../src/routes/verify/gather.ts';
import { badFilesInWords, lookUpInWords, oddsInWords, wrongInWords } from '../../src/routes/verify/words.ts';
import { committed, drawn, replacing } from '../lottery/records.ts';

let locale: Locale = 'en';
overwriteGetLocale(() => locale);
beforeEach(() => (locale = 'en'));

const record = drawn({ seed: '2 7 1' });
const commitment = commitmentHash(record);
const replacement = (of?: string): RecordFiles => drawn({ seed: '5 5' }, {}, replacing(record, of));

const check = async (request: CheckRequest) => checkRecords(request, () => undefined);
const fileOf = (name: string, text: string, size = text.length): ChosenFile => ({
  name,
  size,
  text: async () => text,
});
const filesOf = (files: RecordFiles): ChosenFile[] => Object.entries(files).map(([name, text]) => fileOf(name, text));

describe('checking the records of a jury', () => {
  test('a draw and its replacement hold, and progress runs to the end', async () => {
    const told: number[] = [];
    const request = { records: [record, replacement()] };
    const outcome = await checkRecords(request, (done) => void told.push(done));
    expect(outcome.finding).toBeNull();
    expect(outcome.records).toHaveLength(2);
    expect(told.at(-1)).toBe(1);
    expect(told).toEqual(told.toSorted((a, b) => a - b));
  });

  test('a record that another commitment was published for does not hold, though it is complete in itself', async () => {
    expect(await check({ records: [record], published: [commitment] })).toMatchObject({ finding: null });
    const other = await check({ records: [record], published: ['0'.repeat(64)] });
    expect(other.finding).toMatchObject({ code: 'published-differs', found: commitment });
    const unannounced = await check({ records: [record, replacement()], published: [commitment] });
    expect(unannounced.finding).toMatchObject({ code: 'published-differs', stated: '–' });
    expect(unannounced.records).toHaveLength(1);
    const withheld = await check({ records: [record], published: [commitment, '0'.repeat(64)] });
    expect(withheld.finding).toMatchObject({ code: 'published-differs', found: '–' });
  });

  test('a replacement of another draw does not follow', async () => {
    const { finding, records } = await check({ records: [record, replacement('0'.repeat(64))] });
    expect(finding).toMatchObject({ code: 'does-not-follow' });
    expect(records).toHaveLength(1);
  });

  test('a changed file is named', async () => {
    const changed = { ...record, 'pool.json': record['pool.json'].replace('"old"', '"new"') };
    const { finding } = await check({ records: [changed] });
    expect(finding && wrongInWords(finding)).toBe(
      'The file pool.json is not the one that was fixed before the lottery: somebody changed it afterwards.',
    );
  });
});

describe('the files that somebody chooses', () => {
  test('are a record, with or without a draw and in any order, or a bundle of records', async () => {
    expect(await gather(filesOf(record).toReversed())).toEqual({ ok: true, value: [record] });
    expect(await gather([...filesOf(committed), fileOf('photo.jpg', '')])).toEqual({ ok: true, value: [committed] });
    const bundle = fileOf('record.json', bundleOf([record, committed]));
    expect(await gather([bundle])).toEqual({ ok: true, value: [record, committed] });
  });

  test.each([
    ['none of a record', [fileOf('photo.jpg', '')], { code: 'none' }],
    ['too few', filesOf(record).slice(2), { code: 'missing', files: ['pool.json', 'targets.json'] }],
    ['of two records', [...filesOf(record), ...filesOf(record)], { code: 'twice', file: 'pool.json' }],
    ['a damaged bundle', [fileOf('record.json', '{')], { code: 'unreadable', file: 'record.json' }],
    ['larger than any record', [fileOf('pool.json', '', LARGEST + 1)], { code: 'too-large' }],
  ] as const)('%s: the words say so', async (_name, files, error) => {
    expect(await gather(files)).toEqual({ ok: false, error });
    expect(badFilesInWords(error)).not.toBe('');
  });
});

const PLACES = { file: 'pool.json', panel: 7, stated: '3', found: '4' } as const;

describe('in words', () => {
  test.each(LOCALES)('whatever does not hold is told by its place: %s', (spoken) => {
    locale = spoken;
    const say = (code: Finding['code']) => wrongInWords({ ...PLACES, code });
    expect(say('file-differs')).toContain('pool.json');
    expect(say('target-missed')).toContain('7');
    expect(say('number-differs')).toMatch(/3.*4/);
    expect(say('published-differs')).not.toBe('');
  });

  test('odds are said as one says them', () => {
    expect(oddsInWords(0.17)).toBe('about 1 in 6');
    expect(oddsInWords(0.25)).toBe('1 in 4');
    expect(oddsInWords(0.0001)).toBe('1 in 10,000');
    expect(oddsInWords(1)).toBe('certain: it is on every panel');
  });

  test('a ticket is looked up: unknown, drawn, in reserve, not drawn, not yet', async () => {
    const verified = async (files: RecordFiles): Promise<VerifiedRecord> => {
      const { records } = await check({ records: [files] });
      return records[0]!;
    };
    const after = await verified(record);
    const { panel, alternates } = after.draw!;
    const say = (ticket: string, where = after) => lookUpInWords(ticket, lookUp(where, ticket)).join(' ');
    expect(say('nobody')).toContain('not in the pool');
    expect(say(panel[0]!)).toContain('drawn for the jury');
    expect(say(alternates[1]!)).toContain('as number 2');
    const rest = after.pool.map(({ id }) => id).find((id) => !panel.includes(id) && !alternates.includes(id))!;
    expect(say(rest)).toContain('It was not drawn.');
    expect(say(rest, await verified(committed))).toContain('not been held yet');
    expect(say(panel[0]!)).toMatch(/is on \d+ of \d+ panels, so its chance is (about )?\d+ in \d+\./);
  });
});
