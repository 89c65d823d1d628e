import { isIPv6 } from 'node:net';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { ok, refuse, type Result } from '../../jury/result.ts';
import type { Config } from '../config.ts';

/** A count at a door: refuses with `too-many-attempts` and the minutes to wait. */
export type Door = (key: string) => Promise<Result<null>>;

export interface Limits {
  readonly signInFrom: Door;
  readonly signInAs: Door;
  readonly enterFrom: Door;
  /** Questions of the public, which need no account. */
  readonly questionFrom: Door;
  readonly connectFrom: Door;
  readonly commandBy: Door;
  /** Wishes for letters: by where they come from, and by the address they are to go to. */
  readonly letterFrom: Door;
  readonly letterTo: Door;
  /** Observations of the public. */
  readonly observeFrom: Door;
  /** Writing together sends a message every moment. */
  readonly draftBy: Door;
}

/** [E47] From one address. */
export const QUESTIONS_PER_HOUR = 10;
/** A page sends at most ten a second, and somebody may have two or three open. In ten seconds. */
const DRAFT_MESSAGES = 300;

/**
 * The counts of one process. A venue where a whole jury sits behind one address must get in, so the counts by address are wide; what protects a
 * password is the narrow count by e-mail address, and whoever is shut out by it can still come in by a link.
 */
export function createLimits({ connectsPerMinute, commandsPerMinute }: Config): Limits {
  const byAddress =
    (door: Door): Door =>
    (address) =>
      door(networkOf(address));
  return {
    signInFrom: byAddress(door(60, 15 * 60)),
    signInAs: door(10, 15 * 60),
    enterFrom: byAddress(door(120, 15 * 60)),
    questionFrom: byAddress(door(QUESTIONS_PER_HOUR, 60 * 60)),
    connectFrom: byAddress(door(connectsPerMinute, 60)),
    letterFrom: byAddress(door(30, 15 * 60)),
    letterTo: door(5, 60 * 60),
    observeFrom: byAddress(door(10, 60 * 60)),
    commandBy: door(Math.ceil(commandsPerMinute / 6), 10),
    draftBy: door(DRAFT_MESSAGES, 10),
  };
}

function door(points: number, seconds: number): Door {
  const limiter = new RateLimiterMemory({ points, duration: seconds });
  return async (key) => {
    try {
      await limiter.consume(key);
      return ok(null);
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      return refuse('too-many-attempts', { minutes: Math.ceil(refusal.msBeforeNext / 60_000) });
    }
  };
}

/** One customer of an IPv6 provider has 2^64 addresses, so the network is what counts there. */
export function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  if (!isIPv6(plain)) return plain;
  const [head = '', tail] = plain.split('::');
  const front = head === '' ? [] : head.split(':');
  const back = tail === undefined || tail === '' ? [] : tail.split(':');
  const groups =
    tail === undefined ? front : [...front, ...Array<string>(8 - front.length - back.length).fill('0'), ...back];
  return groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}
