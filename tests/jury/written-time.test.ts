import { expect, test } from 'vitest';
import { writtenSeconds } from '../../src/lib/jury/deliberation/written-time.ts';
import { FACILITATOR, ORGANISER, START, START_OF_SESSION, eventsOf, juror, juryAt, play } from '../support/jury.ts';
import type { Played } from '../support/jury.ts';

const session = 'D1';
const LONG = 'a'.repeat(300);
const post = (text: string, active?: number) =>
  ({ type: 'post-message', session, text, ...(active === undefined ? {} : { active }) }) as const;
const running = play(juryAt('deliberating'), [
  [
    ORGANISER,
    { type: 'plan-session', title: 'Options', startsAt: START_OF_SESSION, agenda: [{ title: 'Round', minutes: 45 }] },
  ],
  [FACILITATOR, { type: 'open-session', session }],
  [FACILITATOR, { type: 'start-item', session, item: '1', after: null }],
]);
const later = ({ log }: Played, seconds: number) => ({ now: START + (log.length + seconds) * 1_000 });
const countedIn = (from: Played, text: string, active: number | undefined, seconds: number) =>
  eventsOf(from, juror(1), post(text, active), later(from, seconds)).flatMap((event) =>
    event.type === 'airtime-counted' ? [event.seconds] : [],
  );

test('[D75] a message counts as long as its author was active, within what the server can vouch for', () => {
  expect(countedIn(running, LONG, 90, 200)).toEqual([90]);
  // More than has passed since the item began.
  expect(countedIn(running, LONG, 5_000, 100)).toEqual([101]);
  // Less than anybody needs for so many characters, or nothing said at all.
  expect([countedIn(running, LONG, 0, 200), countedIn(running, LONG, undefined, 200)]).toEqual([[20], [20]]);
  expect(countedIn(running, 'Yes.', 3, 200)).toEqual([]);
  expect(writtenSeconds(LONG, 9_999, 0, 1e9)).toBe(600);
  expect(writtenSeconds(LONG, 30, 10_000, 5_000)).toBeNull();
});

test('[D75] two messages are not counted for the same time', () => {
  const once = play(running, [[juror(1), post(LONG, 90)]], later(running, 100));
  const [first] = once.jury.room.messages;
  expect(first?.at).toBe(later(running, 100).now);
  const again = eventsOf(once, juror(1), post(LONG, 90), { now: (first?.at ?? 0) + 30_000 });
  expect(again).toContainEqual({ type: 'airtime-counted', session, seat: 'S01', seconds: 30 });
});

test('[D75] nothing is counted of whoever has the floor, nor of the facilitator', () => {
  const speaking = play(running, [
    [juror(1), { type: 'raise-hand', session }],
    [FACILITATOR, { type: 'grant-floor', session, turn: 'T1' }],
  ]);
  expect(countedIn(speaking, LONG, 60, 100)).toEqual([]);
  expect(eventsOf(running, FACILITATOR, post(LONG, 60), later(running, 100))).toHaveLength(1);
});
