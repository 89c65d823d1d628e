/**
 * A WebSocket written by hand that speaks the least of Engine.IO and Socket.IO: light enough that a load generator is not what is measured,
 * and free to break every rule of both protocols.
 */
import { connect } from 'node:net';
import type { Socket } from 'node:net';

export const OPCODE = { text: 1, binary: 2, close: 8, ping: 9 } as const;

export interface RawLineTo {
  readonly origin: string;
  readonly path: string;
  /** Beside those of the WebSocket itself. */
  readonly headers?: Readonly<Record<string, string>>;
  /** What the Socket.IO handshake carries; nothing when the text is empty. */
  readonly auth?: string;
  /** Hears every Socket.IO packet that is no answer, as text: `2["name",…]`. */
  readonly onPacket?: (packet: string) => void;
}

export interface RawLine {
  /** Sends an event and resolves with the text of the answer, `[…]`. Never resolves when the line ends before. */
  ask(event: string, body: string): Promise<string>;
  /** One frame as given, masked as a client's must be; a `length` that is not the payload's makes it a lie. */
  frame(opcode: number, payload: Buffer, length?: number): void;
  /** One text frame. */
  text(text: string): void;
  /** From now on nothing is read. */
  pause(): void;
  resume(): void;
  /** Bytes that came in, from the handshake on. */
  received(): number;
  isOpen(): boolean;
  /** Whether it is over, and not by `close`. */
  wasCut(): boolean;
  /** Resolves when the line is over, with the WebSocket's code when the server named one. */
  readonly ended: Promise<number | undefined>;
  close(): void;
}

/** @throws with what the server said when it does not let the line in. */
export function openRawLine({ origin, path, headers = {}, auth = '', onPacket }: RawLineTo): Promise<RawLine> {
  const { hostname, port, host } = new URL(origin);
  const socket = connect({ host: hostname, port: Number(port), noDelay: true });
  const answers = new Map<number, (answer: string) => void>();
  const end = Promise.withResolvers<number | undefined>();
  // Far from the numbers that somebody might write by hand.
  let asked = 1_000;
  let open = true;
  let left = false;
  let code: number | undefined;

  const send = (opcode: number, payload: Buffer, length = payload.length): void => {
    if (!open) return;
    const head = frameHead(opcode, length);
    if (payload.length < LARGE) return void socket.write(Buffer.concat([head, payload]));
    // Copying what is large would be the work of whoever measures.
    socket.write(head);
    socket.write(payload);
  };
  const text = (packet: string): void => send(OPCODE.text, Buffer.from(packet));
  const line: RawLine = {
    ask: (event, body) =>
      new Promise((resolve) => {
        asked += 1;
        answers.set(asked, resolve);
        text(`42${asked}["${event}",${body}]`);
      }),
    frame: send,
    text,
    pause: () => void socket.pause(),
    resume: () => void socket.resume(),
    received: () => socket.bytesRead,
    isOpen: () => open,
    wasCut: () => !open && !left,
    ended: end.promise,
    close() {
      left ||= open;
      socket.destroy();
    },
  };

  socket.on('close', () => {
    open = false;
    end.resolve(code);
  });

  return new Promise((resolve, reject) => {
    const refused = (why: string): void => {
      socket.destroy();
      reject(new Error(`The line was refused: ${why}`));
    };
    socket.on('error', ({ message }) => refused(message));
    void end.promise.then(() => refused('it was closed'));
    socket.once('connect', () =>
      socket.write(upgradeRequest(`${path}/?EIO=4&transport=websocket`, { host, ...headers })),
    );
    const onText = (packet: string): void => {
      if (packet.startsWith('43')) return answer(packet);
      if (packet.startsWith('42')) return onPacket?.(packet.slice(1));
      if (packet === '2') return text('3');
      if (packet.startsWith('0')) return text(`40${auth}`);
      if (packet.startsWith('40')) return resolve(line);
      if (packet.startsWith('44')) refused(packet.slice(2));
    };
    const answer = (packet: string): void => {
      const start = packet.indexOf('[');
      const id = Number(packet.slice(2, start));
      answers.get(id)?.(packet.slice(start));
      answers.delete(id);
    };
    const onClose = (named: number | undefined): void => {
      code = named;
      socket.end();
    };
    readFrames(socket, { onText, onClose, refused });
  });
}

function upgradeRequest(target: string, headers: Readonly<Record<string, string>>): string {
  const all = {
    ...headers,
    upgrade: 'websocket',
    connection: 'Upgrade',
    'sec-websocket-version': '13',
    'sec-websocket-key': 'AAAAAAAAAAAAAAAAAAAAAA==',
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  return [`GET ${target} HTTP/1.1`, ...lines, '', ''].join('\r\n');
}

const LONG = 126;
const LONGEST = 127;
const LARGE = 65_536;

/** Of a client's frame. The mask is all zeros, so that the payload goes out as it is. */
function frameHead(opcode: number, length: number): Buffer {
  const extra = length < LONG ? 0 : length < 65_536 ? 2 : 8;
  const head = Buffer.alloc(2 + extra + 4);
  head[0] = 0x80 | opcode;
  head[1] = 0x80 | (extra === 0 ? length : extra === 2 ? LONG : LONGEST);
  if (extra === 2) head.writeUInt16BE(length, 2);
  if (extra === 8) head.writeBigUInt64BE(BigInt(length), 2);
  return head;
}

interface Reading {
  readonly onText: (text: string) => void;
  readonly onClose: (code: number | undefined) => void;
  readonly refused: (why: string) => void;
}

/** Hands over each frame; the server's are neither masked nor cut into pieces. */
function readFrames(socket: Socket, { onText, onClose, refused }: Reading): void {
  let rest: Buffer = Buffer.alloc(0);
  let upgraded = false;
  socket.on('data', (chunk) => {
    const data = rest.length === 0 ? (chunk as Buffer) : Buffer.concat([rest, chunk as Buffer]);
    let at = 0;
    if (!upgraded) {
      const head = data.indexOf('\r\n\r\n');
      if (head < 0) return void (rest = data);
      const [status = ''] = data.toString('latin1', 0, head).split('\r\n');
      if (!status.includes(' 101 ')) return refused(`${status}: ${data.toString('utf8', head + 4)}`);
      upgraded = true;
      at = head + 4;
    }
    for (;;) {
      const frame = frameAt(data, at);
      if (!frame) break;
      at = frame.end;
      if (frame.opcode === OPCODE.text) onText(data.toString('utf8', frame.start, frame.end));
      if (frame.opcode === OPCODE.close)
        onClose(frame.end - frame.start >= 2 ? data.readUInt16BE(frame.start) : undefined);
    }
    rest = data.subarray(at);
  });
}

function frameAt(data: Buffer, at: number): { opcode: number; start: number; end: number } | undefined {
  if (data.length < at + 2) return undefined;
  const short = (data[at + 1] as number) & 0x7f;
  const extra = short === LONG ? 2 : short === LONGEST ? 8 : 0;
  const start = at + 2 + extra;
  if (data.length < start) return undefined;
  const length = extra === 0 ? short : extra === 2 ? data.readUInt16BE(at + 2) : Number(data.readBigUInt64BE(at + 2));
  const end = start + length;
  return data.length < end ? undefined : { opcode: (data[at] as number) & 0x0f, start, end };
}
