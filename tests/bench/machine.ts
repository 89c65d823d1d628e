/** What the figures were measured on, without which they mean nothing. */
import { closeSync, fdatasyncSync, openSync, rmSync, writeSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, totalmem, type } from 'node:os';
import { join } from 'node:path';
import { percentile } from './figures.ts';

const FLUSHES = 200;

/** Milliseconds that the disk under `folder` takes to keep four kilobytes, each time. */
function flushTimes(folder: string): readonly number[] {
  const path = join(folder, 'flush');
  const file = openSync(path, 'w');
  const page = Buffer.alloc(4_096, 'x');
  try {
    return Array.from({ length: FLUSHES }, () => {
      const began = performance.now();
      writeSync(file, page);
      fdatasyncSync(file);
      return performance.now() - began;
    });
  } finally {
    closeSync(file);
    rmSync(path);
  }
}

export function machineFacts(folder: string): string {
  const flushes = flushTimes(folder);
  const ms = (share: number): string => percentile(flushes, share).toFixed(2);
  const load = loadavg().map((value) => value.toFixed(1));
  return [
    `${availableParallelism()} processors (${cpus()[0]?.model.trim() ?? 'unknown'}), ${Math.round(totalmem() / 2 ** 30)} GiB, ${type()}, Node ${process.versions.node}`,
    `load before the start, over 1, 5 and 15 minutes: ${load.join(', ')}; what others do here at the same time is in every figure`,
    `fdatasync of a page: p50 ${ms(0.5)} ms, p99 ${ms(0.99)} ms`,
  ].join('\n');
}
