/** Many clients of one real app over lines made of memory, which break, repeat themselves and deliver late, as a seed says. */
import type { PRNG } from 'seedrandom';
import { roleOf } from '../../src/lib/jury/permissions.ts';
import type { Actor } from '../../src/lib/jury/terms.ts';
import { viewJury, viewerOf } from '../../src/lib/jury/view.ts';
import { afterJoining, receive } from '../../src/lib/live/replica.ts';
import type { Received, Replica } from '../../src/lib/live/replica.ts';
import type { Entries, Joined } from '../../src/lib/live/wire.ts';
import type { App } from '../../src/lib/server/app.ts';
import { audienceRooms, missedBy, tellings } from '../../src/lib/server/audience.ts';
import type { Telling } from '../../src/lib/server/audience.ts';
import { holdNumbers } from '../../src/lib/server/held-numbers.ts';
import type { Standing } from '../../src/lib/server/juries.ts';
import { changesViewer } from '../../src/lib/jury/changes-viewer.ts';

export type Receive = (replica: Replica, message: Entries) => Received;

export interface MemoryClient {
  readonly actor: Actor;
  replica: Replica;
  connected: boolean;
  rooms: ReadonlySet<string>;
  /** On the way to the client, in the order in which they will arrive. */
  wire: Entries[];
  /** What broken lines held, which may still turn up. */
  late: Entries[];
  /** For so many rounds more nothing gets through to them at all. */
  away: number;
}

export interface MemoryLines {
  readonly clients: readonly MemoryClient[];
  /** Lets some time pass: deliveries, broken lines, repetitions, returns. */
  passTime(): Promise<void>;
  /** The network falls apart: half of them, as chance has it, are out of reach for some rounds. */
  partition(rounds: number): void;
  /** The server went and came back: every line is broken, and this is the app that answers from now on. */
  restart(app: App): void;
  /** The faults end; everybody comes back and hears everything that is on its way. */
  calmDown(): Promise<void>;
}

const asOnTheWire = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

export function memoryLines(
  first: App,
  jury: string,
  actors: readonly Actor[],
  random: PRNG,
  take: Receive = receive,
): MemoryLines {
  let app = first;
  const clients = actors.map((actor): MemoryClient => {
    const replica = { view: { id: jury }, seq: -1 };
    return { actor, replica, connected: false, rooms: new Set(), wire: [], late: [], away: 0 };
  });

  function listen(): void {
    app.commands.onAnnounced((announcement) => {
      if (announcement.jury.id !== jury) return;
      const reseated = announcement.entries.some(({ event }) => changesViewer(event));
      if (reseated) for (const client of clients) if (client.connected) hangUp(client);
      pass(tellings(announcement));
    });
  }
  listen();

  let release = (): void => undefined;
  const pass = holdNumbers(tell, (due) => (release = due));

  function tell({ rooms, except, entries }: Telling): void {
    for (const client of clients) {
      const reached = client.connected && rooms.some((room) => client.rooms.has(room));
      if (!reached || except.some((other) => client.rooms.has(other))) continue;
      client.wire.push(asOnTheWire(entries));
      if (random() < 0.1) client.wire.push(asOnTheWire(entries));
    }
  }

  function hangUp(client: MemoryClient): void {
    client.connected = false;
    client.rooms = new Set();
    client.late.push(...client.wire);
    client.wire = [];
  }

  async function join(client: MemoryClient): Promise<void> {
    const after = client.replica.seq;
    const entries = after < 0 ? [] : await app.juries.entriesAfter(jury, after);
    const standing = (await app.juries.standing(jury)) as Standing;
    if (roleOf(standing.jury, client.actor) === 'public') return;
    const viewer = viewerOf(standing.jury, client.actor);
    client.connected = true;
    client.rooms = new Set(audienceRooms(jury, viewer));
    const missed = after < 0 ? undefined : missedBy(viewer, standing.jury, after, entries);
    const caughtUp = missed?.seq === standing.seq;
    const reply: Joined = {
      ok: true,
      viewer,
      now: 0,
      present: [],
      facilitated: false,
      names: {},
      seq: standing.seq,
      ...(caughtUp && missed ? { missed } : { view: viewJury(standing.jury, viewer) }),
    };
    client.replica = afterJoining(client.replica, asOnTheWire(reply));
  }

  async function deliver(client: MemoryClient, message: Entries): Promise<void> {
    const { outcome, replica } = take(client.replica, message);
    client.replica = replica;
    if (outcome === 'gap' && client.connected) await join(client);
  }

  return {
    clients,
    async passTime() {
      if (random() < 0.5) release();
      for (const client of clients) {
        client.away = Math.max(0, client.away - 1);
        if (client.away > 0) continue;
        if (!client.connected) {
          if (random() < 0.4) await join(client);
          continue;
        }
        if (random() < 0.08) hangUp(client);
        if (random() < 0.15) client.wire.reverse();
        const late = random() < 0.2 ? client.late.splice(0, 2) : [];
        for (const message of [...late, ...client.wire.splice(0, Math.floor(random() * 6))])
          await deliver(client, message);
      }
    },
    partition(rounds) {
      for (const client of clients) {
        if (random() < 0.5) continue;
        // Some of them know that their line is gone; to the others it only seems that nobody says anything.
        if (random() < 0.5) hangUp(client);
        client.away = 1 + Math.floor(random() * rounds);
      }
    },
    restart(next) {
      for (const client of clients) hangUp(client);
      app = next;
      listen();
    },
    async calmDown() {
      release();
      for (const client of clients) {
        for (const message of client.wire.splice(0)) await deliver(client, message);
        for (const message of client.late.splice(0)) await deliver(client, message);
        if (!client.connected) await join(client);
      }
    },
  };
}
