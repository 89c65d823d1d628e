import { describe, expect, test } from 'vitest';
import { tableOf } from '../../src/lib/jury/deliberation/tables/tables.ts';
import { missedBy } from '../../src/lib/server/audience.ts';
import { viewJury } from '../../src/lib/jury/view.ts';
import type { Viewer } from '../../src/lib/jury/view.ts';
import { ROLES } from '../../src/lib/jury/terms.ts';
import { FACILITATOR, ORGANISER, START_OF_SESSION, codeOf, eventsOf, juror, juryAt, play } from '../support/jury.ts';
import type { Actor, Played } from '../support/jury.ts';

const session = 'D1';
const agenda = [
  { title: 'Tables', minutes: 30 },
  { title: 'Plenary', minutes: 30 },
];
const open = (more: object = {}) => ({ type: 'open-tables', session, seating: 'mixed', minutes: 20, ...more }) as const;
const of = <T extends string>(type: T) => ({ type, round: 'G1' }) as const;
const post = (table: string, text = 'Shall we begin?') => ({ ...of('post-at-table'), table, text }) as const;
const move = (seat: string, table: string) => ({ ...of('move-juror'), seat, table }) as const;
const note = (table: string, base = 0, agreed = 'Buses until three.') =>
  ({ ...of('file-note'), table, base, agreed, disagreed: '', questions: 'Who drives?' }) as const;

const live = play(juryAt('deliberating'), [
  [ORGANISER, { type: 'plan-session', title: 'Options', startsAt: START_OF_SESSION, agenda }],
  [FACILITATOR, { type: 'open-session', session }],
  [FACILITATOR, { type: 'start-item', session, item: '1', after: null }],
]);
const seated = play(live, [[FACILITATOR, open()]]);
const G1 = ({ jury }: Played) => jury.tables.rounds[0]!;
const at = (played: Played, table: string): readonly Actor[] =>
  G1(played)
    .tables.find((one) => one.id === table)!
    .seats.map((id) => ({ kind: 'seat', id }));
const [first, second] = at(seated, '1') as [Actor, Actor];
const [elsewhere] = at(seated, '2') as [Actor];
const idOf = (actor: Actor): string => (actor.kind === 'seat' ? actor.id : '');
const later = (from: Played, entries: number): Played =>
  play(
    from,
    Array.from({ length: entries }, () => [FACILITATOR, { type: 'post-message', session, text: 'So.' }] as const),
  );

describe('reporting for a table', () => {
  const name = (seat: string, table = '1') => ({ ...of('name-reporter'), table, seat }) as const;
  const reporter = (played: Played, table = '1') => G1(played).tables.find(({ id }) => id === table)?.reporter;

  test('[D127] is done by one who sits there, named at the table or by the facilitator', () => {
    const named = play(seated, [[second, name(idOf(first))]]);
    expect(reporter(named)).toBe(idOf(first));
    expect(reporter(play(named, [[FACILITATOR, name(idOf(second))]]))).toBe(idOf(second));
    expect(codeOf(seated, first, name(idOf(elsewhere)))).toBe('not-at-table');
    expect(codeOf(seated, elsewhere, name(idOf(first)))).toBe('not-at-table');
    expect(codeOf(seated, FACILITATOR, name(idOf(first), '9'))).toBe('unknown-table');
    expect(codeOf(live, FACILITATOR, name('S01'))).toBe('unknown-tables');
  });

  test('[D127] is seen by everybody in the room, and the facilitator names another when the tables are over', () => {
    const named = play(seated, [
      [first, name(idOf(first))],
      [first, note('1')],
      [FACILITATOR, of('close-tables')],
    ]);
    const seen = viewJury(named.jury, { role: 'juror', seat: idOf(elsewhere) });
    expect(seen.tables?.rounds[0]?.tables[0]).toMatchObject({ reporter: idOf(first), note: { version: 1 } });
    expect(codeOf(named, first, name(idOf(second)))).toBe('tables-over');
    const other = play(named, [[FACILITATOR, name(idOf(second))]]);
    expect(reporter(other)).toBe(idOf(second));
    const closed = play(other, [[FACILITATOR, { type: 'close-session', session }]]);
    expect(codeOf(closed, FACILITATOR, name(idOf(first)))).toBe('session-not-live');
  });

  test('[D128] ends when they are moved to another table, and not when others are', () => {
    const named = play(seated, [[first, name(idOf(first))]]);
    expect(reporter(play(named, [[FACILITATOR, move(idOf(second), '2')]]))).toBe(idOf(first));
    const moved = play(named, [[FACILITATOR, move(idOf(first), '2')]]);
    expect([reporter(moved), reporter(moved, '2')]).toEqual([undefined, undefined]);
    expect(eventsOf(moved, second, name(idOf(second)))).toHaveLength(1);
  });
});

