/** The thread in which a page checks records. */
import { checkRecords } from './check-records.ts';
import type { CheckRequest, Outcome } from './check-records.ts';
import type { Told } from './worker-task.svelte.ts';

const tell = (told: Told<Outcome>): void => self.postMessage(told);

self.onmessage = ({ data }: MessageEvent<CheckRequest>) => {
  checkRecords(data, (done) => tell({ done })).then((outcome) => tell({ outcome }), reportError);
};
