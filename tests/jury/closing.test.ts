import { describe, expect, test } from 'vitest';
import { isStillSo } from '../../src/lib/jury/publication/letters.ts';
import { occasionsAt } from '../../src/lib/jury/publication/timed-letters.ts';
import { REMINDED_BEFORE_MS, SHORTEST_VOTE_MS } from '../../src/lib/jury/verdict/closing-rules.ts';
import { FACILITATOR, OFFICER, ORGANISER, START, codeOf, eventsOf, juror, juryAt, play } from '../support/jury.ts';
import type { Played } from '../support/jury.ts';

const HOUR = 60 * 60_000;
const DAY = 24 * HOUR;
const now = START + 10 * DAY;
const at = { now };
const voting = juryAt('voting');
const open = (closesAt?: number) =>
  ({ type: 'open-ballot', recommendation: 'R1', ...(closesAt === undefined ? {} : { closesAt }) }) as const;
const move = (closesAt: number, ballot = 'B1') => ({ type: 'plan-closing', ballot, closesAt }) as const;
const close = { type: 'close-ballot', ballot: 'B1' } as const;
const vote = (number: number) => [juror(number), { type: 'cast-paper', ballot: 'B1', choice: 'for' }] as const;
const ballot = ({ jury }: Played) => jury.verdict.ballots[0];
const planned = play(voting, [[OFFICER, open(now + 3 * DAY)]], at);

describe('a planned close', () => {
  test('[V111] is said when the vote opens, and may be left open', () => {
    expect(ballot(planned)).toMatchObject({ closesAt: now + 3 * DAY });
    expect(ballot(play(voting, [[OFFICER, open()]]))).not.toHaveProperty('closesAt');
    expect(codeOf(voting, OFFICER, open(now + SHORTEST_VOTE_MS - 1), at)).toBe('closing-too-soon');
    expect(codeOf(voting, OFFICER, open(0), at)).toBe('closing-too-soon');
    expect(eventsOf(voting, OFFICER, open(now + SHORTEST_VOTE_MS), at)).toHaveLength(1);
  });

  test('[V111] holds for questions between options and for the order as well', () => {
    const asked = play(voting, [
      [FACILITATOR, { type: 'write-poll', form: 'one-of', text: 'Who pays?', options: ['All', 'Some'] }],
    ]);
    const [opened] = eventsOf(asked, OFFICER, { type: 'open-poll', poll: 'P1', closesAt: now + DAY }, at);
    expect(opened).toMatchObject({ type: 'poll-opened', closesAt: now + DAY });
    expect(codeOf(asked, OFFICER, { type: 'open-poll', poll: 'P1', closesAt: now }, at)).toBe('closing-too-soon');
  });

  test('[V111] is moved later by the returning officer, never earlier, and nothing else with it', () => {
    const moved = play(planned, [[OFFICER, move(now + 4 * DAY)]], at);
    expect(ballot(moved)).toEqual({ ...ballot(planned), closesAt: now + 4 * DAY, remindsAt: now + 3 * DAY });
    for (const earlier of [now + 3 * DAY, now + 3 * DAY - 1, now + HOUR])
      expect(codeOf(planned, OFFICER, move(earlier), at)).toBe('closing-not-earlier');
    expect(codeOf(planned, OFFICER, move(now), at)).toBe('closing-too-soon');
    for (const actor of [ORGANISER, FACILITATOR, juror(1)])
      expect(codeOf(planned, actor, move(now + 4 * DAY), at)).toBe('not-allowed');
    expect(codeOf(planned, OFFICER, move(now + 4 * DAY, 'B9'), at)).toBe('unknown-ballot');
    const paused = play(planned, [[OFFICER, { type: 'pause-ballot', ballot: 'B1', reason: 'No light.' }]]);
    expect(ballot(play(paused, [[OFFICER, move(now + 4 * DAY)]], at))).toMatchObject({ closesAt: now + 4 * DAY });
    const unplanned = play(voting, [[OFFICER, open()]]);
    expect(ballot(play(unplanned, [[OFFICER, move(now + DAY)]], at))).toMatchObject({ closesAt: now + DAY });
  });

  test('[V111] does not outlast the vote', () => {
    const closed = play(planned, [[OFFICER, close]], { now: now + 3 * DAY });
    expect(codeOf(closed, OFFICER, move(now + 9 * DAY), at)).toBe('ballot-not-open');
    const again = play(closed, [[OFFICER, { type: 'reopen-ballot', ballot: 'B1', reason: 'One could not vote.' }]]);
    expect(ballot(again)).not.toHaveProperty('closesAt');
    expect(ballot(again)).not.toHaveProperty('remindsAt');
  });

  test('[V112] is kept: nobody closes before, unless all have voted, and papers are taken until somebody closes', () => {
    expect(codeOf(planned, OFFICER, close, { now: now + 3 * DAY - 1 })).toBe('closes-later');
    const late = { now: now + 5 * DAY };
    expect(eventsOf(planned, juror(1), vote(1)[1], late)).toHaveLength(1);
    const allButOne = play(
      planned,
      Array.from({ length: 19 }, (_, index) => vote(index + 1)),
    );
    expect(codeOf(allButOne, OFFICER, close, at)).toBe('closes-later');
    expect(eventsOf(play(allButOne, [vote(20)]), OFFICER, close, at)[0]).toMatchObject({ type: 'ballot-closed' });
    const left = play(allButOne, [[ORGANISER, { type: 'vacate-seat', seat: 'S20', reason: 'illness' }]]);
    expect(eventsOf(left, OFFICER, close, at)[0]).toMatchObject({ type: 'ballot-closed' });
  });
});

