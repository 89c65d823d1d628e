/**
 * Seeds under which the lines once behaved so that a mistake in the copy came to light. Each is played again by every run
 * of the fuzz tests, with the mistake and without it, until one finds it: the seeds of a mistake that is not found any more are replaced by others.
 */
import { evolve } from '../../src/lib/jury/state.ts';
import { receive } from '../../src/lib/live/replica.ts';
import type { Receive } from './memory-line.ts';

export interface KeptSeed {
  readonly seeds: readonly string[];
  /** What was wrong, and the copy that is wrong in this way. */
  readonly mistake: string;
  readonly wrong: Receive;
}

export const KEPT_SEEDS: readonly KeptSeed[] = [
  {
    seeds: ['storm 1', 'storm 3', 'storm 4'],
    mistake: 'a gap was taken no notice of, so that what lay in it never came',
    wrong: (replica, message) => receive(replica, { ...message, after: Math.min(message.after, replica.seq) }),
  },
  {
    seeds: ['storm 1', 'storm 2', 'storm 3'],
    mistake: 'a message told twice was counted twice',
    wrong: (replica, message) => {
      if (message.after > replica.seq) return { outcome: 'gap', replica };
      const view = message.entries.reduce((current, { event }) => evolve(current, event), replica.view);
      return { outcome: 'applied', replica: { view, seq: Math.max(replica.seq, message.seq) } };
    },
  },
  {
    seeds: ['storm 1', 'storm 3', 'storm 4'],
    mistake: 'a late message took the copy back to where it had been',
    wrong: (replica, message) => {
      const received = receive(replica, message);
      return received.outcome === 'known' ? { outcome: 'known', replica: { ...replica, seq: message.seq } } : received;
    },
  },
];
