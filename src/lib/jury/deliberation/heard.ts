import type { Jury } from '../state.ts';
import { airtimeOf } from './airtime.ts';
import { spokenIn } from './floor.ts';
import type { Heard } from './queue.ts';

/** Who was heard in a session, and for how long, as far as whoever looks may know. */
export const heardIn = ({ floor, airtime }: Pick<Jury, 'floor' | 'airtime'>, session: string): Heard => ({
  spoken: spokenIn(floor, session),
  seconds: airtimeOf(airtime, session).seats,
  newFirst: floor.newFirst,
});
