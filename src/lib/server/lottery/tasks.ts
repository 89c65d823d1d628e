/** What a lottery thread can be asked to do. */
import type { Feasibility, Progress, RecordFiles } from '../../lottery/index.ts';
import { checkTargets, commitRecord } from './commit-task.ts';
import type { CheckInput, CommitInput } from './commit-task.ts';
import { readUpload, takePool } from './pool-task.ts';
import type { PoolInput, PoolRead, ReadFile, UploadInput, UploadRead } from './pool-task.ts';
import { rehearse, solve } from './solve-task.ts';
import type { Rehearsed, SolveInput, Solved, Unsolvable } from './solve-task.ts';

export interface Tasks {
  readonly 'read-upload': { readonly input: UploadInput; readonly output: ReadFile<UploadRead> };
  readonly 'take-pool': { readonly input: PoolInput; readonly output: ReadFile<PoolRead> };
  readonly check: { readonly input: CheckInput; readonly output: Feasibility };
  readonly solve: { readonly input: SolveInput; readonly output: Solved | Unsolvable };
  readonly rehearse: { readonly input: SolveInput; readonly output: Rehearsed | Unsolvable };
  readonly commit: { readonly input: CommitInput; readonly output: RecordFiles };
}

export const tasks: {
  readonly [Name in keyof Tasks]: (
    input: Tasks[Name]['input'],
    report: (progress: Progress) => void,
  ) => Tasks[Name]['output'] | Promise<Tasks[Name]['output']>;
} = { 'read-upload': readUpload, 'take-pool': takePool, check: checkTargets, solve, rehearse, commit: commitRecord };
