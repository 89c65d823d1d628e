import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Jury } from '../../src/lib/jury/jury.ts';
import { ok } from '../../src/lib/jury/result.ts';
import type { Announcement, Request } from '../../src/lib/server/commands.ts';
import { createLog } from '../../src/lib/server/log.ts';
import { createReleaseClock } from '../../src/lib/server/release/clock.ts';
import { ORGANISER, OVERSIGHT, juryAfter, play } from '../support/jury.ts';

const NOW = Date.UTC(2027, 4, 1);
const DAY = 86_400_000;

beforeEach(() => void vi.useFakeTimers({ now: NOW }));
afterEach(() => void vi.useRealTimers());

const goesOutAt = (goesOut: number) =>
  play(juryAfter('voting'), [
    [ORGANISER, { type: 'propose-release', notice: 0, language: 'en', goesOut }],
    [OVERSIGHT, { type: 'agree-release' }],
  ]);

/** A server with one jury, of which only what the clock sees is there. */
async function clockOn(first: Jury) {
  let jury = first;
  const asked: Request[] = [];
  let announce: (announcement: Announcement) => void = () => undefined;
  const standing = () => Promise.resolve({ jury, seq: 1, head: '', recent: [] });
  const clock = createReleaseClock({
    juries: { all: async () => [await standing()], standing },
    commands: {
      run: (request) => Promise.resolve((asked.push(request), ok({ seq: 1, events: [] }))),
      onAnnounced: (listener) => ((announce = listener), () => undefined),
    },
    log: createLog({ log: 'silent' }),
    now: Date.now,
  });
  await clock.start();
  return {
    asked,
    clock,
    becomes(next: Jury) {
      jury = next;
      announce({ jury, entries: [] });
    },
  };
}

test('[P17] what was agreed on goes out by itself, at its time and not before, as the organiser who proposed it', async () => {
  const { asked } = await clockOn(goesOutAt(NOW + 40 * DAY).jury);
  await vi.advanceTimersByTimeAsync(40 * DAY - 1);
  expect(asked).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  expect(asked).toMatchObject([{ actor: ORGANISER, command: { type: 'publish-verdict' } }]);
});

test('[P15] nothing goes out that was withdrawn, or that only one of the two wants', async () => {
  const agreed = goesOutAt(NOW + DAY);
  const server = await clockOn(agreed.jury);
  server.becomes(play(agreed, [[OVERSIGHT, { type: 'withdraw-release', reason: 'A word is wrong.' }]]).jury);
  const proposal = { type: 'propose-release', notice: 0, language: 'en', goesOut: NOW } as const;
  server.becomes(play(juryAfter('voting'), [[ORGANISER, proposal]]).jury);
  await vi.advanceTimersByTimeAsync(2 * DAY);
  expect(server.asked).toEqual([]);
});

test('a clock that was stopped does nothing more', async () => {
  const { asked, clock } = await clockOn(goesOutAt(NOW + DAY).jury);
  clock.stop();
  await vi.advanceTimersByTimeAsync(2 * DAY);
  expect(asked).toEqual([]);
});