describe('laying the tables', () => {
  test('[D26] 4 to 7 sit at each of them, once at a time', () => {
    expect(G1(seated).tables.map(({ seats }) => seats.length)).toEqual([7, 7, 6]);
    expect(codeOf(seated, FACILITATOR, open())).toBe('tables-already-open');
    for (const tables of [2, 6]) expect(codeOf(live, FACILITATOR, open({ tables }))).toBe('tables-do-not-fit');
    expect(codeOf(live, FACILITATOR, open(), { present: [] })).toBe('tables-do-not-fit');
    expect(G1(play(live, [[FACILITATOR, open({ tables: 4 })]])).tables).toHaveLength(4);
  });

  test('[D26] those who are here are seated', () => {
    const present = ['S01', 'S02', 'S03', 'S04', 'S05', 'S06', 'S07', 'S08'];
    const some = play(live, [[FACILITATOR, open()]], { present });
    expect(
      G1(some)
        .tables.flatMap(({ seats }) => seats)
        .toSorted(),
    ).toEqual(present);
  });

  test('[D27] mixed by the groups that the server knows, which stay out of the journal', () => {
    const groups = Object.fromEntries(
      Object.keys(live.jury.seats).map((seat, index) => [seat, { attitude: index % 2 === 0 ? 'for' : 'against' }]),
    );
    const events = eventsOf(live, FACILITATOR, open({ tables: 4 }), { facts: { groups } });
    expect(JSON.stringify(events)).not.toContain('against');
    const [opened] = events;
    if (opened?.type !== 'tables-opened') throw new Error('No tables');
    for (const { seats } of opened.tables) {
      const inFavour = seats.filter((seat) => groups[seat]?.attitude === 'for').length;
      expect([2, 3]).toContain(inFavour);
    }
  });

  test('[D27] the same again, with newcomers at the smallest table', () => {
    expect(codeOf(live, FACILITATOR, open({ seating: 'same' }))).toBe('no-earlier-tables');
    const without = Object.keys(live.jury.seats).filter((seat) => seat !== 'S20');
    const once = play(live, [[FACILITATOR, open()]], { present: without });
    const closed = play(once, [[FACILITATOR, of('close-tables')]]);
    const again = play(closed, [[FACILITATOR, open({ seating: 'same' })]]);
    const [before, after] = again.jury.tables.rounds.map(({ tables }) => tables.map(({ seats }) => seats));
    expect(after?.map((seats) => seats.filter((seat) => seat !== 'S20'))).toEqual(before);
    const chance = play(closed, [[FACILITATOR, open({ seating: 'random' })]]).jury.tables.rounds[1];
    expect(chance?.tables.map(({ seats }) => seats)).not.toEqual(before);
  });
});

