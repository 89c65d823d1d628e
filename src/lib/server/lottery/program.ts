/** The thread's own program: one task, one answer. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Progress } from '../../lottery/index.ts';
import { limitWebAssembly } from './memory-limit.ts';
import { tasks } from './tasks.ts';
import type { Tasks } from './tasks.ts';

export interface Work {
  readonly task: keyof Tasks;
  readonly input: Tasks[keyof Tasks]['input'];
  readonly megabytes: number;
}

export type Message =
  | { readonly type: 'progress'; readonly progress: Progress }
  | { readonly type: 'out-of-memory' }
  | { readonly type: 'done'; readonly value: unknown };

if (!parentPort) throw new Error('The lottery runs as a thread of the server.');
const port = parentPort;
const tell = (message: Message): void => port.postMessage(message);
const { task, input, megabytes } = workerData as Work;

limitWebAssembly(megabytes, () => tell({ type: 'out-of-memory' }));
const run = tasks[task] as (given: Work['input'], report: (progress: Progress) => void) => unknown;
tell({ type: 'done', value: await run(input, (progress) => tell({ type: 'progress', progress })) });
