/** The thread's own program: one task, one answer. */
import { parentPort, workerData } from 'node:worker_threads';
import { tasks } from './tasks.ts';
import type { Progress, Tasks } from './tasks.ts';

export interface Work {
  readonly task: keyof Tasks;
  readonly input: Tasks[keyof Tasks]['input'];
  readonly megabytes: number;
}

export type Message =
  { readonly type: 'progress'; readonly progress: Progress } | { readonly type: 'done'; readonly value: unknown };

if (!parentPort) throw new Error('The lottery runs as a thread of the server.');
const port = parentPort;
const tell = (message: Message): void => port.postMessage(message);
const { task, input, megabytes } = workerData as Work;

limitWebAssembly(megabytes);
const run = tasks[task] as (given: Work['input'], report: (progress: Progress) => void) => unknown;
tell({ type: 'done', value: await run(input, (progress) => tell({ type: 'progress', progress })) });

/** The limits that a thread may be given do not count the solver's memory; in here it is the only one that grows. */
function limitWebAssembly(most: number): void {
  const { prototype } = WebAssembly.Memory;
  const grow = Reflect.get(prototype, 'grow') as typeof prototype.grow;
  prototype.grow = function (this: WebAssembly.Memory, pages: number): number {
    const after = this.buffer.byteLength + pages * 65_536;
    if (after > most * 1024 * 1024) throw new RangeError('Out of memory: the solver has reached its limit');
    return grow.call(this, pages);
  };
}
