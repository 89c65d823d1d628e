/** Everybody comes back within a second after a restart: a process of its own that opens all lines and waits until each is up to date. */
import { setTimeout as wait } from 'node:timers/promises';
import seedrandom from 'seedrandom';
import { LIVE_PATH } from '../../src/lib/live/wire.ts';
import type { JoinReply } from '../../src/lib/live/wire.ts';
import { openRawLine } from '../support/raw-line.ts';
import type { Kind } from './crowd.ts';

export interface StormTask {
  readonly kind: Kind;
  readonly origin: string;
  /** By client: the jury and the cookie. */
  readonly clients: readonly { readonly jury: string; readonly cookie: string }[];
  /** How many entries each missed; without it everyone takes the whole jury. */
  readonly missed?: number;
  /** Seconds within which they come. */
  readonly within: number;
  readonly seed: string;
}

export interface Stormed {
  /** Milliseconds: of each client from its own coming, and from the first coming until the last was up to date. */
  readonly upToDateAfter: readonly number[];
  readonly altogether: number;
  /** Bytes that reached each client, handshake and headers among them. */
  readonly bytes: readonly number[];
  /** Clients whose copy is not complete up to the newest entry. */
  readonly behind: number;
}

process.once('message', (task: StormTask) => void storm(task).then((stormed) => process.send?.(stormed)));

async function storm({ kind, origin, clients, missed, within, seed }: StormTask): Promise<Stormed> {
  const newest = kind === 'alqa' ? await newestOf(origin, clients) : new Map<string, number>();
  // The first visits have warmed the server up; the parent restarts it now.
  process.send?.('known');
  await new Promise((resolve) => process.once('message', resolve));
  const random = seedrandom(seed);
  const bytes: number[] = [];
  let behind = 0;
  const began = performance.now();
  let last = began;
  const upToDateAfter = await Promise.all(
    clients.map(async ({ jury, cookie }) => {
      await wait(random() * within * 1000);
      const came = performance.now();
      const path = kind === 'alqa' ? LIVE_PATH : '/socket.io';
      const auth = kind === 'bare' ? JSON.stringify({ room: jury }) : '';
      const line = await openRawLine({ origin, path, headers: { cookie, origin }, auth });
      if (kind === 'alqa') {
        const seq = newest.get(jury) as number;
        const after = missed === undefined ? undefined : seq - missed;
        const [reply] = JSON.parse(await line.ask('join', JSON.stringify({ jury, after }))) as [JoinReply];
        if (!isComplete(reply, after, seq)) behind += 1;
      }
      last = performance.now();
      bytes.push(line.received());
      return last - came;
    }),
  );
  return { upToDateAfter, altogether: last - began, bytes, behind };
}

function isComplete(reply: JoinReply, after: number | undefined, newest: number): boolean {
  if (!reply.ok) throw new Error(`Nobody may come back: ${reply.error.code}`);
  if (reply.seq !== newest) return false;
  // Whoever missed a change of the people in the room is given the whole again.
  if (reply.view) return true;
  return reply.missed?.after === after && reply.missed?.seq === newest;
}

async function newestOf(origin: string, clients: StormTask['clients']): Promise<Map<string, number>> {
  const newest = new Map<string, number>();
  for (const { jury, cookie } of clients) {
    if (newest.has(jury)) continue;
    const line = await openRawLine({ origin, path: LIVE_PATH, headers: { cookie, origin } });
    const [reply] = JSON.parse(await line.ask('join', JSON.stringify({ jury }))) as [JoinReply];
    if (!reply.ok) throw new Error(`Nobody may join: ${reply.error.code}`);
    newest.set(jury, reply.seq);
    line.close();
  }
  return newest;
}
