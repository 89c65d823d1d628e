/** What the bench runs on the main thread of a blank page. */
import { generatePool } from './generate.ts';
import { runLottery } from './lottery-run.ts';
import type { LotteryRun } from './lottery-run.ts';

declare global {
  interface Window {
    measureLottery: (people: number, wasmUrl: string) => Promise<LotteryRun>;
  }
}

window.measureLottery = (people, wasmUrl) => runLottery(generatePool(people), 'leximin', wasmUrl);
