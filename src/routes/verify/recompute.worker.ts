/** The thread in which a page makes the list of a record again. The solver blocks it for as long as it takes. */
import wasm from 'highs/runtime?url';
import { loadSolver, recomputeList } from '$lib/lottery/index.ts';
import type { PublishedRecord, Recomputed, Result, SolveRefusal } from '$lib/lottery/index.ts';
import type { Told } from './worker-task.svelte.ts';

export type Recomputation = Result<Recomputed, SolveRefusal>;

const tell = (told: Told<Recomputation>): void => self.postMessage(told);

async function recompute(record: PublishedRecord): Promise<Recomputation> {
  const solver = await loadSolver(wasm);
  return recomputeList(record, solver, { onProgress: ({ done }) => tell({ done }) });
}

self.onmessage = ({ data }: MessageEvent<PublishedRecord>) => {
  recompute(data).then((outcome) => tell({ outcome }), reportError);
};
