import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hasPinnedNode, root } from './run-program.js';

/** @typedef {{ version?: string, dev?: boolean, optional?: boolean, devOptional?: boolean, peer?: boolean }} Package */

/**
 * Whether node_modules holds what package-lock.json asks for. Optional packages, which are for one kind of machine each, do not count.
 * @param {boolean} development whether those that only building and testing need must be there too
 */
export function isInstalled(development) {
  const note = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(note) || !hasPinnedNode()) return false;
  const present = packagesIn(note);
  return Object.entries(packagesIn(join(root, 'package-lock.json'))).every(([path, wanted]) => {
    if (path === '' || wanted.optional || wanted.devOptional || wanted.peer) return true;
    if (wanted.dev && !development) return true;
    return present[path]?.version === wanted.version && existsSync(join(root, path));
  });
}

/** @param {string} file @returns {Record<string, Package>} */
function packagesIn(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages;
}
