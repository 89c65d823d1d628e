/** What people in a session might do next, sensible or not, as a seed says. */
import type { PRNG } from 'seedrandom';
import type { Command } from '../../src/lib/jury/commands.ts';
import { MODES } from '../../src/lib/jury/deliberation/attendance/commands.ts';
import { SIGNALS } from '../../src/lib/jury/deliberation/signals.ts';
import { REACTIONS } from '../../src/lib/jury/deliberation/room.ts';
import type { Actor } from '../../src/lib/jury/terms.ts';
import type { Seated } from './seated.ts';

export interface Act {
  readonly actor: Actor;
  readonly command: Command;
}

export function randomAct({ seats, company }: Seated, random: PRNG): Act {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const number = (most: number): number => 1 + Math.floor(random() * most);
  const juror: Actor = { kind: 'seat', id: pick(seats) };
  const { facilitator, organiser, observer } = company;
  const session = 'D1';
  const acts: readonly (readonly [weight: number, act: () => Act])[] = [
    [10, () => ({ actor: juror, command: { type: 'post-message', session, text: `line ${number(1e6)}` } })],
    [2, () => ({ actor: juror, command: { type: 'post-message', session, text: 'yes', replyTo: `M${number(20)}` } })],
    [2, () => ({ actor: juror, command: { type: 'post-message', session, text: 'see', quote: 'exhibit:E1' } })],
    [
      3,
      () => ({ actor: juror, command: { type: 'edit-message', message: `M${number(20)}`, text: `no ${number(1e6)}` } }),
    ],
    [
      4,
      () => ({
        actor: juror,
        command: { type: 'react-to-message', message: `M${number(20)}`, reaction: pick(REACTIONS) },
      }),
    ],
    [
      2,
      () => ({
        actor: juror,
        command: { type: 'take-back-reaction', message: `M${number(20)}`, reaction: pick(REACTIONS) },
      }),
    ],
    [1, () => ({ actor: facilitator, command: { type: 'hold-juror', seat: pick(seats), rule: 'repeats' } })],
    [1, () => ({ actor: facilitator, command: { type: 'release-juror', seat: pick(seats) } })],
    [
      2,
      () => ({
        actor: facilitator,
        command: { type: 'enter-contribution', session, seat: pick(seats), text: `by ${number(1e6)}` },
      }),
    ],
    [2, () => ({ actor: juror, command: { type: 'check-in', session, ...pick([{}, { mode: pick(MODES) }]) } })],
    [1, () => ({ actor: juror, command: { type: 'check-out', session } })],
    [1, () => ({ actor: facilitator, command: { type: 'check-in-for', session, seat: pick(seats), mode: 'phone' } })],
    [0.3, () => ({ actor: facilitator, command: { type: 'close-session', session } })],
    [1, () => ({ actor: facilitator, command: { type: 'note-in-minutes', session, section: 'floor', note: 'noted' } })],
    [1, () => ({ actor: facilitator, command: { type: 'send-minutes', session } })],
    [2, () => ({ actor: juror, command: { type: 'back-minutes', session, version: number(2) } })],
    [1, () => ({ actor: juror, command: { type: 'object-to-minutes', session, version: number(2), text: 'not so' } })],
    [4, () => ({ actor: juror, command: { type: 'raise-hand', session } })],
    [2, () => ({ actor: juror, command: { type: 'lower-hand', session } })],
    [3, () => ({ actor: facilitator, command: { type: 'grant-floor', session, turn: `T${number(10)}` } })],
    [2, () => ({ actor: juror, command: { type: 'end-turn', session, turn: `T${number(10)}` } })],
    [1, () => ({ actor: juror, command: { type: 'raise-hand', session, kind: 'clarifying-question' } })],
    [1, () => ({ actor: facilitator, command: { type: 'pause-turn', session, turn: `T${number(10)}` } })],
    [1, () => ({ actor: facilitator, command: { type: 'return-to-front', session, turn: `T${number(10)}` } })],
    [
      1,
      () => ({
        actor: facilitator,
        command: { type: 'set-queue', session, mode: pick(['first-come', 'equity']), limit: 60 },
      }),
    ],
    [1, () => ({ actor: juror, command: { type: 'mark-ready', session, item: '1' } })],
    [1, () => ({ actor: facilitator, command: { type: 'start-item', session, item: `${number(2)}`, after: null } })],
    [0.5, () => ({ actor: facilitator, command: { type: 'pause-session', session, reason: 'Dark.' } })],
    [1, () => ({ actor: facilitator, command: { type: 'resume-session', session } })],
    [0.3, () => ({ actor: facilitator, command: { type: 'open-tables', session, seating: 'mixed', minutes: 5 } })],
    [3, () => ({ actor: juror, command: { type: 'post-at-table', round: 'G1', table: `${number(3)}`, text: 'here' } })],
    [1, () => ({ actor: juror, command: { type: 'call-help', round: 'G1' } })],
    [1, () => ({ actor: facilitator, command: { type: 'move-juror', round: 'G1', seat: pick(seats), table: '1' } })],
    [2, () => ({ actor: juror, command: { type: 'give-signal', session, signal: pick(SIGNALS) } })],
    [1, () => ({ actor: juror, command: { type: 'take-back-signal', session, signal: pick(SIGNALS) } })],
    [3, () => ({ actor: juror, command: { type: 'ask-question', witness: 'W1', text: `why ${number(1e6)}` } })],
    [4, () => ({ actor: juror, command: { type: 'support-question', question: `Q${number(6)}` } })],
    [1, () => ({ actor: juror, command: { type: 'unsupport-question', question: `Q${number(6)}` } })],
    [2, () => ({ actor: facilitator, command: { type: 'approve-question', question: `Q${number(6)}` } })],
    [1, () => ({ actor: facilitator, command: { type: 'put-question', question: `Q${number(6)}` } })],
    [
      1,
      () => ({
        actor: facilitator,
        command: { type: 'merge-question', question: `Q${number(6)}`, into: `Q${number(6)}` },
      }),
    ],
    [1, () => ({ actor: juror, command: { type: 'judge-answer', question: `Q${number(6)}`, judgement: 'yes' } })],
    [
      1,
      () => ({
        actor: { kind: 'witness', id: 'W1' },
        command: { type: 'answer-question', question: `Q${number(6)}`, text: 'so' },
      }),
    ],
    [2, () => ({ actor: facilitator, command: { type: 'hide-message', message: `M${number(20)}`, rule: 'insult' } })],
    [2, () => ({ actor: facilitator, command: { type: 'mute-juror', seat: pick(seats), rule: 'repeats' } })],
    [1, () => ({ actor: facilitator, command: { type: 'unmute-juror', seat: pick(seats) } })],
    [1, () => ({ actor: observer, command: { type: 'post-message', session, text: 'may I?' } })],
    [0.4, () => ({ actor: organiser, command: { type: 'vacate-seat', seat: pick(seats), reason: 'illness' } })],
    [0.4, () => ({ actor: organiser, command: { type: 'dismiss-member', member: observer.id, reason: 'left' } })],
    [0.4, () => ({ actor: organiser, command: { type: 'appoint-member', member: observer.id, role: 'observer' } })],
  ];
  let left = random() * acts.reduce((sum, [weight]) => sum + weight, 0);
  for (const [weight, act] of acts) {
    left -= weight;
    if (left <= 0) return act();
  }
  throw new Error('The weights do not add up.');
}
