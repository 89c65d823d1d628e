/**
 * The load generator, a process of its own: rooms of people who each say something once a second on average. Open loop: when each is due is
 * drawn beforehand from a seed, and every delay counts from then, however late the server or this program is.
 */
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import seedrandom from 'seedrandom';
import { barePeople, juryPeople } from './people.ts';
import type { Person } from './people.ts';

export interface Task {
  readonly kind: 'alqa' | 'bare';
  readonly origin: string;
  /** By room, a cookie for each person. */
  readonly rooms: readonly { readonly jury: string; readonly cookies: readonly string[] }[];
  readonly seconds: number;
  readonly seed: string;
}

export interface Measured {
  readonly acknowledged: number;
  readonly sent: number;
  /** Milliseconds from when it was due until it was acknowledged, or until everyone in the room had it. */
  readonly acknowledgedAfter: readonly number[];
  readonly everyoneAfter: readonly number[];
  /** By how much this program itself was late. */
  readonly lateBy: readonly number[];
  /** Deliveries that never came. */
  readonly missing: number;
}

const SETTLE_MS = 500;
const LAST_WAIT_MS = 3_000;

process.once(
  'message',
  (task: Task) => void measure(task).then((measured) => process.send?.(measured, () => process.exit(0))),
);

async function measure({ kind, origin, rooms, seconds, seed }: Task): Promise<Measured> {
  const random = seedrandom(seed);
  const open = kind === 'alqa' ? juryPeople : barePeople;
  const heard = new Map<string, { left: number; at: number }>();
  const people: { person: Person; room: number }[] = [];
  for (const [room, place] of rooms.entries()) {
    const onHeard = (text: string): void => {
      const message = heard.get(text);
      if (message && (message.left -= 1) === 0) message.at = performance.now();
    };
    for (const person of await open(origin, place, onHeard)) people.push({ person, room });
  }
  await wait(SETTLE_MS);
  process.send?.('ready');
  await once(process, 'message');

  const due = people.flatMap(({ person, room }) => arrivals(random, seconds).map((at) => ({ at, person, room })));
  due.sort((one, other) => one.at - other.at);
  const acknowledgedAfter: number[] = [];
  const lateBy: number[] = [];
  const began = performance.now();
  const replies: Promise<void>[] = [];
  for (const [n, { at, person, room }] of due.entries()) {
    const moment = began + at;
    const early = moment - performance.now();
    if (early > 1) await wait(early);
    lateBy.push(Math.max(0, performance.now() - moment));
    const text = `message ${seed} ${n}`;
    heard.set(text, { left: rooms[room]?.cookies.length ?? 0, at: Number.NaN });
    replies.push(person.say(text).then((ok) => void (ok && acknowledgedAfter.push(performance.now() - moment))));
  }
  await Promise.race([Promise.all(replies), wait(LAST_WAIT_MS)]);
  const deadline = performance.now() + LAST_WAIT_MS;
  while ([...heard.values()].some(({ left }) => left > 0) && performance.now() < deadline) await wait(20);
  for (const { person } of people) person.leave();

  const everyone = due.map(({ at }, n) => (heard.get(`message ${seed} ${n}`)?.at ?? Number.NaN) - began - at);
  return {
    sent: due.length,
    acknowledged: acknowledgedAfter.length,
    acknowledgedAfter,
    everyoneAfter: everyone.filter((value) => !Number.isNaN(value)),
    lateBy,
    missing: [...heard.values()].reduce((sum, { left }) => sum + left, 0),
  };
}

/** Moments of a Poisson process of one a second, in milliseconds. */
function arrivals(random: () => number, seconds: number): readonly number[] {
  const moments: number[] = [];
  for (let at = -1000 * Math.log(1 - random()); at < seconds * 1000; at -= 1000 * Math.log(1 - random()))
    moments.push(at);
  return moments;
}
