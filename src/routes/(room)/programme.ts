/** What the clock says about the programme. */
import type { AgendaItem, Session } from '../../lib/jury/deliberation/sessions.ts';
import type { Instant } from '../../lib/jury/terms.ts';

export interface RunningItem {
  readonly item: AgendaItem;
  /** Server time at which its minutes are used up. */
  readonly endsAt: Instant;
}

export const liveSession = (sessions: readonly Session[]): Session | undefined =>
  sessions.find((one) => one.state === 'live');

/** The planned session that begins next; one that should have begun but was not opened yet still counts. */
export function nextSession(sessions: readonly Session[]): Session | undefined {
  return sessions.filter((one) => one.state === 'planned').toSorted((a, b) => a.startsAt - b.startsAt)[0];
}

export function runningItem(session: Session): RunningItem | null {
  const item = session.agenda.find((one) => one.id === session.running?.item);
  return item && session.running ? { item, endsAt: session.running.since + item.minutes * 60_000 } : null;
}
