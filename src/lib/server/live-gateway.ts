/** The only file that speaks Socket.IO: lets people in, hands their commands to the one road, tells everyone what they may see. */
import type { Server as HttpServer } from 'node:http';
import type { Logger } from 'pino';
import { Server } from 'socket.io';
import * as v from 'valibot';
import { roleOf } from '../jury/permissions.ts';
import { refuse } from '../jury/result.ts';
import type { Refusal } from '../jury/result.ts';
import type { JuryId } from '../jury/terms.ts';
import { changesViewer } from '../jury/changes-viewer.ts';
import { viewJury, viewerOf } from '../jury/view.ts';
import { actMessage, joinMessage } from '../live/shapes.ts';
import { LIVE_PATH, MAX_MESSAGE } from '../live/wire.ts';
import type { ActReply, JoinReply } from '../live/wire.ts';
import { actorIn } from './actors.ts';
import { missedBy, tellings } from './audience.ts';
import type { Auth } from './auth/auth.ts';
import { holderOf } from './auth/auth.ts';
import type { Commands } from './commands.ts';
import type { Config } from './config.ts';
import { holdNumbers } from './held-numbers.ts';
import type { Drafts } from './drafts/drafts.ts';
import { clientAddress, isOurHost } from './http/front-door.ts';
import type { Juries } from './juries.ts';
import { createKeptOut } from './kept-out.ts';
import { createLiveDrafts, isNonsense } from './live-drafts.ts';
import { createPlaces } from './live-places.ts';
import type { LiveServer, LiveSocket } from './live-places.ts';
import type { Names } from './names.ts';
import type { Presence } from './presence.ts';
import { leaveTooLargeUnread, leaveUnread } from './unread.ts';

/** After so many messages that cannot be read, the line is cut. A page whose owner slipped so often in a form comes back by itself. */
const PATIENCE_WITH_NONSENSE = 10;
/** How long comings and goings are gathered before they are told, and numbers without words, which nobody waits for. Milliseconds. */
const MOMENT = 100;
const LONG_MOMENT = 500;
const HEARD = ['join', 'act', 'draft-open', 'draft-update', 'draft-cursor', 'draft-close'];

interface Surroundings {
  readonly config: Config;
  readonly auth: Auth;
  readonly juries: Juries;
  readonly commands: Commands;
  readonly drafts: Drafts;
  readonly presence: Presence;
  readonly names: Names;
  readonly log: Logger;
}

interface Packet {
  readonly type: string;
  readonly data?: unknown;
}

/** What both protocols would pass over in silence: nothing is asked of a browser, so it has nothing to answer. */
const isExpected = ({ type, data }: Packet): boolean =>
  ['ping', 'pong', 'upgrade', 'close'].includes(type) ||
  (type === 'message' && typeof data === 'string' && /^[012]/.test(data));

export interface LiveGateway {
  attach(server: HttpServer): void;
  close(): Promise<void>;
}

