/** The processes of a bench: servers and generators, each asked one thing at a time. */
import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { serverFlags } from '../../src/cli/run-program.js';
import type { Used } from './measured.ts';

export type Program = 'alqa-server.ts' | 'bare-server.ts' | 'load.ts' | 'storm.ts' | 'attacker.ts';

export interface Process {
  /** Sends a message and resolves with the answer. @throws when the process ends first. */
  ask<T>(message: string | object): Promise<T>;
  /** Resolves when it is gone. */
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void>;
}

const running = new Set<ChildProcess>();

/** A folder to write a processor profile to, if one is wanted. */
const PROFILES = process.env['ALQA_BENCH_PROFILE'];

export function startProcess(program: Program, settings: Readonly<Record<string, string>> = {}): Process {
  // All with the same room for garbage, so that it is no advantage of one.
  const execArgv = ['--expose-gc', ...serverFlags];
  if (PROFILES !== undefined && program === 'alqa-server.ts') execArgv.push('--cpu-prof', `--cpu-prof-dir=${PROFILES}`);
  const path = fileURLToPath(new URL(program, import.meta.url));
  const child = fork(path, { env: { ...process.env, ...settings }, execArgv });
  running.add(child);
  const gone = once(child, 'exit');
  void gone.then(() => running.delete(child));
  return {
    async ask<T>(message: string | object) {
      const answer = once(child, 'message');
      child.send(message);
      const ended = gone.then(([code]) => Promise.reject(new Error(`${program} ended with ${String(code)}.`)));
      const [value] = await Promise.race([answer, ended]);
      return value as T;
    },
    async end(signal) {
      child.kill(signal);
      await gone;
    },
  };
}

/** Starts a server and waits until it takes lines. */
export async function startServer(program: Program, settings: Readonly<Record<string, string>>): Promise<Process> {
  const server = startProcess(program, settings);
  await server.ask('used');
  return server;
}

export const used = (server: Process): Promise<Used> => server.ask('used');
export const usedAfterCollecting = (server: Process): Promise<Used> => server.ask('used after collecting');

export function endEverything(): void {
  for (const child of running) child.kill('SIGKILL');
}
