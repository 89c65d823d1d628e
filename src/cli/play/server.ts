/** The server of a play: the one that runs already, or one that is started for it. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Config } from '../../lib/server/config.ts';
import { projectRoot } from '../../lib/server/project-root.ts';
import { UsageError } from '../complain.ts';

const PROGRAM = join(projectRoot, 'src/cli/alqa.ts');
const STARTS_WITHIN = 30_000;

export interface PlayServer {
  /** Whether it was started for the play. */
  readonly own: boolean;
  stop(): Promise<void>;
  /** Resolves when a server of our own has ended. */
  readonly ended: Promise<void>;
}

export async function serverFor({ origin }: Config): Promise<PlayServer> {
  if (await isUp(origin)) return { own: false, stop: () => Promise.resolve(), ended: Promise.resolve() };
  // What goes wrong in it belongs to the story.
  const env = { ...process.env, ALQA_LOG: process.env['ALQA_LOG'] ?? 'error' };
  const child = spawn(process.execPath, [PROGRAM, 'serve'], { env, stdio: ['ignore', 'inherit', 'inherit'] });
  const ended = once(child, 'exit').then(() => undefined);
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    await ended;
  };
  const deadline = Date.now() + STARTS_WITHIN;
  while (!(await isUp(origin))) {
    if (child.exitCode !== null) throw new UsageError('The server for the play did not start.');
    if (Date.now() > deadline) {
      await stop();
      throw new UsageError(`The server for the play was not up after ${STARTS_WITHIN / 1000} seconds.`);
    }
    await wait(100);
  }
  return { own: true, stop, ended };
}

async function isUp(origin: string): Promise<boolean> {
  try {
    const response = await fetch(`${origin}/health`);
    const health: unknown = await response.json();
    return typeof health === 'object' && health !== null && 'ok' in health;
  } catch {
    // Nobody listens there, or somebody who is not Alqa.
    return false;
  }
}

/** A new organiser, made as an administrator makes one. Returns their personal link. */
export async function createOrganiser(name: string): Promise<string> {
  const email = `organiser.${Date.now().toString(36)}@example.org`;
  const parameters = [PROGRAM, 'admin', 'create', '--email', email, '--name', name];
  const child = spawn(process.execPath, parameters, { stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (output += chunk));
  const [code] = (await once(child, 'close')) as [number];
  const link = /https?:\/\/\S+\/enter\/\S+/.exec(output)?.[0];
  if (code !== 0 || link === undefined)
    throw new Error(`"alqa admin create" ended with ${code} and no link:\n${output}`);
  return link;
}
