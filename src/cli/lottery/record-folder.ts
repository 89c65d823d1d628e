/** A record as a folder of files. */
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { err, MAX_RECORD_BYTES, ok, RECORD_FILES, recordText } from '../../lib/lottery/index.ts';
import type { RecordFiles, Result } from '../../lib/lottery/index.ts';
import { codeOf } from './input.ts';

/**
 * The files of the record in a folder. One that is missing is left to verification, except where all are: then this is
 * no record.
 */
export async function readRecordFolder(dir: string): Promise<Result<RecordFiles, string>> {
  const files: Record<string, string> = {};
  for (const name of RECORD_FILES) {
    const path = join(dir, name);
    try {
      if ((await stat(path)).size > MAX_RECORD_BYTES) return err(`${path} is too large for a file of a record.`);
      const text = recordText(await readFile(path));
      if (text === null) return err(`${path} is not UTF-8 and so not a file of a record.`);
      files[name] = text;
    } catch (error) {
      const reason = codeOf(error);
      if (reason !== 'ENOENT') return err(`${path} cannot be read (${reason}). Check the path and who may read it.`);
    }
  }
  if (Object.keys(files).length === 0) {
    return err(
      `${dir} holds no record (${RECORD_FILES.join(', ')}). Name the folder that \`alqa lottery draw\` wrote.`,
    );
  }
  return ok(files as RecordFiles);
}

/** What stands in the way of writing a record there, before the work of making one. */
export async function obstacleAt(dir: string): Promise<string | null> {
  try {
    await stat(dir);
    return `${dir} exists already, and a record is never overwritten. Name another --out.`;
  } catch (error) {
    const reason = codeOf(error);
    return reason === 'ENOENT' ? null : cannotWrite(dir, reason);
  }
}

/** Writes the files into a new folder: all of them or, if anything fails, none. */
export async function writeRecordFolder(dir: string, files: RecordFiles): Promise<Result<null, string>> {
  const target = resolve(dir);
  const unfinished = `${target}.unfinished-${String(process.pid)}`;
  try {
    await mkdir(dirname(target), { recursive: true });
    await mkdir(unfinished);
    for (const [name, text] of Object.entries(files)) await writeFile(join(unfinished, name), text);
    const obstacle = await obstacleAt(target);
    if (obstacle === null) await rename(unfinished, target);
    return obstacle === null ? ok(null) : err(obstacle);
  } catch (error) {
    return err(cannotWrite(dir, codeOf(error)));
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
}

const cannotWrite = (dir: string, reason: string): string =>
  `${dir} cannot be written (${reason}). Check the path and who may write there.`;
