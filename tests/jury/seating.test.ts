import { describe, expect, test } from 'vitest';
import type { CommandOf } from '../../src/lib/jury/commands.ts';
import { tablesByInterest } from '../../src/lib/jury/deliberation/tables/interest.ts';
import { TABLE } from '../../src/lib/jury/deliberation/tables/sizes.ts';
import { filedNotes, tableOf } from '../../src/lib/jury/deliberation/tables/tables.ts';
import { numbered } from '../../src/lib/jury/terms.ts';
import { publicRecord } from '../../src/lib/jury/publication/record.ts';
import { FACILITATOR, ORGANISER, START_OF_SESSION, advance, codeOf, eventsOf } from '../support/jury.ts';
import { juror, juryAt, play, wording } from '../support/jury.ts';
import type { Played, Step } from '../support/jury.ts';

const session = 'D1';
const agenda = [{ title: 'Tables', minutes: 30 }];
const offer: CommandOf<'offer-topics'> = { type: 'offer-topics', session, topics: ['Routes', 'Fares', 'Safety'] };
const choose = (topic: string) => ({ type: 'choose-topic', session, topic }) as const;
const open = (seating: 'mixed' | 'interest' | 'same' | 'random' | 'manual', more: object = {}) =>
  ({ type: 'open-tables', session, seating, minutes: 20, ...more }) as const;
const close = (round: string) => ({ type: 'close-tables', round }) as const;
const pin = (pins: Readonly<Record<string, string>>) =>
  ({ type: 'pin-jurors', session, pins: Object.entries(pins).map(([seat, table]) => ({ seat, table })) }) as const;

const live = play(juryAt('deliberating'), [
  [ORGANISER, { type: 'plan-session', title: 'Options', startsAt: START_OF_SESSION, agenda }],
  [FACILITATOR, { type: 'open-session', session }],
]);
const seatings = ({ jury }: Played) => jury.tables.rounds.map(({ tables }) => tables.map(({ seats }) => seats));
const laid = (played: Played) => played.jury.tables.rounds.at(-1)?.tables ?? [];
const at = (played: Played, seat: string) => tableOf(played.jury.tables.rounds.at(-1)!, seat)?.id;

describe('[D78] topics', () => {
  const offered = play(live, [[FACILITATOR, offer]]);

  test('are offered, chosen, and chosen anew', () => {
    const chosen = play(offered, [
      [juror(1), choose('1')],
      [juror(1), choose('3')],
    ]);
    expect(chosen.jury.tables.topics?.chosen).toEqual({ S01: '3' });
    expect(codeOf(live, juror(1), choose('1'))).toBe('no-topics');
    expect(codeOf(offered, juror(1), choose('9'))).toBe('unknown-topic');
    expect(codeOf(live, FACILITATOR, open('interest'))).toBe('no-topics');
  });

  test('arrive from a form one a line', () => {
    const typed = { ...offer, topics: 'Routes\n\nFares\n' as unknown as string[] };
    expect(play(live, [[FACILITATOR, typed]]).jury.tables.topics?.offered).toEqual([
      { id: '1', title: 'Routes' },
      { id: '2', title: 'Fares' },
    ]);
  });
});

describe('[D79] tables by interest', () => {
  const wish = (counts: readonly number[]) => {
    const chosen = counts.flatMap((count, topic) => Array.from({ length: count }, () => `${topic + 1}`));
    return Object.fromEntries(chosen.map((topic, index) => [numbered('S', index + 1), topic]));
  };
  const people = (count: number) => Array.from({ length: count }, (_, index) => numbered('S', index + 1));
  const topics = ['1', '2', '3', '4', '5', '6'].map((id) => ({ id, title: `Topic ${id}` }));

  test('seat those who want the same together', () => {
    const choices: Step[] = Array.from({ length: 12 }, (_, index) => [juror(index + 1), choose(index < 5 ? '1' : '2')]);
    const seated = play(live, [[FACILITATOR, offer], ...choices, [FACILITATOR, open('interest')]]);
    expect(laid(seated).map(({ topic }) => topic)).toEqual(['Routes', 'Fares', undefined, undefined]);
    for (const seat of ['S01', 'S02', 'S03', 'S04', 'S05']) expect(at(seated, seat)).toBe('1');
  });

  test('of 4 to 7 people, whatever is chosen; every topic with four has one', () => {
    for (let size = 8; size <= 25; size += 1)
      for (let first = 0; first <= size; first += 1)
        for (const second of [0, 2, 4, 9].filter((one) => one + first <= size)) {
          const tables = tablesByInterest(people(size), topics, wish([first, second]));
          const sizes = tables.map(({ seats }) => seats.length);
          expect(tables.flatMap(({ seats }) => seats).toSorted()).toEqual(people(size));
          expect([first, second, ...sizes.filter((one) => one < TABLE.least || one > TABLE.most)]).toEqual([
            first,
            second,
          ]);
          expect(tables.some(({ topic }) => topic === 'Topic 1')).toBe(first >= TABLE.least);
        }
  });
});