describe('sitting at a table', () => {
  test('[D28] who comes late joins the smallest table, and the facilitator moves people', () => {
    const present = Object.keys(live.jury.seats).filter((seat) => seat !== 'S20');
    const open19 = play(live, [[FACILITATOR, open()]], { present });
    const joined = play(open19, [[juror(20), of('join-table')]]);
    expect(tableOf(G1(joined), 'S20')?.id).toBe('2');
    expect(codeOf(joined, juror(20), of('join-table'))).toBe('at-table-already');
    const moved = play(joined, [[FACILITATOR, move('S20', '3')]]);
    expect(tableOf(G1(moved), 'S20')?.id).toBe('3');
    expect(codeOf(moved, FACILITATOR, move('S20', '3'))).toBe('at-table-already');
    expect(codeOf(moved, FACILITATOR, move('S20', '9'))).toBe('unknown-table');
    expect(codeOf(moved, FACILITATOR, move('A01', '1'))).toBe('unknown-seat');
    expect(codeOf(live, FACILITATOR, move('S20', '1'))).toBe('unknown-tables');
  });

  test('[D30] a juror writes at their own table, the facilitator at each', () => {
    expect(eventsOf(seated, first, post('1'))).toMatchObject([{ by: idOf(first), table: '1' }]);
    expect(codeOf(seated, first, post('2'))).toBe('not-at-table');
    expect(codeOf(seated, FACILITATOR, post('9'))).toBe('unknown-table');
    expect(eventsOf(seated, FACILITATOR, post('2'))).toMatchObject([{ by: 'facilitator' }]);
    const muted = play(seated, [[FACILITATOR, { type: 'mute-juror', seat: idOf(first), rule: 'insult' }]]);
    expect(codeOf(muted, first, post('1'))).toBe('muted');
    const told = play(seated, [[FACILITATOR, { ...of('tell-tables'), text: 'Ten minutes left.' }]]);
    expect(G1(told).told?.text).toBe('Ten minutes left.');
  });

  test('[D30] a table calls for help until somebody comes', () => {
    const called = play(seated, [[first, of('call-help')]]);
    expect(G1(called).tables.map(({ needsHelp }) => needsHelp)).toEqual([true, false, false]);
    expect(codeOf(called, second, of('call-help'))).toBe('help-called-already');
    const give = { ...of('give-help'), table: '1' } as const;
    expect(G1(play(called, [[FACILITATOR, give]])).tables[0]?.needsHelp).toBe(false);
    expect(codeOf(seated, FACILITATOR, give)).toBe('unknown-table');
    const absent = play(live, [[FACILITATOR, open()]], { present: Object.keys(live.jury.seats).slice(1) });
    expect(codeOf(absent, juror(1), of('call-help'))).toBe('not-at-table');
  });
});

describe('the end of table talk', () => {
  test('[D29] is put off, and comes a minute after it was called', () => {
    const longer = play(seated, [[FACILITATOR, { ...of('extend-tables'), minutes: 5 }]]);
    expect(G1(longer).endsAt - G1(seated).endsAt).toBe(300_000);
    const recalled = play(seated, [[FACILITATOR, of('recall-tables')]]);
    expect(G1(recalled).endsAt - (recalled.log.at(-1)?.at ?? 0)).toBe(60_000);
    expect(eventsOf(later(recalled, 50), first, post('1'))).toHaveLength(1);
    const over = later(recalled, 70);
    expect(codeOf(over, first, post('1'))).toBe('tables-over');
    expect(codeOf(over, first, note('1'))).toBe('tables-over');
    for (const command of [of('recall-tables'), { ...of('extend-tables'), minutes: 5 }] as const)
      expect(codeOf(recalled, FACILITATOR, command)).toBe('tables-over');
  });

  test('[D29] comes with the next item, and with the session', () => {
    for (const command of [
      { type: 'start-item', session, item: '2', after: '1' },
      { type: 'close-session', session },
      of('close-tables'),
    ] as const) {
      const ended = play(seated, [[FACILITATOR, command]]);
      expect(G1(ended).state).toBe('closed');
    }
    const closed = play(seated, [[FACILITATOR, of('close-tables')]]);
    expect(codeOf(closed, FACILITATOR, of('close-tables'))).toBe('tables-over');
  });

  test('[D31] the room then reads every note, and nobody overwrote unread words', () => {
    const written = play(seated, [[first, note('1')]]);
    expect(codeOf(written, second, note('1'))).toBe('note-changed');
    const twice = play(written, [[second, note('1', 1, 'Buses until four.')]]);
    const seen = (played: Played, viewer: Viewer) =>
      viewJury(played.jury, viewer).tables?.rounds[0]?.tables[0]?.note?.agreed.text;
    expect(seen(twice, { role: 'juror', seat: idOf(elsewhere) })).toBeUndefined();
    const closed = play(twice, [[FACILITATOR, of('close-tables')]]);
    expect(seen(closed, { role: 'juror', seat: idOf(elsewhere) })).toBe('Buses until four.');
    expect(seen(closed, { role: 'organiser' })).toBe('Buses until four.');
  });
});