describe('the reminder of a planned close', () => {
  const dayAt = (instant: number): string => new Date(instant).toISOString().slice(0, 10);
  const due = ({ jury }: Played, instant: number) =>
    occasionsAt(jury, instant, dayAt).filter(({ letter }) => letter.kind === 'ballot');
  const closesAt = now + 3 * DAY;
  const some = play(planned, [vote(1), vote(2)], at);

  test('[V113] goes a day before to those who have not voted, and to nobody else', () => {
    expect(due(some, closesAt - REMINDED_BEFORE_MS - 1)).toEqual([]);
    const [reminder, ...more] = due(some, closesAt - REMINDED_BEFORE_MS);
    expect(more).toEqual([]);
    const seats = reminder?.to.kind === 'seats' ? reminder.to.seats : [];
    expect(seats).toHaveLength(18);
    expect(seats.filter((seat) => ['S01', 'S02'].includes(seat))).toEqual([]);
    expect(reminder).toMatchObject({ letter: { kind: 'ballot', ballot: 'B1', closesAt }, notAfter: closesAt });
    expect(due(some, closesAt)).toEqual([]);
    const letter = { kind: 'ballot', ballot: 'B1', closesAt } as const;
    expect(isStillSo(some.jury, letter, 'seat:S03', dayAt)).toBe(true);
    expect(isStillSo(some.jury, letter, 'seat:S01', dayAt)).toBe(false);
  });

  test('[V113] is one for each vote, also when the close is moved after it went', () => {
    const reason = due(some, closesAt - DAY)[0]?.reason;
    const moved = play(some, [[OFFICER, move(closesAt + 5 * DAY)]], { now: closesAt - HOUR });
    expect(due(moved, closesAt)[0]?.reason).toBe(reason);
    expect(due(moved, closesAt + 4 * DAY)[0]?.reason).toBe(reason);
    // Moved before anybody was reminded, the day before is another one.
    const early = play(some, [[OFFICER, move(closesAt + 5 * DAY)]], at);
    expect(due(early, closesAt)).toEqual([]);
    expect(due(early, closesAt + 4 * DAY)).toHaveLength(1);
  });

  test('[V113] is not for a vote that opens for less than a day, nor for one that is paused or over', () => {
    const short = play(voting, [[OFFICER, open(now + 2 * HOUR)]], at);
    expect(ballot(short)).not.toHaveProperty('remindsAt');
    expect(due(short, now + HOUR)).toEqual([]);
    const paused = play(some, [[OFFICER, { type: 'pause-ballot', ballot: 'B1', reason: 'No light.' }]]);
    expect(due(paused, closesAt - HOUR)).toEqual([]);
    const all = play(
      some,
      Array.from({ length: 18 }, (_, index) => vote(index + 3)),
    );
    expect(due(play(all, [[OFFICER, close]], at), closesAt - HOUR)).toEqual([]);
  });
});
