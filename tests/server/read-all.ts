import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Every byte in the files of a folder, one character each, so that it can be searched. */
export function readAll(folder: string): string {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
    .join('\0');
}
