/** A written contribution takes part in the airtime, by the time its author was active on it. */
import type { Asked } from '../context.ts';
import type { JuryEvent } from '../state.ts';
import type { Instant } from '../terms.ts';
import { speakerOf } from './floor.ts';
import { runningSince } from './sessions.ts';
import type { Session } from './sessions.ts';

/** Nobody writes faster, by hand or by voice. Characters a second. */
const FASTEST = 15;
/** Of one message no more is counted. Seconds. */
const MOST = 600;
/** A word of assent is no contribution. Seconds. */
const LEAST = 5;

/**
 * [D75] Seconds to count for a message: what the device says it took, but no less than the text takes the fastest writer and no more than
 * has passed since the author's last message, since the item began, and than ten minutes. Null where it is too little to count.
 */
export function writtenSeconds(text: string, claimed: number | undefined, since: Instant, now: Instant): number | null {
  const least = Math.floor([...text].length / FASTEST);
  const most = Math.min(MOST, Math.max(0, Math.floor((now - since) / 1_000)));
  const seconds = Math.min(most, Math.max(least, claimed ?? least));
  return seconds < LEAST ? null : seconds;
}

/** [D75] What follows from a juror's message. Of whoever has the floor the time runs already. */
export function writtenTime(asked: Asked, session: Session, text: string, active?: number): readonly JuryEvent[] {
  const { actor, jury, now } = asked;
  if (actor.kind !== 'seat' || speakerOf(jury.floor, session.id)?.seat === actor.id) return [];
  const last = jury.room.messages.findLast((one) => one.session === session.id && one.by === actor.id)?.at ?? 0;
  const seconds = writtenSeconds(text, active, Math.max(last, runningSince(session)), now);
  return seconds === null ? [] : [{ type: 'airtime-counted', session: session.id, seat: actor.id, seconds }];
}
