/** Planned and actual time of each item of an agenda. A pause counts for nobody, an item taken up again counts in all its parts. */
import type { AgendaItem } from '../deliberation/sessions.ts';
import type { Entry } from '../journal.ts';
import type { Instant } from '../terms.ts';

export interface ItemFacts {
  readonly item: string;
  readonly title: string;
  /** Minutes, as first planned. */
  readonly planned: number;
  /** Whole minutes; null where the item was never taken up. */
  readonly actual: number | null;
}

export function itemsOf(
  agenda: readonly AgendaItem[],
  during: readonly Entry[],
  session: string,
  end: Instant,
): readonly ItemFacts[] {
  const taken = timesOf(during, session, end);
  return agenda.map(({ id, title, minutes }) => {
    const time = taken.get(id);
    return { item: id, title, planned: minutes, actual: time === undefined ? null : Math.round(time / 60_000) };
  });
}

/** By item, in milliseconds. */
function timesOf(during: readonly Entry[], session: string, end: Instant): ReadonlyMap<string, number> {
  const taken = new Map<string, number>();
  let running: string | null = null;
  let since: Instant | null = null;
  const stop = (at: Instant): void => {
    if (running !== null) taken.set(running, (taken.get(running) ?? 0) + (since === null ? 0 : at - since));
    since = null;
  };
  for (const { event } of during) {
    if (!('session' in event) || event.session !== session) continue;
    switch (event.type) {
      case 'item-started':
        stop(event.at);
        running = event.item;
        since = event.at;
        break;
      case 'closing-begun':
        stop(event.at);
        running = null;
        break;
      case 'session-paused':
        stop(event.at);
        break;
      case 'session-resumed':
        // Nothing runs before the first item and in the last words.
        since = running === null ? null : event.at;
        break;
      default:
    }
  }
  stop(end);
  return taken;
}
