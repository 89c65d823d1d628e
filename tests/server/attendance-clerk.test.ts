import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Jury } from '../../src/lib/jury/jury.ts';
import { ok } from '../../src/lib/jury/result.ts';
import { createAttendanceClerk } from '../../src/lib/server/attendance-clerk.ts';
import type { Announcement, Request } from '../../src/lib/server/commands.ts';
import { createLog } from '../../src/lib/server/log.ts';
import { createPresence } from '../../src/lib/server/presence.ts';
import { FACILITATOR, ORGANISER, START_OF_SESSION, juror, juryAfter, juryAt, play } from '../support/jury.ts';
import type { Played } from '../support/jury.ts';

const PATIENCE = 60_000;
const JURY = 'night-buses';
const session = 'D1';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A server with one jury, of which only what the clerk sees is there. Lines that break are gone at once. */
function clerkOn(first: Played) {
  let jury: Jury = first.jury;
  const given: Request[] = [];
  let announce: (announcement: Announcement) => void = () => undefined;
  const presence = createPresence(0);
  const clerk = createAttendanceClerk({
    juries: { standing: () => Promise.resolve({ jury, seq: 1, head: '', recent: [] }) },
    commands: {
      run: (request) => Promise.resolve((given.push(request), ok({ seq: 1, events: [] }))),
      onAnnounced: (listener) => ((announce = listener), () => undefined),
    },
    presence,
    log: createLog({ log: 'silent' }),
    patience: PATIENCE,
  });
  return {
    clerk,
    presence,
    becomes(next: Played, opened = false) {
      jury = next.jury;
      const entries = opened ? next.log.slice(-1) : [];
      announce({ jury, entries });
    },
    /** Who was checked in or out since it was last asked. */
    async taken() {
      await vi.advanceTimersByTimeAsync(0);
      return given.splice(0).map(({ actor, command }) => [command.type, actor.kind === 'seat' ? actor.id : '']);
    },
  };
}

const live = juryAfter('deliberating');
const came = play(live, [
  [juror(1), { type: 'check-in', session }],
  [juror(2), { type: 'check-in', session, mode: 'phone' }],
]);

test('[D56] whoever opens a line in a live session is checked in, once', async () => {
  const { presence, taken, becomes } = clerkOn(live);
  presence.arrive(JURY, 'S01');
  expect(await taken()).toEqual([['check-in', 'S01']]);
  becomes(came);
  presence.arrive(JURY, 'S03');
  expect(await taken()).toEqual([['check-in', 'S03']]);
});

test('[D116] so is whoever comes in when the doors are open, and who is there already', async () => {
  const planned = play(juryAt('deliberating'), [
    [
      ORGANISER,
      { type: 'plan-session', title: 'Options', startsAt: START_OF_SESSION, agenda: [{ title: 'Round', minutes: 45 }] },
    ],
  ]);
  const { presence, taken, becomes } = clerkOn(planned);
  presence.arrive(JURY, 'S01');
  expect(await taken()).toEqual([]);
  becomes(play(planned, [[FACILITATOR, { type: 'open-doors', session }]]), true);
  expect(await taken()).toEqual([['check-in', 'S01']]);
});

test('[D56] nobody is checked in for whom there is nothing to attend', async () => {
  const removed = play(live, [[FACILITATOR, { type: 'remove-juror', session, seat: 'S01', rule: 'insult' }]]);
  for (const [seat, played] of [
    ['S01', removed],
    ['A01', live],
    ['S01', juryAt('deliberating')],
  ] as const) {
    const { presence, taken } = clerkOn(played);
    presence.arrive(JURY, seat);
    expect(await taken()).toEqual([]);
  }
});

test('[D56] those who wait are checked in when the session opens', async () => {
  const planned = juryAt('deliberating');
  const { presence, taken, becomes } = clerkOn(planned);
  presence.arrive(JURY, 'S01');
  expect(await taken()).toEqual([]);
  const agenda = [{ title: 'Round', minutes: 30 }];
  const opened = play(planned, [
    [FACILITATOR, { type: 'plan-session', title: 'First', startsAt: 0, agenda }],
    [FACILITATOR, { type: 'open-session', session: 'D1' }],
  ]);
  becomes(opened, true);
  expect(await taken()).toEqual([['check-in', 'S01']]);
});

test('[D56] who takes part by app leaves a minute after their line, nobody else does', async () => {
  const { presence, taken } = clerkOn(came);
  for (const seat of ['S01', 'S02']) presence.arrive(JURY, seat);
  expect(await taken()).toEqual([]);
  await vi.advanceTimersByTimeAsync(PATIENCE);
  expect(await taken()).toEqual([]);
  for (const seat of ['S01', 'S02']) presence.leave(JURY, seat);
  await vi.advanceTimersByTimeAsync(PATIENCE - 1);
  expect(await taken()).toEqual([]);
  await vi.advanceTimersByTimeAsync(2);
  expect(await taken()).toEqual([['check-out', 'S01']]);
});

test('[D56] whoever is back within the minute never left', async () => {
  const { presence, taken } = clerkOn(came);
  presence.arrive(JURY, 'S01');
  presence.leave(JURY, 'S01');
  await vi.advanceTimersByTimeAsync(PATIENCE / 2);
  presence.arrive(JURY, 'S01');
  await vi.advanceTimersByTimeAsync(2 * PATIENCE);
  expect(await taken()).toEqual([]);
});

test('once closed it takes no more attendance', async () => {
  const { clerk, presence, taken } = clerkOn(live);
  await clerk.close();
  presence.arrive(JURY, 'S01');
  expect(await taken()).toEqual([]);
});
