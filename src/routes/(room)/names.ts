import * as m from '../../lib/i18n/compiled/messages.js';
import type { Speaker } from '../../lib/jury/deliberation/room.ts';

export type NameList = Readonly<Record<string, string>>;

/** How somebody is called in the room; a seat whose name was erased keeps its number. */
export function nameOf(names: NameList, who: Speaker): string {
  return who === 'facilitator' ? m.room_facilitator() : (names[who] ?? who);
}
