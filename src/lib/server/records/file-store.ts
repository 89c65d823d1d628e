import { createHash } from 'node:crypto';
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Database } from './database.ts';
import type { FileRecord } from './files.ts';

/** Puts the bytes on the disk, complete and synced, under `id`. Do it before the row that names them is written. */
export async function storeBytes({ folder }: Database, id: string, bytes: Uint8Array): Promise<void> {
  await mkdir(filesFolder(folder), { recursive: true, mode: 0o700 });
  const path = pathOf(folder, id);
  const unfinished = `${path}.part`;
  const file = await open(unfinished, 'w', 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(unfinished, path);
  const directory = await open(filesFolder(folder), 'r');
  await directory.sync().finally(() => directory.close());
}

/** The bytes of a file, or undefined when they are gone or are no longer those that were uploaded. */
export async function readBytes({ folder }: Database, { id, sha256 }: FileRecord): Promise<Buffer | undefined> {
  try {
    const bytes = await readFile(pathOf(folder, id));
    return createHash('sha256').update(bytes).digest('hex') === sha256 ? bytes : undefined;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** When a file was last found to be what was uploaded: a recording is asked for in many parts, and hashing it for each would hold everybody up. */
const sound = new Map<string, number>();

/** Some of the bytes, both ends included; undefined as with `readBytes`. */
export async function readPart(
  database: Database,
  record: FileRecord,
  { first, last }: { readonly first: number; readonly last: number },
): Promise<Buffer | undefined> {
  const path = pathOf(database.folder, record.id);
  const changed = await changedAt(path);
  if (changed === undefined) return undefined;
  if (sound.get(path) !== changed) {
    const whole = await readBytes(database, record);
    if (!whole) return undefined;
    sound.set(path, changed);
    return whole.subarray(first, last + 1);
  }
  const file = await open(path, 'r');
  try {
    const part = Buffer.alloc(last - first + 1);
    const { bytesRead } = await file.read(part, 0, part.length, first);
    return bytesRead === part.length ? part : undefined;
  } finally {
    await file.close();
  }
}

export async function eraseBytes({ folder }: Database, id: string): Promise<void> {
  await rm(pathOf(folder, id), { force: true });
}

async function changedAt(path: string): Promise<number | undefined> {
  try {
    return (await stat(path)).mtimeMs;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function pathOf(folder: string, id: string): string {
  if (!/^[0-9a-f]{32}$/.test(id)) throw new Error('A file id is 32 hexadecimal digits.');
  return join(filesFolder(folder), id);
}

const filesFolder = (folder: string) => join(folder, 'files');
