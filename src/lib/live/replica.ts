/** A client's copy of one jury, as far as its viewer may see it. Pure: whatever order the line delivers in, it converges. */
import { evolve } from '../jury/state.ts';
import type { JuryView } from '../jury/view.ts';
import type { Entries, Joined } from './wire.ts';

export interface Replica {
  readonly view: JuryView;
  /** The last entry contained in the view. */
  readonly seq: number;
}

/** What became of a message: `gap` means that something before it is missing and the client must join again. */
export type Received = { readonly outcome: 'applied' | 'known' | 'gap'; readonly replica: Replica };

export function receive(replica: Replica, message: Entries): Received {
  if (message.seq <= replica.seq) return { outcome: 'known', replica };
  if (message.after > replica.seq) return { outcome: 'gap', replica };
  const fresh = message.entries.filter((entry) => entry.seq > replica.seq);
  const view = fresh.reduce((current, entry) => evolve(current, entry.event), replica.view);
  return { outcome: 'applied', replica: { view, seq: message.seq } };
}

/** The copy after joining: caught up, or replaced whole. */
export function afterJoining(replica: Replica, { view, missed, seq }: Joined): Replica {
  if (view) return { view, seq };
  return missed ? receive(replica, missed).replica : replica;
}
