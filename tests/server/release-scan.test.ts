import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { textsInFile } from '../../src/lib/server/release/file-texts.ts';
import { nameFinder } from '../../src/lib/server/release/name-finder.ts';
import { keepPersonStatements } from '../../src/lib/server/records/people.ts';
import { openJournalStatements } from '../../src/lib/server/records/journal.ts';
import { scanForRelease } from '../../src/lib/server/release/scan.ts';
import { FACILITATOR, ORGANISER, advance, approve, juror, juryAt, play, vote, wording } from '../support/jury.ts';
import { SAID_BESIDES } from '../jury/drafting-scenes.ts';
import { scratchDatabase } from './scratch.ts';

describe('[P18] names in a text', () => {
  const find = nameFinder(['Айгүл Ахметова', 'Dana', 'Ян']);

  test.each([
    ['Как сказала Ахметова, автобусов мало.'],
    ['По словам Ахметовой, автобусов мало.'],
    ['Айгүлдің айтуынша, автобус аз.'],
    ['Dana thinks otherwise.'],
    ['DANA'],
  ])('are found: %s', (text) => expect(find(text)).toHaveLength(1));

  test.each([
    ['Автобусов мало ночью.'],
    ['The data are from 2021.'],
    ['Январь и февраль'],
    ['da7a5e0fdana0000aaaa1111bbbb2222dana3333'.slice(0, 32).replaceAll(/[^0-9a-f]/g, 'a')],
    [''],
  ])('are not seen where there are none: %s', (text) => expect(find(text)).toEqual([]));

  test('are shown with the words around them', () => {
    expect(find(`${'long ago '.repeat(9)}Dana said so\nand went`)).toEqual([
      'go long ago long ago long ago Dana said so and went',
    ]);
  });

  test('a jury without names has nothing to find', () => expect(nameFinder([])('Dana')).toEqual([]));
});

describe('[P18] names inside a file', () => {
  const find = nameFinder(['Айгүл Ахметова', 'Dana Smith']);
  const foundIn = (bytes: Buffer): boolean => textsInFile(bytes).flatMap(find).length > 0;
  const utf16 = (text: string): Buffer => Buffer.from(`\ufeff${text}`, 'utf16le').swap16();
  const pdf = (...parts: readonly (string | Buffer)[]): Buffer =>
    Buffer.concat([Buffer.from('%PDF-1.7\n'), ...parts.map((part) => Buffer.from(part as string))]);

  test.each([
    ['the author of a PDF', pdf('1 0 obj << /Author (Dana Smith) >> endobj')],
    ['in Cyrillic', pdf('<< /Author (', utf16('Айгүл Ахметова'), ') >>')],
    ['written in digits', pdf(`<< /Author <${utf16('Айгүл Ахметова').toString('hex')}> >>`)],
    [
      'in a packed stream',
      pdf('<< /Length 9 >>\nstream\r\n', deflateSync('/Title (Letter of Dana Smith)'), '\nendstream'),
    ],
    ['XMP', pdf('<rdf:li>Айгүл Ахметова</rdf:li>')],
    [
      'the owner of a camera',
      Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe1]), Buffer.from('Exif\0\0Dana Smith\0')]),
    ],
    ['what Windows adds', Buffer.concat([Buffer.from('Exif'), Buffer.from('Айгүл Ахметова\0', 'utf16le')])],
    ['the same, at an odd place', Buffer.concat([Buffer.from('Exif\0'), Buffer.from('Айгүл Ахметова\0', 'utf16le')])],
  ])('%s', (_where, bytes) => expect(foundIn(bytes)).toBe(true));

  test('a file without them is clean, and a damaged stream is no reason to stop', () => {
    expect(foundIn(pdf('<< /Author (City) >>\nstream\n', Buffer.from([0x78, 0x9c, 1, 2, 3]), '\nendstream'))).toBe(
      false,
    );
    expect(foundIn(pdf('stream'))).toBe(false);
  });
});

describe('[P18] [P65] names in a translation', () => {
  const frozen = play(juryAt('drafting'), [
    [juror(1), { type: 'propose-recommendation', ...wording('Run buses all night'), ...SAID_BESIDES }],
    [FACILITATOR, { type: 'freeze-recommendation', recommendation: 'R1', version: 1 }],
    advance('voting'),
  ]);
  const voted = vote(frozen, 'R1', { for: 15, against: 3 });
  const parts = { title: 'Автобусы', text: 'Пусть ходят.', rationale: 'Люди ездят.', ...SAID_BESIDES };

  test.each(Object.keys(parts))('are found in its %s', async (part) => {
    const database = await scratchDatabase();
    const { jury } = frozen;
    const person = { ref: 'S02', name: 'Айгүл Ахметова', displayName: 'Айгүл', email: null, phone: null } as const;
    await database.write([
      ...openJournalStatements(jury.id, 1),
      ...keepPersonStatements(jury.id, { ...person, locale: 'kk' }),
    ]);
    const named = async (words: object) => {
      const step = { type: 'add-translation', of: 'R1', language: 'ru', ...parts, ...words } as const;
      const { jury: translated } = approve(play(voted, [[ORGANISER, step]]), 11);
      return (await scanForRelease(database, translated, 0)).filter(({ kind }) => kind === 'name');
    };
    expect(await named({})).toEqual([]);
    expect(await named({ [part]: 'Как сказала Ахметова.' })).toMatchObject([{ kind: 'name', where: 'R1' }]);
  });
});
