/** Who is told what of an announcement: one packet a role, and another for the seats that see more than their role does. */
import { ROLES } from '../jury/terms.ts';
import type { JuryId } from '../jury/terms.ts';
import { changesViewer } from '../jury/changes-viewer.ts';
import { SLICES_SEEN, viewEvent } from '../jury/view.ts';
import type { Viewer } from '../jury/view.ts';
import type { Entry } from '../jury/journal.ts';
import type { Jury, JuryEvent } from '../jury/jury.ts';
import type { Entries, WireEntry } from '../live/wire.ts';
import type { Announcement } from './commands.ts';

export interface Telling {
  readonly rooms: readonly string[];
  /** The rooms through which the same people are reached when they are not told apart. */
  readonly within: readonly string[];
  readonly except: readonly string[];
  readonly entries: Entries;
}

/** More than this is cheaper as a whole view. */
const LONGEST_CATCH_UP = 500;

const roleRoom = (jury: JuryId, role: Viewer['role']): string => `role ${jury} ${role}`;
const seatRoom = (jury: JuryId, seat: string): string => `seat ${jury} ${seat}`;

/** The rooms through which a viewer is reached. Made from what was decided here, never from what a client sent. */
export function audienceRooms(jury: JuryId, viewer: Viewer): readonly string[] {
  const rooms = [`jury ${jury}`, roleRoom(jury, viewer.role)];
  if (SLICES_SEEN[viewer.role].includes('room')) rooms.push(`room ${jury}`);
  if (viewer.seat !== undefined) rooms.push(seatRoom(jury, viewer.seat));
  return rooms;
}

export function tellings({ jury, entries }: Announcement): readonly Telling[] {
  const first = entries[0];
  if (!first) return [];
  const after = first.seq - 1;
  const seen = (viewer: Viewer): Entries => asSeen(viewer, jury.id, after, entries);

  // Of the roles, only jurors and alternates look through a seat; most seats that are named see what their role sees.
  const apart = seatsNamedIn(entries).flatMap((seat) => {
    const role = jury.seats[seat]?.role;
    if (!role || isAlike(seen({ role, seat }), seen({ role }))) return [];
    return [
      {
        rooms: [seatRoom(jury.id, seat)],
        within: [roleRoom(jury.id, role)],
        except: [],
        entries: seen({ role, seat }),
      },
    ];
  });

  // Roles that see the same are told together, so that a packet is made once for all of them.
  const together: { rooms: string[]; entries: Entries }[] = [];
  for (const role of ROLES) {
    if (role === 'public') continue;
    const view = seen({ role });
    const alike = together.find((telling) => isAlike(telling.entries, view));
    if (alike) alike.rooms.push(roleRoom(jury.id, role));
    else together.push({ rooms: [roleRoom(jury.id, role)], entries: view });
  }
  const exceptFrom = (told: readonly string[]): readonly string[] =>
    apart.flatMap(({ rooms, within }) => (within.some((room) => told.includes(room)) ? rooms : []));
  return [...together.map((telling) => ({ ...telling, within: [], except: exceptFrom(telling.rooms) })), ...apart];
}

/** What two viewers see is alike where it is the very same events: `viewEvent` makes a new one only to leave something out. */
const isAlike = (one: Entries, other: Entries): boolean =>
  one.entries.length === other.entries.length &&
  one.entries.every((entry, index) => entry.event === other.entries[index]?.event);

/** What a viewer missed since `after`; undefined when they should take the whole view instead. */
export function missedBy(viewer: Viewer, jury: Jury, after: number, entries: readonly Entry[]): Entries | undefined {
  if (entries.length > LONGEST_CATCH_UP || entries.some(({ event }) => changesViewer(event))) return undefined;
  const withheld = textsWithheld(jury);
  return asSeen(
    viewer,
    jury.id,
    after,
    entries.map((entry) => ({ ...entry, event: withoutRedacted(withoutText(entry.event, withheld), jury) })),
  );
}

/** Messages that were hidden, and words that no longer wait: what became of them is told by what came after. */
function textsWithheld({ room, tables, moderation }: Jury): (id: string) => boolean {
  const hidden = [...room.messages, ...tables.talk].filter((message) => message.hidden).map(({ id }) => id);
  const gone = new Set(hidden);
  const waiting = new Set([...room.unconfirmed, ...moderation.waiting].map(({ id }) => id));
  return (id) => gone.has(id) || (/^[HP]/.test(id) && !waiting.has(id));
}

/** [W6] Who was away while a message was posted and hidden, or written down and refused, does not get to read it on their return. */
function withoutText(event: JuryEvent, withheld: (id: string) => boolean): JuryEvent {
  switch (event.type) {
    case 'message-posted':
    case 'message-edited':
    case 'table-message-posted':
    case 'table-message-edited':
      return withheld(event.message) ? { ...event, text: { ...event.text, text: null } } : event;
    case 'contribution-entered':
      return withheld(event.contribution) ? { ...event, text: { ...event.text, text: null } } : event;
    case 'message-held':
      return withheld(event.held) ? { ...event, text: { ...event.text, text: null } } : event;
    default:
      return event;
  }
}

/** [D44] The same holds of a line of the log of moderation that was redacted. */
function withoutRedacted(event: JuryEvent, { moderation }: Jury): JuryEvent {
  if (event.type !== 'action-logged' && event.type !== 'appeal-decided') return event;
  if (!moderation.log.some(({ id, redacted }) => id === event.action && redacted)) return event;
  return event.type === 'action-logged' ? { ...event, rule: null } : { ...event, reason: null };
}

/** Everyone is told the numbers, so that nobody takes what they may not see for something that was lost. */
function asSeen(viewer: Viewer, jury: JuryId, after: number, entries: readonly Entry[]): Entries {
  const seen = entries.flatMap(({ seq, command, event }): WireEntry[] => {
    const visible = viewEvent(event, viewer);
    return visible ? [{ seq, command, event: visible }] : [];
  });
  return { jury, after, seq: after + entries.length, entries: seen };
}

function seatsNamedIn(entries: readonly Entry[]): readonly string[] {
  const named = entries.flatMap(({ event }) => [
    ...('seat' in event && event.seat !== undefined ? [event.seat] : []),
    ...(event.type === 'table-message-posted' || event.type === 'table-message-edited' ? event.to : []),
    ...(event.type === 'note-filed' ? (event.note?.to ?? []) : []),
    ...(event.type === 'minutes-sent' ? [...event.electors.seats, ...event.facts.people.map(({ seat }) => seat)] : []),
    ...('complainant' in event && event.complainant.kind === 'seat' ? [event.complainant.id] : []),
    ...('asker' in event && event.asker !== undefined ? [event.asker] : []),
  ]);
  return [...new Set(named)];
}
