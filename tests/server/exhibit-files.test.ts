import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from '../../src/cli/run-program.js';
import { kindOf } from '../../src/lib/server/exhibit-files.ts';
import { keepFile } from '../../src/lib/server/keep-file.ts';
import { eraseBytes, readPart } from '../../src/lib/server/records/file-store.ts';
import { fileOf } from '../../src/lib/server/records/files.ts';
import { scratchDatabase } from './scratch.ts';

const ascii = (text: string, ...before: readonly number[]): Uint8Array =>
  new Uint8Array([...before, ...Buffer.from(text, 'latin1'), ...Buffer.alloc(300)]);
const demo = (name: string) => readFileSync(join(root, 'db/demo/exhibits', name));

describe('[E34] a file is what its content says', () => {
  test.each([
    ['plan.pdf', 'application/pdf'],
    ['chart.png', 'image/png'],
    ['week.wav', 'audio/wav'],
  ])('%s is %s', async (name, kind) => expect(await kindOf(demo(name))).toBe(kind));

  test.each([
    ['an MP3', ascii('', 0xff, 0xfb, 0x90, 0x64), 'audio/mpeg'],
    ['an MP4', ascii('ftypisom', 0, 0, 0, 0x18), 'video/mp4'],
    ['an M4A', ascii('ftypM4A ', 0, 0, 0, 0x18), 'audio/mp4'],
  ])('%s', async (_what, bytes, kind) => expect(await kindOf(bytes)).toBe(kind));

  test.each([
    ['a web page', ascii('<!doctype html><script>alert(1)</script>')],
    ['a drawing that runs scripts', ascii('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
    ['a program', ascii('MZ')],
    ['an archive', ascii('PK\u0003\u0004')],
    ['a GIF', ascii('GIF89a')],
    ['nothing', new Uint8Array()],
  ])('%s is not taken in', async (_what, bytes) => expect(await kindOf(bytes)).toBeNull());
});

describe('a part of a kept file', () => {
  const BYTES = Buffer.from('0123456789');
  const kept = async () => {
    const database = await scratchDatabase();
    const id = await keepFile(
      database,
      { jury: 'J1', name: 'a.wav', mediaType: 'audio/wav', uploadedBy: 'member:M' },
      BYTES,
    );
    const record = id.ok ? await fileOf(database, 'J1', id.value) : undefined;
    if (!record) throw new Error('Nothing was kept.');
    return { database, record };
  };

  test('is read, again and again', async () => {
    const { database, record } = await kept();
    for (const [first, last, text] of [
      [0, 3, '0123'],
      [7, 9, '789'],
      [4, 4, '4'],
    ] as const)
      expect((await readPart(database, record, { first, last }))?.toString()).toBe(text);
  });

  test('is not read from a file that was changed or is gone', async () => {
    const { database, record } = await kept();
    expect(await readPart(database, record, { first: 0, last: 1 })).toBeDefined();
    const path = join(database.folder, 'files', record.id);
    await new Promise((resolve) => setTimeout(resolve, 20));
    writeFileSync(path, 'X123456789');
    expect(await readPart(database, record, { first: 1, last: 2 })).toBeUndefined();
    await eraseBytes(database, record.id);
    expect(await readPart(database, record, { first: 0, last: 1 })).toBeUndefined();
  });
});
