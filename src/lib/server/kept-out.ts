import { RateLimiterMemory } from 'rate-limiter-flexible';

/** What comes so often within a minute is no accident. */
const TOO_OFTEN = 3;
/** Seconds. */
const MINUTE = 60;

/** Those who go on doing what no page of ours does: they stay outside for a minute, so that coming back costs them and nobody else. */
export interface KeptOut {
  /** Notes that `key` did it once more. */
  note(key: string): Promise<void>;
  holds(key: string): Promise<boolean>;
}

export function createKeptOut(): KeptOut {
  const seen = new RateLimiterMemory({ points: TOO_OFTEN, duration: MINUTE });
  return {
    async note(key) {
      const { consumedPoints } = await seen.penalty(key);
      if (consumedPoints === TOO_OFTEN) await seen.block(key, MINUTE);
    },
    async holds(key) {
      return ((await seen.get(key))?.consumedPoints ?? 0) > TOO_OFTEN;
    },
  };
}
