/** Stops that end by themselves, words that their author is asked to change, and reports that pass the facilitator by. */
import { describe, expect, test } from 'vitest';
import { isMuted } from '../../src/lib/jury/deliberation/moderation/muting.ts';
import { openEditRequest } from '../../src/lib/jury/deliberation/moderation/moderation.ts';
import { EDIT_WINDOW } from '../../src/lib/jury/deliberation/talk/words.ts';
import { evolve } from '../../src/lib/jury/jury.ts';
import { viewEvent, viewJury, viewerOf } from '../../src/lib/jury/view.ts';
import type { Viewer } from '../../src/lib/jury/view.ts';
import {
  FACILITATOR,
  OFFICER,
  ORGANISER,
  OVERSIGHT,
  advance,
  codeOf,
  eventsOf,
  juror,
  juryAfter,
  member,
  play,
} from '../support/jury.ts';
import type { Played, Step } from '../support/jury.ts';

/** D1 is live, S02 wrote M1. */
const live = juryAfter('deliberating');
const session = 'D1';
const rule = 'insult';
const say = { type: 'post-message', session, text: 'Once more.' } as const;
const closeSession: Step = [FACILITATOR, { type: 'close-session', session }];
const JUROR: Viewer = { role: 'juror', seat: 'S02' };
const ANOTHER: Viewer = { role: 'juror', seat: 'S03' };

describe('a stop with an end', () => {
  const mute = (lasts?: '10' | 'session') =>
    ({ type: 'mute-juror', seat: 'S02', rule, ...(lasts ? { lasts } : {}) }) as const;
  const forMinutes = play(live, [[FACILITATOR, mute('10')]]);
  const until = forMinutes.jury.room.muteEnds[0]?.until as number;
  const before = { now: until - 1 };
  const after = { now: until };

  test('[D135] of ten minutes ends by itself, by the server’s time', () => {
    expect(codeOf(forMinutes, juror(2), say, before)).toBe('muted');
    expect(eventsOf(forMinutes, juror(2), say, after)).toMatchObject([{ type: 'message-posted' }]);
    expect(isMuted(forMinutes.jury, 'S02', until - 1)).toBe(true);
    expect(isMuted(forMinutes.jury, 'S02', until)).toBe(false);
    expect(until - 10 * 60_000).toBeGreaterThan(0);
    expect(codeOf(forMinutes, FACILITATOR, mute(), before)).toBe('already-muted');
    expect(codeOf(forMinutes, FACILITATOR, { type: 'unmute-juror', seat: 'S02' }, after)).toBe('not-muted');
  });

  test('[D135] begins anew after its end, and leaves nothing of the first', () => {
    const events = eventsOf(forMinutes, FACILITATOR, mute('session'), after);
    const { room } = events.reduce(evolve, forMinutes.jury);
    expect(room.muted).toEqual(['S02']);
    expect(room.muteEnds).toEqual([{ seat: 'S02', session }]);
  });

  test('[D135] of a session ends with it, and needs one that is live', () => {
    const forSession = play(live, [[FACILITATOR, mute('session')]]);
    expect(codeOf(forSession, juror(2), say)).toBe('muted');
    const closed = play(forSession, [closeSession]);
    expect(isMuted(closed.jury, 'S02', 0)).toBe(false);
    expect(codeOf(closed, FACILITATOR, mute('session'))).toBe('session-not-live');
    expect(eventsOf(closed, FACILITATOR, mute('10'))).toHaveLength(2);
  });

  test('[D135] without an end, as in older journals, it lasts until it is taken back', () => {
    const old = { ...live, jury: evolve(live.jury, { type: 'juror-muted', seat: 'S02', rule }) };
    expect(old.jury.room.muteEnds).toEqual([]);
    expect(codeOf(old, juror(2), say, { now: until + 1e12 })).toBe('muted');
    expect(isMuted(play(old, [closeSession]).jury, 'S02', until)).toBe(true);
  });

  test('[D135] is over for an appeal too: what has ended does not end twice', () => {
    const appealed = play(forMinutes, [[juror(2), { type: 'appeal-action', action: 'L1', text: 'Why me?' }]]);
    const settle = { type: 'decide-appeal', action: 'L1', outcome: 'changed', reason: 'Too long.' } as const;
    expect(eventsOf(appealed, OVERSIGHT, settle, before)).toHaveLength(3);
    expect(eventsOf(appealed, OVERSIGHT, settle, after)).toHaveLength(1);
  });

  test('[W5] [D135] its end is seen by that juror, the facilitator and oversight', () => {
    const ends = (viewer: Viewer) => viewJury(forMinutes.jury, viewer).room?.muteEnds;
    for (const viewer of [JUROR, { role: 'facilitator' }, { role: 'oversight' }] as const)
      expect(ends(viewer)).toEqual([{ seat: 'S02', until }]);
    expect(ends(ANOTHER)).toEqual([]);
    expect(ends({ role: 'organiser' })).toEqual([]);
  });

  test('[D135] touches neither the vote nor the request for help', () => {
    const voting = play(juryAfter('drafting'), [[FACILITATOR, mute('session')], advance('voting')]);
    const open = play(voting, [[OFFICER, { type: 'open-ballot', recommendation: 'R1' }]]);
    expect(isMuted(open.jury, 'S02', 0)).toBe(true);
    expect(eventsOf(open, juror(2), { type: 'cast-paper', ballot: 'B1', choice: 'for' })).toHaveLength(1);
    expect(eventsOf(open, juror(2), { type: 'request-help', topic: 'wellbeing', text: 'Please.' })).toHaveLength(1);
  });
});

