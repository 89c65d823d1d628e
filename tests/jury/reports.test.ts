/** What the facilitator is asked to look at, and what they take out of the queue. */
import { describe, expect, test } from 'vitest';
import { queueOf } from '../../src/lib/jury/deliberation/floor.ts';
import { viewEvent, viewJury } from '../../src/lib/jury/view.ts';
import type { Viewer } from '../../src/lib/jury/view.ts';
import { reportedMessages } from '../../src/routes/(room)/facilitate/[jury]/reported.ts';
import { FACILITATOR, OVERSIGHT, codeOf, juror, juryAfter, play } from '../support/jury.ts';
import type { Played } from '../support/jury.ts';

/** D1 is live, S02 wrote M1, S01 has the floor. */
const live = juryAfter('deliberating');
const session = 'D1';
const report = { type: 'report-message', message: 'M1', rule: 'insult' } as const;
const leave = { type: 'leave-message', message: 'M1' } as const;
const FACILITATING: Viewer = { role: 'facilitator' };
const seen = ({ jury }: Played, viewer: Viewer) => viewJury(jury, viewer).moderation?.reports;

describe('a report', () => {
  const once = play(live, [[juror(3), report]]);
  const twice = play(once, [[juror(4), { ...report, rule: 'off-topic' }]]);

  test('[D103] is made once, of the words of another, by a juror', () => {
    expect(codeOf(once, juror(3), report)).toBe('already-reported');
    expect(codeOf(live, juror(2), report)).toBe('own-message');
    expect(codeOf(live, juror(3), { ...report, message: 'M99' })).toBe('unknown-message');
    expect(codeOf(live, OVERSIGHT, report)).toBe('not-allowed');
    const hidden = play(live, [[FACILITATOR, { type: 'hide-message', message: 'M1', rule: 'insult' }]]);
    expect(codeOf(hidden, juror(3), report)).toBe('already-hidden');
  });

  test('[D103] reaches the facilitator without a name, whoever made it, and nobody else', () => {
    expect(seen(twice, FACILITATING)).toEqual([
      { message: 'M1', rule: 'insult', left: false },
      { message: 'M1', rule: 'off-topic', left: false },
    ]);
    expect(seen(twice, { role: 'juror', seat: 'S03' })).toEqual([
      { message: 'M1', rule: 'insult', seat: 'S03', left: false },
    ]);
    for (const role of ['organiser', 'oversight', 'alternate'] as const) expect(seen(twice, { role })).toEqual([]);
    expect(seen(twice, { role: 'juror', seat: 'S02' })).toEqual([]);
    const told = twice.log.at(-1)!.event;
    expect(viewEvent(told, FACILITATING)).not.toHaveProperty('seat');
    expect(viewEvent(told, { role: 'juror', seat: 'S02' })).toBeNull();
    expect(viewEvent(told, { role: 'oversight' })).toBeNull();
  });

  test('[D103] is shown message by message, until the words are left standing or hidden', () => {
    expect(reportedMessages(twice.jury)).toMatchObject([
      { message: { id: 'M1' }, table: null, count: 2, rules: ['insult', 'off-topic'] },
    ]);
    const left = play(twice, [[FACILITATOR, leave]]);
    expect(reportedMessages(left.jury)).toEqual([]);
    expect(codeOf(left, FACILITATOR, leave)).toBe('not-reported');
    expect(codeOf(left, juror(3), report)).toBe('already-reported');
    // Whoever reported them does not learn from the wire that others did, nor what came of it but by the room.
    expect(viewEvent(left.log.at(-1)!.event, { role: 'juror', seat: 'S03' })).toBeNull();
    const again = play(left, [[juror(5), report]]);
    expect(reportedMessages(again.jury)).toMatchObject([{ count: 1 }]);
    const hidden = play(again, [[FACILITATOR, { type: 'hide-message', message: 'M1', rule: 'insult' }]]);
    expect(hidden.jury.moderation.reports).toEqual([]);
  });

  test('[D103] of words at a table is made by those who sit there; nobody else learns that they were said', () => {
    const seated = play(live, [
      [FACILITATOR, { type: 'open-tables', session, seating: 'random', tables: 4, minutes: 10 }],
    ]);
    const round = seated.jury.tables.rounds.at(-1)!;
    const [here, there] = round.tables;
    const at = (seat: string) => ({ kind: 'seat', id: seat }) as const;
    const said = play(seated, [
      [at(here!.seats[0]!), { type: 'post-at-table', round: round.id, table: here!.id, text: 'You are a fool.' }],
    ]);
    const message = said.jury.tables.talk.at(-1)!.id;
    expect(codeOf(said, at(there!.seats[0]!), { ...report, message })).toBe('unknown-message');
    expect(codeOf(said, at(here!.seats[0]!), { ...report, message })).toBe('own-message');
    const reported = play(said, [[at(here!.seats[1]!), { ...report, message }]]);
    expect(reportedMessages(reported.jury)).toMatchObject([{ message: { id: message }, table: here!.id }]);
  });
});

describe('a hand that the facilitator takes out of the queue', () => {
  const waiting = play(live, [[juror(3), { type: 'raise-hand', session }]]);
  const turn = queueOf(waiting.jury.floor, session).at(-1)!.id;
  const take = { type: 'take-from-queue', session, turn, reason: 'Has gone home.' } as const;

  test('[D102] is gone, the reason is there, and it may go up again', () => {
    const taken = play(waiting, [[FACILITATOR, take]]);
    expect(queueOf(taken.jury.floor, session).map(({ id }) => id)).not.toContain(turn);
    const found = taken.jury.floor.turns.find(({ id }) => id === turn);
    expect(found).toMatchObject({ state: 'withdrawn', taken: { text: 'Has gone home.' } });
    expect(codeOf(taken, FACILITATOR, take)).toBe('not-waiting');
    const again = play(taken, [[juror(3), { type: 'raise-hand', session }]]);
    expect(queueOf(again.jury.floor, session).some(({ seat }) => seat === 'S03')).toBe(true);
  });

  test('[D102] is one that waits', () => {
    const speaking = waiting.jury.floor.turns.find(({ state }) => state === 'speaking')!.id;
    expect(codeOf(waiting, FACILITATOR, { ...take, turn: speaking })).toBe('not-waiting');
    expect(codeOf(waiting, FACILITATOR, { ...take, turn: 'T99' })).toBe('unknown-turn');
    expect(codeOf(waiting, juror(4), take)).toBe('not-allowed');
  });

  test('[D102] may be one that they raised for somebody in the hall', () => {
    const raised = play(live, [[FACILITATOR, { type: 'raise-hand-for', session, seat: 'S05' }]]);
    const hall = queueOf(raised.jury.floor, session).at(-1)!;
    const down = play(raised, [[FACILITATOR, { ...take, turn: hall.id }]]);
    expect(queueOf(down.jury.floor, session).some(({ seat }) => seat === 'S05')).toBe(false);
  });
});
