import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { textsInFile } from '../../src/lib/server/release/file-texts.ts';
import { nameFinder } from '../../src/lib/server/release/name-finder.ts';
import { keepPersonStatements } from '../../src/lib/server/records/people.ts';
import { openJournalStatements } from '../../src/lib/server/records/journal.ts';
import type { Command } from '../../src/lib/jury/commands.ts';
import { ok } from '../../src/lib/jury/result.ts';
import { releaseErrands } from '../../src/lib/server/errands/releases.ts';
import { namesInAnswer } from '../../src/lib/server/errands/complaints.ts';
import { placeHash, scanForRelease } from '../../src/lib/server/release/scan.ts';
import { namesInProposed } from '../../src/lib/server/release/second-word.ts';
import { FACILITATOR, ORGANISER, OVERSIGHT, advance, approve, juror } from '../support/jury.ts';
import { juryAt, play, vote, witness, wording } from '../support/jury.ts';
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
      const found = await scanForRelease(database, translated, 0);
      // [P89] The same places are known again at another time.
      expect((await scanForRelease(database, translated, 9_999_999)).map(placeHash)).toEqual(found.map(placeHash));
      return found.filter(({ kind }) => kind === 'name');
    };
    expect(await named({})).toEqual([]);
    expect(await named({ [part]: 'Как сказала Ахметова.' })).toMatchObject([{ kind: 'name', where: 'R1' }]);
  });
});

/** A database in which the juror at S02 and the witness W1 have names. */
async function named(jury: string) {
  const database = await scratchDatabase();
  const of = (ref: string, name: string) => ({ ref, name, displayName: name, email: null, phone: null }) as const;
  await database.write([
    ...openJournalStatements(jury, 1),
    ...keepPersonStatements(jury, { ...of('S02', 'Айгүл Ахметова'), locale: 'kk' }),
    ...keepPersonStatements(jury, { ...of('W1', 'Timur Seitov'), locale: 'en' }),
  ]);
  return database;
}

describe('[P87] names in what waits for the second word', () => {
  const published = juryAt('published');
  const words = { title: 'Автобусы', text: 'Как сказала Ахметова.', rationale: 'Люди ездят.' };
  const proposed = play(published, [
    [ORGANISER, { type: 'propose-translation', of: 'R1', language: 'ru', ...words }],
    [ORGANISER, { type: 'propose-erratum', where: 'R1', note: 'Not Айгүл said it.' }],
    [ORGANISER, { type: 'propose-erratum', where: 'R1', note: 'A date was wrong.' }],
  ]);

  test('are found with the words around them, and stand in no event', async () => {
    const found = await namesInProposed(await named(published.jury.id), proposed.jury);
    expect(found).toEqual({ T1: ['Как сказала Ахметова.'], C1: ['Not Айгүл said it.'], C2: [] });
    const told = proposed.log.slice(published.log.length).map(({ event }) => Object.keys(event));
    expect(told.flat()).not.toContain('names');
  });

  test('[P91] are what whoever agrees has to say a word on', async () => {
    const { 'agree-translation': translation, 'agree-erratum': erratum } = releaseErrands(
      await named(published.jury.id),
    );
    const facts = (errand: typeof erratum, command: Command) => errand?.facts?.(proposed.jury, command, OVERSIGHT);
    const said = { type: 'agree-erratum', erratum: 'C1' } as const;
    expect(await facts(translation, { type: 'agree-translation', translation: 'T1' })).toEqual(ok({ findings: 1 }));
    expect(await facts(erratum, said)).toEqual(ok({ findings: 1 }));
    expect(await facts(erratum, { ...said, erratum: 'C2' })).toEqual(ok({ findings: 0 }));
    expect(await facts(erratum, { ...said, erratum: 'C9' })).toEqual(ok({ findings: 0 }));
  });

  test('are not searched for any more once it stands or was dropped', async () => {
    const { jury } = play(proposed, [
      [OVERSIGHT, { type: 'agree-translation', translation: 'T1' }],
      [OVERSIGHT, { type: 'drop-erratum', erratum: 'C1' }],
    ]);
    expect(await namesInProposed(await named(jury.id), jury)).toEqual({ C2: [] });
  });
});

describe('[P84] names in what oversight writes on a complaint', () => {
  const { jury } = play(juryAt('learning'), [
    [witness(1), { type: 'file-complaint', subject: 'conditions', text: 'I waited for two hours.' }],
    [juror(3), { type: 'file-complaint', subject: 'conditions', text: 'It was cold.' }],
  ]);
  const found = async (complaint: string, summary: string, reply = 'We are sorry.') =>
    namesInAnswer(await named(jury.id), jury, { complaint, summary, reply });

  test('are those of jurors and of whoever complained', async () => {
    expect(await found('J1', 'A witness waited.')).toEqual([]);
    expect(await found('J1', 'Seitov waited.')).toEqual(['Seitov waited.']);
    expect(await found('J2', 'The hall was cold while Seitov spoke.')).toEqual([]);
    expect(await found('J2', 'It was cold.', 'Ахметовой дали плед.')).toEqual(['Ахметовой дали плед.']);
    expect(await found('J9', 'Nobody filed it.')).toEqual([]);
  });
});
