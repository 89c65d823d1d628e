/** The very first organiser: the only one who does not come in through a page, but by the command line. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { pinnedNode, root } from '../../../src/cli/run-program.js';
import type { Place } from './server.ts';

export interface Account {
  readonly email: string;
  readonly name: string;
  readonly password: string;
}

/** Runs `alqa admin create` on the place's folder. */
export async function createFounder({ variables }: Place, { email, name, password }: Account): Promise<void> {
  const parameters = ['src/cli/alqa.ts', 'admin', 'create', '--email', email, '--name', name, '--password-stdin'];
  const child = spawn(pinnedNode, parameters, {
    cwd: root,
    env: { ...process.env, ...variables },
    stdio: ['pipe', 'ignore', 'inherit'],
  });
  child.stdin.end(`${password}\n`);
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`alqa admin create ended with ${code}.`);
}