describe('[D80] as before', () => {
  test('people sit as in the round that is named, or in the last', () => {
    const rounds = play(live, [
      [FACILITATOR, open('random')],
      [FACILITATOR, close('G1')],
      [FACILITATOR, open('random')],
      [FACILITATOR, close('G2')],
    ]);
    const named = play(rounds, [[FACILITATOR, open('same', { as: 'G1' })]]);
    expect(seatings(named)[2]).toEqual(seatings(named)[0]);
    const last = play(rounds, [[FACILITATOR, open('same')]]);
    expect(seatings(last)[2]).toEqual(seatings(last)[1]);
    expect(codeOf(rounds, FACILITATOR, open('same', { as: 'G9' }))).toBe('unknown-tables');
  });
});

describe('[D81] pins', () => {
  const pins = { S01: '3', S02: '3', S03: '1' };
  const pinned = play(live, [[FACILITATOR, pin(pins)]]);

  test('hold in every way of seating, and over a reshuffle', () => {
    const chosen = play(pinned, [
      [FACILITATOR, offer],
      ...Array.from({ length: 20 }, (_, index): Step => [juror(index + 1), choose(`${1 + (index % 3)}`)]),
    ]);
    for (const seating of ['mixed', 'random', 'manual', 'interest'] as const) {
      const twice = play(chosen, [
        [FACILITATOR, open(seating)],
        [FACILITATOR, close('G1')],
        [FACILITATOR, open(seating)],
      ]);
      for (const { tables } of twice.jury.tables.rounds) {
        for (const [seat, table] of Object.entries(pins))
          expect([seating, tables.find(({ seats }) => seats.includes(seat))?.id]).toEqual([seating, table]);
        expect(tables.flatMap(({ seats }) => seats)).toHaveLength(20);
        for (const { seats } of tables) expect(seats.length).toBeLessThanOrEqual(TABLE.most);
      }
    }
    const before = play(chosen, [
      [FACILITATOR, pin({})],
      [FACILITATOR, open('random')],
      [FACILITATOR, close('G1')],
      [FACILITATOR, pin(pins)],
      [FACILITATOR, open('same')],
    ]);
    expect(at(before, 'S01')).toBe('3');
  });

  test('are refused where they do not fit', () => {
    const eight = Object.fromEntries(Array.from({ length: 8 }, (_, index) => [numbered('S', index + 1), '1']));
    const crowded = play(live, [[FACILITATOR, pin(eight)]]);
    const nowhere = play(live, [[FACILITATOR, pin({ S01: '6' })]]);
    for (const seating of ['mixed', 'random', 'manual'] as const) {
      expect([seating, codeOf(crowded, FACILITATOR, open(seating))]).toEqual([seating, 'pins-do-not-fit']);
      expect([seating, codeOf(nowhere, FACILITATOR, open(seating))]).toEqual([seating, 'pins-do-not-fit']);
    }
    expect(codeOf(live, FACILITATOR, pin({ A01: '1' }))).toBe('unknown-seat');
    // Whoever is not here is no hindrance.
    const present = Object.keys(live.jury.seats).filter((seat) => seat !== 'S01');
    expect(eventsOf(nowhere, FACILITATOR, open('mixed'), { present })).toHaveLength(1);
  });

  test('mixing goes on around them', () => {
    const groups = Object.fromEntries(
      Object.keys(live.jury.seats).map((seat, index) => [seat, { attitude: index % 2 === 0 ? 'for' : 'against' }]),
    );
    const [opened] = eventsOf(pinned, FACILITATOR, open('mixed', { tables: 4 }), { facts: { groups } });
    if (opened?.type !== 'tables-opened') throw new Error('No tables');
    for (const { seats } of opened.tables)
      expect([2, 3]).toContain(seats.filter((seat) => groups[seat]?.attitude === 'for').length);
  });
});

describe('[D82] a note is cited', () => {
  const drafting = play(juryAt('deliberating'), [
    [ORGANISER, { type: 'plan-session', title: 'Options', startsAt: START_OF_SESSION, agenda }],
    advance('drafting'),
    [FACILITATOR, { type: 'open-session', session }],
    [FACILITATOR, open('manual')],
    [
      juror(1),
      {
        type: 'file-note',
        round: 'G1',
        table: '1',
        base: 0,
        agreed: 'Buses until three.',
        disagreed: '',
        questions: 'Who drives?',
      },
    ],
  ]);
  const propose = (id: string) =>
    ({ type: 'propose-recommendation', ...wording('Run buses', [{ kind: 'table-note', id }]) }) as const;

  test('[V4] once the tables are closed; where there is none, nothing is cited', () => {
    expect(codeOf(drafting, juror(1), propose('G1-1'))).toBe('citation-unknown');
    const closed = play(drafting, [[FACILITATOR, close('G1')]]);
    expect(filedNotes(closed.jury.tables).map(({ id }) => id)).toEqual(['G1-1']);
    expect(eventsOf(closed, juror(1), propose('G1-1'))).toHaveLength(1);
    for (const id of ['G1-2', 'G9-1', 'G1', 'K1'])
      expect(codeOf(closed, juror(1), propose(id))).toBe('citation-unknown');
    expect(JSON.stringify(publicRecord(closed.jury, {}))).not.toContain('Buses until three.');
  });
});
