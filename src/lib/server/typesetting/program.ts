/** The typesetting thread: sets one manuscript and ends. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Manuscript } from './manuscript.ts';
import { typeset } from './typeset.ts';

parentPort?.postMessage(new Uint8Array(await typeset(workerData as Manuscript)));
