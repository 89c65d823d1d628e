/** Before any journey: the pages are built from the sources as they are now, and there is a folder for what journeys share. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { isBuilt, markBuilt } from '../../../src/cli/build-stamp.js';
import { pinnedNode, root, runProgram } from '../../../src/cli/run-program.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** A folder that lasts as long as one run of the journeys. */
    readonly shared: string;
  }
}

export async function setup({ provide }: TestProject): Promise<() => void> {
  if (!isBuilt()) await build();
  const shared = mkdtempSync(join(tmpdir(), 'alqa-journeys-'));
  provide('shared', shared);
  return () => rmSync(shared, { recursive: true, force: true });
}

async function build(): Promise<void> {
  const code = await runProgram(pinnedNode, ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn'], {
    cwd: root,
    // Under a test Node is told that it is one, and the pages would be built as for development.
    env: { ...process.env, NODE_ENV: 'production' },
  });
  if (code !== 0) throw new Error('The pages could not be built, so no journey can be made through them.');
  markBuilt();
}
