/** The drawing thread: draws one notice and ends. */
import { parentPort, workerData } from 'node:worker_threads';
import { drawPicture } from './picture.ts';
import type { Notice } from './picture.ts';

parentPort?.postMessage(new Uint8Array(await drawPicture(workerData as Notice)));
