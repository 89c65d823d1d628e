/** Before any journey: the pages are built from the sources as they are now. */
import { isBuilt, markBuilt } from '../../../src/cli/build-stamp.js';
import { pinnedNode, root, runProgram } from '../../../src/cli/run-program.js';

export async function setup(): Promise<void> {
  if (isBuilt()) return;
  const code = await runProgram(pinnedNode, ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn'], {
    cwd: root,
    // Under a test Node is told that it is one, and the pages would be built as for development.
    env: { ...process.env, NODE_ENV: 'production' },
  });
  if (code !== 0) throw new Error('The pages could not be built, so no journey can be made through them.');
  markBuilt();
}