describe('a request to change words', () => {
  const ask = { type: 'request-edit', message: 'M1', rule: 'names-a-person' } as const;
  const edit = { type: 'edit-message', message: 'M1', text: 'My shift ends late.' } as const;
  const drop = { type: 'drop-edit-request', message: 'M1' } as const;
  const keep = { type: 'keep-words', message: 'M1' } as const;
  const asked = play(live, [[FACILITATOR, ask]]);
  const wroteAt = live.jury.room.messages[0]?.at as number;
  const late = { now: wroteAt + EDIT_WINDOW + 1 };

  test('[D136] names a published rule and is made once at a time, of words that stand, by the facilitator', () => {
    expect(asked.jury.moderation.log.at(-1)).toMatchObject({ act: 'request-edit', seat: 'S02', message: 'M1', rule: 'names-a-person' }); // prettier-ignore
    expect(codeOf(asked, FACILITATOR, ask)).toBe('edit-already-asked');
    expect(codeOf(live, FACILITATOR, { ...ask, message: 'M9' })).toBe('unknown-message');
    const hidden = play(live, [[FACILITATOR, { type: 'hide-message', message: 'M1', rule }]]);
    expect(codeOf(hidden, FACILITATOR, ask)).toBe('already-hidden');
    for (const actor of [juror(3), ORGANISER, OVERSIGHT]) expect(codeOf(live, actor, ask)).toBe('not-allowed');
    const own = play(live, [[FACILITATOR, say]]);
    expect(codeOf(own, FACILITATOR, { ...ask, message: 'M2' })).toBe('own-message');
  });

  test('[D136] answers a report of the words', () => {
    const reported = play(live, [[juror(3), { type: 'report-message', message: 'M1', rule }]]);
    const answered = play(reported, [[FACILITATOR, ask]]);
    expect(answered.jury.moderation.reports).toMatchObject([{ message: 'M1', left: true }]);
  });

  test('[D150] is answered with no by its author alone, once; the words stay, and may be hidden or asked about again', () => {
    for (const actor of [juror(3), juror(4)]) expect(codeOf(asked, actor, keep)).toBe('edit-not-asked');
    expect(codeOf(asked, FACILITATOR, keep)).toBe('not-allowed');
    expect(codeOf(live, juror(2), keep)).toBe('edit-not-asked');
    const kept = play(asked, [[juror(2), keep]]);
    expect(kept.jury.moderation.log.at(-1)?.closed).toMatchObject({ outcome: 'kept' });
    expect(kept.jury.room.messages[0]?.text).toEqual(live.jury.room.messages[0]?.text);
    expect(codeOf(kept, juror(2), keep)).toBe('edit-not-asked');
    expect(codeOf(kept, juror(2), edit, late)).toBe('edit-too-late');
    expect(eventsOf(kept, FACILITATOR, { type: 'hide-message', message: 'M1', rule })).not.toEqual([]);
    expect(eventsOf(kept, FACILITATOR, ask)).not.toEqual([]);
  });

  test('[D137] lets the author change them after the five minutes, keeps what stood there, and is closed by it', () => {
    expect(codeOf(live, juror(2), edit, late)).toBe('edit-too-late');
    expect(codeOf(asked, juror(3), edit, late)).toBe('not-own-message');
    const { jury } = { jury: eventsOf(asked, juror(2), edit, late).reduce(evolve, asked.jury) };
    expect(jury.room.messages[0]).toMatchObject({ text: { text: edit.text }, earlier: [{ text: { text: 'My shift ends at two in the morning.' } }] }); // prettier-ignore
    expect(jury.moderation.log.at(-1)).toMatchObject({ closed: { at: late.now, outcome: 'edited' } });
    expect(openEditRequest(jury.moderation, 'M1')).toBeUndefined();
    expect(codeOf({ ...asked, jury }, juror(2), edit, late)).toBe('edit-too-late');
    expect(eventsOf({ ...asked, jury }, FACILITATOR, ask)).toHaveLength(1);
  });

  test('[D137] also when the session is over, or messages are stopped or held back', () => {
    expect(codeOf(play(live, [closeSession]), juror(2), edit)).toBe('session-not-live');
    expect(eventsOf(play(asked, [closeSession]), juror(2), edit)).toHaveLength(2);
    const stopped = play(asked, [
      [FACILITATOR, { type: 'mute-juror', seat: 'S02', rule }],
      [FACILITATOR, { type: 'hold-juror', seat: 'S02', rule }],
    ]);
    expect(eventsOf(stopped, juror(2), edit)).toMatchObject([{ type: 'message-edited' }, { outcome: 'edited' }]);
  });

  test('[D137] ends when the facilitator lets the words be or hides them', () => {
    const dropped = play(asked, [[FACILITATOR, drop]]);
    expect(dropped.jury.moderation.log.at(-1)).toMatchObject({ closed: { outcome: 'dropped' } });
    expect(codeOf(dropped, FACILITATOR, drop)).toBe('edit-not-asked');
    expect(codeOf(dropped, juror(2), edit, late)).toBe('edit-too-late');
    const hidden = play(asked, [[FACILITATOR, { type: 'hide-message', message: 'M1', rule }]]);
    expect(hidden.jury.moderation.log.map(({ closed }) => closed?.outcome)).toEqual(['hidden', undefined]);
    expect(codeOf(hidden, juror(2), edit)).toBe('already-hidden');
  });

  test('[D136] [D137] of words at a table holds after the tables are closed, and tells nobody else', () => {
    const seated = play(live, [[FACILITATOR, { type: 'open-tables', session, seating: 'random', tables: 4, minutes: 10 }]]); // prettier-ignore
    const round = seated.jury.tables.rounds.at(-1)!;
    const [here] = round.tables;
    const author = { kind: 'seat', id: here!.seats[0]! } as const;
    const said = play(seated, [[author, { type: 'post-at-table', round: round.id, table: here!.id, text: 'A fool.' }]]);
    const words = { message: said.jury.tables.talk.at(-1)!.id };
    const over = play(said, [
      [FACILITATOR, { ...ask, ...words }],
      [FACILITATOR, { type: 'close-tables', round: round.id }],
    ]);
    expect(eventsOf(over, author, { ...edit, ...words })).toMatchObject([
      { type: 'table-message-edited', to: here!.seats },
      { type: 'edit-request-closed', outcome: 'edited' },
    ]);
  });

  test('[W45] which words, of whom and how it ended is for the facilitator, oversight and the author', () => {
    const closed = play(asked, [[juror(2), edit]]);
    const seen = (viewer: Viewer) => viewJury(closed.jury, viewer).moderation?.log.at(-1);
    for (const viewer of [JUROR, { role: 'facilitator' }, { role: 'oversight' }] as const)
      expect(seen(viewer)).toMatchObject({ message: 'M1', seat: 'S02', closed: { outcome: 'edited' } });
    for (const viewer of [ANOTHER, { role: 'organiser' }] as const) {
      expect(Object.keys(seen(viewer)!).toSorted()).toEqual(['act', 'at', 'id', 'office', 'rule']);
      expect(viewEvent(closed.log.at(-1)!.event, viewer)).toBeNull();
      expect(viewEvent(asked.log.at(-1)!.event, viewer)).not.toHaveProperty('message');
    }
  });
});

