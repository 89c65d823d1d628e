/** What a juror does in a busy session, one act after the other: most speak, some give a sign, some ask for the floor and step back. */
import type { PRNG } from 'seedrandom';
import type { Command } from '../../src/lib/jury/commands.ts';
import { SIGNALS } from '../../src/lib/jury/deliberation/signals.ts';

export type NextAct = () => Command;

const session = 'D1';
/** As long as what people type in a live discussion. */
const SENTENCE = 'I would like to hear from the witness how the figures for the old town were counted, and by whom.';

/** Every act is one that the rules allow, for each takes back what the same juror gave before. */
export function actsOfJuror(random: PRNG, juror: number): NextAct {
  const signal = SIGNALS[juror % SIGNALS.length] as (typeof SIGNALS)[number];
  let signalled = false;
  let waiting = false;
  return () => {
    const chance = random();
    if (chance < 0.6) return { type: 'post-message', session, text: SENTENCE };
    if (chance < 0.85) {
      signalled = !signalled;
      return { type: signalled ? 'give-signal' : 'take-back-signal', session, signal };
    }
    waiting = !waiting;
    return { type: waiting ? 'raise-hand' : 'lower-hand', session };
  };
}

/** What the bare room passes on instead: as much text as a message. */
export const BARE_TEXT = SENTENCE;

/** Moments of a Poisson process, in milliseconds, `every` seconds on average. */
export function arrivals(random: PRNG, seconds: number, every: number): readonly number[] {
  const moments: number[] = [];
  const pause = (): number => -1000 * every * Math.log(1 - random());
  for (let at = pause(); at < seconds * 1000; at += pause()) moments.push(at);
  return moments;
}