export function createLiveGateway(surroundings: Surroundings): LiveGateway {
  const { config, auth, juries, commands, drafts, presence, names, log } = surroundings;
  const io: LiveServer = new Server({
    path: LIVE_PATH,
    maxHttpBufferSize: MAX_MESSAGE,
    serveClient: false,
    pingInterval: 10_000,
    pingTimeout: 10_000,
    // Our pages say who they are as soon as the line is open.
    connectTimeout: 15_000,
    // A WebSocket upgrade is not covered by any browser's same-origin rule: whoever does not come from our pages stays out.
    // Long polling reads without `Origin`; there the browser says by `Sec-Fetch-Site` whose page asks.
    allowRequest: ({ headers }, decide) => {
      const ours = headers.origin === config.origin;
      const oursByFetch = headers.origin === undefined && headers['sec-fetch-site'] === 'same-origin';
      if (!(ours || oursByFetch) || !isOurHost(config, headers.host)) return decide(null, false);
      void keptOut
        .holds(auth.sessionIn(headers.cookie ?? null))
        .then((held) => decide(held ? 'too-many-attempts' : null, !held));
    },
  });
  const keptOut = createKeptOut();

  const places = createPlaces(io, presence);
  const personOf = (socket: LiveSocket): string => JSON.stringify(holderOf(socket.data.principal));
  const writing = createLiveDrafts({ io, juries, drafts, allow: auth.limits.draftBy, personOf });
  let attached = false;

  io.use((socket, next) => void admit(socket).then((refusal) => next(refusal && new Error(refusal.code)), next));

  /** Whoever may come in is known by their socket from here on; the others are told why not. */
  async function admit(socket: LiveSocket): Promise<Refusal | undefined> {
    const { address, headers } = socket.handshake;
    const forwarded = headers['x-forwarded-for'];
    const allowed = await auth.limits.connectFrom(
      clientAddress(config, address, Array.isArray(forwarded) ? forwarded.join(',') : forwarded),
    );
    if (!allowed.ok) return allowed.error;
    const { principal, sessionHash } = await auth.authenticate(headers.cookie ?? null);
    if (!principal || sessionHash === null) return { code: 'sign-in-needed' };
    socket.data = { principal, sessionHash, malformed: 0, awaiting: 0 };
    return undefined;
  }

  io.on('connection', (socket) => {
    void socket.join(`session ${socket.data.sessionHash}`);
    socket.on('join', (message, reply) => answer(socket, reply, () => join(socket, message)));
    socket.on('act', (message, reply) => answer(socket, reply, () => act(socket, message)));
    socket.on('draft-open', (message, reply) => answer(socket, reply, () => weighed(socket, writing.open, message)));
    socket.on('draft-update', (message, reply) =>
      answer(socket, reply, () => weighed(socket, writing.update, message)),
    );
    socket.on('draft-cursor', (message, reply) =>
      answer(socket, reply, () => weighed(socket, writing.cursor, message)),
    );
    socket.on('draft-close', (message, reply) => answer(socket, reply, () => weighed(socket, writing.close, message)));
    socket.onAny((event: string) => void (HEARD.includes(event) || nonsense(socket)));
    socket.conn.on('packet', (packet: Packet) => void (isExpected(packet) || nonsense(socket)));
    socket.on('disconnect', () => {
      writing.leave(socket);
      places.leave(socket);
    });
  });

  /** Replies with what `work` finds out; a bug is logged under a number and told as such, a message without a reply slot is nonsense. */
  function answer<R extends { readonly ok: boolean }>(
    socket: LiveSocket,
    reply: unknown,
    work: () => Promise<R>,
  ): void {
    if (typeof reply !== 'function') return nonsense(socket);
    if (places.dropIfSlow(socket)) return;
    const tell = reply as (answer: R | ReturnType<typeof refuse>) => void;
    work()
      .then(tell, (error: unknown) => {
        log.error({ err: error, socket: socket.id }, 'a live message failed');
        tell(refuse('internal', { reference: socket.id }));
      })
      // Answers pile up too where somebody asks and does not read.
      .finally(() => places.dropIfSlow(socket));
  }

  /** What our own pages could not have sent counts against the sender. */
  async function weighed<R extends { readonly ok: boolean }>(
    socket: LiveSocket,
    work: (socket: LiveSocket, message: unknown) => Promise<R>,
    message: unknown,
  ): Promise<R> {
    const answered = await work(socket, message);
    if (isNonsense(answered)) nonsense(socket);
    return answered;
  }

  function nonsense(socket: LiveSocket): void {
    socket.data.malformed += 1;
    // Not before the refusals that are on their way have been written.
    if (socket.data.malformed !== PATIENCE_WITH_NONSENSE) return;
    setImmediate(() => {
      socket.disconnect(true);
      leaveUnread(socket.conn);
    });
  }

  async function join(socket: LiveSocket, message: unknown): Promise<JoinReply> {
    const parsed = v.safeParse(joinMessage, message);
    if (!parsed.success) {
      nonsense(socket);
      return refuse('invalid');
    }
    const allowed = await auth.limits.commandBy(personOf(socket));
    if (!allowed.ok) {
      nonsense(socket);
      return allowed;
    }
    const { jury: id, after } = parsed.output;
    const standing = await juries.standing(id);
    if (!standing) return refuse('unknown-jury');
    const actor = actorIn(id, socket.data.principal);
    if (roleOf(standing.jury, actor) === 'public') return refuse('not-allowed');
    const known = await names.seenBy(standing.jury, viewerOf(standing.jury, actor));
    const entries = after === undefined ? undefined : await juries.entriesAfter(id, after);

    // While names and entries were read, more may have been announced: look again, then enter without a pause.
    const now = await juries.standing(id);
    const viewer = now && viewerOf(now.jury, actor);
    if (!viewer || viewer.role === 'public') return refuse('not-allowed');
    // Whoever was cut off meanwhile would stay for ever: their leaving has been noted already.
    if (socket.connected) places.enter(socket, id, viewer);
    const missed = entries && missedBy(viewer, now.jury, after ?? 0, entries);
    const caughtUp = missed !== undefined && missed.seq === now.seq;
    const common = {
      ok: true as const,
      viewer,
      now: Date.now(),
      present: [...presence.of(id)],
      facilitated: presence.facilitated(id),
      names: known,
      seq: now.seq,
    };
    return caughtUp ? { ...common, missed } : { ...common, view: viewJury(now.jury, viewer) };
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
      return refuse('invalid', { field: v.getDotPath(parsed.issues[0]) ?? '' });
    }
    const { jury, id, command } = parsed.output;
    socket.data.awaiting += 1;
    const done = await commands.run({ jury, id, command, actor: actorIn(jury, socket.data.principal) }).finally(() => {
      socket.data.awaiting -= 1;
    });
    return done.ok ? { ok: true, value: { seq: done.value.seq } } : done;
  }

  const pass = holdNumbers(
    ({ rooms, except, entries }) => places.tell(rooms, except, entries),
    (release) => void setTimeout(release, LONG_MOMENT).unref(),
  );
  commands.onAnnounced((announcement) => {
    const { jury, entries } = announcement;
    if (entries.some(({ event }) => changesViewer(event))) places.reseat(jury);
    pass(tellings(announcement));
    for (const { event } of entries)
      if (event.type === 'recommendation-revised') {
        const revised = jury.verdict.recommendations.find((one) => one.id === event.recommendation);
        if (revised)
          drafts
            .follow(jury.id, revised)
            .catch((error: unknown) => log.error({ err: error }, 'a version did not reach its draft'));
      }
  });

  /** Juries in which somebody came or went a moment ago; when all come back at once, everyone is told once a moment and not once a person. */
  const stirring = new Set<JuryId>();
  function tellPresent(jury: JuryId): void {
    stirring.delete(jury);
    const present = { jury, seats: [...presence.of(jury)], facilitated: presence.facilitated(jury) };
    io.to(`room ${jury}`).emit('present', present);
  }
  presence.onChanged((jury) => {
    if (stirring.has(jury)) return;
    stirring.add(jury);
    setTimeout(() => tellPresent(jury), MOMENT).unref();
  });
  auth.onSessionEnded((sessionHash) => io.in(`session ${sessionHash}`).disconnectSockets(true));

  return {
    attach(server) {
      io.attach(server);
      leaveTooLargeUnread(io.engine, (cookies) => void keptOut.note(auth.sessionIn(cookies)));
      attached = true;
    },
    async close() {
      presence.close();
      // Without a server there is no engine to close.
      if (attached) await io.close();
    },
  };
}
