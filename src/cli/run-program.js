import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '../..');

/** The Node that comes with the project's packages, whatever the machine has. */
export const pinnedNode = join(root, 'node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node');

/**
 * For Node where it serves people: room for what is said and soon forgotten, 64 MB instead of 16, so that less is taken for lasting; and no tidying up
 * because it is quiet, which falls into the next busy moment. Both take other threads of V8, and meanwhile commits and people wait.
 */
export const serverFlags = ['--max-semi-space-size=64', '--no-memory-reducer'];

export const hasPinnedNode = () => existsSync(pinnedNode);

/**
 * Runs a program in the foreground and passes signals on to it.
 * @param {string} program @param {readonly string[]} parameters
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, shell?: boolean }} [options]
 * @returns {Promise<number>} its exit code; 128 and more when a signal ended it
 */
export function runProgram(program, parameters, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, parameters, { stdio: 'inherit', ...options });
    const pass = (/** @type {NodeJS.Signals} */ signal) => child.kill(signal);
    process.on('SIGTERM', pass);
    // A terminal sends SIGINT to the child itself; we only have to outlive it.
    const outlive = () => undefined;
    process.on('SIGINT', outlive);
    child.on('error', reject);
    child.on('close', (code, signal) => {
      process.off('SIGTERM', pass);
      process.off('SIGINT', outlive);
      resolve(code ?? (signal === 'SIGINT' ? 130 : 143));
    });
  });
}
