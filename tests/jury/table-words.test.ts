import { describe, expect, test } from 'vitest';
import { EDIT_WINDOW, mayEdit } from '../../src/lib/jury/deliberation/talk/words.ts';
import { evolve } from '../../src/lib/jury/jury.ts';
import { ROLES } from '../../src/lib/jury/terms.ts';
import { viewEvent, viewJury } from '../../src/lib/jury/view.ts';
import type { Viewer } from '../../src/lib/jury/view.ts';
import { missedBy } from '../../src/lib/server/audience.ts';
import { FACILITATOR, ORGANISER, START_OF_SESSION, codeOf, eventsOf, juryAt, play } from '../support/jury.ts';
import type { Actor, Played } from '../support/jury.ts';

const session = 'D1';
const agenda = [
  { title: 'Tables', minutes: 30 },
  { title: 'Plenary', minutes: 30 },
];
const round = 'G1';
const post = (text: string, table = '1') => ({ type: 'post-at-table', round, table, text }) as const;
const edit = (text: string, message = 'K1') => ({ type: 'edit-message', message, text }) as const;
const move = (actor: Actor, table: string) => ({ type: 'move-juror', round, seat: idOf(actor), table }) as const;
const idOf = (actor: Actor): string => (actor.kind === 'seat' ? actor.id : '');

const seated = play(juryAt('deliberating'), [
  [ORGANISER, { type: 'plan-session', title: 'Options', startsAt: START_OF_SESSION, agenda }],
  [FACILITATOR, { type: 'open-session', session }],
  [FACILITATOR, { type: 'start-item', session, item: '1', after: null }],
  [FACILITATOR, { type: 'open-tables', session, seating: 'mixed', minutes: 20 }],
]);
const sitting = (table: string): readonly Actor[] =>
  seated.jury.tables.rounds[0]?.tables.find(({ id }) => id === table)?.seats.map((id) => ({ kind: 'seat', id })) ?? [];
const [author, neighbour] = sitting('1') as [Actor, Actor];
const [elsewhere] = sitting('2') as [Actor];
const said = play(seated, [[author, post('Buses are deer.')]]);
const edited = play(said, [[author, edit('Buses are dear.')]]);
const first = ({ jury }: Played) => jury.tables.talk[0]!;

/** The same act, so many milliseconds later. */
function later(played: Played, milliseconds: number): Played {
  const last = played.log.at(-1)!;
  return { ...played, log: [...played.log, ...Array.from({ length: Math.ceil(milliseconds / 1_000) }, () => last)] };
}

describe('[D90] words said at a table', () => {
  test('are changed by whoever said them, and what stood there stays beside them', () => {
    expect(first(edited)).toMatchObject({ text: { text: 'Buses are dear.' }, to: first(said).to });
    expect(first(edited).earlier?.map(({ text, at }) => [text.text, at])).toEqual([
      ['Buses are deer.', first(said).at],
    ]);
    const twice = play(edited, [[author, edit('Buses are dear to us.')]]);
    expect(first(twice).earlier?.map(({ text }) => text.text)).toEqual(['Buses are deer.', 'Buses are dear.']);
    expect(first(twice).earlier?.[1]?.at).toBe(first(edited).edited);
    expect(codeOf(said, neighbour, edit('Mine.'))).toBe('not-own-message');
    expect(codeOf(said, FACILITATOR, edit('Mine.'))).toBe('not-own-message');
  });

  test('of the facilitator too', () => {
    const told = play(said, [[FACILITATOR, post('Five more minuets.')]]);
    const mended = play(told, [[FACILITATOR, edit('Five more minutes.', 'K2')]]);
    expect(mended.jury.tables.talk[1]?.text?.text).toBe('Five more minutes.');
    expect(codeOf(told, author, edit('No.', 'K2'))).toBe('not-own-message');
  });

  test('within five minutes', () => {
    expect(eventsOf(later(said, EDIT_WINDOW - 10_000), author, edit('In time.'))).toHaveLength(1);
    expect(codeOf(later(said, EDIT_WINDOW + 10_000), author, edit('Late.'))).toBe('edit-too-late');
    const { at } = first(said);
    expect([mayEdit(first(said), idOf(author), at), mayEdit(first(said), idOf(neighbour), at)]).toEqual([true, false]);
  });

  test('as long as they may speak there', () => {
    expect(codeOf(play(said, [[FACILITATOR, move(author, '2')]]), author, edit('From afar.'))).toBe('not-at-table');
    const recalled = play(said, [[FACILITATOR, { type: 'recall-tables', round }]]);
    expect(eventsOf(later(recalled, 50_000), author, edit('In time.'))).toHaveLength(1);
    expect(codeOf(later(recalled, 70_000), author, edit('Late.'))).toBe('tables-over');
    const closed = play(said, [[FACILITATOR, { type: 'close-tables', round }]]);
    expect(codeOf(closed, author, edit('Late.'))).toBe('tables-over');
    const over = play(said, [[FACILITATOR, { type: 'close-session', session }]]);
    expect(codeOf(over, author, edit('Late.'))).toBe('session-not-live');
  });

  test('not while messages are stopped or held back, and not once hidden', () => {
    const seat = idOf(author);
    const muted = play(said, [[FACILITATOR, { type: 'mute-juror', seat, rule: 'repeats' }]]);
    expect(codeOf(muted, author, edit('Quietly.'))).toBe('muted');
    const held = play(said, [[FACILITATOR, { type: 'hold-juror', seat, rule: 'repeats' }]]);
    expect(codeOf(held, author, edit('Past you.'))).toBe('edits-held');
    const hidden = play(edited, [[FACILITATOR, { type: 'hide-message', message: 'K1', rule: 'insult' }]]);
    expect(codeOf(hidden, author, edit('Again.'))).toBe('already-hidden');
    expect(first(hidden)).toMatchObject({ text: null, hidden: { rule: 'insult' } });
    expect(first(hidden).earlier).toBeUndefined();
  });
});

