/** In which order people are called up. */
import { shuffled } from '../chance.ts';
import type { SeatId } from '../terms.ts';
import type { Floor, QueueMode, Turn } from './floor.ts';

/** What the order follows, within one session. */
export interface Heard {
  readonly spoken: ReadonlySet<SeatId>;
  /** Seconds of spoken turns, by seat. */
  readonly seconds: Readonly<Record<SeatId, number>>;
  /** Whether those who have not spoken go before those who have, whatever the mode. */
  readonly newFirst: boolean;
}

type Waiting = Pick<Turn, 'kind' | 'seat'>;

/** Differences below this count as none, so that a sentence more does not cost a place. Seconds. */
const BUCKET = 30;

/**
 * [D14] Lower is called up earlier: questions about what was just said, words about procedure, those who have not spoken yet
 * ([D70]; in `equity` always), then in `equity` by time spoken in steps of half a minute. Equal ones keep the order in which their
 * hands went up.
 */
function rank({ kind, seat }: Waiting, mode: QueueMode, { spoken, seconds, newFirst }: Heard): number {
  if (kind === 'clarifying-question') return -3;
  if (kind === 'procedural') return -2;
  if (mode === 'rounds' || (mode === 'first-come' && !newFirst)) return 0;
  if (mode === 'first-come') return spoken.has(seat) ? 0 : -1;
  return spoken.has(seat) ? Math.floor((seconds[seat] ?? 0) / BUCKET) : -1;
}

/**
 * [D126] Those who wait, as they would be called up under other settings: the same whether it is only looked at or applied. As long as the
 * settings stay the order stays, with whatever the facilitator has changed in it.
 */
export function orderUnder(
  { mode, newFirst }: Pick<Floor, 'mode' | 'newFirst'>,
  floor: Pick<Floor, 'mode' | 'newFirst'>,
  waiting: readonly Turn[],
  heard: Omit<Heard, 'newFirst'>,
  seed: string,
): readonly string[] {
  const same = mode === floor.mode && newFirst === floor.newFirst;
  return same ? waiting.map(({ id }) => id) : inOrder(waiting, mode, { ...heard, newFirst }, seed);
}

/** How many are before a new hand: it goes behind the last one that is not called up later, so that an order changed by hand stands. */
export function placeOf(newcomer: Waiting, queue: readonly Turn[], mode: QueueMode, heard: Heard): number {
  const own = rank(newcomer, mode, heard);
  return queue.findLastIndex((turn) => rank(turn, mode, heard) <= own) + 1;
}

/** The waiting turns in the order of a mode. [D15] In `rounds` the seed decides. */
export function inOrder(queue: readonly Turn[], mode: QueueMode, heard: Heard, seed: string): readonly string[] {
  const chance = shuffled(
    queue.map((turn) => turn.id),
    seed,
  );
  const before = (a: Turn, b: Turn): number => {
    const difference = rank(a, mode, heard) - rank(b, mode, heard);
    if (difference !== 0) return difference;
    return mode === 'rounds' ? chance.indexOf(a.id) - chance.indexOf(b.id) : (a.since ?? 0) - (b.since ?? 0);
  };
  return queue.toSorted(before).map((turn) => turn.id);
}
