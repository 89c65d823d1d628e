/** Where each live socket stands: in which jury, as whom, and therefore in which rooms. */
import type { Server, Socket } from 'socket.io';
import type { Jury } from '../jury/jury.ts';
import type { JuryId } from '../jury/terms.ts';
import { viewerOf } from '../jury/view.ts';
import type { Viewer } from '../jury/view.ts';
import type { ClientToServer, Entries, ServerToClient } from '../live/wire.ts';
import { actorIn } from './actors.ts';
import { audienceRooms } from './audience.ts';
import type { Principal } from './auth/principal.ts';
import type { DraftPage } from './live-drafts.ts';
import { attendeeOf } from './presence.ts';
import type { Presence } from './presence.ts';

export interface Visitor {
  principal: Principal;
  sessionHash: string;
  /** The jury joined, and as whom. */
  place?: { readonly jury: JuryId; readonly viewer: Viewer };
  /** The shared draft that is open on this page. */
  draft?: DraftPage;
  /** How many messages nothing of ours could have sent. */
  malformed: number;
}

export type LiveServer = Server<ClientToServer, ServerToClient, Record<never, never>, Visitor>;
export type LiveSocket = Socket<ClientToServer, ServerToClient, Record<never, never>, Visitor>;

/** A reader so slow that this many packets wait for it is cut off, and catches up when it comes back. */
const LONGEST_BUFFER = 256;

export function createPlaces(io: LiveServer, presence: Presence) {
  const socketsIn = (jury: JuryId): readonly LiveSocket[] =>
    [...(io.of('/').adapter.rooms.get(`jury ${jury}`) ?? [])].flatMap((id) => io.of('/').sockets.get(id) ?? []);

  function enter(socket: LiveSocket, jury: JuryId, viewer: Viewer): void {
    const before = socket.data.place;
    for (const room of before ? audienceRooms(before.jury, before.viewer) : []) void socket.leave(room);
    for (const room of audienceRooms(jury, viewer)) void socket.join(room);
    socket.data.place = { jury, viewer };
    const [was, is] = [before && attendeeOf(before.viewer), attendeeOf(viewer)];
    if (before?.jury === jury && was === is) return;
    if (before && was !== undefined) presence.leave(before.jury, was);
    if (is !== undefined) presence.arrive(jury, is);
  }

  return {
    enter,

    leave({ data: { place } }: LiveSocket): void {
      const who = place && attendeeOf(place.viewer);
      if (place && who !== undefined) presence.leave(place.jury, who);
    },

    /** Whoever no longer belongs here is out before another word is told; the others look again with the eyes they now have. */
    reseat(jury: Jury): void {
      for (const socket of socketsIn(jury.id)) {
        const viewer = viewerOf(jury, actorIn(jury.id, socket.data.principal));
        if (viewer.role === 'public') socket.disconnect(true);
        else {
          enter(socket, jury.id, viewer);
          socket.emit('resync', { jury: jury.id });
        }
      }
    },

    /** Tells those in the rooms. A packet for nobody would still have to be made. */
    tell(rooms: readonly string[], except: readonly string[], entries: Entries): void {
      const inhabited = rooms.filter((room) => io.of('/').adapter.rooms.has(room));
      if (inhabited.length > 0)
        io.to(inhabited)
          .except([...except])
          .emit('entries', entries);
    },

    dropSlowReaders(jury: JuryId): void {
      // The line itself is closed: a browser that is told to go does not come back of its own accord.
      for (const socket of socketsIn(jury)) if (waitingPackets(socket) > LONGEST_BUFFER) socket.conn.close(true);
    },
  };
}

/** How much the engine holds back because the reader does not take it. Not in its types, but its documentation names it for this use. */
function waitingPackets(socket: LiveSocket): number {
  return (socket.conn as unknown as { readonly writeBuffer: readonly unknown[] }).writeBuffer.length;
}
