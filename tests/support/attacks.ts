/** What somebody might send who means ill or whose program is broken, each way for as long as wanted, and what became of it. */
import { setTimeout as wait } from 'node:timers/promises';
import { newCommandId } from '../../src/lib/live/outbox.ts';
import { LIVE_PATH } from '../../src/lib/live/wire.ts';
import { openPolledLine } from './polled-line.ts';
import { OPCODE, openRawLine } from './raw-line.ts';
import type { RawLine } from './raw-line.ts';

export interface Target {
  readonly origin: string;
  /** The jury to which the attacker belongs, and the cookie by which they come in. */
  readonly jury: string;
  readonly cookie: string;
  /** A jury that is none of theirs. */
  readonly foreign: string;
}

export interface Outcome {
  /** Packets or handshakes. */
  sent: number;
  /** How often the line was ended by the server. */
  cut: number;
  /** Answers by their code; `ok` for what was taken. */
  readonly answers: Record<string, number>;
}

type Attack = (target: Target, until: () => boolean, outcome: Outcome) => Promise<void>;

const REST_MS = 50;

const say = (jury: string, text: string): string =>
  JSON.stringify({ jury, id: newCommandId(), command: { type: 'post-message', session: 'D1', text } });

const note = (outcome: Outcome, answer: string): void => {
  const [reply] = JSON.parse(answer) as [{ ok: boolean; error?: { code: string } }];
  const code = reply.ok ? 'ok' : (reply.error?.code ?? 'unnamed');
  outcome.answers[code] = (outcome.answers[code] ?? 0) + 1;
};

/** Long polling and a refused place are told in JSON, a refused WebSocket by the name alone. */
const refusedAs = (error: unknown): string =>
  /(?:"message":"|: )([\w]+(?:-\w+)+)"?/.exec(String(error))?.[1] ?? 'closed';

/** A line of the attacker's; undefined when they are not let in, which is counted under what the server said. */
async function enter({ origin, cookie }: Target, outcome: Outcome): Promise<RawLine | undefined> {
  try {
    return await openRawLine({ origin, path: LIVE_PATH, headers: { cookie, origin } });
  } catch (error) {
    const said = refusedAs(error);
    outcome.answers[said] = (outcome.answers[said] ?? 0) + 1;
    return undefined;
  }
}

/** Comes back whenever the line is cut, as long as the attack lasts. */
const again =
  (onLine: (line: RawLine, target: Target, until: () => boolean, outcome: Outcome) => Promise<void>): Attack =>
  async (target, until, outcome) => {
    while (!until()) {
      const line = await enter(target, outcome);
      if (line) {
        await onLine(line, target, until, outcome);
        if (!line.isOpen()) outcome.cut += 1;
        line.close();
      }
      await wait(REST_MS);
    }
  };

const ask = (line: RawLine, event: string, body: string, outcome: Outcome): void => {
  outcome.sent += 1;
  void line.ask(event, body).then((answer) => note(outcome, answer));
};

const TICK_MS = 10;
const FLOOD_A_TICK = 100;
const JOINS_A_TICK = 10;

const flood = again(async (line, { jury }, until, outcome) => {
  while (line.isOpen() && !until()) {
    for (let n = 0; n < FLOOD_A_TICK; n += 1) ask(line, 'act', say(jury, 'Me, me, me.'), outcome);
    await wait(TICK_MS);
  }
});

/** Made once: what the attacker's own work costs a shared machine is not what the server is to answer for. */
const megabyteFor = (jury: string): Buffer => Buffer.from(`421["act",${say(jury, 'x'.repeat(1_000_000))}]`);

const megabytes: Attack = async (target, until, outcome) => {
  const megabyte = megabyteFor(target.jury);
  const send = again(async (line) => {
    outcome.sent += 1;
    line.frame(OPCODE.text, megabyte);
    await Promise.race([line.ended, wait(1_000)]);
  });
  await send(target, until, outcome);
};

/** A new line of polling for each, since the one before is over. */
const polledMegabytes: Attack = async ({ origin, jury, cookie }, until, outcome) => {
  const megabyte = megabyteFor(jury);
  while (!until()) {
    outcome.sent += 1;
    const status = await openPolledLine({ origin, path: LIVE_PATH, headers: { cookie, origin } }).then(
      (line) => line.post(megabyte, true),
      (error: unknown) => refusedAs(error),
    );
    if (status === 0) outcome.cut += 1;
    else outcome.answers[status] = (outcome.answers[status] ?? 0) + 1;
    await wait(REST_MS);
  }
};

const deep = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);

