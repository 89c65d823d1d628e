/** Runs one piece of long work in a thread of its own that is thrown away afterwards, whatever becomes of it. */
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Progress } from '../../lottery/index.ts';
import { projectRoot } from '../project-root.ts';
import type { Message, Work } from './program.ts';
import type { Tasks } from './tasks.ts';

/** Why there is no result. `crashed` carries what the thread said last. */
export type Failure =
  { readonly code: 'cancelled' | 'overrun' | 'out-of-memory' } | { readonly code: 'crashed'; readonly detail: string };

export type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: Failure };

export interface Limits {
  readonly seconds: number;
  /** Megabytes for JavaScript. */
  readonly heap: number;
  /** Megabytes for the solver's WebAssembly. */
  readonly solver: number;
}

export interface Running<T> {
  readonly outcome: Promise<Outcome<T>>;
  cancel(): void;
}

const OUT_OF_MEMORY = /memory|bad_alloc|OOM|invalid (array|typed array) length/i;

/** Never rejects: a thread that throws, exits, runs out of memory or of time is an outcome. */
export function runInThread<Name extends keyof Tasks>(
  task: Name,
  input: Tasks[Name]['input'],
  { seconds, heap, solver }: Limits,
  onProgress: (progress: Progress) => void = () => undefined,
): Running<Tasks[Name]['output']> {
  const work: Work = { task, input, megabytes: solver };
  // Started from its source by Node itself, for a bundler would not know that it is a program of its own.
  const worker = new Worker(join(projectRoot, 'src/lib/server/lottery/program.ts'), {
    workerData: work,
    resourceLimits: { maxOldGenerationSizeMb: heap },
  });
  let end: (outcome: Outcome<Tasks[Name]['output']>) => void;
  const outcome = new Promise<Outcome<Tasks[Name]['output']>>((resolve) => (end = resolve));
  const fail = (error: Failure) => end({ ok: false, error });
  const clock = setTimeout(() => fail({ code: 'overrun' }), seconds * 1000);
  worker.on('message', (message: Message) => {
    if (message.type === 'progress') onProgress(message.progress);
    else if (message.type === 'out-of-memory') fail({ code: 'out-of-memory' });
    else end({ ok: true, value: message.value as Tasks[Name]['output'] });
  });
  worker.once('error', (error) => {
    const detail = String(error);
    const full = ('code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY') || OUT_OF_MEMORY.test(detail);
    fail(full ? { code: 'out-of-memory' } : { code: 'crashed', detail });
  });
  worker.once('exit', (code) => fail({ code: 'crashed', detail: `The thread ended with ${String(code)}.` }));
  return {
    // The first to say what became of it is believed; then the thread goes in any case.
    outcome: outcome.finally(() => {
      clearTimeout(clock);
      return worker.terminate();
    }),
    cancel: () => fail({ code: 'cancelled' }),
  };
}
