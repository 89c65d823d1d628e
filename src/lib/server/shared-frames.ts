/**
 * A packet for many is made once and written as it is. Socket.IO, too, makes one frame for a whole broadcast, but then takes each line through
 * the bookkeeping of two protocols. A line that has nothing waiting needs none of that: the frame is what it would send next anyway. Whatever
 * looks different from what is known here is left to the library.
 */
import type { Socket } from 'node:net';

/** The beginning of an event on the wire: a message of Engine.IO that is an event of Socket.IO. */
const EVENT = '42';
const TEXT_AT_ONCE = 0x81;
const OPEN = 1;

/** The frame of a WebSocket that tells a browser of an event. */
export function eventFrame(event: string, message: object): Buffer {
  const payload = Buffer.from(`${EVENT}${JSON.stringify([event, message])}`);
  const { length } = payload;
  const extra = length < 126 ? 0 : length < 65_536 ? 2 : 8;
  const frame = Buffer.allocUnsafe(2 + extra + length);
  frame[0] = TEXT_AT_ONCE;
  frame[1] = extra === 0 ? length : extra === 2 ? 126 : 127;
  if (extra === 2) frame.writeUInt16BE(length, 2);
  if (extra === 8) frame.writeBigUInt64BE(BigInt(length), 2);
  payload.copy(frame, 2 + extra);
  return frame;
}

/** What is used of an Engine.IO connection; the library's types leave it out. */
interface Connection {
  readonly readyState?: string;
  readonly upgrading?: boolean;
  readonly writeBuffer?: readonly unknown[];
  readonly transport?: {
    readonly name?: string;
    readonly writable?: boolean;
    readonly perMessageDeflate?: unknown;
    readonly socket?: { readonly readyState?: number; readonly _socket?: Socket };
  };
}

/**
 * Writes the frame when nothing waits before it. Returns whether it did; when not, the library has to be asked, which keeps the order: until
 * what waits there is gone, nothing is written past it. With `more` to follow in the same turn of the event loop, both travel together.
 */
export function writeFrame(connection: object, frame: Buffer, more = false): boolean {
  const { readyState, upgrading, writeBuffer, transport } = connection as Connection;
  if (readyState !== 'open' || upgrading !== false || writeBuffer?.length !== 0) return false;
  if (transport?.name !== 'websocket' || transport.writable !== true || transport.perMessageDeflate) return false;
  const { socket } = transport;
  const line = socket?.readyState === OPEN ? socket._socket : undefined;
  if (!line?.writable || line.writableLength > 0) return false;
  if (more) {
    line.cork();
    process.nextTick(() => line.uncork());
  }
  line.write(frame);
  return true;
}
