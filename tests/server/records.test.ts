import { expect, test } from 'vitest';
import { openForReading } from '../../src/lib/server/records/connection.ts';
import { recallCommand, rememberStatements } from '../../src/lib/server/records/commands.ts';
import { eraseContentStatements, keepContentStatements, readContent } from '../../src/lib/server/records/contents.ts';
import { eraseBytes, readBytes, storeBytes } from '../../src/lib/server/records/file-store.ts';
import { fileOf, filesOf, keepFileStatements } from '../../src/lib/server/records/files.ts';
import {
  erasePersonStatements,
  keepPersonStatements,
  peopleOf,
  personAt,
} from '../../src/lib/server/records/people.ts';
import {
  eraseImportStatements,
  importOf,
  keepImportStatements,
  poolOf,
  registrantWith,
  replacePoolStatements,
} from '../../src/lib/server/records/registrants.ts';
import { createHash } from 'node:crypto';
import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readAll } from './read-all.ts';
import { scratchDatabase } from './scratch.ts';

test('a pool is replaced as a whole and comes back as it was given', async () => {
  const database = await scratchDatabase();
  const registrant = (n: number) => ({
    ticket: `T${n}`,
    fileId: `17-${n}`,
    household: n === 3 ? 'Abay 3, 12' : null,
    answers: { gender: 'f', возраст: '30–44' },
    name: `Айгүл "${n}"`,
    email: null,
    phone: '+7 700',
  });
  await database.write(replacePoolStatements('J1', [registrant(1), registrant(2)]));
  await database.write(replacePoolStatements('J1', [registrant(3)]));
  expect(await poolOf(database, 'J1')).toEqual([registrant(3)]);
  expect(await registrantWith(database, 'J1', 'T3')).toEqual(registrant(3));
  expect(await registrantWith(database, 'J1', 'T1')).toBeUndefined();
  await expect(database.write(replacePoolStatements('J1', [registrant(4), registrant(4)]))).rejects.toMatchObject({
    code: 'constraint',
  });
  expect(await poolOf(database, 'J1')).toEqual([registrant(3)]);
});

test('an upload is kept until its columns are chosen, one of each kind', async () => {
  const database = await scratchDatabase();
  const upload = (text: string) => ({ kind: 'pool', fileName: 'pool.csv', text, createdAt: 1 }) as const;
  await database.write(keepImportStatements('J1', upload('a')));
  await database.write(keepImportStatements('J1', upload('b')));
  expect(await importOf(database, 'J1', 'pool')).toEqual(upload('b'));
  await database.write(eraseImportStatements('J1', 'pool'));
  expect(await importOf(database, 'J1', 'pool')).toBeUndefined();
});

test('an erased person and an erased text are nowhere on the disk', async () => {
  const database = await scratchDatabase();
  const person = {
    ref: 'S01',
    name: 'Данияр Ержанов',
    displayName: 'Данияр',
    email: 'daniyar@example.kz',
    phone: null,
    locale: 'kk',
  } as const;
  const text = { sha256: 'a'.repeat(64), salt: 'saltsaltsalt', text: 'a text to be erased' };
  await database.write([...keepPersonStatements('J1', person), ...keepContentStatements('J1', [text])]);
  expect(await personAt(database, 'J1', 'S01')).toEqual(person);
  expect(await readContent(database, 'J1', text.sha256)).toEqual(text);

  await database.write([...erasePersonStatements('J1', 'S01'), ...eraseContentStatements('J1', text.sha256)]);
  await database.checkpoint();
  expect(await peopleOf(database, 'J1')).toEqual([]);
  expect(await readContent(database, 'J1', text.sha256)).toBeUndefined();
  const disk = readAll(database.folder);
  for (const trace of ['daniyar@example.kz', text.text, text.salt]) expect(disk).not.toContain(trace);
});

test('a command id is remembered once', async () => {
  const database = await scratchDatabase();
  const command = { jury: 'J1', id: 'c1', actor: 'seat:S01', fingerprint: 'f', outcome: '{"ok":true}', at: 5 };
  await database.write(rememberStatements(command));
  expect(await recallCommand(database, 'J1', 'c1')).toEqual(command);
  await expect(database.write(rememberStatements(command))).rejects.toMatchObject({ code: 'constraint' });
});

test('the bytes of a file come back, or not at all when they were altered', async () => {
  const database = await scratchDatabase();
  const bytes = Buffer.from('%PDF-1.7');
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const id = '0123456789abcdef0123456789abcdef';
  const file = {
    id,
    jury: 'J1',
    name: 'план.pdf',
    mediaType: 'application/pdf',
    sha256,
    size: 8,
    uploadedBy: 'member:1',
    uploadedAt: 7,
  };
  await storeBytes(database, id, bytes);
  await database.write(keepFileStatements(file));
  expect(await fileOf(database, 'J1', id)).toEqual(file);
  expect(await fileOf(database, 'J2', id)).toBeUndefined();
  expect(await filesOf(database, 'J1')).toEqual([file]);
  expect(await readBytes(database, file)).toEqual(bytes);
  writeFileSync(join(database.folder, 'files', id), '%PDF-1.8');
  expect(await readBytes(database, file)).toBeUndefined();
  await eraseBytes(database, id);
  expect(await readBytes(database, file)).toBeUndefined();
  await expect(storeBytes(database, '../outside', bytes)).rejects.toThrow('32 hexadecimal digits');
});

test('a log that somebody keeps reading is not said to be empty', { timeout: 30_000 }, async () => {
  const database = await scratchDatabase();
  const other = openForReading(join(database.folder, 'alqa.sqlite'));
  const erased = keepContentStatements('J1', [{ sha256: 'c'.repeat(64), salt: 'cd', text: 'Said and erased' }]);
  const log = join(database.folder, 'alqa.sqlite-wal');
  other.exec('BEGIN');
  other.prepare('SELECT count(*) FROM content').get();
  await database.write(erased);
  await expect(database.checkpoint()).rejects.toThrow('The log was not emptied');
  expect(statSync(log).size).toBeGreaterThan(0);
  other.exec('COMMIT');
  await database.checkpoint();
  expect(statSync(log).size).toBe(0);
  other.close();
});
