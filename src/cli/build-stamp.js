/** Whether build/ was made from the sources as they are now: it carries the hash of all of them. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { root } from './run-program.js';

const SOURCES = [
  'src',
  'static',
  'project.inlang',
  'package-lock.json',
  'svelte.config.js',
  'vite.config.ts',
  'tsconfig.json',
];
/** Made by the build itself. */
const MADE = ['src/lib/i18n/compiled', 'project.inlang/cache'];
const STAMP = join(root, 'build/sources.sha256');

export const isBuilt = () => existsSync(STAMP) && readFileSync(STAMP, 'utf8') === hashOfSources();

export const markBuilt = () => writeFileSync(STAMP, hashOfSources());

function hashOfSources() {
  const hash = createHash('sha256');
  for (const file of SOURCES.flatMap((source) => filesUnder(join(root, source)))) {
    hash.update(relative(root, file)).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

/** @param {string} path @returns {string[]} */
function filesUnder(path) {
  if (!existsSync(path) || MADE.some((made) => path === join(root, made))) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesUnder(join(path, name)));
}
