/** Lets a server that runs as a process of its own be asked what it has used. */

export interface Used {
  /** Microseconds of processor time so far, in user and system mode together: of all threads, and of the event loop's alone. */
  readonly cpu: number;
  readonly loop: number;
  /** Bytes after a collection of garbage: what the process holds in memory, and of that the objects. */
  readonly rss: number;
  readonly heap: number;
}

const sum = ({ user, system }: NodeJS.CpuUsage): number => user + system;

/** Answers each message of the parent process, `used` or `used after collecting`. */
export function reportUse(): void {
  process.on('message', (question) => {
    if (question === 'used after collecting') globalThis.gc?.();
    const { rss, heapUsed: heap } = process.memoryUsage();
    const used: Used = { cpu: sum(process.cpuUsage()), loop: sum(process.threadCpuUsage()), rss, heap };
    process.send?.(used);
  });
}
