import { describe, expect, test } from 'vitest';
import { minutesFacts } from '../../src/lib/jury/minutes/facts.ts';
import { itemsOf } from '../../src/lib/jury/minutes/item-times.ts';
import { minutesOf } from '../../src/lib/jury/minutes/minutes.ts';
import { publicRecord } from '../../src/lib/jury/publication/record.ts';
import { ROLES } from '../../src/lib/jury/terms.ts';
import { viewJury } from '../../src/lib/jury/view.ts';
import { FACILITATOR, ORGANISER, juror, juryAfter, play, refusalOf } from '../support/jury.ts';
import type { Played, Step } from '../support/jury.ts';

const session = 'D1';
const send = { type: 'send-minutes', session } as const;
const back = (version: number) => ({ type: 'back-minutes', session, version }) as const;
const object = (version: number, text = 'We were one more.') =>
  ({ type: 'object-to-minutes', session, version, text }) as const;
const note = (text: string) => ({ type: 'note-in-minutes', session, section: 'attendance', note: text }) as const;

/** A session with a little of everything; the clock moves a second with every entry. */
function held(): Played {
  const open = play(juryAfter('deliberating'), [
    ...[1, 2, 3, 4].map((number): Step => [juror(number), { type: 'check-in', session }]),
    [FACILITATOR, { type: 'check-in-for', session, seat: 'S05', mode: 'phone' }],
    [FACILITATOR, { type: 'pause-turn', session, turn: 'T1' }],
    [FACILITATOR, { type: 'resume-turn', session, turn: 'T1' }],
    [juror(1), { type: 'end-turn', session, turn: 'T1' }],
    [juror(2), { type: 'raise-hand', session, kind: 'clarifying-question' }],
    [FACILITATOR, { type: 'grant-floor', session, turn: 'T2' }],
    [FACILITATOR, { type: 'end-turn', session, turn: 'T2' }],
    [juror(3), { type: 'post-message', session, text: 'One.' }],
    [FACILITATOR, { type: 'enter-contribution', session, seat: 'S05', text: 'By telephone.' }],
    [ORGANISER, { type: 'declare-interests', witness: 'W2', interests: 'None.' }],
    [FACILITATOR, { type: 'open-hearing', witness: 'W2' }],
    [juror(4), { type: 'ask-question', witness: 'W2', text: 'Asked in this session?' }],
    [FACILITATOR, { type: 'approve-question', question: 'Q2' }],
    [FACILITATOR, { type: 'answer-question', question: 'Q2', text: 'Answered in this session.' }],
    [FACILITATOR, { type: 'open-sounding', session, kind: 'statement', text: 'Buses are for everyone.' }],
    [FACILITATOR, { type: 'close-sounding', sounding: 'Z1' }],
    [FACILITATOR, { type: 'open-tables', session, seating: 'random', minutes: 5 }],
    [FACILITATOR, { type: 'hide-message', message: 'M1', rule: 'insult' }],
    [FACILITATOR, { type: 'start-item', session, item: '2', after: '1' }],
  ]);
  const contribution = open.jury.room.unconfirmed[0]?.id ?? '';
  return play(open, [
    [juror(5), { type: 'confirm-contribution', contribution }],
    [FACILITATOR, { type: 'close-session', session }],
  ]);
}

const closed = held();
const sent = play(closed, [[FACILITATOR, send]]);
const minutes = ({ jury }: Played) => minutesOf(jury.minutes, session);
const last = (played: Played) => minutes(played).versions.at(-1);

