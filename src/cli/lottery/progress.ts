import type { LotteryRequest } from '../../lib/lottery/index.ts';

/** Progress on standard error, where somebody watches it: a log or a pipe gets none. */
export function progressBar(): Pick<LotteryRequest, 'onProgress'> {
  if (!process.stderr.isTTY) return {};
  process.once('exit', () => process.stderr.write('\r\u001b[K'));
  return {
    onProgress: ({ stage, done }) => {
      process.stderr.write(`\r\u001b[K${stage} ${String(Math.round(done * 100))}%`);
    },
  };
}
