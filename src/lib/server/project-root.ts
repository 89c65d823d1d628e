import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that holds the project's package.json, wherever this file has been bundled to below it. */
export const projectRoot = findRoot(dirname(fileURLToPath(import.meta.url)));

function findRoot(folder: string): string {
  const manifest = join(folder, 'package.json');
  if (existsSync(manifest) && (JSON.parse(readFileSync(manifest, 'utf8')) as { name?: string }).name === 'alqa') {
    return folder;
  }
  const parent = dirname(folder);
  if (parent === folder)
    throw new Error('Alqa runs from its own folder: no package.json named "alqa" was found above it.');
  return findRoot(parent);
}