describe('[D57] what the journal says of a session', () => {
  const facts = minutesFacts(closed.log, session);

  test('is who attended, and how', () => {
    expect(facts?.attendance).toEqual({ expected: 20, came: 5, modes: { app: 4, phone: 1 } });
    expect(facts?.people).toHaveLength(20);
    expect(facts?.people.find(({ seat }) => seat === 'S05')).toMatchObject({ mode: 'phone' });
    expect(facts?.people.find(({ seat }) => seat === 'S06')).toEqual({ seat: 'S06', minutes: 0, mode: null });
  });

  test('is what was said, asked, sounded, decided and moderated, by number and id', () => {
    expect(facts?.floor).toMatchObject({ speeches: 1, clarifying: 1, messages: 3, scribed: 1 });
    expect(facts?.floor.seconds).toHaveLength(2);
    expect(facts?.questions).toEqual({ asked: 1, answered: ['Q2'] });
    expect([facts?.soundings, facts?.tables]).toEqual([['Z1'], ['G1']]);
    expect(facts?.decisions).toEqual({ opened: [], counted: [] });
    expect(facts?.moderation).toEqual({ hide: 1 });
    expect(JSON.stringify(facts)).not.toMatch(/telephone|everyone|Answered/);
  });

  test('adds the parts of a turn before and after a pause', () => {
    const longest = facts?.floor.seconds.at(-1);
    const counted = closed.log.flatMap(({ event }) =>
      event.type === 'airtime-counted' && event.seat === 'S01' ? [event.seconds] : [],
    );
    expect([counted.length, longest]).toEqual([2, counted.reduce((sum, seconds) => sum + seconds, 0)]);
  });

  test('leaves pauses out of the time that an item took, and says which was never taken up', () => {
    const agenda = ['1', '2', '3'].map((id) => ({ id, title: `Item ${id}`, minutes: 10 }));
    const entry = (at: number, event: object) =>
      ({ ...closed.log[0], at: at * 60_000, event: { session, at: at * 60_000, ...event } }) as never;
    const during = [
      entry(0, { type: 'item-started', item: '1' }),
      entry(5, { type: 'session-paused' }),
      entry(25, { type: 'session-resumed' }),
      entry(29, { type: 'item-started', item: '2' }),
      entry(33, { type: 'item-started', item: '1' }),
    ];
    expect(itemsOf(agenda, during, session, 40 * 60_000).map(({ actual }) => actual)).toEqual([16, 4, null]);
  });

  test('is nothing of a session that is not over', () => {
    const live = juryAfter('deliberating');
    expect(minutesFacts(live.log, session)).toBeUndefined();
    for (const command of [send, note('Early.')])
      expect(refusalOf(live, FACILITATOR, command).code).toBe('session-not-closed');
    expect(refusalOf(closed, FACILITATOR, { ...send, session: 'D9' }).code).toBe('unknown-session');
  });
});

describe('[D58] what the facilitator adds', () => {
  const noted = play(closed, [[FACILITATOR, note('Two came by taxi.')]]);

  test('stands beside the facts, as it was when it was sent', () => {
    const changed = play(noted, [
      [FACILITATOR, send],
      [FACILITATOR, note('Three came by taxi.')],
    ]);
    expect(last(changed)?.additions.attendance?.text).toBe('Two came by taxi.');
    expect(last(changed)?.facts).toEqual(minutesFacts(closed.log, session));
    const again = play(changed, [[FACILITATOR, send]]);
    expect([last(again)?.number, last(again)?.additions.attendance?.text]).toEqual([2, 'Three came by taxi.']);
  });

  test('can be taken out again', () => {
    expect(minutes(play(noted, [[FACILITATOR, note('')]])).draft).toEqual({});
  });

  test('[W14] is for the facilitator until it is sent', () => {
    const knows = ROLES.filter((role) => JSON.stringify(viewJury(noted.jury, { role })).includes('taxi'));
    expect(knows).toEqual(['facilitator']);
    const after = ROLES.filter((role) =>
      JSON.stringify(viewJury(play(noted, [[FACILITATOR, send]]).jury, { role })).includes('taxi'),
    );
    expect(after).toEqual(['organiser', 'facilitator', 'oversight', 'juror', 'alternate']);
  });
});

