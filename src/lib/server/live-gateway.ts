/** The only file that speaks Socket.IO: lets people in, hands their commands to the one road, tells everyone what they may see. */
import type { Server as HttpServer } from 'node:http';
import type { Logger } from 'pino';
import { Server } from 'socket.io';
import type { Socket } from 'socket.io';
import * as v from 'valibot';
import { refuse } from '../jury/result.ts';
import type { JuryId } from '../jury/terms.ts';
import { changesViewer, viewJury, viewerOf } from '../jury/view.ts';
import type { Viewer } from '../jury/view.ts';
import { LIVE_PATH, MAX_MESSAGE, actMessage, joinMessage } from '../live/wire.ts';
import type { ActReply, ClientToServer, JoinReply, ServerToClient } from '../live/wire.ts';
import { actorIn } from './actors.ts';
import { audienceRooms, missedBy, tellings } from './audience.ts';
import type { Auth } from './auth/auth.ts';
import { holderOf } from './auth/auth.ts';
import type { Principal } from './auth/auth.ts';
import type { Commands } from './commands.ts';
import type { Config } from './config.ts';
import { clientAddress, isOurHost } from './http/front-door.ts';
import type { Juries } from './juries.ts';
import type { Names } from './names.ts';
import type { Presence } from './presence.ts';

interface Visitor {
  principal: Principal;
  sessionHash: string;
  /** The jury joined, and as whom. */
  place?: { readonly jury: JuryId; readonly viewer: Viewer };
  malformed: number;
}

type LiveServer = Server<ClientToServer, ServerToClient, Record<never, never>, Visitor>;
type LiveSocket = Socket<ClientToServer, ServerToClient, Record<never, never>, Visitor>;

/** After so many messages that nothing of ours could have sent, the line is cut. */
const PATIENCE_WITH_NONSENSE = 10;
/** A reader so slow that this many packets wait for it is cut off, and catches up when it comes back. */
const LONGEST_BUFFER = 256;

interface Surroundings {
  readonly config: Config;
  readonly auth: Auth;
  readonly juries: Juries;
  readonly commands: Commands;
  readonly presence: Presence;
  readonly names: Names;
  readonly log: Logger;
}

export interface LiveGateway {
  attach(server: HttpServer): void;
  close(): Promise<void>;
}

