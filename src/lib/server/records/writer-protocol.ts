import type { Outcome } from './commit.ts';
import type { Unit } from './statement.ts';

/** What the writer thread is asked. */
export type Request =
  | { readonly type: 'commit'; readonly units: readonly Unit[] }
  | { readonly type: 'checkpoint' }
  | { readonly type: 'close' };

export type Letter = Request & { readonly id: number };

/** What it answers: first `ready`, then one reply to each letter, and in between what it learns about the disk. */
export type Reply =
  | { readonly type: 'ready' }
  | { readonly type: 'done'; readonly id: number; readonly outcomes: readonly Outcome[] }
  | { readonly type: 'disk'; readonly writable: boolean; readonly why: string };
