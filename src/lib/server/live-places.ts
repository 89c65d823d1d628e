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
import { eventFrame, writeFrame } from './shared-frames.ts';

export interface Visitor {
  principal: Principal;
  sessionHash: string;
  /** The jury joined, and as whom. */
  place?: { readonly jury: JuryId; readonly viewer: Viewer };
  /** The shared draft that is open on this page. */
  draft?: DraftPage;
  /** How many messages nothing of ours could have sent. */
  malformed: number;
  /** How many answers are being worked on. */
  awaiting: number;
}

export type LiveServer = Server<ClientToServer, ServerToClient, Record<never, never>, Visitor>;
export type LiveSocket = Socket<ClientToServer, ServerToClient, Record<never, never>, Visitor>;

/** A reader so slow that this many packets, or characters, wait for it is cut off, and catches up when it comes back. */
const LONGEST_BUFFER = 256;
const LARGEST_BUFFER = 1_000_000;
/** What a slow reader's line is closed with: for whoever reads the code at the other end. */
export const TOO_SLOW = { code: 4008, reason: 'too-slow' } as const;

export function createPlaces(io: LiveServer, presence: Presence) {
  const { sockets, adapter } = io.of('/');
  const nobody: ReadonlySet<string> = new Set();
  const membersOf = (room: string): ReadonlySet<string> => adapter.rooms.get(room) ?? nobody;
  const socketsIn = (jury: JuryId): readonly LiveSocket[] =>
    [...membersOf(`jury ${jury}`)].flatMap((id) => sockets.get(id) ?? []);

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

    /** Tells those in the rooms, each once. A packet for nobody would still have to be made. */
    tell(rooms: readonly string[], except: readonly string[], entries: Entries): void {
      const told = new Set<string>();
      for (const room of rooms) for (const id of membersOf(room)) told.add(id);
      for (const room of except) for (const id of membersOf(room)) told.delete(id);
      if (told.size === 0) return;
      const frame = eventFrame('entries', entries);
      for (const id of told) {
        const socket = sockets.get(id);
        if (!socket || writeFrame(socket.conn, frame, socket.data.awaiting > 0)) continue;
        socket.emit('entries', entries);
        dropIfSlow(socket);
      }
    },

    dropIfSlow,
  };
}

/** Cuts off whoever does not take what they asked for. Returns whether it did. */
function dropIfSlow({ conn }: LiveSocket): boolean {
  const { writeBuffer, transport } = conn as unknown as Engine;
  if (writeBuffer.length === 0) return false;
  const size = writeBuffer.reduce((sum, { data }) => sum + (data?.length ?? 0), 0);
  if (writeBuffer.length <= LONGEST_BUFFER && size <= LARGEST_BUFFER) return false;
  transport.socket?.close?.(TOO_SLOW.code, TOO_SLOW.reason);
  // The line itself is closed: a browser that is told to go does not come back of its own accord.
  conn.close(true);
  return true;
}

/** What the engine holds back because the reader does not take it. Not in its types, but its documentation names it for this use. */
interface Engine {
  readonly writeBuffer: readonly { readonly data?: string | Buffer }[];
  /** The WebSocket beneath; there is none under long polling. */
  readonly transport: { readonly socket?: { readonly close?: (code: number, reason: string) => void } };
}