/** Each is one that neither protocol, nor our own wire, has a place for. */
export const MALFORMED: Readonly<Record<string, (line: RawLine, jury: string) => void>> = {
  'an unknown type of Engine.IO': (line) => line.text('9'),
  'an unknown type of Socket.IO': (line) => line.text('49["act",{}]'),
  'a second handshake of Engine.IO': (line) => line.text('0{"sid":"mine"}'),
  'another namespace': (line) => line.text('42/admin,1["act",{}]'),
  'JSON that breaks off': (line) => line.text('421["act",{"jury":"J1"'),
  'no array': (line) => line.text('421{"act":1}'),
  'a reserved event': (line) => line.text('421["disconnecting"]'),
  'an answer to no question': (line) => line.text('43999[{}]'),
  'a number for an event': (line) => line.text('421[7,{}]'),
  'brackets within brackets': (line) => line.text(`421["act",${deep(20_000)}]`),
  'a prototype': (line, jury) =>
    line.text(`421["act",{"__proto__":{"ok":true},"constructor":{"prototype":{"ok":true}},"jury":"${jury}"}]`),
  'a prototype in a command': (line, jury) =>
    line.text(
      `422["act",{"jury":"${jury}","id":"${newCommandId()}","command":{"type":"__proto__","__proto__":{"type":"post-message"}}}]`,
    ),
  'numbers that are none': (line) => line.text('423["join",{"jury":"J1","after":1e999}]'),
  'attachments that never come': (line) => line.text('451-1["act",{"_placeholder":true,"num":0}]'),
  'a million attachments': (line) => line.text('451000000-1["act",{"_placeholder":true,"num":0}]'),
  'attachments with no question': (line) => line.frame(OPCODE.binary, Buffer.alloc(1_000)),
  'no UTF-8': (line) => line.frame(OPCODE.text, Buffer.from([0x34, 0x32, 0x5b, 0xff, 0xfe, 0xc0, 0x80])),
  'a frame with a reserved code': (line) => line.frame(0x0b, Buffer.from('x')),
  'a frame that claims four gigabytes': (line) => line.frame(OPCODE.text, Buffer.from('42'), 2 ** 32),
  'a close with a code that is none': (line) => line.frame(OPCODE.close, Buffer.from([0x00, 0x01])),
};

const malformed = again(async (line, { jury }, until, outcome) => {
  const ways = Object.values(MALFORMED);
  for (let n = 0; line.isOpen() && !until() && n < 20; n += 1) {
    ways[outcome.sent % ways.length]?.(line, jury);
    outcome.sent += 1;
    await wait(1);
  }
});

const forged: Attack = async (target, until, outcome) => {
  for (let n = 0; !until(); n += 1) {
    outcome.sent += 1;
    const cookie = target.cookie.replace(/=.*/, `=${String(n).padStart(64, 'f')}`);
    (await enter({ ...target, cookie }, outcome))?.close();
  }
};

const stranger = again(async (line, { foreign }, until, outcome) => {
  while (line.isOpen() && !until()) {
    ask(line, 'join', JSON.stringify({ jury: foreign, after: 0 }), outcome);
    ask(line, 'act', say(foreign, 'I am one of you.'), outcome);
    await wait(TICK_MS);
  }
});

/** Asks for the whole jury again and again and reads nothing of it. */
const slowReader = again(async (line, { jury }, until, outcome) => {
  line.pause();
  while (line.isOpen() && !until()) {
    for (let n = 0; n < JOINS_A_TICK; n += 1) ask(line, 'join', JSON.stringify({ jury }), outcome);
    await wait(TICK_MS);
  }
  // Only now can they learn what has become of the line.
  line.resume();
  await Promise.race([line.ended, wait(500)]);
});

export const ATTACKS = {
  'slow consumer': slowReader,
  '1 MB messages': megabytes,
  '1 MB messages by polling': polledMegabytes,
  '10,000 messages a second': flood,
  'malformed packets': malformed,
  'juror of another jury': stranger,
  // The last: it uses up what may come from one address, where all of these sit.
  'forged sessions': forged,
} as const satisfies Record<string, Attack>;
export type AttackName = keyof typeof ATTACKS;

export async function attack(name: AttackName, target: Target, seconds: number): Promise<Outcome> {
  const end = performance.now() + seconds * 1000;
  const outcome: Outcome = { sent: 0, cut: 0, answers: {} };
  await ATTACKS[name](target, () => performance.now() > end, outcome);
  return outcome;
}
