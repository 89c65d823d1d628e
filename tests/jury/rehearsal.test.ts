import { expect, test } from 'vitest';
import { NO_MODERATION } from '../../src/lib/jury/deliberation/moderation/moderation.ts';
import { viewEvent, viewJury } from '../../src/lib/jury/view.ts';
import type { Viewer } from '../../src/lib/jury/view.ts';
import { Rehearsal } from '../../src/routes/(room)/take-part/[jury]/rehearsal/rehearsal.svelte.ts';
import { ORGANISER, codeOf, juror, juryAfter, play } from '../support/jury.ts';

const before = juryAfter('learning');
const after = play(before, [[juror(2), { type: 'mark-rehearsed' }]]);
const seenBy = (viewer: Viewer) => viewJury(after.jury, viewer).seats?.['S02']?.rehearsed;

test('[D86] a juror says once that they have rehearsed, and nobody says it for them', () => {
  expect(after.jury.seats['S02']?.rehearsed).toBe(true);
  expect(codeOf(after, juror(2), { type: 'mark-rehearsed' })).toBe('already-rehearsed');
  expect(codeOf(after, ORGANISER, { type: 'mark-rehearsed' })).toBe('not-allowed');
});

test('[D87] the facilitator, the organiser and the juror see it, and nobody else is told', () => {
  const event = { type: 'juror-rehearsed', seat: 'S02' } as const;
  const sees = [{ role: 'facilitator' }, { role: 'organiser' }, { role: 'juror', seat: 'S02' }] as const;
  for (const viewer of sees) expect([seenBy(viewer), viewEvent(event, viewer)]).toEqual([true, event]);
  const not = [{ role: 'juror', seat: 'S03' }, { role: 'oversight' }, { role: 'alternate', seat: 'A01' }] as const;
  for (const viewer of not) expect([seenBy(viewer), viewEvent(event, viewer)]).toEqual([undefined, null]);
});

test('[D86] the rehearsal is decided by these rules, on a jury of the device alone', async () => {
  const jury = structuredClone(before.jury);
  const names = { S02: 'Aliya' };
  const line = new Rehearsal({ jury, seat: 'S02', names, session: { title: 'Try', item: 'Try' }, now: () => 1_000 });
  expect(line.jury.moderation).toEqual(NO_MODERATION);
  line.loseLine();
  const waiting = line.act({ type: 'post-message', session: 'D0', text: 'in a tunnel' });
  expect(line.unsent).toHaveLength(1);
  expect(line.jury.room.messages).toEqual([]);
  line.findLine();
  expect((await waiting).ok).toBe(true);
  expect(line.jury.room.messages.map(({ text }) => text?.text)).toEqual(['in a tunnel']);
  expect(line.unsent).toEqual([]);
  expect((await line.act({ type: 'post-message', session: 'D9', text: 'nowhere' })).ok).toBe(false);
  expect(jury).toEqual(before.jury);
});
