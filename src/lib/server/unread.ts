/**
 * What is not read. A message that announces more than any honest one ends the line, and nothing else that comes on it is taken: the library
 * would go on reading for half a minute, only to throw it away, at the cost of everybody else.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { MAX_MESSAGE } from '../live/wire.ts';

/** How long the other end has to read why it was cut off. Milliseconds. */
const LAST_WORDS = 1_000;

const LENGTH_REQUIRED = 411;
const TOO_LARGE = 413;

/** What is wrong with a packet of long polling before its body is asked for, as a status; no browser leaves the length out. */
function objectionTo({ method, headers }: IncomingMessage): number | undefined {
  if (method !== 'POST') return undefined;
  const announced = headers['content-length'];
  if (announced === undefined) return LENGTH_REQUIRED;
  return Number(announced) > MAX_MESSAGE ? TOO_LARGE : undefined;
}

/** Answers with the status, reads nothing of the body, and ends that line of polling. */
function refuseBody(engine: Engine, request: IncomingMessage, response: ServerResponse, status: number): void {
  const id = new URL(request.url ?? '', 'http://localhost').searchParams.get('sid') ?? '';
  if (Object.hasOwn(engine.clients, id)) engine.clients[id]?.close(true);
  // The answer is whole with its head; that it is not ended yet keeps the connection until the other end has read it.
  response.writeHead(status, { Connection: 'close', 'Content-Length': 0 }).flushHeaders();
  request.pause();
  setTimeout(() => response.end(), LAST_WORDS).unref();
}

/** Reads nothing more of a line of which nothing good can come; it is closed when the other end has had time to see why. */
export function leaveUnread(connection: object): void {
  const line = (connection as Connection).transport.socket?._socket;
  if (!line) return;
  // Not at once: the library itself has ordered that reading goes on.
  process.nextTick(() => line.pause());
  setTimeout(() => line.destroy(), LAST_WORDS).unref();
}

/** The name that `ws` gives to a frame that is longer than any may be. */
const FRAME_TOO_LARGE = 'WS_ERR_UNSUPPORTED_MESSAGE_LENGTH';

/**
 * To be called once, with the Engine.IO server, when it is there.
 *
 * @param onTooLarge hears by which cookies somebody came who sent too much
 */
export function leaveTooLargeUnread(engineServer: object, onTooLarge: (cookies: string | null) => void): void {
  const engine = engineServer as Engine;
  engine.use((request, response, next) => {
    const objection = objectionTo(request);
    if (objection === undefined) return next();
    if (objection === TOO_LARGE) onTooLarge(request.headers.cookie ?? null);
    refuseBody(engine, request, response, objection);
  });
  engine.on('connection', (connection) => {
    const cookies = connection.request.headers.cookie ?? null;
    const hear = ({ socket }: Transport): void =>
      void socket?.once('error', ({ code }) => code === FRAME_TOO_LARGE && onTooLarge(cookies));
    hear(connection.transport);
    connection.once('upgrade', hear);
    connection.once('close', (reason) => {
      if (reason === 'transport error') leaveUnread(connection);
    });
  });
}

/** What is used of Engine.IO; its own types leave some of it out. Its lines are known by the number that each of their requests names. */
interface Engine {
  readonly clients: Readonly<Record<string, { close(discard: boolean): void }>>;
  use(middleware: (request: IncomingMessage, response: ServerResponse, next: () => void) => void): void;
  on(event: 'connection', listener: (connection: Connection) => void): void;
}

interface Connection {
  readonly transport: Transport;
  readonly request: IncomingMessage;
  once(event: 'close', listener: (reason: string) => void): void;
  once(event: 'upgrade', listener: (transport: Transport) => void): void;
}

/** There is no such socket under long polling. */
interface Transport {
  readonly socket?: {
    readonly _socket?: Socket;
    once(event: 'error', listener: (error: Error & { readonly code?: string }) => void): void;
  };
}
