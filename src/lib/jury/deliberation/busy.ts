import type { Jury } from '../state.ts';
import { pausedOf, speakerOf } from './floor.ts';
import { openSounding } from './soundings/soundings.ts';

export type Busy = 'floor' | 'sounding' | 'ballot';

/** [D71] What is still under way in the room; null when going on interrupts nobody. */
export function busyWith(
  { floor, soundings, verdict }: Pick<Jury, 'floor' | 'soundings' | 'verdict'>,
  session: string,
): Busy | null {
  if (speakerOf(floor, session) || pausedOf(floor, session)) return 'floor';
  if (openSounding(soundings)) return 'sounding';
  const open = [...verdict.ballots, ...verdict.pollBallots].some(({ state }) => state === 'open');
  return open ? 'ballot' : null;
}