describe('[D59] the jurors', () => {
  test('who attended approve once, of the version before them', () => {
    expect(last(sent)?.electors.seats).toEqual(['S01', 'S02', 'S03', 'S04', 'S05']);
    expect(refusalOf(sent, juror(6), back(1)).code).toBe('did-not-attend');
    expect(refusalOf(closed, juror(1), back(1)).code).toBe('minutes-not-sent');
    const backed = play(sent, [[juror(1), back(1)]]);
    expect(refusalOf(backed, juror(1), back(1)).code).toBe('already-approved');
    const again = play(backed, [[FACILITATOR, send]]);
    expect(refusalOf(again, juror(1), back(1)).code).toBe('minutes-changed');
    expect(last(again)?.backed.count).toBe(0);
  });

  test('all approve where no attendance was taken', () => {
    const early = play(juryAfter('deliberating'), [
      [FACILITATOR, { type: 'close-session', session }],
      [FACILITATOR, send],
    ]);
    expect(last(early)).toMatchObject({ facts: { attendance: { came: null } }, electors: { count: 20 } });
  });

  test('object, which takes their approval back; approving withdraws the objection', () => {
    const objected = play(sent, [
      [juror(1), back(1)],
      [juror(1), object(1)],
    ]);
    expect(last(objected)).toMatchObject({ backed: { count: 0 }, objections: [{ state: 'open' }] });
    const settled = play(objected, [[juror(1), back(1)]]);
    expect(last(settled)).toMatchObject({ backed: { count: 1 }, objections: [{ state: 'withdrawn' }] });
  });

  test('[W14] are known to nobody by what they say to it', () => {
    const said = play(sent, [
      [juror(1), back(1)],
      [juror(2), object(1)],
    ]).jury;
    for (const role of ROLES) {
      const version = viewJury(said, { role }).minutes?.[session]?.versions[0];
      expect([role, version?.backed.seats ?? [], version?.objections[0]?.seat]).toEqual([role, [], undefined]);
    }
    expect(viewJury(said, { role: 'juror', seat: 'S02' }).minutes?.[session]?.versions[0]?.objections[0]?.seat).toBe(
      'S02',
    );
  });
});

describe('[D60] minutes are approved', () => {
  const most = play(sent, [
    [juror(1), back(1)],
    [juror(2), back(1)],
  ]);

  test('by more than half of those who attended, for good', () => {
    expect(minutes(most).approvedAt).toBeNull();
    const approved = play(most, [[juror(3), back(1)]]);
    expect(minutes(approved).approvedAt).not.toBeNull();
    for (const command of [send, note('Too late.')])
      expect(refusalOf(approved, FACILITATOR, command).code).toBe('minutes-approved');
    expect(refusalOf(approved, juror(4), object(1)).code).toBe('minutes-approved');
  });

  test('not over an open objection; printed in them, it stands in nobody’s way', () => {
    const objected = play(most, [
      [juror(4), object(1)],
      [juror(3), back(1)],
      [juror(5), back(1)],
    ]);
    expect(minutes(objected).approvedAt).toBeNull();
    expect(refusalOf(objected, FACILITATOR, { type: 'print-objection', session, objection: 'O9' }).code).toBe(
      'unknown-objection',
    );
    const printed = play(objected, [[FACILITATOR, { type: 'print-objection', session, objection: 'O1' }]]);
    expect(minutes(printed).approvedAt).not.toBeNull();
    expect(publicRecord(printed.jury, {})?.minutes[0]?.objections).toEqual(['We were one more.']);
  });

  test('[W14] and only then public, without a seat in them', () => {
    expect(publicRecord(most.jury, {})?.minutes).toEqual([]);
    const approved = play(most, [[juror(3), back(1)]]);
    const [published] = publicRecord(approved.jury, {})?.minutes ?? [];
    expect(published).toMatchObject({ session, attendance: { came: 5 }, electors: 5, backed: 3 });
    expect(JSON.stringify(published)).not.toMatch(/"S\d\d"/);
  });

  test('the last open objection, withdrawn by approving, may be what was missing', () => {
    const objected = play(most, [[juror(3), object(1)]]);
    expect(minutes(play(objected, [[juror(3), back(1)]])).approvedAt).not.toBeNull();
  });
});

test('[W13] who attended is in the minutes for the facilitator, the organiser and each juror alone', () => {
  const people = (role: (typeof ROLES)[number], seat?: string) =>
    viewJury(sent.jury, { role, seat }).minutes?.[session]?.versions[0]?.facts.people.map((one) => one.seat);
  expect(ROLES.filter((role) => (people(role) ?? []).length > 0)).toEqual(['organiser', 'facilitator']);
  expect(people('juror', 'S05')).toEqual(['S05']);
});
