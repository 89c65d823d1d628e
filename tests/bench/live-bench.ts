/** A jury in session beside a bare broadcast without rules or records, in turns in the same minutes: capacity, memory, and everybody coming back at once. */
import { freePort } from '../faults/child-server.ts';
import { climb, isHeld } from './capacity.ts';
import type { Held } from './capacity.ts';
import type { Kind, Place } from './crowd.ts';
import type { Measured } from './load.ts';
import { endEverything, startProcess, startServer, used, usedAfterCollecting } from './processes.ts';
import type { Process, Program } from './processes.ts';
import type { Run } from './report.ts';
import { IN_A_ROOM, seatRooms } from './seating.ts';
import type { Stormed } from './storm.ts';

export interface Extent {
  /** Ascending; as many juries as the last are seated. */
  readonly sizes: readonly number[];
  /** Seconds of one run, and between two acts of one juror. */
  readonly seconds: number;
  readonly every: number;
  readonly attempts: number;
  readonly halvings: number;
  /** Messages that every jury has spoken beforehand. */
  readonly history: number;
  /** Clients that come back at once, and entries that each has missed. */
  readonly clients: number;
  readonly missed: number;
}

export interface LiveFigures {
  readonly held: Held<Kind>;
  readonly runs: readonly Run[];
  /** Bytes a line: of the whole process, and of objects alone. */
  readonly memory: Record<Kind, { rss: number; heap: number }>;
  readonly storms: readonly (readonly [name: string, Stormed])[];
  /** Milliseconds until a server that was ended takes lines again. */
  readonly restart: Record<Kind, number>;
}

const KINDS = ['alqa', 'bare'] as const;
const PROGRAMS: Record<Kind, Program> = { alqa: 'alqa-server.ts', bare: 'bare-server.ts' };
/** One person does here what many would do. */
const UNLIMITED = { ALQA_COMMANDS_PER_MINUTE: '1000000', ALQA_CONNECTS_PER_MINUTE: '1000000', ALQA_LOG: 'error' };

export async function measureLive(folder: string, extent: Extent, tell: (line: string) => void): Promise<LiveFigures> {
  const ports: Record<Kind, number> = { alqa: await freePort(), bare: await freePort() };
  const originOf = (kind: Kind): string => `http://127.0.0.1:${ports[kind]}`;
  const largest = extent.sizes.at(-1) ?? 1;
  tell(`Seating ${largest} juries, ${IN_A_ROOM} lines each …`);
  const places = await seatRooms({ folder, origin: originOf('alqa'), juries: largest, history: extent.history });
  const settings: Record<Kind, Record<string, string>> = {
    alqa: { ...UNLIMITED, PORT: String(ports.alqa), ORIGIN: originOf('alqa'), ALQA_DATA: folder },
    bare: { PORT: String(ports.bare) },
  };
  const start = (kind: Kind): Promise<Process> => startServer(PROGRAMS[kind], settings[kind]);
  const servers: Record<Kind, Process> = { alqa: await start('alqa'), bare: await start('bare') };

  const generators = { alqa: startProcess('load.ts'), bare: startProcess('load.ts') };
  const memory = { alqa: { rss: 0, heap: 0 }, bare: { rss: 0, heap: 0 } };
  for (const kind of KINDS) {
    const before = await usedAfterCollecting(servers[kind]);
    await generators[kind].ask({ type: 'open', kind, origin: originOf(kind), places, seed: 'people' });
    const after = await usedAfterCollecting(servers[kind]);
    const lines = places.length * IN_A_ROOM;
    memory[kind] = { rss: (after.rss - before.rss) / lines, heap: (after.heap - before.heap) / lines };
    tell(`  ${lines} lines are open to ${kind}`);
  }

  const runs: Run[] = [];
  const { sizes, attempts, halvings, seconds, every } = extent;
  const run = async (kind: Kind, juries: number): Promise<boolean> => {
    const before = await used(servers[kind]);
    const task = { type: 'measure', rooms: juries, seconds, every, seed: `${juries} ${runs.length}` };
    const measured = await generators[kind].ask<Measured>(task);
    const after = await used(servers[kind]);
    runs.push({ ...measured, kind, juries, seconds, cpu: after.cpu - before.cpu, loop: after.loop - before.loop });
    const held = isHeld(measured);
    tell(
      `  ${juries} juries, ${kind}: ${measured.acknowledged} of ${measured.sent} acts, ${held ? 'held' : 'not held'}`,
    );
    return held;
  };
  const held = await climb<Kind>({ kinds: KINDS, sizes, attempts, halvings, run });
  for (const kind of KINDS) await generators[kind].end('SIGKILL');

  const restart = { alqa: 0, bare: 0 };
  const storms: (readonly [string, Stormed])[] = [];
  const storm = async (name: string, kind: Kind, missed?: number): Promise<void> => {
    const clients = clientsOf(places, extent.clients);
    const comers = startProcess('storm.ts');
    await comers.ask({ kind, origin: originOf(kind), clients, missed, within: 1, seed: 'storm' });
    await servers[kind].end('SIGTERM');
    const ended = performance.now();
    servers[kind] = await start(kind);
    restart[kind] = performance.now() - ended;
    storms.push([name, await comers.ask<Stormed>('come')]);
    await comers.end('SIGKILL');
    tell(`  ${clients.length} clients came back: ${name}`);
  };
  await storm(`Alqa, ${extent.missed} entries missed`, 'alqa', extent.missed);
  await storm('Alqa, the whole jury again', 'alqa');
  await storm('bare, nothing brought up to date', 'bare');
  await servers.alqa.end('SIGTERM');
  endEverything();
  return { held, runs, memory, storms, restart };
}

/** Jurors of as many juries as are needed, and no more. */
function clientsOf(places: readonly Place[], most: number): readonly { jury: string; cookie: string }[] {
  return places.flatMap(({ jury, jurors }) => jurors.map((cookie) => ({ jury, cookie }))).slice(0, most);
}