describe('a report of the facilitator’s own words', () => {
  const said = play(live, [[FACILITATOR, say]]);
  const report = { type: 'report-message', message: 'M2', rule } as const;
  const leave = { type: 'leave-message', message: 'M2' } as const;
  const hide = { type: 'hide-message', message: 'M2', rule } as const;
  const reported = play(said, [[juror(3), report]]);
  const seen = ({ jury }: Played, viewer: Viewer) => viewJury(jury, viewer).moderation?.reports;

  test('[D138] goes to the organiser and oversight without a name, and to no facilitator', () => {
    const unsigned = [{ message: 'M2', rule, left: false, of: 'facilitator' }];
    expect(seen(reported, { role: 'organiser' })).toEqual(unsigned);
    expect(seen(reported, { role: 'oversight' })).toEqual(unsigned);
    expect(seen(reported, { role: 'facilitator' })).toEqual([]);
    expect(seen(reported, ANOTHER)).toMatchObject([{ seat: 'S03' }]);
    expect(seen(reported, JUROR)).toEqual([]);
    const told = reported.log.at(-1)!.event;
    expect(viewEvent(told, { role: 'facilitator' })).toBeNull();
    expect(viewEvent(told, { role: 'oversight' })).not.toHaveProperty('seat');
    const second: Step = [ORGANISER, { type: 'appoint-member', member: 'Dana', role: 'facilitator' }];
    const both = play(reported, [second]);
    expect(seen(both, viewerOf(both.jury, member('Dana')))).toEqual([]);
  });

  test('[D139] is settled by them alone', () => {
    expect(codeOf(reported, FACILITATOR, leave)).toBe('not-reported');
    const left = play(reported, [[ORGANISER, leave]]);
    expect(seen(left, { role: 'oversight' })).toMatchObject([{ left: true }]);
    expect(viewEvent(left.log.at(-1)!.event, { role: 'facilitator' })).toBeNull();
    expect(codeOf(left, OVERSIGHT, leave)).toBe('not-reported');
    expect(codeOf(left, OVERSIGHT, hide)).toBe('not-reported');
    const hidden = play(reported, [[OVERSIGHT, hide]]);
    expect(hidden.jury.room.messages[1]).toMatchObject({ text: null, hidden: { rule } });
    expect(hidden.jury.moderation.log.at(-1)).toMatchObject({ act: 'hide', office: 'oversight' });
    expect(hidden.jury.moderation.reports).toEqual([]);
  });

  test('[D139] gives them no power over the words of jurors', () => {
    const ofJuror = play(live, [[juror(3), { ...report, message: 'M1' }]]);
    expect(ofJuror.jury.moderation.reports[0]).not.toHaveProperty('of');
    for (const actor of [ORGANISER, OVERSIGHT]) {
      expect(codeOf(ofJuror, actor, { ...leave, message: 'M1' })).toBe('not-reported');
      expect(codeOf(ofJuror, actor, { ...hide, message: 'M1' })).toBe('not-reported');
      expect(codeOf(said, actor, hide)).toBe('not-reported');
    }
    expect(eventsOf(ofJuror, FACILITATOR, { ...leave, message: 'M1' })).toEqual([{ type: 'message-left', message: 'M1' }]); // prettier-ignore
  });
});
