/**
 * The load generator, a process of its own. Open loop: when each act is due is drawn beforehand from a seed, and every delay counts from then,
 * however late the server or this program is. It is told first whom to let in, then as often as wanted to measure.
 */
import { setTimeout as wait } from 'node:timers/promises';
import seedrandom from 'seedrandom';
import { actsOfJuror, arrivals } from './acts.ts';
import type { NextAct } from './acts.ts';
import { openRoom } from './crowd.ts';
import type { Acknowledged, Kind, Place, Room } from './crowd.ts';

export interface Opening {
  readonly type: 'open';
  readonly kind: Kind;
  readonly origin: string;
  readonly places: readonly Place[];
  readonly seed: string;
}

export interface Measuring {
  readonly type: 'measure';
  /** In how many of the rooms people act; in the others they only listen. */
  readonly rooms: number;
  readonly seconds: number;
  /** Seconds between two acts of one juror, on average. */
  readonly every: number;
  readonly seed: string;
}

export interface Measured {
  readonly sent: number;
  readonly acknowledged: number;
  /** Milliseconds from when it was due until it was acknowledged, or until everyone who may see it had it. */
  readonly acknowledgedAfter: readonly number[];
  readonly everyoneAfter: readonly number[];
  /** By how much this program itself was late. */
  readonly lateBy: readonly number[];
  readonly deliveries: number;
  /** Deliveries that never came or came twice, with lines that never learnt of the newest; and packets out of order. */
  readonly missing: number;
  readonly disorder: number;
}

const ROOMS_AT_ONCE = 4;
const LAST_WAIT_MS = 3_000;

const rooms: Room[] = [];
const acts: NextAct[][] = [];

process.on('message', (task: Opening | Measuring) => {
  const work = task.type === 'open' ? open(task) : measure(task);
  void work.then((answer) => process.send?.(answer));
});

async function open({ kind, origin, places, seed }: Opening): Promise<'open'> {
  for (let first = 0; first < places.length; first += ROOMS_AT_ONCE) {
    const some = places.slice(first, first + ROOMS_AT_ONCE);
    rooms.push(...(await Promise.all(some.map((place) => openRoom(kind, origin, place)))));
  }
  for (const [index, { speakers }] of rooms.entries())
    acts.push(
      Array.from({ length: speakers }, (_, juror) => actsOfJuror(seedrandom(`${seed} ${index} ${juror}`), juror)),
    );
  return 'open';
}

interface Act {
  readonly at: number;
  readonly room: number;
  readonly juror: number;
  acknowledged?: Acknowledged;
}

async function measure({ rooms: count, seconds, every, seed }: Measuring): Promise<Measured> {
  const random = seedrandom(seed);
  const busy = rooms.slice(0, count);
  for (const { heard } of busy) heard.forget();
  const due = busy.flatMap(({ speakers }, room) =>
    Array.from({ length: speakers }, (_, juror) =>
      arrivals(random, seconds, every).map((at): Act => ({ at, room, juror })),
    ).flat(),
  );
  due.sort((one, other) => one.at - other.at);

  const acknowledgedAfter: number[] = [];
  const lateBy: number[] = [];
  const began = performance.now();
  const replies: Promise<void>[] = [];
  for (const act of due) {
    const moment = began + act.at;
    const early = moment - performance.now();
    if (early > 1) await wait(early);
    lateBy.push(Math.max(0, performance.now() - moment));
    replies.push(carryOut(act, moment, acknowledgedAfter));
  }
  await Promise.race([Promise.all(replies), wait(LAST_WAIT_MS)]);
  const missing = (): number => {
    const newest = busy.map(() => 0);
    let sum = 0;
    for (const { room, acknowledged } of due) {
      if (!acknowledged) continue;
      newest[room] = Math.max(newest[room] ?? 0, acknowledged.number);
      sum += heardIn(room).amiss(acknowledged.number, acknowledged.audience);
    }
    return busy.reduce((behind, room, index) => behind + room.behind(newest[index] ?? 0), sum);
  };
  const deadline = performance.now() + LAST_WAIT_MS;
  while (missing() > 0 && performance.now() < deadline) await wait(50);

  return {
    sent: due.length,
    acknowledged: acknowledgedAfter.length,
    acknowledgedAfter,
    everyoneAfter: due.flatMap(({ at, room, acknowledged }) => {
      const complete = acknowledged && heardIn(room).completeAt(acknowledged.number, acknowledged.audience);
      return complete === undefined ? [] : [complete - began - at];
    }),
    lateBy,
    deliveries: busy.reduce((sum, { heard }) => sum + heard.deliveries, 0),
    missing: missing(),
    disorder: busy.reduce((sum, { heard }) => sum + heard.disorder, 0),
  };
}

async function carryOut(act: Act, moment: number, acknowledgedAfter: number[]): Promise<void> {
  const acknowledged = await (rooms[act.room] as Room).act(act.juror, acts[act.room]?.[act.juror] as NextAct);
  if (!acknowledged) return;
  act.acknowledged = acknowledged;
  acknowledgedAfter.push(performance.now() - moment);
}

const heardIn = (room: number): Room['heard'] => (rooms[room] as Room).heard;
