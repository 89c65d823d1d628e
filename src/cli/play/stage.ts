/** What everybody in a play shares: where it takes place, the script, chance, and who is there. */
import seedrandom from 'seedrandom';
import type { PRNG } from 'seedrandom';
import type { SeatId, StaffRole } from '../../lib/jury/terms.ts';
import { readSmog } from '../demo/script.ts';
import type { SmogScript } from '../demo/script.ts';
import { PlayError } from './browser.ts';
import type { Browser } from './browser.ts';

export interface Juror {
  readonly seat: SeatId;
  readonly browser: Browser;
}

export interface Stage {
  readonly origin: string;
  readonly script: SmogScript;
  readonly random: PRNG;
  /** Tells whoever watches the terminal how far the play is. */
  say(sentence: string): void;
}

/** The stage once the jury has been founded and everyone with an office has come in. */
export interface FoundedStage extends Stage {
  readonly jury: string;
  readonly staff: Readonly<Record<StaffRole, Browser>>;
}

/** The stage once the jurors and the experts have come in. */
export interface SeatedStage extends FoundedStage {
  readonly jurors: readonly Juror[];
  readonly witnesses: readonly Browser[];
}

export function createStage(origin: string, seed: string): Stage {
  const began = Date.now();
  return {
    origin,
    script: readSmog(),
    random: seedrandom(seed),
    say: (sentence) => console.log(`${((Date.now() - began) / 1000).toFixed(1).padStart(5)} s  ${sentence}`),
  };
}

/** @throws PlayError with the sentence when it is not so. */
export function expectThat(true_: boolean, sentence: string): asserts true_ {
  if (!true_) throw new PlayError(sentence);
}

/** The same list in an order of chance. */
export function shuffled<T>(list: readonly T[], random: PRNG): readonly T[] {
  return list
    .map((value) => ({ value, at: random() }))
    .sort((one, other) => one.at - other.at)
    .map(({ value }) => value);
}

export const pick = <T>(list: readonly T[], random: PRNG): T => list[Math.floor(random() * list.length)] as T;
