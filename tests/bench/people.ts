/** The people in a room, with a socket each. */
import { once } from 'node:events';
import { io } from 'socket.io-client';
import type { Socket } from 'socket.io-client';
import { newCommandId } from '../../src/lib/live/outbox.ts';
import { LIVE_PATH } from '../../src/lib/live/wire.ts';
import type { ActReply, Entries } from '../../src/lib/live/wire.ts';

export interface Person {
  /** Resolves when it was acknowledged; false when it was refused. */
  say(text: string): Promise<boolean>;
  leave(): void;
}

interface Room {
  readonly jury: string;
  readonly cookies: readonly string[];
}

type Open = (origin: string, room: Room, onHeard: (text: string) => void) => Promise<readonly Person[]>;

const connected = async (socket: Socket): Promise<Socket> => {
  await once(socket as never, 'connect');
  return socket;
};

/** Jurors, each with their own cookie. */
export const juryPeople: Open = (origin, { jury, cookies }, onHeard) =>
  Promise.all(
    cookies.map(async (cookie) => {
      const options = { path: LIVE_PATH, forceNew: true, transports: ['websocket'], extraHeaders: { cookie, origin } };
      const socket = await connected(io(origin, options));
      socket.on('entries', ({ entries }: Entries) => {
        for (const { event } of entries) if (event.type === 'message-posted') onHeard(event.text.text ?? '');
      });
      await socket.emitWithAck('join', { jury });
      return {
        async say(text: string) {
          const command = { type: 'post-message', session: 'D1', text };
          const reply = (await socket.emitWithAck('act', { jury, id: newCommandId(), command })) as ActReply;
          return reply.ok;
        },
        leave: () => void socket.disconnect(),
      };
    }),
  );

/** As many people in a bare room of the same name. */
export const barePeople: Open = (origin, { jury: room, cookies }, onHeard) =>
  Promise.all(
    cookies.map(async () => {
      const socket = await connected(io(origin, { forceNew: true, transports: ['websocket'], auth: { room } }));
      socket.on('said', onHeard);
      return {
        async say(text: string) {
          await socket.emitWithAck('say', text);
          return true;
        },
        leave: () => void socket.disconnect(),
      };
    }),
  );