export function createLiveGateway({ config, auth, juries, commands, presence, names, log }: Surroundings): LiveGateway {
  const io: LiveServer = new Server({
    path: LIVE_PATH,
    maxHttpBufferSize: MAX_MESSAGE,
    serveClient: false,
    pingInterval: 10_000,
    pingTimeout: 10_000,
    // A WebSocket upgrade is not covered by any browser's same-origin rule: whoever does not come from our pages stays out.
    allowRequest: (request, decide) =>
      decide(null, request.headers.origin === config.origin && isOurHost(config, request.headers.host)),
  });

  io.use(
    (socket, next) =>
      void admit(socket).then((admitted) => next(admitted ? undefined : new Error('sign-in-needed')), next),
  );

  async function admit(socket: LiveSocket): Promise<boolean> {
    const { address, headers } = socket.handshake;
    const forwarded = headers['x-forwarded-for'];
    const allowed = await auth.limits.connectFrom(
      clientAddress(config, address, Array.isArray(forwarded) ? forwarded.join(',') : forwarded),
    );
    const { principal, sessionHash } = await auth.authenticate(headers.cookie ?? null);
    if (!allowed.ok || !principal || sessionHash === null) return false;
    socket.data = { principal, sessionHash, malformed: 0 };
    return true;
  }

  io.on('connection', (socket) => {
    void socket.join(`session ${socket.data.sessionHash}`);
    socket.on('join', (message, reply) => answer(socket, reply, () => join(socket, message)));
    socket.on('act', (message, reply) => answer(socket, reply, () => act(socket, message)));
    socket.on('disconnect', () => leave(socket));
  });

  /** Replies with what `work` finds out; a bug is logged under a number and told as such, a message without a reply slot is nonsense. */
  function answer<R extends JoinReply | ActReply>(socket: LiveSocket, reply: unknown, work: () => Promise<R>): void {
    if (typeof reply !== 'function') return nonsense(socket);
    const tell = reply as (answer: R | ReturnType<typeof refuse>) => void;
    work().then(tell, (error: unknown) => {
      log.error({ err: error, socket: socket.id }, 'a live message failed');
      tell(refuse('internal', { reference: socket.id }));
    });
  }

  function nonsense(socket: LiveSocket): void {
    socket.data.malformed += 1;
    if (socket.data.malformed >= PATIENCE_WITH_NONSENSE) socket.disconnect(true);
  }

  async function join(socket: LiveSocket, message: unknown): Promise<JoinReply> {
    const parsed = v.safeParse(joinMessage, message);
    if (!parsed.success) {
      nonsense(socket);
      return refuse('invalid') as JoinReply;
    }
    const allowed = await auth.limits.commandBy(personOf(socket));
    if (!allowed.ok) return allowed;
    const { jury: id, after } = parsed.output;
    const standing = await juries.standing(id);
    if (!standing) return refuse('unknown-jury') as JoinReply;
    const viewer = viewerOf(standing.jury, actorIn(id, socket.data.principal));
    if (viewer.role === 'public') return refuse('not-allowed') as JoinReply;

    const known = await names.seenBy(standing.jury, viewer);
    const missed = after === undefined ? undefined : missedBy(viewer, id, after, await juries.entriesAfter(id, after));
    // While the names and entries were read, more may have been announced: look again, then enter without a pause.
    const now = await juries.standing(id);
    if (!now) return refuse('unknown-jury') as JoinReply;
    enter(socket, id, viewer);
    const caughtUp = missed !== undefined && missed.seq === now.seq;
    const common = {
      ok: true as const,
      viewer,
      now: Date.now(),
      present: [...presence.of(id)],
      names: known,
      seq: now.seq,
    };
    return caughtUp ? { ...common, missed } : { ...common, view: viewJury(now.jury, viewer) };
  }

  function enter(socket: LiveSocket, jury: JuryId, viewer: Viewer): void {
    const before = socket.data.place;
    for (const room of before ? audienceRooms(before.jury, before.viewer) : []) void socket.leave(room);
    for (const room of audienceRooms(jury, viewer)) void socket.join(room);
    socket.data.place = { jury, viewer };
    if (before?.jury === jury && before.viewer.seat === viewer.seat) return;
    if (before?.viewer.seat !== undefined) presence.leave(before.jury, before.viewer.seat);
    if (viewer.seat !== undefined) presence.arrive(jury, viewer.seat);
  }

  function leave(socket: LiveSocket): void {
    const { place } = socket.data;
    if (place?.viewer.seat !== undefined) presence.leave(place.jury, place.viewer.seat);
  }

  async function act(socket: LiveSocket, message: unknown): Promise<ActReply> {
    const allowed = await auth.limits.commandBy(personOf(socket));
    if (!allowed.ok) {
      nonsense(socket);
      return allowed;
    }
    const parsed = v.safeParse(actMessage, message);
    if (!parsed.success) {
      nonsense(socket);
      return refuse('invalid', { field: v.getDotPath(parsed.issues[0]) ?? '' }) as ActReply;
    }
    const { jury, id, command } = parsed.output;
    const done = await commands.run({ jury, id, command, actor: actorIn(jury, socket.data.principal) });
    return done.ok ? { ok: true, value: { seq: done.value.seq } } : done;
  }

  const personOf = (socket: LiveSocket): string => JSON.stringify(holderOf(socket.data.principal));

  commands.onAnnounced((announcement) => {
    for (const { room, except, entries } of tellings(announcement))
      io.to(room)
        .except([...except])
        .emit('entries', entries);
    const { id } = announcement.jury;
    if (announcement.entries.some(({ event }) => changesViewer(event)))
      io.to(`jury ${id}`).emit('resync', { jury: id });
    dropSlowReaders(id);
  });

  function dropSlowReaders(jury: JuryId): void {
    for (const socketId of io.of('/').adapter.rooms.get(`jury ${jury}`) ?? []) {
      const socket = io.of('/').sockets.get(socketId);
      if (socket && waitingPackets(socket) > LONGEST_BUFFER) socket.disconnect(true);
    }
  }

  presence.onChanged((jury) => void io.to(`room ${jury}`).emit('present', { jury, seats: [...presence.of(jury)] }));
  auth.onSessionEnded((sessionHash) => io.in(`session ${sessionHash}`).disconnectSockets(true));

  return {
    attach: (server) => void io.attach(server),
    async close() {
      presence.close();
      await io.close();
    },
  };
}

/** How much the engine holds back because the reader does not take it. Not in its types, but its own documentation names it for this use. */
function waitingPackets(socket: LiveSocket): number {
  return (socket.conn as unknown as { readonly writeBuffer: readonly unknown[] }).writeBuffer.length;
}
