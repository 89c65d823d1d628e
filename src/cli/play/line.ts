/** A person's line to a jury without a browser: keeps a copy up to date as a browser does, and asks again what was not answered. */
import { io } from 'socket.io-client';
import type { Socket } from 'socket.io-client';
import type { Command } from '../../lib/jury/commands.ts';
import type { JuryView } from '../../lib/jury/view.ts';
import { newCommandId } from '../../lib/live/outbox.ts';
import { afterJoining, receive } from '../../lib/live/replica.ts';
import type { Replica } from '../../lib/live/replica.ts';
import { LIVE_PATH } from '../../lib/live/wire.ts';
import type { ActReply, ClientToServer, JoinReply, ServerToClient } from '../../lib/live/wire.ts';

export interface LineTo {
  readonly origin: string;
  readonly jury: string;
  /** `name=value` */
  readonly cookie: string;
  /** Milliseconds until a question that was not answered is asked again. */
  readonly patience?: number;
  /** Hears every packet as it came. */
  readonly onFrame?: (frame: unknown) => void;
}

export interface Line {
  readonly socket: Socket<ServerToClient, ClientToServer>;
  replica(): Replica;
  /** Has a command carried out, however often the line breaks meanwhile. */
  act(command: Command, id?: string): Promise<ActReply>;
  /** Waits until the copy shows something. @throws after ten seconds, naming what was waited for. */
  until(what: string, shows: (view: JuryView) => boolean): Promise<void>;
  close(): void;
}

const PATIENCE = 2_000;
const LONGEST_WAIT = 10_000;

/** Opens a line and joins. @throws when the server does not let this person in. */
export async function openLine({ origin, jury, cookie, patience = PATIENCE, onFrame }: LineTo): Promise<Line> {
  const socket: Socket<ServerToClient, ClientToServer> = io(origin, {
    path: LIVE_PATH,
    forceNew: true,
    transports: ['websocket'],
    extraHeaders: { cookie, origin },
    reconnectionDelay: 50,
    reconnectionDelayMax: 200,
  });
  let replica: Replica = { view: { id: jury }, seq: -1 };
  const watchers = new Set<() => void>();
  const show = (next: Replica): void => {
    replica = next;
    for (const watcher of watchers) watcher();
  };

  const join = async (extent: 'missed' | 'whole'): Promise<JoinReply | null> => {
    const message = extent === 'whole' || replica.seq < 0 ? { jury } : { jury, after: replica.seq };
    const reply = await answered(socket.timeout(patience).emitWithAck('join', message));
    if (reply?.ok) show(afterJoining(replica, reply));
    return reply;
  };

  if (onFrame) socket.io.engine?.on('packet', onFrame);
  socket.on('entries', (message) => {
    const { outcome, replica: next } = receive(replica, message);
    if (outcome === 'gap') void join('missed');
    else show(next);
  });
  socket.on('resync', () => void join('whole'));

  await new Promise<void>((resolve, reject) => {
    let first = true;
    socket.on('connect', () => {
      if (onFrame && !first) socket.io.engine?.on('packet', onFrame);
      void join('missed').then((reply) => {
        if (!first) return;
        first = false;
        if (reply?.ok) resolve();
        else reject(new Error(`The jury ${jury} did not let this person in: ${reply?.error.code ?? 'no answer'}`));
      }, reject);
    });
    socket.on('connect_error', (error) => first && reject(error));
  });

  return {
    socket,
    replica: () => replica,
    async act(command, id = newCommandId()) {
      for (;;) {
        if (!socket.active) throw new Error('The line was closed for good.');
        const reply = await answered(socket.timeout(patience).emitWithAck('act', { jury, id, command }));
        if (reply) return reply;
      }
    },
    until: (what, shows) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          if (!shows(replica.view)) return;
          clearTimeout(timer);
          watchers.delete(look);
          resolve();
        };
        const timer = setTimeout(() => {
          watchers.delete(look);
          reject(new Error(`Waited ${LONGEST_WAIT / 1000} s in vain for: ${what}`));
        }, LONGEST_WAIT);
        watchers.add(look);
        look();
      }),
    close: () => void socket.disconnect(),
  };
}

/** The answer, or null when the line broke or stayed silent. */
async function answered<T>(answer: Promise<T>): Promise<T | null> {
  try {
    return await answer;
  } catch {
    // Socket.IO rejects for one reason only: no answer in time. Whoever asked asks again.
    return null;
  }
}
