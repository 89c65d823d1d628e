import { createHash } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
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

export async function eraseBytes({ folder }: Database, id: string): Promise<void> {
  await rm(pathOf(folder, id), { force: true });
}

function pathOf(folder: string, id: string): string {
  if (!/^[0-9a-f]{32}$/.test(id)) throw new Error('A file id is 32 hexadecimal digits.');
  return join(filesFolder(folder), id);
}

const filesFolder = (folder: string) => join(folder, 'files');
