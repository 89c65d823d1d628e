/** Lets a server that runs as a process of its own be asked how much processor time it has used. */

/** Answers each message of the parent process with the microseconds used so far, in user and system mode together. */
export function reportCpu(): void {
  process.on('message', () => {
    const { user, system } = process.cpuUsage();
    process.send?.({ cpu: user + system });
  });
}