describe('[D91] a change of words at a table', () => {
  const change = edited.log.at(-1)!;
  const told = (viewer: Viewer): boolean => JSON.stringify(viewEvent(change.event, viewer)).includes('dear');
  const shown = (viewer: Viewer, played = edited): string => JSON.stringify(viewJury(played.jury, viewer).tables ?? {});

  test('is for those who sat there when the words were said, and the facilitator', () => {
    expect(ROLES.filter((role) => told({ role }) || shown({ role }).includes('dear'))).toEqual(['facilitator']);
    for (const seat of [author, neighbour].map(idOf)) {
      expect(told({ role: 'juror', seat })).toBe(true);
      expect(shown({ role: 'juror', seat })).toContain('deer');
    }
    const outsider = { role: 'juror', seat: idOf(elsewhere) } as const;
    expect([told(outsider), shown(outsider).includes('dear')]).toEqual([false, false]);
  });

  test('is not for whoever sat down between the words and their change, and is for whoever has left', () => {
    const moved = play(said, [
      [FACILITATOR, move(elsewhere, '1')],
      [FACILITATOR, move(neighbour, '2')],
      [author, edit('Buses are dear.')],
    ]);
    expect(shown({ role: 'juror', seat: idOf(elsewhere) }, moved)).not.toMatch(/dear|deer/);
    expect(shown({ role: 'juror', seat: idOf(neighbour) }, moved)).toContain('dear');
  });

  test('[W1] makes of what a viewer saw what they see', () => {
    for (const viewer of [{ role: 'juror', seat: idOf(neighbour) }, { role: 'facilitator' }] as const) {
      const event = viewEvent(change.event, viewer)!;
      const before = { ...said.jury, ...viewJury(said.jury, viewer) };
      expect(viewJury(evolve(before, event), viewer).tables).toEqual(viewJury(edited.jury, viewer).tables);
    }
  });

  test('tells whoever did not sit there nothing, not even that something was said', () => {
    expect(codeOf(said, elsewhere, edit('Whose?'))).toBe('unknown-message');
    expect(codeOf(said, elsewhere, edit('Whose?', 'K9'))).toBe('unknown-message');
  });

  test('[W6] [D32] is not read by whoever was away while the words were hidden', () => {
    const hidden = play(edited, [[FACILITATOR, { type: 'hide-message', message: 'K1', rule: 'insult' }]]);
    const away = hidden.log.slice(seated.log.length);
    const missed = missedBy({ role: 'juror', seat: idOf(neighbour) }, hidden.jury, seated.log.length, away);
    expect(JSON.stringify(away)).toMatch(/deer.*dear/);
    expect(missed?.entries.map(({ event }) => event.type)).toContain('table-message-edited');
    expect(JSON.stringify(missed)).not.toMatch(/deer|dear/);
  });
});
