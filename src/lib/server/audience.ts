/** Who is told what of an announcement: one packet a role, and another for the seats that see more than their role does. */
import { ROLES } from '../jury/terms.ts';
import type { JuryId } from '../jury/terms.ts';
import { SLICES_SEEN, changesViewer, viewEvent } from '../jury/view.ts';
import type { Viewer } from '../jury/view.ts';
import type { Entry } from '../jury/journal.ts';
import type { Jury, JuryEvent } from '../jury/jury.ts';
import type { Entries, WireEntry } from '../live/wire.ts';
import type { Announcement } from './commands.ts';

export interface Telling {
  readonly room: string;
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
  const seats = seatsNamedIn(entries);
  const rooms = seats.map((seat) => seatRoom(jury.id, seat));
  const toRoles = ROLES.filter((role) => role !== 'public').map((role) => ({
    room: roleRoom(jury.id, role),
    // Of the roles, only jurors and alternates look through a seat.
    except: role === 'juror' || role === 'alternate' ? rooms : [],
    entries: asSeen({ role }, jury.id, after, entries),
  }));
  const toSeats = seats.flatMap((seat) => {
    const role = jury.seats[seat]?.role;
    return role
      ? [{ room: seatRoom(jury.id, seat), except: [], entries: asSeen({ role, seat }, jury.id, after, entries) }]
      : [];
  });
  return [...toRoles, ...toSeats];
}

/** What a viewer missed since `after`; undefined when they should take the whole view instead. */
export function missedBy(viewer: Viewer, jury: Jury, after: number, entries: readonly Entry[]): Entries | undefined {
  if (entries.length > LONGEST_CATCH_UP || entries.some(({ event }) => changesViewer(event))) return undefined;
  const hidden = new Set(jury.room.messages.filter((message) => message.hidden).map((message) => message.id));
  return asSeen(
    viewer,
    jury.id,
    after,
    entries.map((entry) => ({ ...entry, event: withoutHidden(entry.event, hidden) })),
  );
}

/** [W6] Who was away while a message was posted and hidden does not get to read it on their return. */
function withoutHidden(event: JuryEvent, hidden: ReadonlySet<string>): JuryEvent {
  if (event.type !== 'message-posted' || !hidden.has(event.message)) return event;
  return { ...event, text: { ...event.text, text: null } };
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
    ...('asker' in event && event.asker !== undefined ? [event.asker] : []),
  ]);
  return [...new Set(named)];
}