describe('[W9] what is said at a table', () => {
  const talked = play(seated, [
    [first, post('1', 'Between us.')],
    [first, note('1', 0, 'Only we agreed.')],
  ]);
  const shown = (viewer: Viewer, played = talked): string => JSON.stringify(viewJury(played.jury, viewer).tables ?? {});

  test('is for those who sat there and the facilitator, and for no other role', () => {
    for (const secret of ['Between us.', 'Only we agreed.']) {
      expect(ROLES.filter((role) => shown({ role }).includes(secret))).toEqual(['facilitator']);
      expect(shown({ role: 'juror', seat: idOf(second) })).toContain(secret);
      expect(shown({ role: 'juror', seat: idOf(elsewhere) })).not.toContain(secret);
    }
  });

  test('is not for whoever sits down later, but what follows is', () => {
    const moved = play(talked, [
      [FACILITATOR, move(idOf(elsewhere), '1')],
      [first, post('1', 'Welcome.')],
    ]);
    const newcomer = shown({ role: 'juror', seat: idOf(elsewhere) }, moved);
    expect([newcomer.includes('Between us.'), newcomer.includes('Welcome.')]).toEqual([false, true]);
  });

  test('[D32] is hidden like any message, also from whoever was away', () => {
    const hidden = play(talked, [[FACILITATOR, { type: 'hide-message', message: 'K1', rule: 'insult' }]]);
    expect(shown({ role: 'facilitator' }, hidden)).not.toContain('Between us.');
    expect(codeOf(hidden, FACILITATOR, { type: 'hide-message', message: 'K1', rule: 'insult' })).toBe('already-hidden');
    const missed = missedBy(
      { role: 'juror', seat: idOf(second) },
      hidden.jury,
      hidden.log.length - 3,
      hidden.log.slice(-3),
    );
    expect(JSON.stringify(missed)).not.toContain('Between us.');
    expect(missed?.entries).toHaveLength(3);
  });
});

describe('who is here without an app', () => {
  const at = (seat: string, mode: 'in-room' | 'phone' | 'app') =>
    [FACILITATOR, { type: 'check-in-for', session, seat, mode }] as const;
  const lines = { present: ['S01', 'S02', 'S03', 'S04'] };
  const hall = play(live, [at('S05', 'in-room'), at('S06', 'phone'), at('S07', 'app'), at('S08', 'in-room')], lines);
  const seats = (played: Played) => G1(played).tables.flatMap((table) => table.seats);

  test('[D107] is seated with the others; by app, only an open line counts', () => {
    const laid = play(hall, [[FACILITATOR, open()]], lines);
    expect(seats(laid).toSorted()).toEqual(['S01', 'S02', 'S03', 'S04', 'S05', 'S06', 'S08']);
  });

  test('[D107] is not once they have left, nor who was removed', () => {
    const gone = play(
      hall,
      [
        [FACILITATOR, { type: 'check-out-for', session, seat: 'S05' }],
        [FACILITATOR, { type: 'remove-juror', session, seat: 'S01', rule: 'insult' }],
        [FACILITATOR, open()],
      ],
      lines,
    );
    expect(seats(gone).toSorted()).toEqual(['S02', 'S03', 'S04', 'S06', 'S08']);
  });
});
