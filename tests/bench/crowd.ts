/** Rooms full of people with a line each, in a jury or in the bare room beside it, and what reached them. */
import { newCommandId } from '../../src/lib/live/outbox.ts';
import { LIVE_PATH } from '../../src/lib/live/wire.ts';
import type { ActReply, JoinReply } from '../../src/lib/live/wire.ts';
import { openRawLine } from '../support/raw-line.ts';
import type { RawLine } from '../support/raw-line.ts';
import { BARE_TEXT } from './acts.ts';
import type { NextAct } from './acts.ts';

export type Kind = 'alqa' | 'bare';

/** A jury with a cookie for each line. */
export interface Place {
  readonly jury: string;
  readonly jurors: readonly string[];
  readonly staff: readonly string[];
  readonly observers: readonly string[];
}

/** What was delivered in one room since `forget`, by number: to how many lines, and when to the last of them. */
export class Heard {
  #told = new Map<number, { count: number; at: number }>();
  /** Packets that did not follow the one before on the same line. */
  disorder = 0;
  deliveries = 0;

  note(number: number, now: number): void {
    this.deliveries += 1;
    this.#told.set(number, { count: (this.#told.get(number)?.count ?? 0) + 1, at: now });
  }

  /** When all of so many had it; undefined when somebody still waits. */
  completeAt(number: number, audience: number): number | undefined {
    const told = this.#told.get(number);
    return told && told.count === audience ? told.at : undefined;
  }

  /** Deliveries too few, or too many. */
  amiss = (number: number, audience: number): number => Math.abs(audience - (this.#told.get(number)?.count ?? 0));

  forget(): void {
    this.#told = new Map();
    this.disorder = 0;
    this.deliveries = 0;
  }
}

/** The number under which an act is heard of, and how many lines may see it. */
export interface Acknowledged {
  readonly number: number;
  readonly audience: number;
}

export interface Room {
  readonly heard: Heard;
  readonly speakers: number;
  /** Has a juror act. Undefined when it was refused. */
  act(juror: number, next: NextAct): Promise<Acknowledged | undefined>;
  /** Lines that do not know yet how far the room has come. */
  behind(newest: number): number;
  leave(): void;
}

export const openRoom = (kind: Kind, origin: string, place: Place): Promise<Room> =>
  kind === 'alqa' ? juryRoom(origin, place) : bareRoom(origin, place);

async function juryRoom(origin: string, { jury, jurors, staff, observers }: Place): Promise<Room> {
  const heard = new Heard();
  const seqs: number[] = [];
  const lines = await Promise.all(
    [...jurors, ...staff, ...observers].map(async (cookie, index) => {
      const onPacket = (packet: string): void => {
        const told = numbersIn(packet);
        const seq = seqs[index];
        if (!told || seq === undefined || told.seq <= seq) return;
        // It may reach further back than what this line has, but must leave nothing out.
        if (told.after > seq) heard.disorder += 1;
        const now = performance.now();
        for (const number of told.numbers) if (number > seq) heard.note(number, now);
        seqs[index] = told.seq;
      };
      const line = await openRawLine({ origin, path: LIVE_PATH, headers: { cookie, origin }, onPacket });
      const [joined] = JSON.parse(await line.ask('join', JSON.stringify({ jury }))) as [JoinReply];
      if (!joined.ok) throw new Error(`Nobody may join ${jury}: ${joined.error.code}`);
      seqs[index] = joined.seq;
      return line;
    }),
  );
  const inTheRoom = jurors.length + staff.length;
  return {
    heard,
    speakers: jurors.length,
    async act(juror, next) {
      const command = next();
      const body = JSON.stringify({ jury, id: newCommandId(), command });
      const [reply] = JSON.parse(await (lines[juror] as RawLine).ask('act', body)) as [ActReply];
      // Of a signal only the facilitator hears, and whoever gave it; observers see nothing of what is said in the room.
      const audience = command.type.endsWith('-signal') ? 2 : inTheRoom;
      return reply.ok ? { number: reply.value.seq, audience } : undefined;
    },
    behind: (newest) => seqs.filter((seq) => seq < newest).length,
    leave: () => lines.forEach((line) => line.close()),
  };
}

const ENTRIES = '2["entries",';

/** Without parsing the whole, which would be the generator's work and not the server's. */
function numbersIn(packet: string): { after: number; seq: number; numbers: readonly number[] } | undefined {
  if (!packet.startsWith(ENTRIES)) return undefined;
  const numberAfter = (name: string): number => Number.parseInt(packet.slice(packet.indexOf(name) + name.length), 10);
  const numbers = Array.from(packet.matchAll(/"seq":(\d+),"command"/g), ([, number]) => Number(number));
  return { after: numberAfter('"after":'), seq: numberAfter('"seq":'), numbers };
}

async function bareRoom(origin: string, { jury, jurors, staff, observers }: Place): Promise<Room> {
  const heard = new Heard();
  let said = 0;
  const onPacket = (packet: string): void => {
    const start = '2["said","'.length;
    heard.note(Number.parseInt(packet.slice(start, start + 10), 10), performance.now());
  };
  const auth = JSON.stringify({ room: jury });
  const lines = await Promise.all(
    [...jurors, ...staff, ...observers].map(() => openRawLine({ origin, path: '/socket.io', auth, onPacket })),
  );
  return {
    heard,
    speakers: jurors.length,
    async act(juror) {
      said += 1;
      const number = said;
      await (lines[juror] as RawLine).ask('say', JSON.stringify(`${number} ${BARE_TEXT}`));
      return { number, audience: lines.length };
    },
    behind: () => 0,
    leave: () => lines.forEach((line) => line.close()),
  };
}
