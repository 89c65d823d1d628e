/** Until when the messages of a juror are stopped; asked by the rules and by the pages alike. */
import type { Asked } from '../../context.ts';
import { ok, refuse } from '../../result.ts';
import type { Result } from '../../result.ts';
import type { Jury } from '../../state.ts';
import type { Instant, SeatId } from '../../terms.ts';
import type { MuteEnd } from '../room.ts';
import type { MuteLasts } from './commands.ts';

/**
 * [D135] Whether this juror's messages are stopped at `now`. An end is not waited for by anybody: it has come when the server's time has
 * passed it, or when the session it was set for is no longer live.
 */
export function isMuted({ room, sessions }: Pick<Jury, 'room' | 'sessions'>, seat: SeatId, now: Instant): boolean {
  if (!room.muted.includes(seat)) return false;
  const { until, session } = muteEndOf({ room }, seat) ?? {};
  if (until !== undefined) return now < until;
  return session === undefined || sessions.find((one) => one.id === session)?.state === 'live';
}

/** The end that was set, come or not; undefined where none was. */
export const muteEndOf = ({ room }: Pick<Jury, 'room'>, seat: SeatId): MuteEnd | undefined =>
  room.muteEnds.find((one) => one.seat === seat);

/** What a new stop carries: an instant, the session at whose end it ends, or nothing. */
export function endOf(lasts: MuteLasts | undefined, { jury, now }: Asked): Result<Omit<MuteEnd, 'seat'>> {
  if (lasts === undefined) return ok({});
  if (lasts !== 'session') return ok({ until: now + Number(lasts) * 60_000 });
  const live = jury.sessions.find((one) => one.state === 'live');
  return live ? ok({ session: live.id }) : refuse('session-not-live');
}
