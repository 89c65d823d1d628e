#!/usr/bin/env node
/** The command `alqa`: finds a Node that can run it. */
import { fileURLToPath } from 'node:url';
import { isTooOld, tooOldSentence } from './node-version.js';
import { hasPinnedNode, pinnedNode, runProgram } from './run-program.js';

if (!isTooOld()) {
  await import('./alqa.ts');
} else if (hasPinnedNode()) {
  const program = fileURLToPath(new URL('./alqa.ts', import.meta.url));
  process.exitCode = await runProgram(pinnedNode, [program, ...process.argv.slice(2)]);
} else {
  console.error(tooOldSentence);
  process.exitCode = 1;
}
