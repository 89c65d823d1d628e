/** What lets the programme go on without the facilitator, and what an item waits for before it begins. The rules and the clock look here. */
import { ok, refuse } from '../result.ts';
import type { Result } from '../result.ts';
import type { Jury } from '../state.ts';
import type { Instant, SeatId } from '../terms.ts';
import { busyWith } from './busy.ts';
import { hereIn, onTheLine } from './here.ts';
import { readyNeeded } from './ready.ts';
import { nextItem } from './sessions.ts';
import type { AgendaItem, Session } from './sessions.ts';

const MINUTE = 60_000;

type Present = ReadonlySet<SeatId>;

/** From when on a countdown to the next item is due, and whether because the time is up; null where nothing brings it about. */
export function countdownDue(
  jury: Jury,
  session: Session,
  present: Present,
): { readonly from: Instant; readonly timeUp: boolean } | null {
  const { running, countdown, paused } = session;
  const next = nextItem(session);
  if (!running || !next || countdown || paused || !enoughFor(jury, session.id, next, present).ok) return null;
  const byVote = readySince(jury, session, present);
  const byTime = timeUpSince(jury, session);
  if (byVote === null && byTime === null) return null;
  const timeUp = byVote === null || (byTime !== null && byTime < byVote);
  return { from: Math.min(byVote ?? Infinity, byTime ?? Infinity), timeUp };
}

/** [D24] [D115] Enough are ready, and the item has had its least time; null while not enough are. */
export function readySince(jury: Jury, session: Session, present: Present): Instant | null {
  const here = onTheLine(jury, session.id, present);
  const ready = here.filter((seat) => session.ready.seats.includes(seat));
  return ready.length >= readyNeeded(here.length) ? leastUntil(session) : null;
}

/** [D115] Until when an item that asks for a least time is not left by those who are ready. */
export function leastUntil({ agenda, running }: Session): Instant {
  const item = agenda.find(({ id }) => id === running?.item);
  return (running?.since ?? 0) + (item?.notBefore ?? 0) * MINUTE;
}

/** [D111] The minutes of an item that goes on by itself are used up; null where it does not, or where somebody would be interrupted. */
function timeUpSince(jury: Jury, { id, agenda, running, stays }: Session): Instant | null {
  const item = agenda.find((one) => one.id === running?.item);
  if (!running || !item?.auto || stays || interrupts(jury, id)) return null;
  return running.since + item.minutes * MINUTE;
}

/** [D68] A ballot lasts for days; of a sentence and a sounding one waits for the end. */
export function interrupts(jury: Jury, session: string): boolean {
  const busy = busyWith(jury, session);
  return busy !== null && busy !== 'ballot';
}

/** [D114] Whether as many are here as the item asks for. */
export function enoughFor(jury: Jury, session: string, { atLeast = 0 }: AgendaItem, present: Present): Result<null> {
  const here = hereIn(jury, session, present).length;
  return here < atLeast ? refuse('too-few-here', { here, least: atLeast }) : ok(null);
}
